"""The block stage of the Markdown parser, with a quick way for plain paragraphs and a limit on its work."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cached_property
from xml.etree.ElementTree import Element, ElementTree

from markdown.blockparser import BlockParser
from markdown.blockprocessors import BlockProcessor
from markdown.preprocessors import NormalizeWhitespace

from wawla.model.body.block_signs import HEADING
from wawla.model.body.tangled import TooTangledError

_BEGINS_MORE = re.compile(r"[\s!?|#=*+_:>\[-]|\d+\.|$")
_GOES_ON_AS_MORE = re.compile(r"\n(?:[\s!?|#=*+_:>\[-]|\d+\.)")
_SPACES = re.compile(r"\n +(?:\n|\Z)")
_MOST_READINGS = 40
"""How many times a text may be read in full. Each part is read once for every list or note that it is nested in."""
_SHORT = 200_000  # letters that take no time, however often they are looked at
_LABEL = re.compile(r"^ {0,3}(?:\[\^|\*\[)", re.M)


def is_paragraph(block: str) -> bool:
    """Whether the block can only be a paragraph: no other block processor would take it."""
    return not (_BEGINS_MORE.match(block) or ("\n" in block and _GOES_ON_AS_MORE.search(block)))


class Whitespace(NormalizeWhitespace):
    """Normalises white space as Markdown does, but skips a text that needs none of it."""

    def run(self, lines: list[str]) -> list[str]:
        """The lines with tabs, line ends and empty lines normalised, and two empty lines at the end."""
        text = "\n".join(lines)
        uneven = "\t" in text or "\r" in text or "\x02" in text or "\x03" in text
        if uneven or ("\n " in text and _SPACES.search(text)):
            return super().run(lines)
        return [*lines, "", ""]


class Blocks(BlockParser):
    """A block parser that recognises plain paragraphs without trying every processor, and limits how much it reads."""

    _left = _SHORT

    def parseDocument(self, lines: Iterable[str]) -> ElementTree:  # noqa: N802 - Markdown's name
        """The tree of a text. Raises TooTangledError where it would take too long."""
        lines = list(lines)
        self._left = _SHORT + _MOST_READINGS * sum(map(len, lines))
        self.state.clear()  # of a text that was given up
        return super().parseDocument(lines)

    def parseBlocks(self, parent: Element, blocks: list[str]) -> None:  # noqa: N802 - Markdown's name
        """Put what the blocks hold under `parent`."""
        heading, paragraph, processors = self._processors
        while blocks:
            block = blocks[0]
            self._left -= len(block) + 1
            if "[" in block:
                self._left -= _labels(block)
            if self._left < 0:
                raise TooTangledError("the text is nested more often than can be followed")
            if is_paragraph(block):
                paragraph.run(parent, blocks)
                continue
            if "\n" not in block and "\\" not in block and HEADING.match(block):
                heading.run(parent, blocks)
                continue
            for processor in processors:
                if processor.test(parent, block) and processor.run(parent, blocks) is not False:
                    break

    @cached_property
    def _processors(self) -> tuple[BlockProcessor, BlockProcessor, tuple[BlockProcessor, ...]]:
        """Those of headings and paragraphs, and all of them."""
        return self.blockprocessors["hashheader"], self.blockprocessors["paragraph"], tuple(self.blockprocessors)


def _labels(block: str) -> int:
    """How many letters Markdown passes in search of the ends of labels, beyond a few."""
    steps = sum((block.find("]", label.end()) + 1 or len(block)) - label.end() for label in _LABEL.finditer(block))
    return max(steps - _SHORT, 0)
