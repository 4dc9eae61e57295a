"""Print, readiness and approval from the files under a root: steps 1 to 6, and what comes of them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from filelock import FileLock, Timeout

from wawla.building.pipeline import prepare_print
from wawla.checking.check_publication import Checked, Tell, silent
from wawla.model import Edition
from wawla.model.errors import WawlaError
from wawla.model.findings import Finding
from wawla.printing.approving import ApprovalRequest, ApprovalResult, approve
from wawla.printing.files import Printed, print_files
from wawla.printing.make_pdfs import items_for_site
from wawla.printing.readiness import ReadinessAnswer, proof_of, readiness
from wawla.printing.selection import PdfForm, forms_of
from wawla.printing.typesetting.job import Document
from wawla.reading.finder import find_edition, find_published
from wawla.runtime.cache_folder import folder_in


@dataclass(frozen=True)
class PrintSource:
    """Where print takes a publication from, and what it has to know besides."""

    root: Path
    today: dt.date
    base: str
    """The address of the site, with a slash at its end; '' where it is not known."""
    cache: Path

    @property
    def jars(self) -> Path:
        """Where `make verapdf` puts its jars, wherever the cache is."""
        return folder_in(self.root) / "verapdf"


@dataclass(frozen=True)
class PrintResult:
    """What came of a printing to files: those that were written, and what is wrong with the others."""

    checked: Checked
    printed: tuple[Printed, ...]
    findings: tuple[Finding, ...]


def print_named(
    source: PrintSource,
    names: Sequence[str],
    forms: Sequence[PdfForm],
    to: Path,
    tell: Tell = silent,
    note: Callable[[Document], None] = lambda book: None,
) -> PrintResult:
    """Write the PDFs of what is named into the folder `to`; with no names, of everything that is published.

    `forms` are those wanted, all by default. `tell` is called with each step, `note` with each book that is done.
    Raises WawlaError where a name means nothing that can be printed, or the folder cannot be written.
    """
    checked, print_input = prepare_print(source.root, source.cache, source.today, source.base, tell)
    if print_input is None:
        return PrintResult(checked, (), tuple(checked.errors))
    items = [find_published(print_input.published, name) for name in names] or items_for_site(print_input)
    orders = [(item, forms_of(item, forms, whatever_there_is=not names)) for item in items]
    tell("print")
    printed, findings = print_files(orders, print_input, source.cache, to, note)
    return PrintResult(checked, tuple(printed), tuple(findings))


def readiness_of(source: PrintSource, name: str, sample: bool = False) -> tuple[Edition, tuple[ReadinessAnswer, ...]]:
    """The edition of this name, and whether it may be published, printed and ordered; or printed as a `sample`."""
    checked, print_input = prepare_print(source.root, source.cache, source.today, source.base)
    edition = find_edition(checked.library, name)
    proof = None
    if print_input and edition.status == "published":
        proof = proof_of(edition, print_input, source.cache, source.jars, sample=sample)
    return edition, readiness(edition, checked.findings, checked.library, proof)


def approve_printing(source: PrintSource, name: str, request: ApprovalRequest) -> tuple[Edition, ApprovalResult]:
    """The edition of this name, and what came of approving a printing of it. One approval is made at a time.

    The lock lies in the cache, as that of a build does. Raises WawlaError where it cannot be recorded.
    """
    source.cache.mkdir(parents=True, exist_ok=True)
    with _one_at_a_time(source.cache / "approve.lock"):
        checked, print_input = prepare_print(source.root, source.cache, source.today, source.base)
        edition = find_edition(checked.library, name)
        return edition, approve(source.root, edition, checked, print_input, request, source.cache, source.jars)


@contextmanager
def _one_at_a_time(file: Path) -> Iterator[None]:
    """Hold the lock in this file. Raises WawlaError where another run holds it for ten minutes."""
    lock = FileLock(file, timeout=600)
    try:
        lock.acquire()
    except Timeout:
        raise WawlaError("another approval is at work. Try again when it is done.") from None
    try:
        yield
    finally:
        lock.release()
