"""How a series is printed, what has been printed of an edition, and what the printed copies have wrong."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from wawla.model.fields import Day, Line, Located, field

PageSize = Literal["A4", "A5"]
Binding = Literal["saddle-stitched", "perfect-bound"]
TRIMS: dict[PageSize, tuple[float, float]] = {"A4": (210.0, 297.0), "A5": (148.0, 210.0)}
"""Width and height in millimetres (ISO 216)."""

Checksum = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")]
Digest = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{12}$")]
Millimetres = Annotated[float, Field(allow_inf_nan=False)]
ProfileName = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9][A-Za-z0-9._-]*\.ic[cm]$", max_length=100)]
"""The name of an ICC profile in the same folder."""


class PrintSettings(Located):
    """How the editions of a series are printed: `print:` in series.yml. What is left out has a value that works."""

    page_size: PageSize = field("Page size", "The size of the finished page, upright.", "A4", "A4")
    bleed: Millimetres = field(
        "Bleed", "How far colour runs over the edge that is cut off, in millimetres.", 3, 3.0, ge=3, le=10
    )
    saddle_up_to: int = field(
        "Saddle-stitched up to",
        "The most pages that are stapled through the fold; an edition with more is perfect-bound, with a spine.",
        64,
        64,
        ge=4,
        le=96,
    )
    paper: Line = field(
        "Paper", "The paper of the pages, as a printer orders it.", "uncoated, 100 g/m2", "silk coated, 130 g/m2"
    )
    leaf_thickness: Millimetres = field(
        "Thickness of a leaf",
        "How thick one leaf of that paper is, in millimetres: the spine is worked out from it.",
        0.12,
        0.11,
        gt=0,
        le=1,
    )
    cover_paper: Line = field(
        "Paper of the cover", "The paper of the cover.", "silk coated, 250 g/m2", "silk coated, 250 g/m2"
    )
    cover_thickness: Millimetres = field(
        "Thickness of the cover", "How thick one leaf of the cover is, in millimetres.", 0.22, 0.22, gt=0, le=1
    )
    profile: ProfileName | None = field(
        "Output profile",
        "A printer's own CMYK profile (ICC), which lies beside series.yml. Without it, ISO Coated v2 300% is used.",
        "printer.icc",
        None,
    )
    condition: Line = field(
        "Printing condition",
        "The printing condition the profile describes, by its name in the register of the ICC or the printer's own.",
        "FOGRA51",
        "FOGRA39",
    )

    @property
    def trim(self) -> tuple[float, float]:
        """Width and height of the finished page in millimetres."""
        return TRIMS[self.page_size]

    def binding(self, pages: int) -> Binding:
        """How a book of so many pages is bound."""
        return "saddle-stitched" if pages <= self.saddle_up_to else "perfect-bound"

    def spine(self, pages: int) -> float:
        """The width of the spine in millimetres, to a tenth: every leaf and both covers; 0 where it is stapled.

        Two pages to a leaf; the first and the last leaf are the cover.
        """
        if self.binding(pages) == "saddle-stitched":
            return 0.0
        return round((pages / 2 - 2) * self.leaf_thickness + 2 * self.cover_thickness, 1)


class PrintedPiece(Located):
    """The state of a piece in a printing: a digest of its words, and where it begins."""

    piece: Line = field("Piece", "The folder of the piece.", "tools/mapping-your-ties")
    page: int = field("Page", "The page on which it begins.", 24, ge=1, le=1000)
    text: Digest = field("Text", "A digest of the words that were printed.", "3fa2b1c9d4e5")


class Printing(Located):
    """One approved printing of an edition: an entry of `printings.yml`, written by `wawla approve`."""

    number: int = field("Number", "The printing's number; its file is printings/NUMBER.pdf.", 1, ge=1, le=999)
    on: Day = field("Approved on", "The day on which it was approved.", "2026-11-30")
    copies: int = field("Copies", "How many copies are printed.", 500, ge=1, le=1_000_000)
    note: Line = field(
        "Note",
        "Who approved it, by role, and anything the printer or a successor should know.",
        "Approved by the editors; the printer has seen a proof.",
    )
    pages: int = field("Pages", "How many pages it has, with the cover.", 32, ge=1, le=1000)
    width: Millimetres = field("Width", "The width of the finished page in millimetres.", 210, gt=0)
    height: Millimetres = field("Height", "The height of the finished page in millimetres.", 297, gt=0)
    binding: Binding = field("Binding", "How it is bound.", "saddle-stitched")
    spine: Millimetres = field("Spine", "The width of the spine in millimetres; 0 where it is stapled.", 0, ge=0)
    checksum: Checksum = field("Checksum", "The SHA-256 of the stored press PDF.", "0" * 64)
    sample: bool = field(
        "Sample",
        "`true` where it was made to try things out: it may name an example contact, or an address reserved for them.",
        True,
        False,
    )
    withdrawn: Line | None = field(
        "Withdrawn",
        "Why it is not to be printed or ordered any more, in words for a reader. Its file, its checksum and its errata"
        " stay.",
        "its imprint names the wrong publisher",
        None,
    )
    pieces: tuple[PrintedPiece, ...] = field(
        "Pieces", "What it holds, in reading order.", [{"piece": "tools/a", "page": 5, "text": "3fa2b1c9d4e5"}], ()
    )

    @property
    def file(self) -> str:
        """The path of its press PDF inside the folder of its edition."""
        return f"printings/{self.number}.pdf"


class Erratum(Located):
    """What printed copies have otherwise than the site: an entry of `errata:` in an edition."""

    printing: int = field("Printing", "The number of the printing.", 1, ge=1, le=999)
    piece: Line = field("Piece", "The folder of the piece.", "tools/mapping-your-ties")
    page: int = field("Page", "The page of the printed copy.", 24, ge=1, le=1000)
    correction: Line = field("Correction", "What it should say, in words for a reader.", "For ‘ten’ read ‘twelve’.")
    text: Digest = field("Text", "The digest of the corrected text, which the checker tells you.", "3fa2b1c9d4e5")
