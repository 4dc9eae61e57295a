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
_ERROR = re.compile(
    r"#(?:REF!|DIV/0!|VALUE!|NAME\?|NULL!|NUM!|N/A\b|SPILL!|CALC!|FIELD!|BLOCKED!|CONNECT!|UNKNOWN!|BUSY!|PYTHON!"
    r"|ERROR!|GETTING_DATA\b)|#{3,}|\bErr:5\d\d\b|\b[1-9]\d*(?:\.\d+)?#(?:IND|INF|QNAN)\b",
    re.I,
)
"""What Excel, LibreOffice and Google Sheets write where a formula went wrong, or a column was too narrow."""


class NoCellHoldsAnError(Rule):
    """No cell holds the sign of a spreadsheet that something went wrong, such as #REF! or #####.

    The figure that belongs there is lost, and readers cannot tell what it was.

    To put it right, look the figure up in the spreadsheet, and save the file again; leave the cell empty where there
    is none.
    """

    good = [Good(_DATA_SET, files={_PATH: "school,note\nMoor,# 3 of the list\nHarbour,n/a\n"}, of=Tool)]
    bad = [
        Bad(_DATA_SET, files={_PATH: f"school,sum\nMoor,{text}\n"}, of=Tool, path=_PATH, line=2, says=f"says {text}")
        for text in ("#REF!", "#N/A", "#DIV/0!", "#######", "Err:502")
    ]

    def check(self, entry: Entry, library: Library) -> Iterator[RuleHit]:
        for path in tables_beside(entry, library):
            yield from islice(_errors(path, library.table(path)), _MOST)


def _errors(path: str, table: CsvTable) -> Iterator[RuleHit]:
    for row in (table.names, *table.rows):
        for cell in row:
            if found := _ERROR.search(cell.text):
                yield cell.place(path), f"the cell says {found[0][:12]}: a spreadsheet could not work out its figure"
