"""The parsed tree of a body with the place of each of its texts: headings, tables and list items are read off it."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions.toc import remove_fnrefs, render_inner_html, strip_tags, unique
from markdown.util import AtomicString

from wawla.model.body.facts import ListItem, Table
from wawla.model.body.inline_parser import has_facts, has_marks
from wawla.model.body.origin import NOTHING, MarkedText, TextPiece
from wawla.model.body.spans import Heading, Span
from wawla.model.body.words import anchor_of

_LEVELS = {"h1": 1, "h2": 2, "h3": 3, "h4": 4, "h5": 5, "h6": 6}
_LISTS = {"ul", "ol"}
_HASHES = re.compile(r"#{1,6}[ \t]*$")
_BARE_HASHES = re.compile(r"[ \t>*+-]*+(?:\d++\.[ \t]++)?(#{1,6})[# \t]*+")
_SIGNS = re.compile(r"[<>&\x02]")


class BlockTree:
    """The tree after the block stage and before the inline stage. Takes the place marks out, and keeps the places."""

    def __init__(self, root: Element, source: MarkedText) -> None:
        self.source = source
        self.blocks = list(root.iter())
        self.pieces: dict[tuple[int, bool], TextPiece] = {}
        """Texts that may hold inline marks, by their element and whether they stand behind it."""
        self.tails = False
        """Whether any text stands behind an element."""
        self.has_marks = False
        """Whether any text is to be parsed for inline marks."""
        self.code: list[tuple[int, int]] = []
        self._starts: dict[int, int] = {}
        """By element, the place of the first text in it."""
        source.read_again()  # after the labels of notes, which stand anywhere
        for element in self.blocks:
            if (text := element.text) and text != NOTHING and text.strip() and text[0] != "\x02":
                piece = source.piece(text)
                self._starts[id(element)] = piece.lines[0][1]
                text = ""
                if element.tag == "code":
                    lines = re.finditer(r"[^\n]+", piece.text)
                    self.code += [source.line(source.line_of(piece.at(line.start()))) for line in lines]
                elif has_facts(piece.text):
                    text = piece.text
                    self.pieces[id(element), False] = piece
                elif element.tag in _LEVELS:
                    text = piece.text if has_marks(piece.text) else AtomicString(piece.text)
                self.has_marks = self.has_marks or (text != "" and not isinstance(text, AtomicString))
                element.text = text
            if (tail := element.tail) and tail.strip():
                piece = source.piece(tail)
                element.tail = piece.text
                self.pieces[id(element), True] = piece
                self.tails = self.has_marks = True

    def _start_of(self, element: Element) -> int:
        """The place of the first text in an element; -1 where there is none."""
        return next((self._starts[id(inside)] for inside in element.iter() if id(inside) in self._starts), -1)

    def headings(self, parser: Markdown) -> Iterator[Heading]:
        """Headings with the anchors that they get. Call it when the inline marks are parsed."""
        taken: set[str] = set()
        counters: dict[str, int] = {}
        bare = self._bare_hashes()
        for element in self.blocks:
            if level := _LEVELS.get(element.tag):
                if len(element) or _SIGNS.search(element.text or ""):
                    words = html.unescape(strip_tags(render_inner_html(remove_fnrefs(element), parser)))
                else:
                    words = " ".join((element.text or "").split())
                start = self._starts.get(id(element), -1)
                start = start if start >= 0 else next((at for at, hashes in bare if hashes == level), 0)
                yield Heading(level, words, unique(anchor_of(words), taken, counters), self._heading_at(start))

    def _heading_at(self, start: int) -> Span:
        text = self.source.text
        line, end = self.source.line(self.source.line_of(start))
        if hashes := _HASHES.search(text, line, start):
            start = hashes.start()
        return Span(text[start:end], start, end)

    def _bare_hashes(self) -> Iterator[tuple[int, int]]:
        """Places and levels of what may be headings without a word."""
        for number in self.source.silent:
            start, end = self.source.line(number)
            if hashes := _BARE_HASHES.fullmatch(self.source.text, start, end):
                yield hashes.start(1), len(hashes[1])

    def tables(self) -> Iterator[Table]:
        """Tables line by line. The line of hyphens is not in the tree, so its place is taken from the source."""
        for table in self.blocks:
            if table.tag == "table":
                rows = list(table.iter("tr"))
                if len(rows) == 2 and all(cell.text is None for cell in rows[1]):  # made up: a header stands alone
                    del rows[1]
                lines = [0, *range(2, len(rows) + 1)]
                starts = ((line, self._start_of(row)) for line, row in zip(lines, rows, strict=True))
                below, place = next(((line, start) for line, start in starts if start >= 0), (0, 0))
                first = max(self.source.line_of(place) - below, 0)
                spans = [self.source.line(first + line) for line in range(len(rows) + 1)]
                yield Table(tuple(Span(self.source.text[start:end], start, end) for start, end in spans), len(rows[0]))

    def items(self) -> Iterator[ListItem]:
        """Items of lists; notes at the end of the page are none, though the parser makes a list of them."""
        around: dict[int, tuple[int, bool]] = {}  # by element: how many lists it stands in, and whether the last counts
        for element in self.blocks:
            depth, ordered = around.get(id(element), (0, False))
            if element.tag == "li" and not element.get("id"):
                start = max(self._start_of(element), 0)
                end = self.source.line(self.source.line_of(start))[1]
                yield ListItem(depth, ordered, Span(self.source.text[start:end], start, end))
            for child in element:
                notes = child.tag == "ol" and element.get("class") == "footnote"
                if child.tag in _LISTS and not notes:
                    around[id(child)] = depth + 1, child.tag == "ol"
                else:
                    around[id(child)] = depth, ordered
