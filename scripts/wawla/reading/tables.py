"""The tables that stand beside a piece or an edition: which pages show or offer."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Sequence

from wawla.model import Edition, Entry, Piece, Tool
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
    """The rows of a data-set, the names of its columns first; none for any other piece.

    What is no whole table is given as far as it can be read: TOL005 speaks of that, and nothing is published.
    """
    path = data_path(piece)
    return library.table(path).texts() if library.is_there(path) else []


def as_csv(rows: Sequence[Sequence[str]]) -> bytes:
    """Rows as every program reads them: CSV (RFC 4180) in UTF-8. TOL006 has seen that none runs anything."""
    text = io.StringIO(newline="")
    csv.writer(text, lineterminator="\r\n").writerows(rows)
    return text.getvalue().encode()
