import re
from collections.abc import Iterator
from itertools import islice

from wawla.checking.rule import Bad, Good, Library, Rule, RuleHit
from wawla.model import Entry, Tool
from wawla.reading.csv_table import CsvTable, TableCell
from wawla.reading.figures import is_figure, is_not_known, with_decimal_point
from wawla.reading.tables import tables_beside

_PATH = "tools/example/data.csv"
_DATA_SET = "kind: data-set\ndata: data.csv\n"
_MOST = 20
_BEGINNING = re.compile(r"(?:^|[;\t|])[\s'\"]{0,20}([=+\-@\uff1d\uff0b\uff0d\uff20])")
"""How a formula begins (OWASP, CSV Injection), also where a spreadsheet parts cells by other signs than commas."""


class NoCellIsAFormula(Rule):
    """No cell of a table begins like a formula: with =, +, - or @ and anything but a figure after it.

    A spreadsheet that opens the file would work it out, and a formula can fetch files or start programs. Readers of a
    page see its signs, and no figure. Negative figures are no formulas.

    To put it right, write the value of the cell in place of its formula; let words begin with a letter.
    """

    skippable = False
    good = [Good(_DATA_SET, files={_PATH: 'school,change\nMoor,-3\nHarbour,"+1,200"\nHill,-4.5%\nQuay,-\n'}, of=Tool)]
    bad = [
        Bad(_DATA_SET, files={_PATH: f"school,sum\nMoor,{text}\n"}, of=Tool, path=_PATH, line=2, says=says)
        for text, says in {
            "=SUM(B2:B5)": "the cell begins like a formula: '=SUM(B2:B5)'",
            "-2+3": "the cell begins like a formula: '-2+3'",
            "+A1": "the cell begins like a formula",
            '"@SUM(1,2)"': "the cell begins like a formula",
            "Moor;=1+1": "a spreadsheet may take a part of the cell for a formula",
        }.items()
    ]

    def check(self, entry: Entry, library: Library) -> Iterator[RuleHit]:
        for path in tables_beside(entry, library):
            yield from islice(_formulas(path, library.table(path)), _MOST)


def _formulas(path: str, table: CsvTable) -> Iterator[RuleHit]:
    for row in (table.names, *table.rows):
        for cell in row:
            if said := _what_is_wrong(cell):
                yield cell.place(path), f"{said}: '{cell.text[:40]}'"


def _what_is_wrong(cell: TableCell) -> str:
    if is_figure(with_decimal_point(cell.text)) or is_not_known(cell.text):
        return ""
    found = _BEGINNING.search(cell.text)
    if not found:
        return ""
    return (
        "the cell begins like a formula"
        if found.start() == 0
        else ("a spreadsheet may take a part of the cell for a formula")
    )
