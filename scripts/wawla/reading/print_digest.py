"""A digest of the words of a piece as print shows them, which tells whether printed copies still say the same."""

from __future__ import annotations

import hashlib
import json
import re
import unicodedata
from dataclasses import fields, is_dataclass

from wawla.model import Piece
from wawla.reading.library import Library
from wawla.reading.print_view import print_view

_MARKS = re.compile(r"[-#=*+>|:]+")
"""Marks that stand alone: they make headings, lists and tables, and are no words."""


def print_digest(piece: Piece, library: Library) -> str:
    """The first twelve hexadecimal digits of a SHA-256 over the words of a piece: of everything print is handed of it.

    Another order of the front matter, other line breaks and other marks for headings, lists and tables change
    nothing. Another word does, and so does another address of a link, for it is printed as a footnote.
    """
    return hashlib.sha256(json.dumps(_words(print_view(piece, library))).encode()).hexdigest()[:12]


def _words(part: object) -> object:
    """The words of a part as plain data, each part in its own place, so that no word passes from one to the next."""
    if is_dataclass(part):
        return {field.name: _words(getattr(part, field.name)) for field in fields(part)}
    if isinstance(part, tuple):
        return [_words(each) for each in part]
    words = unicodedata.normalize("NFC", f"{part}").split()
    return " ".join(word for word in words if not _MARKS.fullmatch(word))
