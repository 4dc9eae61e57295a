"""The headings of a body, as a page lists them."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Section:
    """A heading in the outline of a body; `title` is text, not HTML."""

    level: int
    anchor: str
    title: str
    needs_scripts: bool = False
    """Whether it is hidden until a script shows it."""
