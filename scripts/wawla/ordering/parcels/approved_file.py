"""A press PDF as it stands in the publication: whether it is the approved one, and what a printer asks of it."""

from __future__ import annotations

import hashlib
import io
from dataclasses import dataclass
from typing import Self

import pikepdf

from wawla.model.errors import WawlaError
from wawla.model.units import POINTS_PER_MM
from wawla.reading.catalogue import CatalogueEntry
from wawla.reading.library import Library
from wawla.reading.press_pdf import PrintingFacts, differences, read_press_pdf
from wawla.reading.tree import Tree


def approved_bytes(path: str, checksum: str, tree: Tree) -> bytes:
    """The file at this path of the publication. Raises WawlaError where it is not the one that was approved."""
    try:
        data = tree.read(path)
    except KeyError:
        raise WawlaError(f"has lost its press PDF: there is no {path}. Restore it from the history.") from None
    if hashlib.sha256(data).hexdigest() != checksum:
        raise WawlaError(
            f"has another press PDF than the one that was approved: the checksum of {path} is not that in"
            " printings.yml. Restore the file from the history, or approve a new printing."
        )
    return data


def _require_the_same(title: CatalogueEntry, library: Library, data: bytes) -> None:
    """Raise WawlaError where the file is another than its entry says, or than was committed when it was approved."""
    entry = PrintingFacts(title.pages, title.width, title.height, title.title, title.reference)
    first = library.first_checksums.get(title.file, title.checksum)
    wrong = [f"{title.file} {difference}" for _, difference in differences(read_press_pdf(data), entry)]
    if first != title.checksum:
        wrong.append(f"its printing was first committed with another checksum, {first[:12]}…")
    if wrong:
        raise WawlaError(
            f"has a press PDF that is not what was approved: {'; '.join(wrong)}. Restore the file and its entry from"
            " the history, or approve a new printing."
        )


@dataclass(frozen=True)
class PressFile:
    """What a press PDF says of itself."""

    bleed: float
    """In millimetres."""
    standard: str
    condition: str
    profile: str

    @classmethod
    def of(cls, title: CatalogueEntry, library: Library) -> Self:
        """The facts of the file of a title. Raises WawlaError where it is not the approved one, or no press PDF."""
        path, data = title.file, approved_bytes(title.file, title.checksum, library.tree)
        _require_the_same(title, library, data)
        try:
            with pikepdf.open(io.BytesIO(data)) as pdf:
                page = pdf.pages[0]
                intent = pdf.Root.OutputIntents[0]
                return cls(
                    bleed=round(float(page.trimbox[0] - page.bleedbox[0]) / POINTS_PER_MM, 1),
                    standard=str(pdf.docinfo.get("/GTS_PDFXVersion", "PDF/X-4")),
                    condition=str(intent.OutputConditionIdentifier),
                    profile=str(intent.get("/Info", "its profile is in the file")),
                )
        except (pikepdf.PdfError, AttributeError, IndexError, TypeError, ValueError) as error:
            raise WawlaError(
                f"has a press PDF that does not say for which press it is: {path}. Approve a new printing."
            ) from error
