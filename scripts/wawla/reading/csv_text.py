"""A CSV file to text and to the sign that parts its cells, however a spreadsheet has written it."""

from __future__ import annotations

import csv
import io
import re
from collections import Counter
from itertools import islice

SEPARATORS = {",": "commas", ";": "semicolons", "\t": "tabs", "|": "strokes"}
"""The signs that spreadsheets put between cells, and what they are called, the commonest first."""
_MARKS = {b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16", b"\xef\xbb\xbf": "utf-8-sig"}
"""Byte-order marks, and the encoding that each stands for."""
_OTHER_KINDS = {
    b"PK\x03\x04": "a spreadsheet or an archive",
    b"\xd0\xcf\x11\xe0": "a spreadsheet of an old kind",
    b"%PDF": "a PDF",
    b"\x89PNG": "a picture",
    b"\xff\xd8\xff": "a picture",
    b"GIF8": "a picture",
}
"""How files begin that are no text, and what they are."""
_NAMED = re.compile(r'"?sep=([,;|\t])"?[ \t]*(?:\n|\Z)', re.I)
"""The line in which a spreadsheet names the sign; it is no row."""
_ROWS_LOOKED_AT = 200


def other_kind(data: bytes) -> str:
    """What a file is that has only the name of a table; '' where it may be one."""
    start = data[:200].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if start.startswith((b"<!doctype", b"<html", b"<?xml")):
        return "a web page (HTML)"
    return next((kind for sign, kind in _OTHER_KINDS.items() if data.startswith(sign)), "")


def decode_csv(data: bytes) -> str:
    """The text of a CSV file in UTF-8 or UTF-16, with plain line ends. Raises UnicodeDecodeError for any other."""
    encoding = next((name for mark, name in _MARKS.items() if data.startswith(mark)), "") or _without_mark(data)
    return data.decode(encoding).lstrip("\ufeff").replace("\r\n", "\n").replace("\r", "\n")


def _without_mark(data: bytes) -> str:
    """The encoding of text without a byte-order mark: in UTF-16, half the bytes of plain words are zeros."""
    start = data[:64]
    if len(data) % 2 == 0 and b"\0" in start:
        if not any(start[::2]):
            return "utf-16-be"
        if not any(start[1::2]):
            return "utf-16-le"
    return "utf-8"


def named_separator(text: str) -> tuple[str, int]:
    """The sign that the first line names, and how many letters that line has; '' and 0 where it names none."""
    line = _NAMED.match(text)
    return (line[1], line.end()) if line else ("", 0)


def fitting_separators(text: str) -> list[str]:
    """The sign that parts most rows of a text into equally many cells, two or more; none where it has one column.

    There are several only where each of them parts every row, and nothing in the text tells which is meant.
    """
    fits = {sign: _fit(text, sign) for sign in SEPARATORS}
    best = max(fits.values())
    fitting = [sign for sign, fit in fits.items() if fit == best and fit > (0.0, False)]
    return fitting if best == (1.0, True) else fitting[:1]


def _fit(text: str, separator: str) -> tuple[float, bool]:
    """How great a part of the rows has the commonest number of cells, and whether the first row has it too."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, skipinitialspace=True, strict=True)
    widths: list[int] = []
    try:
        widths.extend(len(row) for row in islice(reader, _ROWS_LOOKED_AT) if any(row))
    except csv.Error:
        widths.append(0)
    several = Counter(width for width in widths if width > 1)
    if not several:
        return 0.0, False
    [(width, rows)] = several.most_common(1)
    return rows / len(widths), widths[0] == width
