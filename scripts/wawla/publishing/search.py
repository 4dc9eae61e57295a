"""The search page, the filters of each page in the search index, and the words suggested for misspelt ones."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from wawla.model import KINDS, Edition, Piece
from wawla.model.typography import typographic
from wawla.model.wording import capital, edition_name
from wawla.publishing.browsing.shelves import SHELVES, Shelf
from wawla.publishing.page import Asset, Page
from wawla.publishing.site import SiteContext
from wawla.publishing.templating import html_of

Facets = tuple[tuple[str, str], ...]

MORE: Facets = (("more", "yes"),)
"""Marks a page that search results list last, below all pieces and published editions."""
_WORD = re.compile(r"(?<![\w'’])[^\W\d_]{4,24}(?![\w'’])")
"""A word worth suggesting for a misspelt one: 4 to 24 letters, no digits, and not part of a word with an apostrophe."""
_MOST_WORDS = 4000
"""How many words can be suggested. Rarer ones are left out, so that the file is about 15 kB when compressed."""


class Filter(NamedTuple):
    """A filter of the search: its name in the address of the page, and its title for readers."""

    name: str
    title: str


def filters() -> Iterator[Filter]:
    """Every filter, in the order in which readers are shown them."""
    yield Filter("kind", "Kind")
    yield from (Filter(_name(shelf), shelf.one) for shelf in SHELVES.values())
    yield Filter("network", "Network")
    yield Filter("series", "Series")
    yield Filter("edition", "Edition")


def _name(shelf: Shelf) -> str:
    """The name of the filter for a shelf, in the singular: 'theme' for 'themes'."""
    return shelf.name.removesuffix("s")


def facets_of_piece(piece: Piece, site: SiteContext) -> Facets:
    """The filters of a piece, with its values."""
    return _as_values(_facets_of_piece(piece, site))


def _facets_of_piece(piece: Piece, site: SiteContext) -> Iterator[tuple[str, str]]:
    yield "kind", KINDS[piece.kind].title
    for shelf in SHELVES.values():
        yield from ((_name(shelf), capital(word)) for word in shelf.words_of(piece, site.library))
    if network := site.published.network_of(piece):
        yield "network", network.title
    for edition in site.published.editions_of(piece):
        yield from _facets_of_its_place(edition, site)


def facets_of_edition(edition: Edition, site: SiteContext) -> Facets:
    """The filters of an edition, with its values; a forthcoming edition is listed below all that can be read."""
    if edition.status != "published":
        return MORE
    return _as_values((("kind", "Edition"), *_facets_of_its_place(edition, site)))


def _facets_of_its_place(edition: Edition, site: SiteContext) -> Facets:
    series = site.published.series_of(edition)
    return (*((("series", series.short_title),) if series else ()), ("edition", edition_name(edition, series)))


def _as_values(facets: Iterable[tuple[str, str]]) -> Facets:
    """The facets with values that Pagefind can be asked for: it takes no straight quotes and no backslash."""
    return tuple((name, typographic(value).replace("\\", "/")) for name, value in facets)


def search_page(site: SiteContext) -> Page:
    """The page with the search, its filters, and the ways round it for a browser without scripts."""
    title, description = "Search", "Find a piece by its words, and narrow down by kind, theme, phase and more."
    html = html_of("search.html", "search/", site=site, title=title, description=description, filters=list(filters()))
    return Page("search/index.md", title, description, html, kind="search", scripts=("search-page.js",))


def known_words(site: SiteContext) -> Asset:
    """The words of titles, summaries and headings, the most frequent first, to suggest for misspelt ones."""
    counts = Counter(word for text in _texts(site) for word in _WORD.findall(text.lower()))
    common = sorted(counts, key=lambda word: (-counts[word], word))[:_MOST_WORDS]
    return Asset("search/words.json", json.dumps(common, ensure_ascii=False, separators=(",", ":")).encode())


def _texts(site: SiteContext) -> Iterable[str]:
    for piece in site.published.pieces:
        yield " ".join((piece.title, piece.summary, *(part.title for part in site.rendered[piece.path].outline)))
    yield from (f"{edition.title} {edition.summary}" for edition in site.library.editions.values())
    yield from (f"{network.title} {network.summary}" for network in site.library.networks.values())
