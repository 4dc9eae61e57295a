"""A digest of the words of a piece as print shows them, which tells whether printed copies still say the same."""

from __future__ import annotations

import hashlib
import json
import unicodedata
from dataclasses import fields, is_dataclass

from wawla.model import Piece
from wawla.model.body import Body
from wawla.reading.body_words import words_of
from wawla.reading.library import Library
from wawla.reading.print_view import print_view


def print_digest(piece: Piece, library: Library) -> str:
    """The first twelve hexadecimal digits of a SHA-256 over the words of a piece: of everything print is handed of it.

    Another order of the front matter, other line breaks and other marks for headings, lists and tables change
    nothing. Another word does, and so does another address of a link, for it is printed as a footnote. A sign that
    stands alone, such as `-` in a table, is a word wherever it is printed.

    The words of the body are those of its source: a digest is stored for years, and HTML or a parsed tree may come out
    otherwise with the next version of the parser. So a list that is made paragraphs has the same digest; its words are
    the same. Of the parser there is only which signs are marks, and where that changes, so does what is printed.
    """
    return hashlib.sha256(json.dumps(_words(print_view(piece, library))).encode()).hexdigest()[:12]


def _words(part: object) -> object:
    """The words of a part as plain data, each part in its own place, so that no word passes from one to the next."""
    if is_dataclass(part):
        return {field.name: _words(getattr(part, field.name)) for field in fields(part)}
    if isinstance(part, tuple):
        return [_words(each) for each in part]
    words = words_of(part) if isinstance(part, Body) else f"{part}".split()
    return unicodedata.normalize("NFC", " ".join(words))
