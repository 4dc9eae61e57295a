"""The figures of a data-set, from its CSV file."""

from __future__ import annotations

import csv
import io

from wawla.model import Piece, Tool
from wawla.reading.library import Library


def table_of(piece: Piece, library: Library) -> list[list[str]]:
    """The rows of a data-set, the names of its columns first; none for any other piece.

    What is no table is one cell, as far as it can be read: TOL005 speaks of that, and until then nothing is published.
    """
    path = f"{piece.folder}/{piece.data}" if isinstance(piece, Tool) and piece.data else ""
    if not library.is_there(path):
        return []
    text = library.tree.read(path).decode("utf-8-sig", "replace")
    try:
        return [row for row in csv.reader(io.StringIO(text, newline="")) if row]
    except csv.Error:
        return [[text]]
