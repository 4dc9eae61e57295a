"""The abbreviations of the glossary that a body uses where a reader may want them explained."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from wawla.model import Abbreviation
from wawla.model.body import Body
from wawla.model.body.code import blanked

_CAPITALS = re.compile(r"\b[A-Z][A-Za-z0-9]*[A-Z0-9]\b|\b[A-Z]{2,}s?\b")


def abbreviations_in(body: Body, glossary: Mapping[str, Abbreviation]) -> dict[str, str]:
    """What each abbreviation stands for, in the order of the alphabet.

    Those in headings, links and code are left alone, and so are those that the body explains itself.
    """
    known = _words(body.text, glossary)  # most bodies have few, and need not be looked at closer
    if known:
        known &= _words(blanked(body.plain, sorted(_unexplained(body))), glossary)
        known -= {each.text for each in body.abbreviations}
    return {word: glossary[word].stands_for for word in sorted(known)}


def _words(text: str, glossary: Mapping[str, Abbreviation]) -> set[str]:
    """The words of the glossary in a text, those with an s for several too."""
    words = set(_CAPITALS.findall(text)) if glossary else set()
    return {word for word in words | {word.removesuffix("s") for word in words} if word in glossary}


def _unexplained(body: Body) -> Iterator[tuple[int, int]]:
    """Headings, and links that lead somewhere."""
    yield from ((heading.span.start, heading.span.end) for heading in body.headings)
    yield from ((link.span.start, link.span.end) for link in body.links if link.target.text)
