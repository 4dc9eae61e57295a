import re
from collections.abc import Iterator, Sequence
from itertools import islice

from wawla.checking.rule import Bad, Good, Library, Rule, RuleHit
from wawla.model import Tool
from wawla.reading.csv_table import CsvTable, TableCell
from wawla.reading.figures import (
    DECIMAL_COMMA,
    is_figure,
    is_not_known,
    is_number_in_words,
    is_shortened,
    with_decimal_point,
)
from wawla.reading.tables import data_path, tables_beside

_PATH = "tools/example/data.csv"
_DATA_SET = "kind: data-set\ndata: data.csv\n"
_MOST = 20
_NONE = re.compile(r"nan|none|null|<na>|nil|#null", re.I)
_YEAR_WITH_DECIMAL = re.compile(r"(?:1[89]|20)\d\d\.0")
_UNSURE = re.compile(r"['’`]\d[\d,.]*|\d[\d,.]*(?: ?\?+|\*)")


def _bad(cells: str, line: int, says: str) -> Bad:
    return Bad(_DATA_SET, files={_PATH: cells}, path=_PATH, line=line, says=says)


class FiguresAreWrittenAsFigures(Rule):
    """A column of figures holds figures: no words, no decimal commas, no numbers that a spreadsheet has shortened.

    A program that adds the column up leaves such a cell out, and a chart has a gap. Where a figure is not known, the
    cell is empty or says so: -, n/a, not known, fewer than 5.

    To put it right, write the figure in digits, and what has to be said of it into a column for notes.
    """

    kind = Tool
    severity = "warning"
    needs = {"TOL005"}
    good = [
        Good(_DATA_SET, files={_PATH: "year,schools,note\n2003-04,6,All\n2005,n/a,3\n2006,<5,\n2007,1 400,\nAll,8,\n"}),
        Good(_DATA_SET, files={_PATH: "class,age\n1,5 years\n2,6 years\nReception,4 years\n"}),
    ]
    bad = [
        _bad("year,schools\n2004,6\n2005,twelve\n", 3, "'twelve' is a number in words"),
        _bad("year,schools\n2004,6\n2005,8\n2006,1O\n", 4, "'1O' is no figure, as the others in the column are"),
        _bad('year,mean\n2004,"6,5"\n', 2, "'6,5' has a decimal comma"),
        _bad("year,sum\n2004,1.23E+11\n", 2, "'1.23E+11' is a number that a spreadsheet has shortened"),
        _bad("year,a,b\n2004,6,7\n2005,8,9\n2006,4,7\nyear,boys,girls\n", 5, "reads like a second row of names"),
        _bad("year,schools\n2004.0,6\n2005,8\n", 2, "'2004.0' is a year with a decimal point"),
        _bad("year,schools\n2004,6\n2005,nan\n", 3, "'nan' is what a program writes"),
        _bad("year,schools\n2004,6\n2005,8\n2006,152?\n", 4, "'152?' is a figure with a sign"),
    ]

    def check(self, tool: Tool, library: Library) -> Iterator[RuleHit]:
        path = data_path(tool)
        if path in tables_beside(tool, library):
            yield from islice(_faults(path, library.table(path)), _MOST)


def _faults(path: str, table: CsvTable) -> Iterator[RuleHit]:
    columns = [table.column(number) for number in range(len(table.names))]
    wrong = {cell: said for number, cells in enumerate(columns) for cell, said in _of_column(cells, number == 0)}
    for row in table.rows:
        faulty = [cell for cell in row if cell in wrong]
        if len(faulty) > 1 and not any(is_figure(cell.text) for cell in row):
            yield row[0].place(path), "the row reads like a second row of names", "take it out, or make two files of it"
        else:
            yield from ((cell.place(path), wrong[cell]) for cell in faulty)


def _of_column(cells: Sequence[TableCell], names_rows: bool) -> Iterator[tuple[TableCell, str]]:
    """The cells of a column that are no figures, and why; in the first, which names the rows, words are expected."""
    filled = [cell for cell in cells if cell.text and not is_not_known(cell.text)]
    figures = sum(is_figure(cell.text) for cell in filled)
    for cell in filled:
        shown = f"'{cell.text[:40]}'"
        if _YEAR_WITH_DECIMAL.fullmatch(cell.text):
            yield cell, f"{shown} is a year with a decimal point"
        if is_figure(cell.text):
            continue
        if _NONE.fullmatch(cell.text):
            yield cell, f"{shown} is what a program writes for no figure"
        elif figures and _UNSURE.fullmatch(cell.text):
            yield cell, f"{shown} is a figure with a sign that does not belong to it"
        elif is_shortened(cell.text):
            yield cell, f"{shown} is a number that a spreadsheet has shortened; its other digits are lost"
        elif DECIMAL_COMMA.fullmatch(cell.text):
            yield cell, f"{shown} has a decimal comma; write {with_decimal_point(cell.text)}"
        elif figures and is_number_in_words(cell.text):
            yield cell, f"{shown} is a number in words"
        elif not names_rows and figures > 1 and figures > len(filled) - figures:
            yield cell, f"{shown} is no figure, as the others in the column are"
