import csv
import io
from collections import Counter
from collections.abc import Iterator
from itertools import islice

from wawla.checking.rule import Bad, Drawn, Good, Library, Rule, RuleHit
from wawla.model import Tool
from wawla.model.findings import Place

_PATH = "tools/example/data.csv"
_DATA_SET = "kind: data-set\ndata: data.csv\n"
_MOST = 20  # a file with the wrong separator is wrong in every row, and nobody reads ten thousand findings


class DataFileIsAWholeTable(Rule):
    """The CSV file of a data-set is UTF-8, begins with a row of names, each different, and has in every row as many
    cells as there are names.

    A cell too few shifts every figure after it under the wrong name, and no reader can see that it happened. The
    first twenty faults of a file are named.

    To put it right, open the file in a spreadsheet, correct the row, and save it as "CSV UTF-8".
    """

    kind = Tool
    skippable = False
    good = [Good(_DATA_SET, files={_PATH: 'year,"schools, all"\n2005,8\n'})]
    bad = [
        Bad(_DATA_SET, files={_PATH: "year,schools\n2004,6\n2005\n"}, path=_PATH, line=3, says="the row has 1 cell"),
        Bad(_DATA_SET, files={_PATH: "year,\n2005,8\n"}, path=_PATH, says="column 2 has no name"),
        Bad(_DATA_SET, files={_PATH: "year,year\n2005,8\n"}, path=_PATH, says="two columns have the name 'year'"),
        Bad(_DATA_SET, files={_PATH: 'year\n2004\n"2005\n'}, path=_PATH, line=3, says="a quotation mark"),
        Bad(_DATA_SET, files={_PATH: "\n2005,8\n"}, path=_PATH, says="the first row is empty"),
        Bad(_DATA_SET, files={_PATH: '"year\n2005\n'}, path=_PATH, says="a quotation mark"),
        Bad(_DATA_SET, files={_PATH: ""}, path=_PATH, says="the file is empty"),
        Bad(_DATA_SET, files={_PATH: Drawn()}, path=_PATH, says="a letter in this line is not encoded as UTF-8"),
    ]

    def check(self, tool: Tool, library: Library) -> Iterator[RuleHit]:
        path = f"{tool.folder}/{tool.data}"
        if tool.form == "data-set" and library.is_read(path) and path.lower().endswith(".csv"):
            yield from islice(_faults(path, library.tree.read(path)), _MOST)


def _faults(path: str, data: bytes) -> Iterator[RuleHit]:
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        yield Place(path, line), "a letter in this line is not encoded as UTF-8"
        return
    rows = csv.reader(io.StringIO(text, newline=""), strict=True)
    names: list[str] = []
    line = 1
    try:
        for row in rows:
            if line == 1:
                names = [name.strip() for name in row]
                yield from _faults_of_header(path, names)
                if not names:
                    return
            elif len(row) != len(names):
                yield Place(path, line), f"the row has {_cells(len(row))}; the header has {len(names)}"
            line = rows.line_num + 1  # a cell in quotation marks may hold several lines
    except csv.Error:
        yield Place(path, line), "a quotation mark in this row is not closed, or stands inside a cell"
        return
    if line == 1:
        yield Place(path), "the file is empty"


def _faults_of_header(path: str, names: list[str]) -> Iterator[RuleHit]:
    if not names:
        yield Place(path), "the first row is empty; the names of the columns belong there"
    for number, name in enumerate(names, 1):
        if not name:
            yield Place(path), f"column {number} has no name"
    for name, count in Counter(names).items():
        if name and count > 1:
            yield Place(path), f"two columns have the name '{name}'"


def _cells(count: int) -> str:
    return "1 cell" if count == 1 else f"{count or 'no'} cells"
