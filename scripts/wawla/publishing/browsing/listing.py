"""Lists of pieces: grouped under headings where a list is long, and split into pages where it is very long."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from wawla.model import KINDS, Piece
from wawla.model.wording import practice_in

GROUPED_ABOVE = 12
"""A list with more pieces than this is grouped under headings."""
PAGED_FROM, PER_PAGE = 100, 50
"""A list of at least PAGED_FROM pieces is split into pages of PER_PAGE pieces."""


@dataclass(frozen=True)
class ListGroup:
    """Pieces under one heading. `title` is '' where a list needs none."""

    title: str
    anchor: str
    pieces: tuple[Piece, ...]
    total: int
    """How many pieces it has on all pages together."""
    begins_on: int = 1
    """The number of the page on which it begins."""


@dataclass(frozen=True)
class ListPage:
    """One page of a list."""

    number: int
    """From 1."""
    addresses: tuple[str, ...]
    """Of all pages of the list."""
    groups: tuple[ListGroup, ...]
    """What stands here; of each group only the pieces of this page."""
    whole: tuple[ListGroup, ...]
    """Every group of the list, with all its pieces."""
    first: int
    """The place of the first piece here among all, from 1."""
    total: int

    @property
    def address(self) -> str:
        """Its own address."""
        return self.addresses[self.number - 1]

    @property
    def last(self) -> int:
        """The place of the last piece here among all."""
        return self.first - 1 + sum(len(group.pieces) for group in self.groups)

    def titled(self, title: str) -> str:
        """The title of this page of a list with that title."""
        return title if self.number == 1 else f"{title}, page {self.number} of {len(self.addresses)}"


def paginate(address: str, pieces: Sequence[Piece]) -> list[ListPage]:
    """The pages of a list at this address, one at least; groups go on from page to page. Pieces keep their order."""
    size = PER_PAGE if len(pieces) >= PAGED_FROM else max(len(pieces), 1)
    starts = range(0, max(len(pieces), 1), size)
    addresses = tuple(f"{address}page-{number}/" if number > 1 else address for number in range(1, len(starts) + 1))
    whole, before = [], 0
    for group in _groups(pieces):
        whole.append(replace(group, begins_on=before // size + 1))
        before += group.total
    return [
        ListPage(number, addresses, tuple(_cut(whole, start, start + size)), tuple(whole), start + 1, len(pieces))
        for number, start in enumerate(starts, 1)
    ]


def _cut(groups: Sequence[ListGroup], start: int, stop: int) -> Iterator[ListGroup]:
    before = 0
    for group in groups:
        if here := group.pieces[max(start - before, 0) : max(stop - before, 0)]:
            yield replace(group, pieces=here)
        before += group.total


def _groups(pieces: Sequence[Piece]) -> list[ListGroup]:
    """By kind; pieces of one kind by year of practice, the newest first: there are few however long the list grows."""
    if len(pieces) > GROUPED_ABOVE:
        by_kind = [(kind.titles, name, [p for p in pieces if p.kind == name]) for name, kind in KINDS.items()]
        years = sorted({_year_of(piece) for piece in pieces}, reverse=True)
        of_year = {year: [piece for piece in pieces if _year_of(piece) == year] for year in years}
        by_year = [
            (practice_in(year, some) if year else "Of no one year", year or "other", some)
            for year, some in of_year.items()
        ]
        for choice in (by_kind, by_year):
            groups = [ListGroup(title, f"_{key}", tuple(some), len(some)) for title, key, some in choice if some]
            if len(groups) > 1:
                return groups
    return [ListGroup("", "", tuple(pieces), len(pieces))]


def _year_of(piece: Piece) -> str:
    return piece.years[0] if piece.years else ""
