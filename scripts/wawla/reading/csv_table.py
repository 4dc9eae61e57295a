"""A CSV file as a table: the names of its columns, its rows, and every place where it is no whole table."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from wawla.model.findings import Place
from wawla.reading.csv_text import SEPARATORS, decode_csv, fitting_separators, named_separator, other_kind
from wawla.reading.figures import DECIMAL_COMMA, DECIMAL_POINT, with_decimal_point

MOST_BYTES = 256 * 1024
MOST_ROWS = 500
MOST_CELLS = 5000
"""What a page can show on a telephone, and a book can set in an eighth of its time; so an edition may hold several."""


class TableCell(NamedTuple):
    """A cell, and where it begins in the file; both count from 1."""

    text: str
    line: int
    column: int

    def place(self, path: str) -> Place:
        """Where it stands in the file at this path."""
        return Place(path, self.line, self.column, self.column + max(len(self.text), 1))


class CsvFault(NamedTuple):
    """Where a file is no whole table, what is wrong, and what to do where there is more to say than to correct it."""

    line: int
    column: int
    message: str
    remedy: str = ""


@dataclass(frozen=True)
class CsvTable:
    """A table as it was read. Where it has faults, what it holds is a guess."""

    names: tuple[TableCell, ...] = ()
    rows: tuple[tuple[TableCell, ...], ...] = ()
    faults: tuple[CsvFault, ...] = ()

    def texts(self) -> list[list[str]]:
        """The texts of all cells, the names of the columns first; none where there are no names."""
        return [[cell.text for cell in row] for row in (self.names, *self.rows)] if self.names else []

    def column(self, number: int) -> list[TableCell]:
        """The cells under a name."""
        return [row[number] for row in self.rows if number < len(row)]


@dataclass
class _Parsing:
    """A file while it is read."""

    rows: list[list[TableCell]] = field(default_factory=list)
    faults: list[CsvFault] = field(default_factory=list)


def read_csv(data: bytes) -> CsvTable:
    """The table that the bytes of a CSV file hold, in UTF-8 or UTF-16.

    Cells are parted by commas, semicolons, tabs or strokes; empty rows and columns at the end are left out; figures
    with decimal commas get points, where nothing else can be meant. Everything else that is wrong is a fault.
    """
    if kind := other_kind(data):
        remedy = 'save the table as "CSV UTF-8" from the spreadsheet; a new ending makes no table of a file'
        return CsvTable(faults=(CsvFault(1, 1, f"the file is {kind}, and no table", remedy),))
    try:
        text = decode_csv(data)
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        column = error.start - (data.rfind(b"\n", 0, error.start) + 1) + 1
        return CsvTable(faults=(CsvFault(line, column, "a letter in this line is not encoded as UTF-8"),))
    separator, skipped = named_separator(text)
    fitting = [separator] if separator else fitting_separators(text)
    parsing = _Parsing()
    if len(fitting) > 1:
        parsing.faults.append(_undecided(fitting))
    _parse(text, fitting[0] if fitting else ",", skipped, parsing)
    _trim(parsing.rows)
    if not parsing.rows and not parsing.faults:
        parsing.faults.append(CsvFault(1, 1, "the file is empty"))
    if not parsing.faults:
        parsing.faults += _faults(parsing.rows)
    if not parsing.faults and fitting != [","]:
        _give_points(parsing)
    names, *rows = parsing.rows or [[]]
    return CsvTable(tuple(names), tuple(map(tuple, rows)), tuple(parsing.faults))


def _undecided(fitting: Sequence[str]) -> CsvFault:
    signs = " or ".join(SEPARATORS[sign] for sign in fitting)
    remedy = 'save the file as "CSV UTF-8", or put a line before all others that names the sign, such as sep=;'
    return CsvFault(1, 1, f"nothing tells whether {signs} part the cells", remedy)


def _parse(text: str, separator: str, start: int, parsing: _Parsing) -> None:
    """The rows of a text from a position on, up to the first quotation mark that is wrong."""
    sign = re.escape(separator)
    blank = "[ ]*+" if separator == "\t" else r"[ \t]*+"
    quoted = rf'{blank}"([^"]*+(?:""[^"]*+)*)"{blank}'
    cell = re.compile(rf"(?:{quoted}|((?!{blank}\")[^{sign}\n]*+))({sign}|\n|\Z)")
    line, line_start = text.count("\n", 0, start) + 1, start
    row: list[TableCell] = []
    while found := cell.match(text, start):
        inside = found[1].replace('""', '"') if found[1] is not None else found[2]
        row.append(TableCell(_one_line(inside), line, start - line_start + 1))
        if breaks := text.count("\n", start, found.end()):
            line, line_start = line + breaks, text.rfind("\n", start, found.end()) + 1
        start = found.end()
        if found[3] != separator:
            parsing.rows.append(row)
            row = []
            if start >= len(text):
                return
    message = "a quotation mark in this row is not closed, or stands inside a cell"
    parsing.faults.append(CsvFault(line, start - line_start + 1, message))


def _one_line(text: str) -> str:
    """The text of a cell; a line that is broken inside it goes on after a space."""
    return " ".join(part for line in text.split("\n") if (part := line.strip()))


def _trim(rows: list[list[TableCell]]) -> None:
    """Leave out rows and columns at the end in which nothing stands."""
    while rows and not _filled(rows[-1]):
        rows.pop()
    width = max((number for row in rows for number, cell in enumerate(row, 1) if cell.text), default=0)
    names = len(rows[0]) if rows else 0
    for row in rows:
        del row[width:]
        while len(row) > min(names, width) and not row[-1].text:
            row.pop()


def _filled(row: Sequence[TableCell]) -> int:
    return sum(bool(cell.text) for cell in row)


def _faults(rows: list[list[TableCell]]) -> Iterator[CsvFault]:
    names, *others = rows
    if titles := _titles(rows):
        what = f"'{_short(next((cell.text for cell in names if cell.text), ''))}'"
        message = f"the file begins with a title, {what}, where the names of the columns belong"
        above = "the first row" if titles == 1 else f"the first {titles} rows"
        yield CsvFault(1, 1, message, f"take out {above}; a title stands in the text of the page")
        return
    if not others:
        yield CsvFault(names[0].line, 1, "the table has no row under the names of its columns", "add the figures")
    if not _filled(names):
        yield CsvFault(names[0].line, 1, "the first row is empty; the names of the columns belong there")
        return
    yield from _faults_of_names(names, others)
    known = [cell.text.casefold() for cell in names]
    for row in others:
        where = row[0].line, row[0].column
        if not _filled(row):
            yield CsvFault(*where, "the row is empty", "take it out, or fill it; two tables belong into two files")
        elif len(row) != len(names):
            yield CsvFault(*where, f"the row has {_cells(len(row))}; the header has {len(names)}")
        elif [cell.text.casefold() for cell in row] == known:
            yield CsvFault(*where, "the row repeats the names of the columns", "take it out")
    for row in rows:
        for cell in row:
            if not cell.text.isprintable() and (sign := _unseen(cell.text)):
                message = f"the cell holds a character that cannot be seen, U+{ord(sign):04X}"
                yield CsvFault(cell.line, cell.column, message, "type the cell again")


def _titles(rows: list[list[TableCell]]) -> int:
    """How many rows stand above the names of the columns: the first holds one cell, and most rows several."""
    [(usual, _)] = Counter(map(_filled, rows)).most_common(1)
    if len(rows) < 3 or _filled(rows[0]) != 1 or usual < 2:
        return 0
    return next((number for number, row in enumerate(rows) if _filled(row) >= usual), 0)


def _faults_of_names(names: Sequence[TableCell], rows: Sequence[Sequence[TableCell]]) -> Iterator[CsvFault]:
    for number, name in enumerate(names, 1):
        if not name.text:
            empty = not any(row[number - 1].text for row in rows if len(row) >= number)
            message = f"column {number} is empty" if empty else f"column {number} has no name"
            yield CsvFault(name.line, name.column, message, "take the column out" if empty else "")
    for text, count in Counter(name.text.casefold() for name in names).items():
        if text and count > 1:
            name = [name for name in names if name.text.casefold() == text][-1]
            yield CsvFault(name.line, name.column, f"two columns have the name '{_short(name.text)}'")


def _unseen(text: str) -> str:
    """The first character that cannot be seen; spaces of a fixed width are seen well enough."""
    return next((sign for sign in text if not sign.isprintable() and unicodedata.category(sign) != "Zs"), "")


def _give_points(parsing: _Parsing) -> None:
    """Write figures with decimal commas with points, where every figure of the file that has decimals has a comma."""
    cells = [cell for row in parsing.rows[1:] for cell in row]
    commas = [found for cell in cells if (found := DECIMAL_COMMA.fullmatch(cell.text))]
    if not commas:
        return
    if points := [cell for cell in cells if DECIMAL_POINT.fullmatch(cell.text)]:
        message = f"'{points[0].text}' has a decimal point, and '{commas[0][0]}' a decimal comma"
        parsing.faults.append(CsvFault(points[0].line, points[0].column, message, "write all with a point"))
    elif all(len(found[3]) == 3 and found[2] != "0" for found in commas):
        first = next(cell for cell in cells if DECIMAL_COMMA.fullmatch(cell.text))
        message = f"'{first.text}' may have thousands or decimals: nothing in the file tells what its comma parts"
        parsing.faults.append(
            CsvFault(first.line, first.column, message, "write it without the comma, or with a point")
        )
    else:
        for row in parsing.rows[1:]:
            row[:] = [cell._replace(text=with_decimal_point(cell.text)) for cell in row]


def _cells(count: int) -> str:
    return "1 cell" if count == 1 else f"{count or 'no'} cells"


def _short(text: str) -> str:
    return text if len(text) <= 60 else f"{text[:59]}…"
