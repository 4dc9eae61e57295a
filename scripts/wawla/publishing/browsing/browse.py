"""Pages to find a piece by: all of a kind, under each word of every shelf, and one page that leads to all of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from wawla.model import BROWSED, Piece
from wawla.model.outline import Section
from wawla.model.wording import capital, practice_in, schools_of
from wawla.publishing.browsing.listing import paginate
from wawla.publishing.browsing.related_lists import (
    ListLink,
    RelatedLists,
    crossed_title,
    kind_lists,
    narrower_lists,
    network_lists,
    wider_lists,
    word_lists,
)
from wawla.publishing.browsing.shelves import SHELVES, Shelf, sentences
from wawla.publishing.page import Page, shelf_address
from wawla.publishing.site import SiteContext
from wawla.publishing.templating import html_of

_MOST_NETWORKS = 30
"""The page of all ways names the networks up to so many; more stand on a page of their own only."""
BROWSE = ListLink("Find a piece", "browse/", 0)


def browse_pages(site: SiteContext) -> Iterator[Page]:
    """Every page that lists pieces, but those of networks and editions."""
    yield _all_ways(site)
    for kind in BROWSED:
        pieces = [piece for piece in site.published.by_title if piece.kind == kind.name]
        others = tuple(link for link in kind_lists(site).links if link.address != kind.address)
        beside = [RelatedLists("Other kinds", others)] if others else []
        yield from list_pages(site, kind.address, kind.titles, kind.description, BROWSE, pieces, beside)
    for shelf in SHELVES.values():
        yield _directory(shelf, site)
        for word, pieces in site.shelf(shelf.name).items():
            yield from _word_pages(shelf, word, pieces, site)


def list_pages(
    site: SiteContext,
    address: str,
    title: str,
    description: str,
    up: ListLink,
    pieces: Sequence[Piece],
    beside: Sequence[RelatedLists] = (),
) -> Iterator[Page]:
    """The pages of a list of pieces; the first one has the links to the lists `beside`."""
    for list_page in paginate(address, pieces):
        html = html_of(
            "list.html",
            list_page.address,
            site=site,
            title=list_page.titled(title),
            description=description if list_page.number == 1 else "",
            up=up,
            list_page=list_page,
            level=2,
            beside=beside if list_page.number == 1 else (),
        )
        said = description or title if list_page.number == 1 else f"{list_page.titled(title)}. {description}".strip()
        yield Page(f"{list_page.address}index.md", list_page.titled(title), said, html, kind="list")


def _word_pages(shelf: Shelf, word: str, pieces: Sequence[Piece], site: SiteContext) -> Iterator[Page]:
    sentence = sentences(shelf, site.library).get(word, "")
    is_year = shelf.name == "years"
    description = sentence or (_of_year(word, pieces) if is_year else f"{shelf.title}: {word}.")
    up = ListLink(shelf.one, f"{shelf.name}/", len(pieces))
    address, title = shelf_address(shelf.name, word), practice_in(word, pieces) if is_year else shelf.titled(word)
    yield from list_pages(site, address, title, description, up, pieces, list(narrower_lists(shelf, word, site)))
    for phase, some in site.crossing(shelf.name, word).items():
        description = f"{title}: what comes from {schools_of(phase)}, or serves them. {sentence}".strip()
        beside = list(wider_lists(shelf, word, phase, site))
        address = shelf_address(shelf.name, word, phase)
        yield from list_pages(site, address, crossed_title(shelf, word, phase), description, up, some, beside)


def _of_year(year: str, pieces: Sequence[Piece]) -> str:
    guessed = [piece.circa for piece in pieces]
    if all(guessed):
        return "What was tried or thought then. The year is a good guess."
    return f"What was tried or thought in {year}{', or about then: each piece says which' if any(guessed) else ''}."


def _directory(shelf: Shelf, site: SiteContext) -> Page:
    """The words of a shelf with their sentences."""
    told = sentences(shelf, site.library)
    terms = [
        (capital(word), shelf_address(shelf.name, word), told.get(word, ""), len(pieces))
        for word, pieces in site.shelf(shelf.name).items()
    ]
    html = html_of(
        "directory.html", f"{shelf.name}/", title=shelf.title, description=shelf.description, up=BROWSE, terms=terms
    )
    return Page(f"{shelf.name}/index.md", shelf.title, shelf.description, html, kind="list")


def _all_ways(site: SiteContext) -> Page:
    """The page that leads to every list there is; it is all that a reader without scripts needs in place of search."""
    title, description = BROWSE.title, "By kind, by theme, by where it comes from: every way to a piece, on one page."
    told = {
        shelf.name: f"{shelf.title}, and what each one means" for shelf in SHELVES.values() if shelf.name != "years"
    }
    ways = [(kind_lists(site), "", "")]
    ways += [(word_lists(shelf, site), f"{shelf.name}/", told.get(shelf.name, "")) for shelf in SHELVES.values()]
    register = site.published.networks if len(site.published.networks) <= _MOST_NETWORKS else {}
    ways += [(network_lists("Network", register, site), "networks/", "All networks, with a map and what each one is")]
    ways = [way for way in ways if way[0].links or way[1] == "networks/"]
    html = html_of("browse.html", BROWSE.address, site=site, title=title, description=description, ways=ways)
    outline = [
        Section(2, f"_{way.anchor}", f"By {way.title.lower()}") for way, address, _ in ways if way.links or address
    ]
    outline.append(Section(2, "_edition", "By edition"))
    return Page(f"{BROWSE.address}index.md", title, description, html, tuple(outline), kind="browse")
