"""Sets of words and alternatives of a pattern, written as people read them."""

from __future__ import annotations

import re


def word_set(words: str) -> frozenset[str]:
    """The words between spaces and line ends."""
    return frozenset(words.split())


def any_of(phrases: str) -> str:
    """The pattern of any of these phrases, which may be patterns themselves; commas and line ends part them."""
    each = filter(None, map(str.strip, re.split("[,\n]", phrases)))
    return f"(?:{'|'.join(each)})"
