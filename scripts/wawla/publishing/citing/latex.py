"""Text as TeX reads it: the signs that mean something to TeX or BibTeX, quotation marks, dashes and accents."""

from __future__ import annotations

import unicodedata

_COMMANDS = {
    "\\": "textbackslash",
    "{": "textbraceleft",  # BibTeX counts a brace even after a backslash
    "}": "textbraceright",
    "^": "textasciicircum",
    "~": "textasciitilde",
    "<": "textless",
    ">": "textgreater",
    "|": "textbar",
    "…": "ldots",
    "£": "pounds",
    "ß": "ss",
    "æ": "ae",
    "Æ": "AE",
    "œ": "oe",
    "Œ": "OE",
    "ø": "o",
    "Ø": "O",
    "ł": "l",
    "Ł": "L",
}
_MARKS = {"‘": "`", "’": "'", "“": "``", "”": "''", "–": "--", "—": "---", "\u00a0": "~"}
_ACCENTS = {
    "\u0300": "`",
    "\u0301": "'",
    "\u0302": "^",
    "\u0303": "~",
    "\u0304": "=",
    "\u0306": "u",
    "\u0307": ".",
    "\u0308": '"',
    "\u030a": "r",
    "\u030b": "H",
    "\u030c": "v",
    "\u0327": "c",
    "\u0328": "k",
}
_TABLE = str.maketrans(
    {sign: f"{{\\{command}}}" for sign, command in _COMMANDS.items()} | {sign: f"\\{sign}" for sign in "&%$#_"} | _MARKS
)


def latex(text: str) -> str:
    """The text for a field of BibTeX. A letter that no accent makes stays as it is: TeX has read UTF-8 since 2018."""
    return "".join(map(_accent_command, unicodedata.normalize("NFC", text).translate(_TABLE)))


def _accent_command(letter: str) -> str:
    parts = unicodedata.normalize("NFD", letter)
    base, mark = parts[:1], parts[1:]
    return f"{{\\{_ACCENTS[mark]}{{{base}}}}}" if mark in _ACCENTS else letter
