"""What books are made from: what is published, its bodies rendered for print, and the address of the site."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from wawla.model import Edition, Piece
from wawla.model.addresses import public
from wawla.reading.library import Library
from wawla.reading.published import Published
from wawla.rendering.job import Rendered


@dataclass(frozen=True)
class PrintInput:
    """Everything that books are made from: a library, its bodies rendered for print, and the address of the site."""

    library: Library
    rendered: Mapping[str, Rendered]
    """Bodies by path, rendered for print."""
    base: str = ""
    """The address of the site, with a slash at its end; '' where it is not known."""

    @cached_property
    def published(self) -> Published:
        """What of the library may stand in print today."""
        return Published(self.library, "print")

    @cached_property
    def for_screen(self) -> PrintInput:
        """The same for files that are read on a screen: without the site's address, where nobody can reach that.

        What goes to press keeps it, so that its check can refuse it.
        """
        return replace(self, base=public(self.base))

    @cached_property
    def _slugs(self) -> Counter[str]:
        return Counter(piece.slug.casefold() for piece in self.library.pieces.values())

    def name_of(self, piece: Piece) -> str:
        """The name of a piece's file without ending: its slug or, where others have that too, its whole folder."""
        return piece.slug if self._slugs[piece.slug.casefold()] == 1 else piece.folder.replace("/", "-")


def file_name(edition: Edition) -> str:
    """The name of an edition's files without ending, from its reference: `WAWLA-Community-leadership`."""
    return "-".join(re.findall(r"[A-Za-z0-9]+", edition.reference)) or edition.slug
