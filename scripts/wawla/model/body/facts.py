"""What the parser made of a body: headings, links, notes, tables, list items and code, each with its place."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from wawla.model.body.spans import Heading, Link, Span


class Table(NamedTuple):
    """A table as its lines: the header row, the line of hyphens, and the other rows."""

    rows: tuple[Span, ...]
    columns: int


class ListItem(NamedTuple):
    """An item of a list: how many lists it stands in, and the line on which it begins."""

    depth: int
    ordered: bool
    span: Span


@dataclass(frozen=True, slots=True)
class BodyFacts:
    """A body as the renderer will have it. Places are offsets in its text."""

    headings: tuple[Heading, ...] = ()
    """As on the page: those within notes at its end come last."""
    links: tuple[Link, ...] = ()
    """In the order of the text; with an empty target those by a reference that nothing defines."""
    notes_used: tuple[Span, ...] = ()
    """Labels of notes where the text refers to them, those included that nothing defines."""
    notes_defined: tuple[Span, ...] = ()
    """Labels of notes where they are written; one twice, where it is written twice."""
    abbreviations: tuple[Span, ...] = ()
    definitions: tuple[tuple[int, int], ...] = ()
    """Where references, notes and abbreviations are defined; of a note, only its label."""
    tables: tuple[Table, ...] = ()
    items: tuple[ListItem, ...] = ()
    code: tuple[tuple[int, int], ...] = ()
    fenced: tuple[tuple[int, int], ...] = ()
    tangled: str = ""
    """Why the parser gave up, in words; then there are no facts."""
