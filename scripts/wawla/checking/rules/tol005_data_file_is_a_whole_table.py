from collections.abc import Iterator
from itertools import islice

from wawla.checking.rule import Bad, Drawn, Good, Library, Rule, RuleHit
from wawla.model import Entry, Tool
from wawla.model.findings import Place
from wawla.reading.tables import tables_beside

_PATH = "tools/example/data.csv"
_DATA_SET = "kind: data-set\ndata: data.csv\n"
_MOST = 20  # a file with a cell too many is wrong in every row, and nobody reads ten thousand findings


def _bad(cells: str | bytes | Drawn, says: str, line: int = 1) -> Bad:
    return Bad(_DATA_SET, files={_PATH: cells}, of=Tool, path=_PATH, line=line, says=says)


class DataFileIsAWholeTable(Rule):
    """A CSV file begins with a row of names, each different, and has in every row as many cells as there are names.

    A cell too few shifts every figure after it under the wrong name, and no reader can see that it happened. Commas,
    semicolons and tabs between the cells are understood, so are UTF-8 and UTF-16, and decimal commas where nothing
    else can be meant; the download is always CSV with commas in UTF-8. The first twenty faults of a file are named.

    To put it right, open the file in a spreadsheet, correct the row, and save it as "CSV UTF-8".
    """

    skippable = False
    good = [
        Good(_DATA_SET, files={_PATH: 'year,"schools, all"\n2005,8\n'}, of=Tool),
        Good(_DATA_SET, files={_PATH: "School;Mean\nHarbour;3,5\nMoor;12,25\n;;\n"}, of=Tool),
        Good(_DATA_SET, files={_PATH: "School\tNote\nHarbour\t\"Two\nlines\"\n".encode("utf-16")}, of=Tool),
        Good(_DATA_SET, files={_PATH: "sep=|\nSchool|Pupils,\nHarbour|140\n"}, of=Tool),
    ]  # fmt: skip
    bad = [
        _bad("year,schools\n2004,6\n2005\n", "the row has 1 cell", line=3),
        _bad("year,\n2005,8\n", "column 2 has no name"),
        _bad("year,,schools\n2005,,8\n", "column 2 is empty"),
        _bad("year,Year\n2005,8\n", "two columns have the name 'Year'"),
        _bad("Schools by year,\nyear,schools\n2004,6\n2005,8\n", "the file begins with a title, 'Schools by year'"),
        _bad("year,schools\n2004,6\n,\n2005,8\n", "the row is empty", line=3),
        _bad("year,schools\n2004,6\nYear,Schools\n2005,8\n", "the row repeats the names of the columns", line=3),
        _bad("school;mean, pupils\nMoor;3,5\n", "nothing tells whether commas or semicolons part the cells"),
        _bad("school;mean\nMoor;3,5\nHarbour;4.5\n", "'4.5' has a decimal point, and '3,5' a decimal comma", line=3),
        _bad("school;roll\nMoor;1,400\n", "'1,400' may have thousands or decimals", line=2),
        _bad("school,roll\nMo\u200bor,140\n", "a character that cannot be seen, U+200B", line=2),
        _bad('year\n2004\n"2005\n', "a quotation mark", line=3),
        _bad("\n2005,8\n", "the first row is empty"),
        _bad('"year\n2005\n', "a quotation mark"),
        _bad("", "the file is empty"),
        _bad(Drawn(), "the file is a picture, and no table"),
        _bad("year,caf\u00e9\n2005,8\n".encode("latin-1"), "a letter in this line is not encoded as UTF-8"),
    ]

    def check(self, entry: Entry, library: Library) -> Iterator[RuleHit]:
        for path in tables_beside(entry, library):
            for fault in islice(library.table(path).faults, _MOST):
                place = Place(path, fault.line, fault.column, fault.column + 1)
                yield (place, fault.message, fault.remedy) if fault.remedy else (place, fault.message)
