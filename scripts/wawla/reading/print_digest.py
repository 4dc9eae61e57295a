"""A digest of the words of a piece as print shows them, which tells whether printed copies still say the same."""

from __future__ import annotations

import csv
import hashlib
import io
import json
import re
import unicodedata
from collections.abc import Iterator

from wawla.model import Account, Piece, Tool
from wawla.reading.library import Library

_MARKS = re.compile(r"[-#=*+>|:]+")
"""Marks that stand alone: they make headings, lists and tables, and are no words."""


def print_digest(piece: Piece, library: Library) -> str:
    """The first twelve hexadecimal digits of a SHA-256 over the words of a piece.

    Another order of the front matter, other line breaks and other marks for headings, lists and tables change
    nothing. Another word does, and so does another address of a link, for it is printed as a footnote.
    """
    parts = [[name, *(" ".join(_words(text)) for text in texts)] for name, *texts in _parts(piece, library)]
    return hashlib.sha256(json.dumps(parts).encode()).hexdigest()[:12]


def _words(text: str) -> Iterator[str]:
    return (word for word in unicodedata.normalize("NFC", text).split() if not _MARKS.fullmatch(word))


def _parts(piece: Piece, library: Library) -> Iterator[tuple[str, ...]]:
    """What the page of a piece says, each part under a name of its own, so that no word passes from one to the next."""
    yield "title", piece.title
    yield "summary", piece.summary
    for author in piece.authors:
        yield "author", author.role, author.name or ""
    if isinstance(piece, Account):
        yield "setting", piece.setting
    if isinstance(piece, Tool):
        yield "tool", piece.purpose, piece.group or "", f"{piece.minutes or ''}"
        yield "materials", *piece.materials
        yield from _cells(piece, library)
    yield "questions", *piece.questions
    yield "body", piece.body.text
    for picture in sorted(piece.pictures, key=lambda picture: picture.file):
        yield "picture", picture.file, picture.alt, picture.caption or "", picture.credit


def _cells(tool: Tool, library: Library) -> Iterator[tuple[str, ...]]:
    """The rows of a data-set; where its file is no table, what can be read of it (TOL005 speaks of that)."""
    path = f"{tool.folder}/{tool.data}" if tool.data else ""
    if path in tool.sibling_files:
        text = library.tree.read(path).decode("utf-8-sig", "replace")
        rows = csv.reader(io.StringIO(text, newline=""))
        try:
            yield from (("row", *row) for row in rows if row)
        except csv.Error:
            yield "row", text
