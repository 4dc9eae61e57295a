"""What books are made from: the library, its bodies rendered for print, and the address of the site."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from wawla.model import Edition, Piece, Series, Source
from wawla.reading.library import Library
from wawla.reading.visible import is_published
from wawla.rendering.job import Rendered


@dataclass(frozen=True)
class PrintInput:
    """A library on its way to books."""

    library: Library
    rendered: Mapping[str, Rendered]
    """Bodies by path, rendered for print."""
    base: str = ""
    """The address of the site, with a slash at its end; '' where it is not known."""

    def pieces_of(self, edition: Edition) -> list[Piece]:
        """The pieces of an edition in reading order, without drafts; each once."""
        pieces = {piece.folder: piece for piece in self.library.pieces_of(edition) if is_published(piece)}
        return list(pieces.values())

    def series_of(self, edition: Edition) -> Series:
        """The series of an edition; a stand-in is never needed, since an edition without one is an error finding."""
        return self.library.series[edition.series_slug]

    def home_of(self, piece: Piece) -> Edition | None:
        """The newest published edition that lists a piece, which gives it its colour."""
        listing = [edition for edition in self.library.editions_of(piece) if edition.status == "published"]
        return max(listing, key=lambda e: (e.published or "", e.number, e.folder), default=None)

    def network_title(self, piece: Piece) -> str:
        """The title of the network an account comes from; '' for any other piece."""
        network = self.library.networks.get(getattr(piece, "network", ""))
        return network.title if network else ""

    @cached_property
    def _slugs(self) -> Counter[str]:
        return Counter(piece.slug.casefold() for piece in self.library.pieces.values())

    def name_of(self, piece: Piece) -> str:
        """The name of a piece's file without ending: its slug or, where others have that too, its whole folder."""
        return piece.slug if self._slugs[piece.slug.casefold()] == 1 else piece.folder.replace("/", "-")

    def sources_of(self, *entries: Piece | Edition) -> list[Source]:
        """The sources of these entries, each once, by author and year."""
        keys = dict.fromkeys(key for entry in entries for key in entry.sources if key in self.library.sources)
        return sorted((self.library.sources[key] for key in keys), key=lambda source: (source.author, source.year))

    def abbreviations_of(self, *entries: Piece | Edition) -> dict[str, str]:
        """The abbreviations these entries use and what they stand for, in the order of the alphabet."""
        used = {word for entry in entries for word in self.rendered[entry.path].abbreviations}
        glossary = self.library.glossary
        return {word: glossary[word].stands_for for word in sorted(used) if word in glossary}


def file_name(edition: Edition) -> str:
    """The name of an edition's files without ending, from its reference: `WAWLA-Community-leadership`."""
    return "-".join(re.findall(r"[A-Za-z0-9]+", edition.reference)) or edition.slug
