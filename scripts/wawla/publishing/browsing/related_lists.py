"""Links from a list of pieces to the lists beside it, within it and round it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from wawla.model import BROWSED, Network
from wawla.model.body import anchor_of
from wawla.model.wording import capital, schools_of
from wawla.publishing.browsing.shelves import SHELVES, Shelf
from wawla.publishing.page import shelf_address
from wawla.publishing.site import SiteContext


@dataclass(frozen=True)
class ListLink:
    """A list to go to, and how many pieces stand there."""

    title: str
    address: str
    number: int


@dataclass(frozen=True)
class RelatedLists:
    """Links of one sort, and what they are called together."""

    title: str
    links: tuple[ListLink, ...]

    @property
    def anchor(self) -> str:
        """Its title as an anchor."""
        return anchor_of(self.title)


def kind_lists(site: SiteContext) -> RelatedLists:
    """The lists of all kinds of piece that there are."""
    count = Counter(piece.kind for piece in site.published.pieces)
    links = (ListLink(kind.titles, kind.address, count[kind.name]) for kind in BROWSED if count[kind.name])
    return RelatedLists("Kind", tuple(links))


def word_lists(shelf: Shelf, site: SiteContext) -> RelatedLists:
    """The words of a shelf that have pieces."""
    shelved = site.shelf(shelf.name).items()
    links = (ListLink(capital(word), shelf_address(shelf.name, word), len(some)) for word, some in shelved if some)
    return RelatedLists(shelf.one, tuple(links))


def network_lists(title: str, some: Mapping[str, Network], site: SiteContext) -> RelatedLists:
    """The pages of these networks."""
    return RelatedLists(
        title,
        tuple(ListLink(n.title, f"networks/{key}/", len(site.published.accounts_of(key))) for key, n in some.items()),
    )


def narrower_lists(shelf: Shelf, word: str, site: SiteContext) -> Iterator[RelatedLists]:
    """From the page of a word: to its phases, or from a phase to every word of other shelves within it."""
    for other in SHELVES.values() if shelf.name == "phases" else ():
        if links := tuple(_within(other, word, site)):
            yield RelatedLists(f"By {other.one.lower()}", links)
    if phases := site.crossing(shelf.name, word):
        yield RelatedLists(
            f"By {SHELVES['phases'].one.lower()}",
            tuple(
                ListLink(capital(schools_of(phase)), shelf_address(shelf.name, word, phase), len(some))
                for phase, some in phases.items()
            ),
        )
    if shelf.name == "regions" and (there := site.published.networks_in(word)):
        yield network_lists("Networks there", there, site)


def _within(shelf: Shelf, phase: str, site: SiteContext) -> Iterator[ListLink]:
    """The words of a shelf within a phase; where all pieces of a word are in it, that is the word's own page."""
    for word, pieces in site.shelf(shelf.name).items() if shelf.crossed else ():
        if phase in site.crossing(shelf.name, word):
            some = site.crossing(shelf.name, word)[phase]
            yield ListLink(capital(word), shelf_address(shelf.name, word, phase), len(some))
        elif any(phase in piece.phases for piece in pieces):
            yield ListLink(capital(word), shelf_address(shelf.name, word), len(pieces))


def wider_lists(shelf: Shelf, word: str, phase: str, site: SiteContext) -> Iterator[RelatedLists]:
    """From the page of a word within a phase: to all of the word, all of the phase, and the word in other phases."""
    phases = SHELVES["phases"]
    wider = (
        ListLink(shelf.titled(word), shelf_address(shelf.name, word), len(site.shelf(shelf.name)[word])),
        ListLink(phases.titled(phase), shelf_address("phases", phase), len(site.shelf("phases")[phase])),
    )
    beside = (
        ListLink(crossed_title(shelf, word, other), shelf_address(shelf.name, word, other), len(some))
        for other, some in site.crossing(shelf.name, word).items()
        if other != phase
    )
    yield RelatedLists("See also", (*wider, *beside))


def crossed_title(shelf: Shelf, word: str, phase: str) -> str:
    """'Enquiry in primary schools'."""
    return shelf.crossed.format(shelf.titled(word), schools_of(phase))
