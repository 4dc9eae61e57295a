"""A body as GitHub reads it, in lines that the parser reads in the same way.

Editors see GitHub's preview first. The parser knows an older Markdown: a list needs an empty line above it, what
stands in an item an indent of four spaces, and code a fence at the margin. So before it reads, lists, quotations,
boxes and notes are gone through line by line, one within the other, and written as it needs them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from markdown import Markdown
from markdown.preprocessors import Preprocessor

from wawla.model.body.containers import Container
from wawla.model.body.extent import NumberedLine

_NEEDING = re.compile(r"\n(?: *(?:[-+*>~`:!?=]|\d+[.)]|\[\^)| +\S|#[^\n]*\n[^\n]|(?<=[^\n]\n)#)")
"""What a text must have for anything in it to be written otherwise, or else a stroke."""


class Canonical(NamedTuple):
    """The lines for the parser with the number of the source line that each comes from, and what is between fences."""

    lines: list[str]
    numbers: Sequence[int]
    fenced: list[tuple[int, int]]
    """The first and last source line of each stretch."""


class CanonicalLines(Preprocessor):
    """Writes a text as the parser needs it, and puts the code between fences aside."""

    def __init__(self, md: Markdown) -> None:
        super().__init__(md)
        self.md: Markdown = md

    def run(self, lines: list[str]) -> list[str]:
        """Called by Markdown."""
        return self.read(lines).lines

    def read(self, lines: list[str]) -> Canonical:
        """The lines and where they come from. Raises TooTangledError where they are nested too deep."""
        text = "\n".join(["", *lines])
        if "|" not in text and not _NEEDING.search(text):
            return Canonical(lines, range(len(lines)), [])
        fenced: list[tuple[int, int]] = []
        numbered = list(map(NumberedLine, lines, range(len(lines))))
        made = Container(numbered, 0, self.md.htmlStash.store, fenced).read()
        return Canonical([line.text for line in made], [line.number for line in made], sorted(fenced))
