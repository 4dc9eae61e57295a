"""What a scan of a body finds: stretches of text, headings and links, each with its place."""

from __future__ import annotations

import re
from typing import NamedTuple


class Span(NamedTuple):
    """A stretch of the body that says something: its text, and where it stands."""

    text: str
    start: int
    end: int


class Heading(NamedTuple):
    """A heading: its level, its words without marks, and the anchor that leads to it."""

    level: int
    text: str
    anchor: str
    span: Span


class Link(NamedTuple):
    """A link or, with `image`, a picture: its words and its target, each with its place.

    `reference` is the label of a link such as `[words][label]`; its target is empty where nothing defines the label.
    """

    text: str
    target: Span
    span: Span
    image: bool = False
    reference: str | None = None


def spans(pattern: re.Pattern[str], text: str) -> tuple[Span, ...]:
    """What the first group of a pattern finds, in order."""
    return tuple(Span(m[1], *m.span(1)) for m in pattern.finditer(text))
