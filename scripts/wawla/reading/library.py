"""The whole publication, read, linked and immutable."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from types import MappingProxyType

from wawla.model import (
    EDITION_LISTS,
    Abbreviation,
    Accessibility,
    Account,
    Edition,
    Entry,
    Initiative,
    Located,
    Network,
    Piece,
    Printing,
    Publisher,
    RuleSettings,
    Series,
    SitePage,
    Source,
    Vocabulary,
)
from wawla.reading.csv_table import MOST_BYTES, CsvTable, read_csv
from wawla.reading.paths import ASSETS
from wawla.reading.picture_faults import PictureFault
from wawla.reading.pictures import SUFFIXES, PictureFacts, picture_facts
from wawla.reading.press_pdf import PressPdf
from wawla.reading.site_address import SiteAddress
from wawla.reading.tree import THEME, Tree


@dataclass(frozen=True)
class EditionItem:
    """A place in an edition's lists: which field, which item, and the folder it means."""

    field: str
    index: int
    slug: str
    folder: str


@dataclass(frozen=True)
class RegisterEntry:
    """What stands under one key of a register, or in one file of fields alone, such as series.yml."""

    path: str
    key: str
    """'' in a list, and where the file holds one thing."""
    part: Located

    @property
    def fields_as_text(self) -> str:
        """Key and fields as JSON, in which a sign that none of them may hold is found at once."""
        return self.key + self.part.model_dump_json()


