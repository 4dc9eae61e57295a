"""Abbreviations of the glossary, explained where they first stand."""

from __future__ import annotations

import re
from collections.abc import Mapping
from xml.etree.ElementTree import Element

_NOT_IN = {"a", "abbr", "code", "pre", "h1", "h2", "h3", "h4", "h5", "h6"}


def explain(root: Element, meanings: Mapping[str, str]) -> list[str]:
    """Mark each abbreviation where it first stands, with what it stands for; those found, in reading order."""
    words = "|".join(re.escape(word) for word in sorted(meanings, key=len, reverse=True))
    found: list[str] = []
    _explain(root, re.compile(rf"\b({words})(?=s?\b)"), meanings, found)
    return found


def _explain(element: Element, pattern: re.Pattern[str], meanings: Mapping[str, str], found: list[str]) -> None:
    if element.tag in _NOT_IN or len(found) == len(meanings):
        return
    _explain_text(element, None, pattern, meanings, found)
    for child in list(element):
        _explain(child, pattern, meanings, found)
        _explain_text(element, child, pattern, meanings, found)


def _explain_text(
    parent: Element, after: Element | None, pattern: re.Pattern[str], meanings: Mapping[str, str], found: list[str]
) -> None:
    text = (parent.text if after is None else after.tail) or ""
    for match in pattern.finditer(text):
        if match[1] in found:
            continue
        found.append(match[1])
        abbr = Element("abbr", {"title": meanings[match[1]]})
        abbr.text, abbr.tail = match[1], text[match.end(1) :]
        if after is None:
            parent.text = text[: match.start()]
            parent.insert(0, abbr)
        else:
            after.tail = text[: match.start()]
            parent.insert(list(parent).index(after) + 1, abbr)
        _explain_text(parent, abbr, pattern, meanings, found)
        return
