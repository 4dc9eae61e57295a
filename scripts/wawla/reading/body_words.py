"""The words of a body as print shows them: its text without the marks that make Markdown of it."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

from wawla.model.body import Body, Table
from wawla.model.body.block_signs import TASK, box_of, hide_strokes

_BEGINNING = re.compile(r"\s*+(?:(?P<quotation>>)|(?P<item>[-*+]|\d+[.)])(?=\s|$)|(?P<meaning>:)(?=[ \t]))")
_QUOTATION = re.compile(r"(?: {0,3}>)*+")
_CLOSING_HASHES = re.compile(r"(?:^|(?<=\s))#+$")
_HASHES = re.compile(r"\A#{1,6}")
_UNDERLINE = re.compile(r"=+|-+")
_RULE = re.compile(r"-{3,}|\*{3,}|_{3,}")
_STROKE = re.compile(r"(?<!\\)\|")


def words_of(body: Body) -> list[str]:
    """The words of a body in the order of its text, and a stroke before each cell of a table.

    They are the words of the source. Left out are the marks of headings and of the items of a list, the outer strokes
    of a table and its line of hyphens, and fences of code, each where the parser has made such of them; and what marks
    a quotation, a meaning or a rule at the start of any other line. Anywhere else `-`, `+` or `>` is printed, and is a
    word. The number of an item is one everywhere.
    """
    return list(_Lines(body).words())


def _quotations(line: str) -> int:
    """How many quotations a line says that it stands in."""
    return line[: len(line) - len(line.lstrip(" \t>"))].count(">")


class _Lines:
    """The lines of a body by their numbers, with what the parser made of them."""

    def __init__(self, body: Body) -> None:
        facts = body.facts
        self.text, self.prose = body.text, body.prose
        self.lines = self.text.split("\n")
        self.starts = [0]
        for line in self.lines:
            self.starts.append(self.starts[-1] + len(line) + 1)
        self.items = Counter(self._number_of(item.span.start) for item in facts.items)
        self.headings = {self._number_of(heading.span.start) for heading in facts.headings}
        rows = ((number, row, table) for table in facts.tables for number, row in enumerate(table.rows))
        self.rows = {self._number_of(row.start): (number, table) for number, row, table in rows}
        self.fences = {self._number_of(place) for fenced in facts.fenced for place in fenced}
        self.fenced = {
            number: _quotations(self.lines[self._number_of(start)])
            for start, end in facts.fenced
            for number in self._begun_within(start, end)
        }
        self.code = {number for start, end in facts.code for number in self._begun_within(start, end)}

    def _number_of(self, place: int) -> int:
        return min(bisect_right(self.starts, place), len(self.lines)) - 1

    def _begun_within(self, start: int, end: int) -> range:
        """The lines that begin in a stretch of the text."""
        first = self._number_of(start)
        before = self.text[self.starts[first] : start]
        return range(first + bool(before.strip()), self._number_of(end) + 1)

    def words(self) -> Iterator[str]:
        """Line by line."""
        for number in range(len(self.lines)):
            if number in self.rows:
                yield from self._of_row(number, *self.rows[number])
            elif number in self.code:
                yield from self._begun(number, 0)[0] if number in self.fences else self._of_code(number)
            else:
                yield from self._of_line(number)

    def _of_code(self, number: int) -> list[str]:
        line = self.lines[number]
        if number in self.fenced:
            for _ in range(self.fenced[number]):
                line = line[line.find(">") + 1 :] if line.lstrip(" ").startswith(">") else line
            return line.split()
        quoted = _QUOTATION.match(line)
        return line[quoted.end() if quoted else 0 :].split()

    def _of_line(self, number: int) -> Iterator[str]:
        numbers, start = self._begun(number, len(self.lines[number]))
        rest = self.lines[number][start:].strip()
        under_words = number - 1 in self.headings and self.lines[number - 1].lstrip(" \t>*+-")[:1] != "#"
        yield from numbers
        if number in self.headings:
            words = _HASHES.sub("", rest, count=1)
            yield from _CLOSING_HASHES.sub("", words).split()
        elif not (under_words and _UNDERLINE.fullmatch(rest)) and not _RULE.fullmatch("".join(rest.split())):
            yield from rest.split()

    def _of_row(self, number: int, row: int, table: Table) -> Iterator[str]:
        if row == 1:  # hyphens
            return
        head = table.rows[0].text.strip(" \t>")
        numbers, begun = self._begun(number, max(_quotations(row.text) for row in table.rows[:2]))
        start, end = self.starts[number] + begun, self.starts[number] + len(self.lines[number])
        strokes = (start + stroke.start() for stroke in _STROKE.finditer(hide_strokes(self.prose[start:end])))
        edges = [start - 1, *strokes, end]
        cells = [self.text[left + 1 : right].split() for left, right in pairwise(edges)]
        if "|" in (head[:1], head[-1:]):  # strokes stand round the rows
            cells = cells[not cells[0] :]
        yield from numbers
        passed = 0
        for cell in cells[: table.columns]:
            passed += 1
            if cell:  # a row may leave out its last cells, if they are empty
                yield from ["|"] * passed + cell
                passed = 0

    def _begun(self, number: int, quotations: int) -> tuple[list[str], int]:
        """The numbers and boxes of the items that a line begins, and the column behind all marks that it begins with.

        It stands in so many quotations at the most.
        """
        numbers: list[str] = []
        at, items = 0, self.items[number]
        while mark := _BEGINNING.match(self.lines[number], at):
            if (mark["quotation"] and not quotations) or (mark["item"] and not items):
                break
            at, items, quotations = mark.end(), items - bool(mark["item"]), quotations - bool(mark["quotation"])
            numbers += [f"{mark['item'][:-1]}."] if mark["item"] and mark["item"][:-1] else []
            if mark["item"] and (task := TASK.match(self.lines[number], at + 1)):
                numbers.append(box_of(task))
                at = task.end()
        return numbers, at
