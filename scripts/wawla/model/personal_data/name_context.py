"""What stands around the name of somebody whom a lesson or a book is about."""

from __future__ import annotations

import re

from wawla.model.personal_data.full_names import FullName

SUBJECT = re.compile(
    r"\b(?:read|reads|reading|stud(?:y|ied|ying|ies)|taught|teach(?:es|ing)?|author|authors|poets?|artists?"
    r"|composers?|novelists?|writers?"
    r"|illustrators?|explorers?|scientists?|inventors?|play(?:ing|ed)|portray(?:ing|ed)|perform(?:ed|ing)|staged"
    r"|explored|characters?|hero|heroine"
    r"|based on|inspired by|works (?:of|by)|paintings? (?:of|by)|(?<!exercise )books? (?:of|by)|novels? (?:of|by)"
    r"|life of|story of) $",
    re.I,
)
"""Stands before the name of an author, an artist, a character."""


def is_title_of_work(text: str, name: FullName) -> bool:
    """Whether the name stands alone between quotation marks, as the title of a book."""
    marks = text[name.start - 1 : name.start], text[name.end : name.end + 1]
    return marks in (('"', '"'), ("'", "'"), ("_", "_"))