@dataclass(frozen=True)
class Library:
    """Every series, edition, piece, network, source and controlled word, with links in both directions."""

    today: dt.date
    tree: Tree
    publisher: Publisher | None = None
    series: Mapping[str, Series] = field(default_factory=dict)
    """By the name of the folder."""
    editions: Mapping[str, Edition] = field(default_factory=dict)
    """By folder, in the order of series and number."""
    pieces: Mapping[str, Piece] = field(default_factory=dict)
    """By folder, sorted."""
    site_pages: Mapping[str, SitePage] = field(default_factory=dict)
    """By path."""
    networks: Mapping[str, Network] = field(default_factory=dict)
    sources: Mapping[str, Source] = field(default_factory=dict)
    glossary: Mapping[str, Abbreviation] = field(default_factory=dict)
    vocabulary: Vocabulary | None = None
    rule_settings: RuleSettings = field(default_factory=RuleSettings)
    """What the publication asks otherwise than the rules do."""
    initiatives: tuple[Initiative, ...] = ()
    printings: Mapping[str, tuple[Printing, ...]] = field(default_factory=dict)
    """What has been printed, by the folder of the edition, in the order of the numbers."""
    register_entries: tuple[RegisterEntry, ...] = ()
    """All of the above that stand in YAML files of their own, by path: whatever text they hold is published too."""
    accessibility: Accessibility | None = None
    """None where nothing is on record."""
    invalid_entries: Mapping[str, Entry] = field(default_factory=dict)
    """Stand-ins, by path, for texts whose fields could not be read: there is only a body to check."""
    picture_faults: Mapping[str, PictureFault] = field(default_factory=dict)
    """What is wrong with pictures, by path; known once they have been decoded (checking.decode_pictures)."""
    press_pdfs: Mapping[str, PressPdf] = field(default_factory=dict)
    """What stored printings say of themselves, by path; known once they have been read (checking.stored_printings)."""
    first_checksums: Mapping[str, str] = field(default_factory=dict)
    """With which checksum git first had each printing, by the path of its file; of what it does not know, nothing."""
    site_address: SiteAddress | None = None
    """Where the site will stand; known once mkdocs.yml has been looked at (reading.site_address)."""
    unreadable_paths: frozenset[str] = frozenset()
    """Paths that are there but could not be read: what depends on them is not known, which is not the same as wrong."""

    @property
    def accounts(self) -> list[Account]:
        """All accounts, by folder."""
        return [piece for piece in self.pieces.values() if isinstance(piece, Account)]

    @cached_property
    def entries(self) -> Mapping[str, Entry]:
        """Everything with a body, by path, sorted."""
        every: list[Entry] = [*self.pieces.values(), *self.editions.values(), *self.site_pages.values()]
        return MappingProxyType({entry.path: entry for entry in sorted(every, key=lambda entry: entry.path)})

    def series_of(self, edition: Edition) -> Series | None:
        """The series an edition belongs to; None where its series.yml could not be read."""
        return self.series.get(edition.series_slug)

    def editions_in(self, series: Series) -> list[Edition]:
        """The editions of a series, by number."""
        return [edition for edition in self.editions.values() if edition.series_slug == series.slug]

    def edition_items(self, edition: Edition) -> Iterator[EditionItem]:
        """Every item of an edition's lists in reading order, whether or not such a piece exists."""
        for name, each in EDITION_LISTS.items():
            for index, slug in enumerate(getattr(edition, name)):
                yield EditionItem(name, index, slug, f"{each.parent(edition.folder)}/{slug}")

    def current_printing(self, edition: Edition) -> Printing | None:
        """What the reference of an edition means today: its latest printing that is not withdrawn; None without one."""
        standing = [each for each in self.printings.get(edition.folder, ()) if not each.withdrawn]
        return standing[-1] if standing else None

    def pieces_of(self, edition: Edition) -> list[Piece]:
        """The pieces of an edition in reading order; items that lead nowhere are left out."""
        return [self.pieces[listed.folder] for listed in self.edition_items(edition) if listed.folder in self.pieces]

    def editions_of(self, piece: Piece) -> tuple[Edition, ...]:
        """The editions that list a piece."""
        return self._editions_by_piece.get(piece.folder, ())

    @cached_property
    def _editions_by_piece(self) -> Mapping[str, tuple[Edition, ...]]:
        found: dict[str, tuple[Edition, ...]] = {}
        for edition in self.editions.values():
            for listed in self.edition_items(edition):
                if edition not in (known := found.get(listed.folder, ())):
                    found[listed.folder] = (*known, edition)
        return found

    def pieces_from(self, network: str) -> list[Account]:
        """The accounts that come from a network."""
        return list(self._accounts_by_network.get(network, ()))

    @cached_property
    def _accounts_by_network(self) -> Mapping[str, list[Account]]:
        found: dict[str, list[Account]] = {}
        for account in self.accounts:
            found.setdefault(account.network, []).append(account)
        return found

    def is_there(self, path: str) -> bool:
        """Whether the publication has this file, even one that could not be read."""
        return path in self.tree.sizes

    def is_read(self, path: str) -> bool:
        """Whether this file is there and was understood, so that what it lacks is truly lacking."""
        return self.is_there(path) and path not in self.unreadable_paths

    def picture(self, path: str) -> PictureFacts | None:
        """What the header of a picture says; None where it is no picture we know."""
        if path not in self._pictures:
            self._pictures[path] = picture_facts(self.tree.read(path))
        return self._pictures[path]

    @cached_property
    def shown_pictures(self) -> tuple[str, ...]:
        """Paths of the pictures that a page may show: those that pieces describe, and those of the look."""
        described = {f"{piece.folder}/{picture.file}" for piece in self.pieces.values() for picture in piece.pictures}
        return tuple(path for path in self.tree.sizes if path in described or path in self.pictures_of_the_look)

    @cached_property
    def pictures_of_the_look(self) -> frozenset[str]:
        """Paths of the pictures in docs/assets and docs/theme, which the site takes along unasked."""
        look = (path for path in self.tree.sizes if path.startswith((ASSETS, THEME)))
        return frozenset(path for path in look if path.lower().endswith(SUFFIXES))

    def checksum(self, path: str) -> str:
        """The SHA-256 of a file, as hexadecimal digits. It is read for this, and only once."""
        if path not in self._checksums:
            self._checksums[path] = hashlib.sha256(self.tree.read(path)).hexdigest()
        return self._checksums[path]

    def table(self, path: str) -> CsvTable:
        """What a CSV file holds. It is read for this, and only once; of one that is over the limit, nothing."""
        if path not in self._tables:
            too_large = self.tree.sizes[path] > MOST_BYTES
            self._tables[path] = CsvTable() if too_large else read_csv(self.tree.read(path))
        return self._tables[path]

    @cached_property
    def _tables(self) -> dict[str, CsvTable]:
        return {}

    @cached_property
    def _checksums(self) -> dict[str, str]:
        return {}

    @cached_property
    def _pictures(self) -> dict[str, PictureFacts | None]:
        return {}
