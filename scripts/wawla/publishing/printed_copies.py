"""What an edition's page says of its printed copies: which there are, and what is to be corrected in them."""

from __future__ import annotations

from dataclasses import dataclass

from wawla.model import Edition, Erratum, Printing
from wawla.model.outline import Section
from wawla.model.printing import TRIMS
from wawla.model.wording import SAMPLE_PRINTING, capital, counted, ordinal
from wawla.publishing.site import SiteContext
from wawla.reading.visible import is_published


@dataclass(frozen=True)
class Correction:
    """What a reader is to correct on one page of a printed copy."""

    page: int
    title: str
    """Of the piece."""
    folder: str
    """The address of the piece on the site, without a slash at its end; '' where it has no page any more."""
    correction: str


@dataclass(frozen=True)
class PrintedCopies:
    """One printing as readers know it, and what is to be corrected in its copies, page by page."""

    name: str
    """'first printing'."""
    form: str
    """'November 2026: 32 pages, A4, saddle-stitched'; a sample says first that it is one."""
    sample: bool = False
    withdrawn: str = ""
    """Why it is not to be ordered any more; '' where it stands."""
    corrections: tuple[Correction, ...] = ()


def printed_copies(edition: Edition, site: SiteContext) -> list[PrintedCopies]:
    """The printings of an edition, the latest first."""
    printings = reversed(site.library.printings.get(edition.folder, ()))
    return [_copies(printing, edition, site) for printing in printings]


def sections_of(copies: list[PrintedCopies]) -> tuple[Section, ...]:
    """The sections about printed copies, for the outline of the edition's page."""
    samples = [each.sample for each in copies]
    titles = {False: "Printed copies", True: "Samples of a printing"}
    title = titles[samples[0]] if len(set(samples)) == 1 else "Printings, and samples of one"
    printed = (Section(2, "_printed", title),) if copies else ()
    to_correct = [each.sample for each in copies if each.corrections]
    what = "a sample" if all(to_correct) else "a printed copy"
    corrected = (Section(2, "_errata", f"What to correct in {what}"),) if to_correct else ()
    return (*printed, *corrected)


def _copies(printing: Printing, edition: Edition, site: SiteContext) -> PrintedCopies:
    name = f"{ordinal(printing.number)} printing"
    form = f"{printing.on:%B %Y}: {counted(printing.pages, 'page')}, {_size(printing)}, {printing.binding}"
    if printing.sample:
        form = f"{capital(SAMPLE_PRINTING)}. {form}"
    errata = sorted((each for each in edition.errata if each.printing == printing.number), key=lambda each: each.page)
    corrections = tuple(_correction(erratum, site) for erratum in errata)
    return PrintedCopies(name, form, printing.sample, printing.withdrawn or "", corrections)


def _correction(erratum: Erratum, site: SiteContext) -> Correction:
    piece = site.library.pieces.get(erratum.piece)
    title = piece.title if piece else erratum.piece.rpartition("/")[2]
    folder = piece.folder if piece and is_published(piece) else ""
    return Correction(erratum.page, title, folder, erratum.correction)


def _size(printing: Printing) -> str:
    """'A4', or '200 × 250 mm' where the finished page has no name."""
    named = {trim: name for name, trim in TRIMS.items()}
    return named.get((printing.width, printing.height), f"{printing.width:g} × {printing.height:g} mm")
