"""What every page of the site is made from: the library, the rendered bodies, and what is worked out once."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from urllib.parse import quote

from markupsafe import Markup

from wawla.model import Edition, Entry, Piece
from wawla.model.addresses import public
from wawla.publishing.browsing.related import Relations
from wawla.publishing.browsing.shelves import SHELVES, crossings, shelved
from wawla.publishing.citing.earlier_feed import EarlierFeed
from wawla.publishing.order_offer import OrderOffer, order_offer
from wawla.publishing.page import Download
from wawla.publishing.templating import html_of
from wawla.reading.library import Library
from wawla.reading.published import Published
from wawla.rendering.job import Rendered
from wawla.rendering.look.covers import cover
from wawla.rendering.pictures.make import SitePictures


@dataclass(frozen=True)
class SiteContext:
    """Everything that pages are made from: a library, its rendered bodies, and what is worked out once for all."""

    library: Library
    rendered: Mapping[str, Rendered]
    """By path."""
    changes: Mapping[str, str] = field(default_factory=dict)
    """The day each file last changed, by path, where that is known."""
    base: str = ""
    """The address of the site itself, with a slash at its end; '' where it is not known. Its host may be reserved."""
    name: str = ""
    """What the site is called; '' where it is not known."""
    downloads: Mapping[str, Download] = field(default_factory=dict)
    """The PDF of an edition or a piece, by its folder; none where none were made."""
    newest: str = ""
    """The day the publication as a whole last changed: that of its newest commit; '' where that is not known."""
    earlier_feeds: Mapping[str, EarlierFeed] = field(default_factory=dict)
    """The feeds of the site that is replaced, by their addresses; none where there is none."""
    pictures: SitePictures = field(default_factory=dict)
    """The files made of each picture, by its path; a picture that is not here is not published."""

    @cached_property
    def title(self) -> str:
        """What the publication is called: the name of its site, or else the title of its first series."""
        first = min(self.library.series.values(), key=lambda series: (series.position, series.slug), default=None)
        return self.name or (first.title if first else "")

    @cached_property
    def published(self) -> Published:
        """What of the library readers of the site may see today."""
        return Published(self.library, "web")

    @cached_property
    def relations(self) -> Relations:
        """What to read next."""
        return Relations(self.published.pieces, self.published)

    @cached_property
    def orders(self) -> OrderOffer:
        """What can be ordered today, and who takes the orders."""
        return order_offer(self.library)

    @cached_property
    def public_base(self) -> str:
        """The address of the site where strangers can reach it; '' where its host is reserved, or it is not known."""
        return public(self.base)

    def address_of(self, entry: Entry) -> str:
        """The whole address of an entry, for what cannot do without one, such as a feed."""
        return f"{self.base}{quote(entry.folder)}/"

    def public_address_of(self, entry: Entry) -> str:
        """The address at which strangers find an entry; '' where the site has none."""
        return self.address_of(entry) if self.public_base else ""

    def cover_of(self, edition: Edition) -> str:
        """The cover of an edition, as SVG."""
        if edition.folder not in self._covers:
            self._covers[edition.folder] = cover(edition, self.published.series_of(edition), self.library)
        return self._covers[edition.folder]

    @cached_property
    def _covers(self) -> dict[str, str]:
        return {}

    def changed(self, entry: Entry) -> str:
        """The day the entry's own file last changed, or ''."""
        return self.changes.get(entry.path, "")

    def shelf(self, name: str) -> Mapping[str, list[Piece]]:
        """The pieces by the words of a shelf, such as `themes`, in its order; in each by title."""
        if name not in self._shelves:
            self._shelves[name] = shelved(SHELVES[name], self.published.by_title, self.library)
        return self._shelves[name]

    def crossing(self, name: str, word: str) -> Mapping[str, list[Piece]]:
        """The pieces of a word by phase, for each phase that has a page on both; such as enquiry in primary schools."""
        if (name, word) not in self._crossings:
            whole = self.shelf(name)[word] if SHELVES[name].crossed else []
            self._crossings[name, word] = crossings(whole, self.shelf("phases"))
        return self._crossings[name, word]

    def item(self, piece: Piece, href: str, heading: str) -> Markup:
        """A piece as lists show it, made once for every page from which `href` leads to it."""
        key = (piece.folder, href, heading)
        if key not in self._items:
            self._items[key] = html_of(
                "item.html",
                "",
                piece=piece,
                href=href,
                heading=heading,
                network=self.published.network_of(piece),
                reason="",
            )
        return self._items[key]

    @cached_property
    def _items(self) -> dict[tuple[str, str, str], Markup]:
        return {}

    @cached_property
    def _shelves(self) -> dict[str, Mapping[str, list[Piece]]]:
        return {}

    @cached_property
    def _crossings(self) -> dict[tuple[str, str], Mapping[str, list[Piece]]]:
        return {}
