"""An approved printing: its press PDF stored under the edition, and its entry in printings.yml."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
from dataclasses import dataclass
from pathlib import Path

from wawla.checking.check_publication import Checked
from wawla.model import Edition, PrintedPiece, Printing
from wawla.model.errors import WawlaError
from wawla.model.os_errors import sentence
from wawla.model.wording import SAMPLE_PRINTING, capital, counted, ordinal
from wawla.printing.make_pdfs import Pdf
from wawla.printing.print_input import PrintInput
from wawla.printing.readiness import ReadinessAnswer, proof_of, readiness
from wawla.reading.library import Library
from wawla.reading.print_digest import print_digest
from wawla.runtime.atomic_write import atomic_write_all

REGISTER = "printings.yml"


@dataclass(frozen=True)
class ApprovalRequest:
    """What somebody wants approved: so many copies, on this day, and what the record is to say."""

    copies: int
    on: dt.date
    note: str
    """Who approves it, by role, and what the printer should know."""
    sample: bool = False
    """Whether it is made to try things out, and may name a contact and addresses that are examples."""

    def line(self, number: int) -> str:
        """What the imprint says of the printing: 'First printing, November 2026, 500 copies'. A sample has none."""
        what = SAMPLE_PRINTING if self.sample else counted(self.copies, "copy", "copies")
        return f"{capital(ordinal(number))} printing, {self.on:%B %Y}, {what}"


@dataclass(frozen=True)
class ApprovalResult:
    """What came of it: whether it may be published and printed, and the printing, where it was approved."""

    answers: tuple[ReadinessAnswer, ...]
    printing: Printing | None = None


def approve(
    root: Path,
    edition: Edition,
    checked: Checked,
    print_input: PrintInput | None,
    request: ApprovalRequest,
    cache: Path,
    jars: Path,
) -> ApprovalResult:
    """Check an edition whole and, where nothing stands in the way, store its press PDF and record the printing.

    `print_input` is None where the check found errors. Raises WawlaError where the printing cannot be recorded.
    """
    number = next_number(edition, checked.library, request.on)
    proof = None
    if print_input and edition.status == "published":
        proof = proof_of(edition, print_input, cache, jars, request.line(number), request.sample)
    answers = readiness(edition, checked.findings, checked.library, proof)[:2]
    if proof is None or proof.press is None or not all(answer.yes for answer in answers):
        return ApprovalResult(answers)
    printing = printing_of(edition, checked.library, proof.press, number, request)
    record(root, edition, printing, proof.press)
    return ApprovalResult(answers, printing)


def next_number(edition: Edition, library: Library, on: dt.date) -> int:
    """The number of the next printing. Raises WawlaError where the day is before that of the last one."""
    printings = library.printings.get(edition.folder, ())
    if printings and on < printings[-1].on:
        raise WawlaError(
            f"the {ordinal(printings[-1].number)} printing was approved on {printings[-1].on}, after {on}:"
            " a printing cannot be approved before the one it follows."
        )
    return printings[-1].number + 1 if printings else 1


def printing_of(edition: Edition, library: Library, press: Pdf, number: int, request: ApprovalRequest) -> Printing:
    """The entry for a press PDF. Raises WawlaError where the note or the number of copies cannot stand in one."""
    settings = library.series[edition.series_slug].print
    pages, starts = press.result.pages, press.result.starts
    pieces = {piece.folder: piece for piece in library.pieces_of(edition) if piece.folder in starts}
    try:
        return Printing(
            number=number,
            on=request.on.isoformat(),  # type: ignore[arg-type]  # the model reads days as YAML gives them
            copies=request.copies,
            note=" ".join(request.note.split()),
            pages=pages,
            width=settings.trim[0],
            height=settings.trim[1],
            binding=settings.binding(pages),
            spine=settings.spine(pages),
            sample=request.sample,
            checksum=hashlib.sha256(press.file.read_bytes()).hexdigest(),
            pieces=tuple(
                PrintedPiece(piece=folder, page=starts[folder], text=print_digest(piece, library))
                for folder, piece in pieces.items()
            ),
        )
    except ValueError as error:
        raise WawlaError(f"this cannot be recorded: {error}") from error


def record(root: Path, edition: Edition, printing: Printing, press: Pdf) -> None:
    """Store the file and the entry, both written before the first takes its place.

    Raises WawlaError where a file of that number is there already, or the folder cannot be written.
    """
    folder = root / edition.folder
    stored, register = folder / printing.file, folder / REGISTER
    if stored.exists() or stored.is_symlink():
        raise WawlaError(
            f"{edition.folder}/{printing.file} is there already, and in no entry; look at it, and remove it."
        )
    try:
        before = register.read_text(encoding="utf-8") if register.exists() else ""
        ending = "\n" if before and not before.endswith("\n") else ""
        atomic_write_all({stored: press.file.read_bytes(), register: (before + ending + entry(printing)).encode()})
    except OSError as error:
        raise WawlaError(f"{folder} cannot be written. {sentence(error, folder)}") from error


def entry(printing: Printing) -> str:
    """A printing as an item of printings.yml. JSON's strings are YAML's, and a digest stays text between quotes."""
    lines = [f"- number: {printing.number}", f"  on: {printing.on.isoformat()}", f"  copies: {printing.copies}"]
    lines += [f"  note: {json.dumps(printing.note, ensure_ascii=False)}", f"  pages: {printing.pages}"]
    lines += [f"  width: {printing.width:g}", f"  height: {printing.height:g}", f"  binding: {printing.binding}"]
    lines += [f"  spine: {printing.spine:g}", f'  checksum: "{printing.checksum}"']
    lines += [*(["  sample: true"] if printing.sample else []), "  pieces:"]
    lines += [f'    - {{piece: {each.piece}, page: {each.page}, text: "{each.text}"}}' for each in printing.pieces]
    return "\n".join(lines) + "\n"
