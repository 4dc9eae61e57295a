import re
from collections.abc import Iterator
from itertools import islice

from wawla.checking.rule import Bad, Good, Library, Rule, RuleHit
from wawla.model import Entry, Tool
from wawla.reading.csv_table import CsvTable
from wawla.reading.tables import tables_beside

_PATH = "tools/example/data.csv"
_DATA_SET = "kind: data-set\ndata: data.csv\n"
_MOST = 20
_MONTH = "(?:jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)"
_DATE = re.compile(rf"\d{{1,2}}[-/]{_MONTH}(?:[-/]\d{{2,4}})?|{_MONTH}[-/]\d{{1,2}}|(?:0?0[/-]){{2}}0000", re.I)


class NoFigureBecameADate(Rule):
    """No cell holds a date as a spreadsheet makes it of something else, such as 08-May.

    A spreadsheet takes 5-8 or 5/8 for a day in August, and saves that: a range of ages, a score or a year group is
    gone, and only somebody who knows what stood there can say so.

    To put it right, write what stood there, with words or a long dash (5 to 8, 5–8). A month is written 2004-05, and a
    day 2004-05-08 or 8 May 2004.
    """

    good = [Good(_DATA_SET, files={_PATH: "ages,day,month\n5–8,8 May 2004,May\n9 to 11,2004-05-08,2004-05\n"}, of=Tool)]
    bad = [
        Bad(_DATA_SET, files={_PATH: f"school,ages\nMoor,{text}\n"}, of=Tool, path=_PATH, line=2, says=f"'{text}'")
        for text in ("08-May", "May-08", "5/Aug", "08-May-04")
    ]

    def check(self, entry: Entry, library: Library) -> Iterator[RuleHit]:
        for path in tables_beside(entry, library):
            yield from islice(_dates(path, library.table(path)), _MOST)


def _dates(path: str, table: CsvTable) -> Iterator[RuleHit]:
    for row in (table.names, *table.rows):
        for cell in row:
            if _DATE.fullmatch(cell.text):
                yield cell.place(path), f"'{cell.text}' looks like something that a spreadsheet has made a date of"
