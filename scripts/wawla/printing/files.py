"""Writes PDFs into a folder, each whole or not at all, under names that say what they are for."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from wawla.model import Edition, Piece
from wawla.model.errors import WawlaError
from wawla.model.findings import Finding
from wawla.model.os_errors import sentence
from wawla.printing.booklet import booklet
from wawla.printing.make_pdfs import Pdf, findings_at_pieces, make_pdfs, press_job, screen_job
from wawla.printing.print_input import PrintInput
from wawla.printing.selection import PdfForm
from wawla.printing.typesetting.job import Document, SettingJob
from wawla.runtime.atomic_write import atomic_write

_ENDINGS: dict[PdfForm, str] = {"screen": ".pdf", "press": "-press.pdf", "booklet": "-booklet.pdf"}


@dataclass(frozen=True)
class Printed:
    """One file that was written."""

    file: Path
    form: PdfForm
    pages: int
    size: int
    """In bytes."""


def print_files(
    orders: Sequence[tuple[Edition | Piece, Sequence[PdfForm]]],
    print_input: PrintInput,
    cache: Path,
    to: Path,
    tell: Callable[[Document], None] = lambda book: None,
) -> tuple[list[Printed], list[Finding]]:
    """Write the forms of each edition or piece into the folder `to`; and what is wrong with those that failed.

    A file takes the place of an older one when it is whole; where it cannot be made, the older one stays.
    Raises WawlaError where the folder cannot be written.
    """
    jobs = [each for item, forms in orders for each in _jobs(item, forms, print_input)]
    made = make_pdfs([job for job, _ in jobs], cache, tell)
    forms_of = {id(job.book): forms for job, forms in jobs}
    try:
        written = [_write_pdf(pdf, form, to) for pdf in made.pdfs for form in forms_of[id(pdf.book)]]
    except OSError as error:
        raise WawlaError(f"{to} cannot be written. {sentence(error, to)}") from error
    return written, findings_at_pieces(made.findings, print_input, cache)


def _jobs(
    item: Edition | Piece, forms: Sequence[PdfForm], print_input: PrintInput
) -> Iterator[tuple[SettingJob, tuple[PdfForm, ...]]]:
    """What has to be set, and the forms that are made from it: the booklet from the pages for the screen."""
    on_screen: tuple[PdfForm, ...] = tuple(form for form in forms if form != "press")
    if on_screen:
        yield screen_job(item, print_input), on_screen
    if "press" in forms and isinstance(item, Edition):
        yield press_job(item, print_input), ("press",)


def _write_pdf(pdf: Pdf, form: PdfForm, to: Path) -> Printed:
    data = pdf.file.read_bytes()
    if form == "booklet":
        data = booklet(data, pdf.book.title)
    file = to / f"{pdf.book.name}{_ENDINGS[form]}"
    atomic_write(file, data)
    return Printed(file, form, pdf.result.pages, len(data))
