"""Where each piece of a parsed text comes from: marks that the block parser carries along, and what they tell.

Markdown cuts a text into blocks, takes off indents and signs, and keeps no places. So before it cuts, a mark is put
behind a letter of every line: one sign, which is the place of that letter in the source, taken from planes of Unicode
in which nothing has a meaning. Where marks stand, none of the parser's patterns for blocks can tell them from one
letter more. They are taken out again before anything reads what stands within a line.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import accumulate
from typing import NamedTuple

NOTHING = "."
"""Stands for a paragraph that holds no fact; it has no place."""
_FIRST, _LAST = 0x40000, 0xDFFFF
_MARK = re.compile(f"[{chr(_FIRST)}-{chr(_LAST)}]")
_ANCHOR = re.compile(r"[A-Za-z]|[^\x00-\x7f\s\d]|\d(?![\d.])")  # never the number of a list
_TITLE = re.compile(r"(?:!!!|\?\?\?)[^\"]*+\"?")
_FENCED = re.compile("\x02wzxhzdk:\\d+\x03")
_NEARBY = 20  # lines without a mark, among which one is sought


class TextPiece(NamedTuple):
    """A piece of text as the parser has it. `lines`: where lines and cells begin, there and in the source."""

    text: str
    lines: tuple[tuple[int, int], ...]

    def at(self, index: int) -> int:
        """Where the letter at `index` stands in the source."""
        start, origin = self.lines[bisect_right(self.lines, (index, 1 << 60)) - 1]
        return origin + index - start


class MarkedText:
    """A body on its way through the block parser: marked line by line, and found again in pieces."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.safe = text if text.isascii() or max(text) < chr(_FIRST) else _MARK.sub("\ufffd", text)
        self.lines = self.safe.split("\n")
        self._starts = list(accumulate([0, *[len(line) + 1 for line in self.lines]]))
        self.silent: list[int] = []
        """Lines without a mark, by number."""
        self._read_to = 0
        self._uneven = "\t" in text or "\x02" in text or "\x03" in text

    def read_again(self) -> None:
        """Search from the top of the source again for the texts that are read next."""
        self._read_to = 0

    def line_of(self, place: int) -> int:
        """The number of the line, from 0, that holds this place."""
        return min(bisect_right(self._starts, place), len(self.lines)) - 1

    def line(self, number: int) -> tuple[int, int]:
        """Where a line begins and ends."""
        number = min(number, len(self.lines) - 1)
        return self._starts[number], self._starts[number] + len(self.lines[number])

    def mark(self, lines: Sequence[str], numbers: Sequence[int]) -> list[str]:
        """Lines as the parser will have them, each with its marks. `numbers`: the source line each comes from."""
        marked = []
        for line, number in zip(lines, numbers, strict=True):
            if line in ("", NOTHING) or number >= len(self.lines) or _FENCED.fullmatch(line):
                marked.append(line)
                continue
            whole = self._marked(line, number)
            if len(whole) == len(line):
                self.silent.append(number)
            marked.append(whole)
        return marked

    def _marked(self, line: str, number: int) -> str:
        columns = None if line == self.lines[number] else _columns(self.lines[number], len(line))
        tabbed = "\t" in self.lines[number]
        start, at, parts = self._starts[number], 0, []
        title = _TITLE.search(line) if "!!!" in line or "???" in line else None
        anchor = _ANCHOR.search(line)
        if title and not (anchor and anchor.start() < title.start()):
            anchor = _ANCHOR.search(line, title.end()) if title[0][-1] == '"' else None
        while anchor:
            end = anchor.end()
            column = end - 1 if columns is None else columns[end - 1]
            if start + column <= _LAST - _FIRST:
                parts += [line[at:end], chr(_FIRST + start + column)]
                at = end
            stroke, label = line.find("|", end), line.find("]:", end)
            space = line.find(" ", end) if tabbed else -1
            beyond = min((sign for sign in (stroke, label, space) if sign >= 0), default=-1)
            anchor = _ANCHOR.search(line, beyond) if beyond >= 0 else None
        return "".join([*parts, line[at:]])

    def piece(self, marked: str) -> TextPiece:
        """A piece without its marks, with the places that they told."""
        clean: list[str] = []
        origins: list[tuple[int, int]] = []
        further: list[tuple[int, int]] = []
        at, many = 0, self._uneven or "|" in marked or "]:" in marked
        for line in marked.split("\n"):
            origin = -1
            if mark := _MARK.search(line):
                place, stands = ord(mark[0]) - _FIRST, mark.start()
                origin = max(place - stands + 1, self._starts[self.line_of(place)])
                if origin > place - stands + 1:  # the line begins with marks that the source has not
                    further.append((at + stands - 1, place))
                if many:
                    marks = enumerate(_MARK.finditer(line))
                    further += [(at + m.start() - n - 1, ord(m[0]) - _FIRST) for n, m in marks if n]
                    line = _MARK.sub("", line)
                else:
                    line = line[:stands] + line[stands + 1 :]
            clean.append(line)
            origins.append((at, origin))
            at += len(line) + 1
        is_sought = origins[-1][1] < 0
        if any(origin < 0 for _, origin in origins):
            origins = self._settled(clean, origins)
        last = self.line_of(origins[-1][1])
        self._read_to = last + (is_sought and "|" not in self.lines[last])  # the next cell stands in the same line
        return TextPiece("\n".join(clean), tuple(sorted([*origins, *further]) if further else origins))

    def _settled(self, lines: list[str], origins: list[tuple[int, int]]) -> list[tuple[int, int]]:
        """Every line with a place: one without a mark stands under the one before it, or is sought."""
        known = [number for number, (_, origin) in enumerate(origins) if origin >= 0]
        settled: list[tuple[int, int]] = []
        for number, (at, origin) in enumerate(origins):
            if origin < 0:
                if settled:
                    guess = self.line_of(settled[-1][1]) + 1
                elif known:
                    guess = self.line_of(origins[known[0]][1]) - known[0]
                else:
                    guess = self._read_to
                origin = self._sought(lines[number].strip(), max(guess, 0))
            settled.append((at, origin))
        return settled

    def _sought(self, words: str, first: int) -> int:
        nearby = self.silent[bisect_left(self.silent, first) :][:_NEARBY] if words else []
        for number in nearby:
            if (column := self.lines[number].rfind(words)) >= 0:
                return self._starts[number] + column
        # Words that nobody wrote are the title that the parser gives to a box; its line has none.
        return self._starts[nearby[0] if nearby else min(first, len(self.lines) - 1)]


def _columns(line: str, length: int) -> list[int]:
    """The column in the source for each of `length` columns that the parser has.

    Tabs are spaces there, and the line may begin with other marks: so the two are laid side by side at their ends.
    """
    columns: list[int] = []
    for column, letter in enumerate(line):
        if letter == "\t":
            columns += [column] * (4 - len(columns) % 4)
        elif letter not in "\x02\x03":
            columns.append(column)
    beyond = length - len(columns)
    return [0] * beyond + columns if beyond > 0 else columns[-beyond:]
