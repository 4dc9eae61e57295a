"""The order catalogue: every reference, which printed object it means today, and whether it can be ordered."""

from __future__ import annotations

from dataclasses import asdict, dataclass, replace
from typing import Any, Literal

from wawla.model import Edition
from wawla.reading.library import Library

OrderStatus = Literal["in print", "not printed", "forthcoming"]
"""`in print`: it has an approved printing and can be ordered. `not printed`: published, and to be read as a PDF. A
sample of a printing changes nothing of that: it is there to try an order with."""


@dataclass(frozen=True)
class CatalogueEntry:
    """One edition as the desk knows it. What belongs to its printing is 0 or '' where it has none that stands."""

    reference: str
    title: str
    series: str
    """The title of the series."""
    short_series: str
    number: int
    number_word: str
    """'Title', 'Booklet'."""
    status: OrderStatus
    folder: str
    """Of the edition: its address on the site, without a slash at its end."""
    printing: int = 0
    approved: str = ""
    """The day, as YYYY-MM-DD."""
    copies: int = 0
    """How many copies were printed; 0 of a sample."""
    pages: int = 0
    width: float = 0
    height: float = 0
    """In millimetres."""
    binding: str = ""
    spine: float = 0
    checksum: str = ""
    """Of the press PDF, SHA-256."""
    file: str = ""
    """The press PDF, as a path inside the publication. Readers of the site cannot reach it."""
    sample: bool = False
    """Whether its printing is a sample, so that ordering can be tried: nothing was printed."""
    withdrawn: str = ""
    """Why its latest printing was withdrawn, where no other stands."""


def catalogue(library: Library) -> list[CatalogueEntry]:
    """Every edition of every series, in the order of the series and of their numbers."""
    return [_entry(edition, library) for edition in library.editions.values()]


def as_data(entries: list[CatalogueEntry]) -> list[dict[str, Any]]:
    """The catalogue as plain data, for JSON."""
    return [asdict(entry) for entry in entries]


def public_data(entries: list[CatalogueEntry]) -> list[dict[str, Any]]:
    """The same for readers of the site: without the paths of files that they cannot reach."""
    return [{name: value for name, value in entry.items() if name != "file"} for entry in as_data(entries)]


def _entry(edition: Edition, library: Library) -> CatalogueEntry:
    series = library.series_of(edition)
    known = CatalogueEntry(
        reference=edition.reference,
        title=edition.title,
        series=series.title if series else "",
        short_series=series.short_title if series else "",
        number=edition.number,
        number_word=series.number_word if series else "Number",
        status="not printed" if edition.status == "published" else "forthcoming",
        folder=edition.folder,
    )
    if edition.status == "forthcoming":
        return known
    latest = library.current_printing(edition)
    if latest is None:
        reasons = [each.withdrawn or "" for each in library.printings.get(edition.folder, ())]
        return replace(known, withdrawn=reasons[-1]) if reasons else known
    printed = {
        "status": known.status if latest.sample else "in print",
        "sample": latest.sample,
        "printing": latest.number,
        "approved": latest.on.isoformat(),
        "copies": 0 if latest.sample else latest.copies,
        "pages": latest.pages,
        "width": latest.width,
        "height": latest.height,
        "binding": latest.binding,
        "spine": latest.spine,
        "checksum": latest.checksum,
        "file": f"{edition.folder}/{latest.file}",
    }
    return CatalogueEntry(**(asdict(known) | printed))
