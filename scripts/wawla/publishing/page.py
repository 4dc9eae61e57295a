"""A finished page of the site, before the theme is put round it; and the files that go beside the pages."""

from __future__ import annotations

from dataclasses import dataclass

from wawla.model.body import anchor_of
from wawla.model.outline import Section
from wawla.reading.linking import address_of
from wawla.rendering.look.colour import tint


@dataclass(frozen=True)
class Page:
    """One page. `html` is safe to print; everything else is plain text."""

    path: str
    """Where its source stands, or would stand: `tools/mapping-your-ties/index.md`."""
    title: str
    description: str
    html: str
    outline: tuple[Section, ...] = ()
    author: str = ""
    hue: str = ""
    """The colour of its edition, as `#rrggbb`; '' for a page that belongs to none."""
    kind: str = "page"
    head: str = ""
    """What stands in its head beyond the usual: data about it for machines, as safe HTML."""
    scripts: tuple[str, ...] = ()
    """The names of the scripts in assets/scripts/ that it uses, beyond those of every page."""
    facets: tuple[tuple[str, str], ...] = ()
    """By what a search narrows down to it, as name and value; a page without any is not searched."""
    date: str = ""
    """What a search sorts it by, when it was published here: a year, a month or a day."""
    dates: tuple[str, ...] = ()
    """What a search shows of when: the time of the practice that it tells of, and when it was published."""
    correction: str = ""
    """Where a reader says that something is wrong with it, with its address filled in; '' where nobody reads it."""
    source: str = ""
    """Where its source can be seen; '' where that is not known."""

    @property
    def tint(self) -> str:
        """Its hue as it is used on dark paper; '' where there is none."""
        return tint(self.hue) if self.hue else ""

    @property
    def address(self) -> str:
        """Its address on the site, without a leading slash."""
        return address_of(self.path)


@dataclass(frozen=True)
class Download:
    """A PDF that readers can take away."""

    address: str
    pages: int
    size: int
    """In bytes."""
    copy_of: str
    """The file that is copied, outside or inside the publication; it is ours."""


@dataclass(frozen=True)
class Asset:
    """A file of the site that is no page: its address, and its bytes or the path of the file to copy."""

    address: str
    data: bytes = b""
    copy_of: str = ""
    """A path inside the publication, or that of a file of ours; '' where `data` holds the bytes."""


def shelf_address(name: str, word: str, phase: str = "") -> str:
    """The address of the page of a word on a shelf: a theme, a level, a region; or of that within one phase."""
    return f"{name}/{anchor_of(word)}/" + (f"{anchor_of(phase)}/" if phase else "")
