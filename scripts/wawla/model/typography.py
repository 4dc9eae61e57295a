"""Quotation marks and apostrophes as they are set in print."""

from __future__ import annotations

import re

_STRAIGHT = re.compile("['\"]")
_BEFORE_A_WORD = " \t\n\u00a0([{–—‘“-/"
"""What can stand before a mark that opens a quotation."""

BOX = "\u2610"
"""Set in place of a letter that our typefaces have not, and as a box to tick; they have this one."""


def typographic(text: str, before: str = " ") -> str:
    """The text with ‘so’, “so” and it’s in place of straight marks. `before` is the letter in front of the text."""
    if "'" not in text and '"' not in text:
        return text

    def curly(match: re.Match[str]) -> str:
        letter = text[match.start() - 1] if match.start() else before
        opens = letter in _BEFORE_A_WORD or (letter in "'\"" and match.start() < 2)
        if match[0] == '"':
            return "“" if opens else "”"
        decade = opens and text[match.end() : match.end() + 2].isdigit()  # ’90s
        return "‘" if opens and not decade else "’"

    return _STRAIGHT.sub(curly, text)
