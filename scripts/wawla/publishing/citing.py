"""How to cite a piece or an edition, in the Harvard style (Cite Them Right, 12th edition, 2022)."""

from __future__ import annotations

from dataclasses import dataclass

from wawla.model import Edition, Piece
from wawla.publishing.site import Site
from wawla.publishing.wording import listed


@dataclass(frozen=True)
class Citation:
    """The parts of a reference; `host` and `place` are '' where there are none."""

    authors: str
    year: str
    title: str
    host: str
    """What it is part of; printed in italics."""
    place: str
    """Series, number and publisher."""
    address: str

    @property
    def text(self) -> str:
        """The whole reference as plain text."""
        title = f"‘{self.title}’, in {self.host}" if self.host else self.title
        available = f" Available at: {self.address}" if self.address else ""
        return f"{self.authors} ({self.year}) {title}. {self.place}.{available}"


def citation_of_piece(piece: Piece, site: Site) -> Citation:
    """How to cite a piece, as part of the newest edition that holds it."""
    names = [author.name or author.role for author in piece.authors]
    edition = next(iter(site.editions_of(piece)), None)
    return Citation(
        authors=listed(names) if names else "The editors",
        year=piece.written[:4],
        title=piece.title,
        host=edition.title if edition else "",
        place=_place(edition, site),
        address=_address(piece.folder, site),
    )


def citation_of_edition(edition: Edition, site: Site) -> Citation:
    """How to cite an edition as a whole."""
    publisher = site.library.publisher
    return Citation(
        authors=publisher.name if publisher else "The editors",
        year=(edition.published or "forthcoming")[:4] if edition.published else "forthcoming",
        title=edition.title,
        host="",
        place=_place(edition, site),
        address=_address(edition.folder, site),
    )


def _place(edition: Edition | None, site: Site) -> str:
    series = site.series_of(edition) if edition else None
    publisher = site.library.publisher.name if site.library.publisher else ""
    title = f"{series.title}, {series.number_word.lower()} {edition.number}" if series and edition else ""
    return ". ".join(part for part in (title, publisher) if part)


def _address(folder: str, site: Site) -> str:
    return f"{site.base}{folder}/" if site.base else ""
