"""PDFs to files in a folder: under names that say what each is for, and never half of one."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from wawla.model import Edition, Piece
from wawla.model.errors import WawlaError
from wawla.model.findings import Finding
from wawla.printing.booklet import booklet
from wawla.printing.make_pdfs import Pdf, blamed, make_pdfs, press_job, screen_job
from wawla.printing.print_input import Matter
from wawla.printing.selection import Form
from wawla.printing.typesetting.job import Book, SettingJob
from wawla.runtime.atomic_write import write_whole

_ENDINGS: dict[Form, str] = {"screen": ".pdf", "press": "-press.pdf", "booklet": "-booklet.pdf"}


@dataclass(frozen=True)
class Printed:
    """One file that was written."""

    file: Path
    form: Form
    pages: int
    size: int
    """In bytes."""


def print_files(
    orders: Sequence[tuple[Edition | Piece, Sequence[Form]]],
    matter: Matter,
    cache: Path,
    to: Path,
    tell: Callable[[Book], None] = lambda book: None,
) -> tuple[list[Printed], list[Finding]]:
    """Write the forms of each edition or piece into the folder `to`; and what is wrong with those that failed.

    A file takes the place of an older one when it is whole; where it cannot be made, the older one stays.
    Raises WawlaError where the folder cannot be written.
    """
    jobs = [each for item, forms in orders for each in _jobs(item, forms, matter)]
    made = make_pdfs([job for job, _ in jobs], cache, tell)
    forms_of = {id(job.book): forms for job, forms in jobs}
    try:
        written = [_written(pdf, form, to) for pdf in made.pdfs for form in forms_of[id(pdf.book)]]
    except OSError as error:
        raise WawlaError(f"{to} cannot be written: {error.strerror}.") from error
    return written, blamed(made.findings, matter, cache)


def _jobs(
    item: Edition | Piece, forms: Sequence[Form], matter: Matter
) -> Iterator[tuple[SettingJob, tuple[Form, ...]]]:
    """What has to be set, and the forms that are made from it: the booklet from the pages for the screen."""
    on_screen: tuple[Form, ...] = tuple(form for form in forms if form != "press")
    if on_screen:
        yield screen_job(item, matter), on_screen
    if "press" in forms and isinstance(item, Edition):
        yield press_job(item, matter), ("press",)


def _written(pdf: Pdf, form: Form, to: Path) -> Printed:
    data = pdf.file.read_bytes()
    if form == "booklet":
        data = booklet(data, pdf.book.title)
    file = to / f"{pdf.book.name}{_ENDINGS[form]}"
    write_whole(file, data)
    return Printed(file, form, pdf.set.pages, len(data))
