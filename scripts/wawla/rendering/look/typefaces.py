"""The typefaces of the publication, whole, as their packages bring them: Source Serif and Source Sans."""

from __future__ import annotations

from importlib import resources
from importlib.resources.abc import Traversable
from typing import NamedTuple


class Typeface(NamedTuple):
    """One font file, and what CSS calls it."""

    file: str
    family: str
    weight: int
    style: str
    package: str

    @property
    def source(self) -> Traversable:
        """Where the file is."""
        return resources.files(self.package).joinpath("files", self.file)


_SERIF = ("SourceSerifPro", "Source Serif Pro", "font_source_serif_pro")
_SANS = ("SourceSansPro", "Source Sans Pro", "font_source_sans_pro")
_CUTS = (
    ("It", 400, "italic"),
    ("Regular", 400, "normal"),
    ("Semibold", 600, "normal"),
    ("SemiboldIt", 600, "italic"),
)
TYPEFACES = {
    (family, weight, style): Typeface(f"{name}-{cut}.ttf", family, weight, style, package)
    for name, family, package in (_SERIF, _SANS)
    for cut, weight, style in _CUTS
}
"""Every typeface, by family, weight and style."""
