"""A body as GitHub reads it, in lines that the parser reads in the same way.

Editors see GitHub's preview first. The parser knows an older Markdown: a list needs an empty line above it, what
stands in an item an indent of four spaces, and code a fence at the margin. So before it reads, lists, quotations,
boxes and notes are gone through line by line, one within the other, and written as it needs them.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from markdown import Markdown
from markdown.preprocessors import Preprocessor

from wawla.model.body.containers import Container
from wawla.model.body.extent import NumberedLine


class Canonical(NamedTuple):
    """The lines for the parser, and the first and last source line of each stretch of code between fences."""

    lines: list[NumberedLine]
    fenced: list[tuple[int, int]]


class CanonicalLines(Preprocessor):
    """Writes a text as the parser needs it, and puts the code between fences aside."""

    def __init__(self, md: Markdown) -> None:
        super().__init__(md)
        self.md: Markdown = md

    def run(self, lines: list[str]) -> list[str]:
        """Called by Markdown."""
        return [line.text for line in self.read(lines).lines]

    def read(self, lines: Sequence[str]) -> Canonical:
        """The lines and where they come from. Raises TooTangledError where they are nested too deep."""
        fenced: list[tuple[int, int]] = []
        numbered = list(map(NumberedLine, lines, range(len(lines))))
        return Canonical(Container(numbered, 0, self.md.htmlStash.store, fenced).read(), sorted(fenced))
