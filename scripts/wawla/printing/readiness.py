"""Whether an edition may be published, printed and ordered, and every point that is still open."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from wawla.model import Edition
from wawla.model.findings import Finding
from wawla.model.wording import SAMPLE_PRINTING, counted, day, ordinal
from wawla.printing.example_addresses import example_addresses
from wawla.printing.make_pdfs import Pdf, findings_at_pieces, make_pdfs, press_job, screen_job
from wawla.printing.press_check import Demands, press_faults
from wawla.printing.print_input import PrintInput
from wawla.printing.ua_check import ask_verapdf, missing
from wawla.reading.library import Library
from wawla.reading.visible import why_withheld

_UNLESS_SAMPLE = " (--sample lets it pass in a printing that is marked as one)"


@dataclass(frozen=True)
class OpenPoint:
    """One thing that is not as it should be. `stops` says whether it has to be put right first."""

    text: str
    stops: bool = True


@dataclass(frozen=True)
class ReadinessAnswer:
    """One question about an edition, what is known, and what is open."""

    question: str
    known: str
    points: tuple[OpenPoint, ...]

    @property
    def yes(self) -> bool:
        """Whether nothing stands in the way."""
        return not any(point.stops for point in self.points)


@dataclass(frozen=True)
class Proof:
    """The files of an edition as they would go to press and to readers, and what the checks said of them."""

    press: Pdf | None
    screen: Pdf | None
    points: tuple[OpenPoint, ...]


def proof_of(
    edition: Edition, print_input: PrintInput, cache: Path, jars: Path, printing: str = "", sample: bool = False
) -> Proof:
    """Make the files of an edition, and check them: the press check, and veraPDF where its `jars` are at hand.

    A `sample` may name a contact and addresses that are examples.
    """
    jobs = [press_job(edition, print_input, printing), screen_job(edition, print_input)]
    made = make_pdfs(jobs, cache)
    points = [
        OpenPoint(finding_line(each), each.severity == "error")
        for each in findings_at_pieces(made.findings, print_input, cache)
    ]
    if len(made.pdfs) < len(jobs):
        return Proof(None, None, tuple(points))
    press, screen = made.pdfs
    examples = example_addresses(jobs[0].book, print_input.library.publisher)
    points += [OpenPoint(f"{said}{'' if sample else _UNLESS_SAMPLE}", stops=not sample) for said in examples]
    settings = print_input.published.series_of(edition).print
    names = picture_names(press.result.pictures, print_input.library)
    faults = press_faults(press.file.read_bytes(), Demands(settings.trim, settings.bleed), names)
    points += [
        OpenPoint(f"press check, {f'page {fault.page}: ' if fault.page else ''}{fault.message}") for fault in faults
    ]
    if lacking := missing(jars):
        points.append(OpenPoint(f"PDF/UA was not checked: {lacking}", stops=False))
    else:
        [verdict] = ask_verapdf([screen.file], jars)
        points += [OpenPoint(f"PDF/UA, {failure}") for failure in verdict.failures]
    return Proof(press, screen, tuple(points))


def picture_names(pictures: Mapping[str, str], library: Library) -> dict[str, str]:
    """What a person calls the pictures of a PDF: the file, and the line that brings it. By their names in the PDF."""
    lines = {
        f"{piece.folder}/{picture.file}": f"{piece.path}:{picture.at('file').line}"
        for piece in library.pieces.values()
        for picture in piece.pictures
    }
    return {name: f"{path} ({lines[path]})" for name, path in pictures.items()}


def readiness(
    edition: Edition, findings: Sequence[Finding], library: Library, proof: Proof | None
) -> tuple[ReadinessAnswer, ReadinessAnswer, ReadinessAnswer]:
    """May it be published, printed, ordered? `proof` is None where findings forbid to make it."""
    published = ReadinessAnswer("published", _status(edition), tuple(_open_in_text(edition, findings, library)))
    printed = tuple(_open_in_print(edition, library, proof, published.yes))
    known = _form(edition, library, proof) if proof and proof.press else "no press file could be made"
    ordered = tuple(_open_in_orders(edition, findings, library))
    return (
        published,
        ReadinessAnswer("printed", known, printed),
        ReadinessAnswer("ordered", _printing(edition, library), ordered),
    )


def folders_of(edition: Edition, library: Library) -> tuple[str, ...]:
    """The paths that an edition is made from: findings in them are its own."""
    return (edition.folder, *(piece.folder for piece in library.pieces_of(edition)))


def finding_line(finding: Finding) -> str:
    """A finding on one line, with its place."""
    return f"{finding.place.path}:{finding.place.line}  {finding.code}  {finding.message}"


def _open_in_text(edition: Edition, findings: Sequence[Finding], library: Library) -> Iterator[OpenPoint]:
    if edition.status == "forthcoming":
        yield OpenPoint("it is forthcoming; give it `status: published` when readers may see it")
    folders = folders_of(edition, library)
    own = [each for each in findings if each.place.path.startswith(tuple(f"{folder}/" for folder in folders))]
    for finding in own:
        if not finding.code.startswith("PRN"):
            yield OpenPoint(finding_line(finding), finding.severity == "error")
    others = sum(finding.severity == "error" for finding in findings if finding not in own)
    if others:
        yield OpenPoint(
            f"{counted(others, 'error')} elsewhere in the publication, without which no site is built: wawla check"
        )


def _open_in_print(edition: Edition, library: Library, proof: Proof | None, published: bool) -> Iterator[OpenPoint]:
    if not published:
        yield OpenPoint("it may not be published yet")
    if proof is None:
        yield OpenPoint("its files were not made, because of the errors above")
        return
    yield from proof.points
    for piece in library.pieces_of(edition):
        for picture in piece.pictures:
            if reason := why_withheld(picture, library, "print"):
                yield OpenPoint(f"{piece.folder}/{picture.file} is left out of print: {reason}", stops=False)


def _open_in_orders(edition: Edition, findings: Sequence[Finding], library: Library) -> Iterator[OpenPoint]:
    printing, earlier = library.current_printing(edition), library.printings.get(edition.folder)
    if printing and printing.sample:
        yield OpenPoint(f"its printing is {SAMPLE_PRINTING}; what is ordered of it is an example", stops=False)
    elif not printing and earlier:
        yield OpenPoint(f"its {ordinal(earlier[-1].number)} printing was withdrawn: {earlier[-1].withdrawn}")
    if not printing:
        yield OpenPoint(f'no printing is approved: wawla approve "{edition.reference}" --copies N --note TEXT')
    for finding in findings:
        if finding.code.startswith("PRN") and finding.place.path.startswith(f"{edition.folder}/"):
            yield OpenPoint(finding_line(finding), finding.severity == "error")


def _status(edition: Edition) -> str:
    return f"{edition.reference}, {edition.status}"


def _form(edition: Edition, library: Library, proof: Proof) -> str:
    pages = proof.press.result.pages if proof.press else 0
    settings = library.series[edition.series_slug].print
    spine = f", spine {settings.spine(pages):g} mm" if settings.spine(pages) else ""
    return (
        f"{counted(pages, 'page')}, {settings.page_size}, {settings.binding(pages)}{spine}, on {settings.paper}"
        f" (cover {settings.cover_paper}), {settings.condition}"
    )


def _printing(edition: Edition, library: Library) -> str:
    latest = library.current_printing(edition)
    if latest is None:
        return "nothing to order"
    what = "a sample" if latest.sample else counted(latest.copies, "copy", "copies")
    return f"{ordinal(latest.number)} printing, approved on {day(latest.on)}, {what}"
