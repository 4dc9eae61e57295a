"""Which editions the order form offers, and who takes the orders; where nobody does, what it makes is an example."""

from __future__ import annotations

from dataclasses import dataclass

from wawla.reading.catalogue import CatalogueEntry, catalogue
from wawla.reading.library import Library


@dataclass(frozen=True)
class OrderOffer:
    """What can be ordered today."""

    entries: tuple[CatalogueEntry, ...]
    """The whole catalogue."""
    contact: str
    """Who reads what readers send; '' where nobody does."""

    @property
    def in_print(self) -> list[CatalogueEntry]:
        """The editions that have been printed."""
        return [entry for entry in self.entries if entry.status == "in print"]

    @property
    def offered(self) -> list[CatalogueEntry]:
        """The editions of the form: those in print or, where none is, the samples, so that ordering can be tried."""
        return self.in_print or [entry for entry in self.entries if entry.sample]

    @property
    def taken_by(self) -> str:
        """Where orders go; '' where what is made is an example, because nobody reads it or nothing was printed."""
        return self.contact if self.in_print else ""


def order_offer(library: Library) -> OrderOffer:
    """What can be ordered of the editions of a library."""
    contact = library.publisher.live_contact if library.publisher else ""
    return OrderOffer(tuple(catalogue(library)), contact)
