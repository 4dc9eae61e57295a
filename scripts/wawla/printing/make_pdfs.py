"""Step 6, print: books to PDFs, by every processor at once, and from the cache where nothing has changed."""

from __future__ import annotations

import base64
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from wawla.model import Edition, Piece
from wawla.model.faults import fault
from wawla.model.findings import Finding, Place, in_order
from wawla.printing.books import edition_book, piece_book
from wawla.printing.loaded_libraries import library_versions
from wawla.printing.pdf_cache import keep, key_of, prune, recall
from wawla.printing.print_input import PrintInput
from wawla.printing.typesetting.colour import PROFILE, on_press, on_screen
from wawla.printing.typesetting.job import Document, Press, SettingJob, TypesetResult
from wawla.reading.print_view import print_view, texts_of
from wawla.runtime.job_failure import JobFailed
from wawla.runtime.temporary import temporary_folder
from wawla.runtime.worker_pool import WorkerPool, WorkerSpec

TYPESETTING = WorkerSpec(
    "wawla.printing.typesetting.worker",
    TypesetResult.from_json,
    120.0,
    "the book",
    "set",
    "set",
)
"""The worker that typesets: one book at a time, within 120 seconds of processor time."""
_NO_SIGN = "our typefaces have no sign for: "


@dataclass(frozen=True)
class Pdf:
    """A PDF, made now or taken from the cache, and the result of typesetting it."""

    book: Document
    file: Path
    """In the cache; it may be linked or copied, and is never changed."""
    result: TypesetResult

    @property
    def size(self) -> int:
        """In bytes."""
        return self.file.stat().st_size


@dataclass(frozen=True)
class PdfResult:
    """The PDFs, in the order of their books, and the findings about books that could not be made."""

    pdfs: tuple[Pdf, ...]
    findings: tuple[Finding, ...]


def screen_job(item: Edition | Piece, print_input: PrintInput) -> SettingJob:
    """The work for an edition's or a piece's PDF/UA."""
    if isinstance(item, Edition):
        return SettingJob(edition_book(item, print_input.for_screen, on_screen), "")
    return SettingJob(piece_book(item, print_input.for_screen, on_screen), "")


def items_for_site(print_input: PrintInput) -> list[Edition | Piece]:
    """What has a PDF on the site: the published editions, and every piece that readers may see."""
    return [*print_input.published.editions, *print_input.published.pieces]


def press_job(edition: Edition, print_input: PrintInput, printing: str = "") -> SettingJob:
    """The work for an edition's PDF/X-4. Raises OSError where the series' own profile cannot be used."""
    settings = print_input.published.series_of(edition).print
    own = b""
    if settings.profile:
        own = print_input.library.tree.read(f"{print_input.published.series_of(edition).folder}/{settings.profile}")
    book = edition_book(edition, print_input, on_press(own or PROFILE.read_bytes()), settings.bleed, printing)
    return SettingJob(book, "", Press(settings.bleed, settings.condition, base64.b64encode(own).decode()))


def make_pdfs(
    jobs: Sequence[SettingJob], cache: Path, tell: Callable[[Document], None] = lambda book: None
) -> PdfResult:
    """The PDF of every job, from the folder `cache` where it is known. `tell` is called with each book that is done.

    A book that cannot be set is a finding, and holds up no other. Raises WawlaError where the machine sets none.
    """
    folder = cache / "print"
    folder.mkdir(parents=True, exist_ok=True)
    libraries = library_versions(cache) if jobs else ""
    keys = [key_of(job, libraries) for job in jobs]
    known = {key: recall(key, folder) for key in keys}
    fresh = {key: job for key, job in zip(keys, jobs, strict=True) if known[key] is None}
    findings: list[Finding] = []
    for file, outcome in _typeset(fresh, folder):
        key, book = file.name, fresh[file.name].book
        tell(book)
        if isinstance(outcome, JobFailed):
            findings.append(fault("RND002", Place(book.path), f"{outcome}", outcome.remedy))
        else:
            known[key] = keep(key, file, outcome, folder), outcome
    prune(set(keys), folder)
    pdfs = tuple(Pdf(job.book, *pdf) for key, job in zip(keys, jobs, strict=True) if (pdf := known[key]) is not None)
    findings += [_missing_glyphs(pdf) for pdf in pdfs if pdf.result.missing]
    return PdfResult(pdfs, tuple(in_order(findings)))


def findings_at_pieces(findings: Iterable[Finding], print_input: PrintInput, cache: Path) -> list[Finding]:
    """The findings, with those of an edition that cannot be set given to the pieces that cannot either."""
    found: list[Finding] = []
    editions = {edition.path: edition for edition in print_input.library.editions.values()}
    for finding in findings:
        edition = editions.get(finding.place.path)
        if edition is None:
            found.append(finding)
        elif finding.code == "RND002":
            alone = make_pdfs(
                [screen_job(piece, print_input) for piece in print_input.published.pieces_of(edition)], cache
            )
            found += [each for each in alone.findings if each.code == "RND002"] or [finding]
        else:
            found += _at_pieces(finding, edition, print_input)
    return in_order(found)


def _at_pieces(finding: Finding, edition: Edition, print_input: PrintInput) -> Iterator[Finding]:
    """The finding that signs are missing, once for each piece that has some of them, and for the edition the rest."""
    signs = finding.message.removeprefix(_NO_SIGN).split(" ")
    rest = set(signs)
    for piece in print_input.published.pieces_of(edition):
        view = print_view(piece, print_input.library)
        text = "\n".join([print_input.rendered[piece.path].html, *texts_of(view)])
        own = [sign for sign in signs if (chr(int(sign[2:], 16)) if sign.startswith("U+") else sign) in text]
        if own:
            yield replace(finding, place=Place(piece.path), message=_NO_SIGN + " ".join(own))
            rest -= {*own}
    if rest:
        yield replace(finding, message=_NO_SIGN + " ".join(sign for sign in signs if sign in rest))


def _missing_glyphs(pdf: Pdf) -> Finding:
    signs = " ".join(sign if sign.isprintable() else f"U+{ord(sign):04X}" for sign in pdf.result.missing)
    return replace(fault("RND003", Place(pdf.book.path), _NO_SIGN + signs), severity="warning")


def _typeset(jobs: Mapping[str, SettingJob], folder: Path) -> Iterator[tuple[Path, TypesetResult | JobFailed]]:
    """The file of each job and its result, as jobs finish. The files are removed when the iterator is exhausted."""
    if not jobs:
        return
    longest = sorted(jobs, key=lambda key: -len(jobs[key].book.html))  # first, so that none is left to the end
    with temporary_folder(folder, "pdfs") as fresh, WorkerPool[SettingJob, TypesetResult](TYPESETTING) as workers:
        for job, outcome in workers.do([replace(jobs[key], to=str(fresh / key)) for key in longest]):
            yield Path(job.to), outcome
