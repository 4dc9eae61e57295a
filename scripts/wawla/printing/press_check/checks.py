"""What a press file is asked, and what is told of it: the demands, the checks by name, and a fault."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

Told = tuple[str, str]
"""The short name of a check, and the sentence that says what it found."""


@dataclass(frozen=True)
class Demands:
    """What the printer's file has to be."""

    trim: tuple[float, float]
    """Width and height of the cut page, in mm."""
    bleed: float
    """What is printed beyond the cut on every side, in mm."""
    most_ink: float = 300.0
    """The most ink that may lie on one spot, all four together, in per cent."""
    least_resolution: float = 200.0
    """The fewest dots per inch of a picture at the size it is printed."""


@dataclass(frozen=True)
class PressFault:
    """One thing for which a pre-press desk would send the file back."""

    check: str
    """The check's short name, one of CHECKS."""
    page: int
    """From 1; 0 for the whole file."""
    message: str
    """What is wrong, where on the page, and what it should be."""


CHECKS: Mapping[str, str] = MappingProxyType(
    {
        "readable": "The file is a PDF with a page at least, opens without repair, and can be examined to its end.",
        "version": "The file is PDF 1.6 or 1.7.",
        "encryption": "The file is not encrypted.",
        "output-intent": "The file has exactly one output intent for PDF/X, which names its printing condition.",
        "output-profile": "The output intent embeds the ICC profile of a printing press in CMYK.",
        "identification": "The metadata (XMP) names the file's form: PDF/X-4.",
        "document-id": "The metadata (XMP) holds the document's identifier, version, rendition class and date.",
        "file-id": "The file's trailer holds two identifiers (ID).",
        "title": "The file has a title, the same in Info and in XMP.",
        "dates": "The file says when it was made and changed, the same in Info and in XMP.",
        "trapped": "The file says whether it is trapped, True or False, the same in Info and in XMP.",
        "form": "The file holds no form to fill in.",
        "action": "Nothing in the file starts anything: it has no script, and no action at pages or bookmarks.",
        "embedded-file": "The file carries no other file.",
        "optional-content": "Nothing in the file can be shown or hidden (no layers).",
        "boxes": "Every page has a TrimBox in a BleedBox in a MediaBox; a CropBox, if any, holds the BleedBox too.",
        "trim-size": "Every TrimBox has the size that was asked for, to 0.1 pt.",
        "bleed-size": "Every BleedBox is the TrimBox and, on each side, the bleed that was asked for, to 0.1 pt.",
        "art-box": "No page has an ArtBox beside its TrimBox.",
        "page-size": "All pages have the same size.",
        "page-turned": "No page is turned or scaled by its Rotate or UserUnit.",
        "annotation": "No page has an annotation (link, form field, film, sound, file) other than printer's marks.",
        "content": "What draws the pages can be followed to its end, and no form draws itself.",
        "colour": "Every colour, pattern and gradient is in DeviceCMYK: no RGB, Lab, grey, spot colour or profile.",
        "black-text": "Text that looks black is printed in black ink alone: 0 0 0 1.",
        "ink": "No colour and no gradient lays on more ink than was asked for.",
        "image-colour": "Every picture is in DeviceCMYK.",
        "image-form": "Every picture is whole, lossless or JPEG, with 8 bits a sample (or a palette), and not huge.",
        "image-ink": "No dot of a picture lays on more ink than was asked for.",
        "resolution": "Every picture has the resolution that was asked for, at its size on the page.",
        "font-embedded": "Every font is embedded.",
        "font-subset": "Every font holds only the letters it is used for, and its name says so: ABCDEF+.",
        "font-type3": "No font is drawn by instructions of its own (Type 3).",
        "blend-mode": "Only the blend modes of the standard are used.",
        "group-colour": "Transparent groups are blended in CMYK.",
        "soft-mask": "Soft masks are in grey or CMYK.",
        "transfer": "No transfer curve and no halftone is set for the press.",
        "foreign-object": "Nothing is left to other programs: no PostScript, OPI, other file's page or alternate.",
    }
)
"""Every check's short name, and the sentence that states it."""
