"""A body with everything that rules and links ask of it; each thing is worked out once."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from functools import cached_property

from wawla.model.body.code import blanked
from wawla.model.body.facts import BodyFacts, ListItem, Table
from wawla.model.body.read_facts import read_facts
from wawla.model.body.spans import Heading, Link, Span, spans
from wawla.model.body.words import word_count
from wawla.model.findings import Place

_STRAY_FENCE = re.compile(r"^[ \t>]*+((?:`{3,}+|~{3,}+)[^`\n]*+)$", re.M)
_NO_SIGNS = bytes(code for code in range(128) if chr(code).isalnum() or chr(code).isspace())
_SHAPES = bytes(
    ord("A" if sign.isupper() else "a" if sign.islower() else "0" if sign.isdigit() else sign if sign == " " else ".")
    for sign in map(chr, range(128))
) + b"." * 128  # fmt: skip


class Body:
    """The text of one body. Every property is worked out once, when it is first asked for."""

    def __init__(self, text: str, path: str, first_line: int = 1) -> None:
        self.text = text
        self.path = path
        self.first_line = first_line

    def place(self, start: int, end: int | None = None) -> Place:
        """Where the text from `start` to `end` stands in the file; it is cut at the end of its line."""
        row = bisect_right(self._line_starts, start) - 1
        column = start - self._line_starts[row] + 1
        line_end = self._line_starts[row + 1] - 1 if row + 1 < len(self._line_starts) else len(self.text)
        stop = min(start + 1 if end is None else end, line_end)
        return Place(self.path, self.first_line + row, column, max(column + stop - start, column + 1))

    def place_of(self, span: Span) -> Place:
        """Where a span stands in the file."""
        return self.place(span.start, span.end)

    @cached_property
    def _line_starts(self) -> list[int]:
        return [0, *(match.end() for match in re.finditer("\n", self.text))]

    @cached_property
    def shape(self) -> bytes:
        """The text sign for sign: `A` in place of a capital, `a` of a small letter, `0` of a figure, `.` of the rest.

        Spaces are kept. A rule that looks for any capital finds it in this ten times as fast as by a pattern that
        tries every letter against twenty-six.
        """
        return self.text.encode("ascii", "replace").translate(_SHAPES)

    def find(
        self, pattern: re.Pattern[str], beginning: re.Pattern[bytes], text: str | None = None
    ) -> Iterator[re.Match[str]]:
        """What `pattern` finds in the text, or in the plain text, in order.

        `beginning` finds in the shape every place where that can begin, and perhaps others.
        """
        text = self.text if text is None else text
        past = 0
        for place in beginning.finditer(self.shape):
            if place.start() >= past and (found := pattern.match(text, place.start())):
                past = found.end()
                yield found

    @cached_property
    def facts(self) -> BodyFacts:
        """What the parser makes of this body, as the renderer will."""
        return read_facts(self.text)

    def keep(self, facts: BodyFacts) -> None:
        """Take the facts that another process has read of this body."""
        self.__dict__["facts"] = facts

    @cached_property
    def prose(self) -> str:
        """The text with code blanked out, letter for letter."""
        return blanked(self.text, self.facts.code) if self.facts.code else self.text

    @cached_property
    def stray_fences(self) -> tuple[Span, ...]:
        """Lines that look like the fence of a code block and belong to none."""
        if not ("`" in self.text and "```" in self.text) and not ("~" in self.text and "~~~" in self.text):
            return ()
        return spans(_STRAY_FENCE, blanked(self.text, self.facts.fenced))

    @cached_property
    def plain(self) -> str:
        """The prose with everything blanked that a reader does not see: targets, labels, definitions."""
        prose, facts = self.prose, self.facts
        hidden = list(facts.definitions)
        for link in facts.links:
            words_end = _end_of_words(link, prose)
            hidden.append((words_end if prose[link.span.start] in "![" else link.span.start, link.span.end))
        for note in (*facts.notes_used, *facts.notes_defined):
            hidden.append((note.start - len("[^"), note.end + len("]")))
        return blanked(prose, sorted(hidden)) if hidden else prose

    @cached_property
    def words(self) -> int:
        """How many words the body has; code, link targets and marks that stand alone are left out."""
        return word_count(self.plain)

    @property
    def headings(self) -> tuple[Heading, ...]:
        """Headings in the order of the page, which has those within notes at its end."""
        return self.facts.headings

    @cached_property
    def anchors(self) -> frozenset[str]:
        """Every heading on the finished page that a link with `#` can lead to. The page shows none of level 1."""
        return frozenset(heading.anchor for heading in self.headings if heading.level > 1)

    @property
    def links(self) -> tuple[Link, ...]:
        """Links and pictures in the order of the text: inline, by reference, and in angle brackets."""
        return self.facts.links

    @property
    def footnotes_used(self) -> tuple[Span, ...]:
        """Labels of footnotes where the text refers to them."""
        return self.facts.notes_used

    @property
    def footnotes_defined(self) -> tuple[Span, ...]:
        """Labels of footnotes where they are written."""
        return self.facts.notes_defined

    @property
    def abbreviations(self) -> tuple[Span, ...]:
        """Abbreviations that the body explains itself, with `*[NLC]: …`."""
        return self.facts.abbreviations

    @property
    def tables(self) -> tuple[Table, ...]:
        """What became a table."""
        return self.facts.tables

    @property
    def list_items(self) -> tuple[ListItem, ...]:
        """What became an item of a list."""
        return self.facts.items


def _end_of_words(link: Link, prose: str) -> int:
    """Where the bracket behind the words of a link stands; an indent in them has another width where they are read."""
    start, end = link.span.start, link.span.end
    last = prose.rfind("][", start, end) if link.reference is not None else prose.rfind("](", start, link.target.start)
    return last if last >= 0 else min(start + (2 if link.image else 1) + len(link.text), end)


def signs_of(text: str) -> bytes:
    """The signs of a text without letters, figures and spaces; `?` in place of those beyond ASCII.

    Whether a mark can stand in a text is asked of these in no time.
    """
    return text.encode("ascii", "replace").translate(None, _NO_SIGNS)
