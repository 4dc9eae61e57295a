"""The figures of a data-set, from its CSV file."""

from __future__ import annotations

import csv
import io

from wawla.model import Piece, Tool
from wawla.reading.library import Library


def table_of(piece: Piece, library: Library) -> list[list[str]]:
    """The rows of a data-set, the names of its columns first; none for any other piece."""
    path = f"{piece.folder}/{piece.data}" if isinstance(piece, Tool) and piece.data else ""
    if not library.is_there(path):
        return []
    text = library.tree.read(path).decode("utf-8-sig")
    return [row for row in csv.reader(io.StringIO(text, newline="")) if row]
