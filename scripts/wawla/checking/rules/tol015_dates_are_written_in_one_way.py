import re
from collections.abc import Iterator, Sequence
from itertools import islice

from wawla.checking.rule import Bad, Good, Library, Rule, RuleHit
from wawla.model import Entry, Tool
from wawla.reading.csv_table import TableCell
from wawla.reading.tables import tables_beside

_PATH = "tools/example/data.csv"
_DATA_SET = "kind: data-set\ndata: data.csv\n"
_MOST = 20
_MIDNIGHT = re.compile(r"\d{1,4}[-/]\d{1,2}[-/]\d{1,4}[ T]00:00(?::00)?(?:\.0+)?Z?")
_SLASHES = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4}|\d{2})")
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}|\d{1,2} [A-Z][a-z]{2,8} \d{4}")
_SERIAL = re.compile(r"[34]\d{4}")
_OF_DAYS = re.compile(r"\b(?:date|day|when|on)\b", re.I)


class DatesAreWrittenInOneWay(Rule):
    """The dates of a column are written in one way, which everybody reads alike: 2004-05-03, or 3 May 2004.

    03/04/2004 is in April in Britain and in March elsewhere. A spreadsheet adds midnight to a day, or shows it as the
    number of days since 1900.

    To put it right, write the year, the month and the day: 2004-05-03.
    """

    severity = "warning"
    needs = {"TOL005"}
    good = [
        Good(_DATA_SET, files={_PATH: "on,figure\n2004-05-03,38075\n2004-06-15,7\n"}, of=Tool),
        Good(_DATA_SET, files={_PATH: "school_year,figure\n2003/04,6\n2004/05,7\n"}, of=Tool),
    ]
    bad = [
        Bad(_DATA_SET, files={_PATH: text}, of=Tool, path=_PATH, line=line, says=says)
        for text, line, says in (
            ("on,figure\n03/04/2004,6\n2004-06-15,7\n", 2, "'03/04/2004' is read as another day"),
            ("on,figure\n2004-05-08 00:00:00,6\n", 2, "midnight"),
            ("date,figure\n38475,6\n2005-05-10,7\n", 2, "'38475' is a day as a spreadsheet counts it"),
        )
    ]

    def check(self, entry: Entry, library: Library) -> Iterator[RuleHit]:
        for path in tables_beside(entry, library):
            table = library.table(path)
            columns = ((name, table.column(number)) for number, name in enumerate(table.names))
            hits = (hit for name, cells in columns for hit in _of_column(name.text, cells))
            yield from ((cell.place(path), said, remedy) for cell, said, remedy in islice(hits, _MOST))


def _of_column(name: str, cells: Sequence[TableCell]) -> Iterator[tuple[TableCell, str, str]]:
    days = any(_DAY.fullmatch(cell.text) for cell in cells) or _OF_DAYS.search(name.replace("_", " "))
    for cell in cells:
        if _MIDNIGHT.fullmatch(cell.text):
            yield cell, f"'{cell.text[:40]}' has midnight behind the day", "write the day alone: 2004-05-03"
        elif slashes := _SLASHES.fullmatch(cell.text):
            if max(int(slashes[1]), int(slashes[2])) < 13 or days:
                yield cell, f"'{cell.text}' is read as another day in other countries", "write it as 2004-05-03"
        elif days and _SERIAL.fullmatch(cell.text):
            yield cell, f"'{cell.text}' is a day as a spreadsheet counts it", "write the day, such as 2004-05-03"
