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
    """The distribution that brings it, as it is installed."""

    @property
    def source(self) -> Traversable:
        """Where the file is."""
        return self._files.joinpath(self.file)

    @property
    def licence(self) -> Traversable:
        """Where the SIL Open Font Licence is, under which it comes."""
        return self._files.joinpath("LICENSE.txt")

    @property
    def _files(self) -> Traversable:
        return resources.files(self.package.replace("-", "_")).joinpath("files")


_SERIF = ("SourceSerifPro", "Source Serif Pro", "font-source-serif-pro")
_SANS = ("SourceSansPro", "Source Sans Pro", "font-source-sans-pro")
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
FONT_PACKAGES = tuple(dict.fromkeys(each.package for each in TYPEFACES.values()))
"""The distributions that bring them."""
