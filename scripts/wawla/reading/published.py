"""What is published of a library, as site and books both take it: pieces, editions, networks, sources and files."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from wawla.model import Account, Edition, Entry, Network, Output, Piece, Series, Source
from wawla.model.body import anchor_of
from wawla.reading.library import Library
from wawla.reading.visible import files_beside, is_published


@dataclass(frozen=True)
class Published:
    """The part of a library that readers may see in one output: no drafts, and no picture that nobody agreed to.

    There is one only of a publication that has passed the check, so every edition has its series.
    """

    library: Library
    output: Output

    @cached_property
    def entries(self) -> list[Entry]:
        """Everything with a body that readers may see, by path."""
        return [entry for entry in self.library.entries.values() if is_published(entry)]

    @cached_property
    def pieces(self) -> list[Piece]:
        """The pieces, by folder."""
        return [piece for piece in self.library.pieces.values() if is_published(piece)]

    @cached_property
    def by_title(self) -> list[Piece]:
        """The same pieces in the order of their titles, as lists show them."""
        return sorted(self.pieces, key=lambda piece: (anchor_of(piece.title), piece.folder))

    @cached_property
    def editions(self) -> list[Edition]:
        """The editions that are out, in the order of series and number."""
        return [edition for edition in self.library.editions.values() if edition.status == "published"]

    @cached_property
    def newest_first(self) -> list[Edition]:
        """The same editions, the newest first; of one date, the one with the highest number."""
        return sorted(self.editions, key=_age, reverse=True)

    def pieces_of(self, edition: Edition) -> list[Piece]:
        """The pieces of an edition in reading order, each once."""
        return list({piece.folder: piece for piece in self.library.pieces_of(edition) if is_published(piece)}.values())

    def editions_of(self, piece: Piece) -> list[Edition]:
        """The editions that list a piece and are out, the newest first."""
        listing = [edition for edition in self.library.editions_of(piece) if edition.status == "published"]
        return sorted(listing, key=_age, reverse=True)

    def home_of(self, piece: Piece) -> Edition | None:
        """The newest of these editions, which gives a piece its colour; None where no edition that is out lists it."""
        return next(iter(self.editions_of(piece)), None)

    def series_of(self, edition: Edition) -> Series:
        """The series of an edition."""
        return self.library.series[edition.series_slug]

    def sources_of(self, keys: Iterable[str]) -> list[Source]:
        """The register's entries for these keys, each once, by author, year and title."""
        found = [self.library.sources[key] for key in dict.fromkeys(keys) if key in self.library.sources]
        return sorted(found, key=lambda source: source.filed_under)

    def compiled_from(self, entry: Piece | Edition) -> list[Source]:
        """What the editors compiled an entry from; none where others wrote it, or any piece of an edition.

        The printed original of an edition is not among them.
        """
        pieces = [entry] if isinstance(entry, Piece) else self.pieces_of(entry)
        if any(piece.authors for piece in pieces):
            return []
        original = entry.original if isinstance(entry, Edition) else None
        return self.sources_of(key for key in entry.sources if key != original)

    def network_of(self, piece: Piece) -> Network | None:
        """The network an account comes from; None for any other piece."""
        return self.library.networks.get(piece.network) if isinstance(piece, Account) else None

    @cached_property
    def networks(self) -> Mapping[str, Network]:
        """The networks of the register by key, in the order of their titles."""
        return dict(sorted(self.library.networks.items(), key=lambda item: (anchor_of(item[1].title), item[0])))

    def networks_in(self, region: str) -> Mapping[str, Network]:
        """The networks of a region by key; with '', those whose region is not known."""
        return {key: network for key, network in self.networks.items() if (network.region or "") == region}

    def accounts_of(self, network: str) -> list[Account]:
        """The accounts that come from a network, by title."""
        return self._accounts.get(network, [])

    @cached_property
    def _accounts(self) -> Mapping[str, list[Account]]:
        found: dict[str, list[Account]] = {}
        for piece in self.by_title:
            if isinstance(piece, Account):
                found.setdefault(piece.network, []).append(piece)
        return found

    def files_beside(self, entry: Entry) -> Iterator[str]:
        """Paths of the files that go beside an entry: data, and those pictures that may be shown in this output."""
        return files_beside(entry, self.library, self.output)


def _age(edition: Edition) -> tuple[str, int, str]:
    return edition.published or "", edition.number, edition.folder
