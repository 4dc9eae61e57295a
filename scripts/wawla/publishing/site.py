"""What every page of the site is made from: the library, the rendered bodies, and what is worked out once."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from markupsafe import Markup

from wawla.model import Account, Edition, Entry, Network, Piece, Series, Source
from wawla.model.body import anchor_of
from wawla.publishing.browsing.related import Relations
from wawla.publishing.browsing.shelves import SHELVES, crossings, shelved
from wawla.publishing.page import Download
from wawla.publishing.templating import html_of
from wawla.reading.library import Library
from wawla.reading.visible import is_published
from wawla.rendering.job import Rendered
from wawla.rendering.look.covers import cover


@dataclass(frozen=True)
class SiteContext:
    """A library on its way to pages."""

    library: Library
    rendered: Mapping[str, Rendered]
    """By path."""
    changes: Mapping[str, str] = field(default_factory=dict)
    """The day each file last changed, by path, where that is known."""
    base: str = ""
    """The address of the site itself, with a slash at its end; '' where it is not known."""
    name: str = ""
    """What the site is called; '' where it is not known."""
    downloads: Mapping[str, Download] = field(default_factory=dict)
    """The PDF of an edition or a piece, by its folder; none where none were made."""
    newest: str = ""
    """The day the publication as a whole last changed: of its newest commit or, where that is not known, of today."""

    @cached_property
    def title(self) -> str:
        """What the publication is called: the name of its site, or else the title of its first series."""
        first = min(self.library.series.values(), key=lambda series: (series.position, series.slug), default=None)
        return self.name or (first.title if first else "")

    @cached_property
    def pieces(self) -> list[Piece]:
        """The pieces that readers may see, by folder."""
        return [piece for piece in self.library.pieces.values() if is_published(piece)]

    @cached_property
    def by_title(self) -> list[Piece]:
        """The same pieces in the order of their titles, as lists show them."""
        return sorted(self.pieces, key=lambda piece: (anchor_of(piece.title), piece.folder))

    @cached_property
    def relations(self) -> Relations:
        """What to read next."""
        return Relations(self.pieces, self.library)

    @cached_property
    def newest_first(self) -> list[Edition]:
        """The published editions, the newest first; of one date, the one with the highest number."""
        published = [edition for edition in self.library.editions.values() if edition.status == "published"]
        return sorted(published, key=lambda e: (e.published or "", e.number, e.folder), reverse=True)

    def editions_of(self, piece: Piece) -> list[Edition]:
        """The published editions that list a piece, the newest first. The first one gives its colour."""
        listing = self.library.editions_of(piece)
        return sorted(
            (edition for edition in listing if edition.status == "published"),
            key=lambda e: (e.published or "", e.number, e.folder),
            reverse=True,
        )

    def pieces_of(self, edition: Edition) -> list[Piece]:
        """The pieces of an edition in reading order, without drafts."""
        return [piece for piece in self.library.pieces_of(edition) if is_published(piece)]

    def series_of(self, edition: Edition) -> Series | None:
        """The series of an edition."""
        return self.library.series_of(edition)

    def cover_of(self, edition: Edition) -> str:
        """The cover of an edition, as SVG."""
        if edition.folder not in self._covers:
            series = self.library.series[edition.series_slug]
            self._covers[edition.folder] = cover(edition, series, self.library)
        return self._covers[edition.folder]

    @cached_property
    def _covers(self) -> dict[str, str]:
        return {}

    def sources_of(self, keys: Iterable[str]) -> list[Source]:
        """The register's entries for these keys."""
        return [self.library.sources[key] for key in keys if key in self.library.sources]

    def network_of(self, piece: Piece) -> Network | None:
        """The network an account comes from; None for any other piece."""
        return self.library.networks.get(getattr(piece, "network", ""))

    @cached_property
    def networks(self) -> Mapping[str, Network]:
        """The networks of the register by key, in the order of their titles."""
        return dict(sorted(self.library.networks.items(), key=lambda item: (anchor_of(item[1].title), item[0])))

    def networks_in(self, region: str) -> Mapping[str, Network]:
        """The networks of a region by key; with '', those whose region is not known."""
        return {key: network for key, network in self.networks.items() if (network.region or "") == region}

    def accounts_of(self, network: str) -> list[Account]:
        """The accounts that come from a network, by title, without drafts."""
        return self._accounts.get(network, [])

    @cached_property
    def _accounts(self) -> dict[str, list[Account]]:
        found: dict[str, list[Account]] = {}
        for piece in self.by_title:
            if isinstance(piece, Account):
                found.setdefault(piece.network, []).append(piece)
        return found

    def changed(self, entry: Entry) -> str:
        """The day the entry's own file last changed, or ''."""
        return self.changes.get(entry.path, "")

    def shelf(self, name: str) -> Mapping[str, list[Piece]]:
        """The pieces by the words of a shelf, such as `themes`, in its order; in each by title."""
        if name not in self._shelves:
            self._shelves[name] = shelved(SHELVES[name], self.by_title, self.library)
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
                "item.html", "", piece=piece, href=href, heading=heading, network=self.network_of(piece), reason=""
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
