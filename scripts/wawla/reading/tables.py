"""The tables that stand beside a piece or an edition: which pages show or offer."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Sequence

from wawla.model import Edition, Entry, Piece, Tool
from wawla.reading.csv_table import CsvTable
from wawla.reading.library import Library


def is_table(path: str) -> bool:
    """Whether the file at this path is a table, by its name."""
    return path.lower().endswith(".csv")


def tables_beside(entry: Entry, library: Library) -> Iterator[str]:
    """Paths of the tables in the folder of a piece or an edition that can be read."""
    if isinstance(entry, Piece | Edition):
        yield from (path for path in entry.sibling_files if is_table(path) and library.is_read(path))


def data_path(piece: Entry) -> str:
    """The path of the file with the figures of a data-set; '' for anything else."""
    return f"{piece.folder}/{piece.data}" if isinstance(piece, Tool) and piece.form == "data-set" and piece.data else ""


def table_of(piece: Piece, library: Library) -> list[list[str]]:
    """The rows of a data-set as readers see them, the names of its columns first; none for any other piece.

    What is no whole table is given as far as it can be read: TOL005 speaks of that, and nothing is published.
    """
    path = data_path(piece)
    return rows_of(path, library) if library.is_there(path) else []


def rows_of(path: str, library: Library) -> list[list[str]]:
    """The rows of the table at this path as readers see them: sources by their titles, and not by our keys."""
    table = library.table(path)
    named = source_columns(table)
    return [[_titled(cell, library) if at in named else cell for at, cell in enumerate(row)] for row in table.texts()]


def source_columns(table: CsvTable) -> list[int]:
    """The numbers of the columns that say where their rows come from."""
    return [at for at, name in enumerate(table.names) if name.text.casefold() in ("source", "sources")]


def sources_in(cell: str) -> list[str]:
    """What a cell of such a column names, one source or several."""
    return [part.strip() for part in cell.replace(",", ";").split(";")]


def _titled(cell: str, library: Library) -> str:
    """A cell that names sources by their keys, with their titles; any other as it is."""
    known = [library.sources[key].title for key in sources_in(cell) if key in library.sources]
    return "; ".join(known) if len(known) == len(sources_in(cell)) else cell


def as_csv(rows: Sequence[Sequence[str]]) -> bytes:
    """Rows as every program reads them: CSV (RFC 4180) in UTF-8. TOL006 has seen that none runs anything."""
    text = io.StringIO(newline="")
    csv.writer(text, lineterminator="\r\n").writerows(rows)
    return text.getvalue().encode()
