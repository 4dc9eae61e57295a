"""A press PDF as it stands in the publication: whether it is the approved one, and what a printer asks of it."""

from __future__ import annotations

import hashlib
import io
from dataclasses import dataclass
from typing import Self

import pikepdf

from wawla.model.errors import WawlaError
from wawla.model.units import POINTS_PER_MM
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


@dataclass(frozen=True)
class PressFile:
    """What a press PDF says of itself."""

    bleed: float
    """In millimetres."""
    standard: str
    condition: str
    profile: str

    @classmethod
    def of(cls, path: str, checksum: str, tree: Tree) -> Self:
        """The facts of the file at this path. Raises WawlaError where it is not the approved one, or no press PDF."""
        data = approved_bytes(path, checksum, tree)
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
