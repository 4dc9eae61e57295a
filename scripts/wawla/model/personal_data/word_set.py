"""Sets of words, written as people read them."""

from __future__ import annotations


def word_set(words: str) -> frozenset[str]:
    """The words between spaces and line ends."""
    return frozenset(words.split())
