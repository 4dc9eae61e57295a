"""A body with everything that rules and links ask of it; each thing is worked out once."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from functools import cached_property

from wawla.model.body.code import blanked, code_spans, fenced
from wawla.model.body.links import DEFINITION, links_in
from wawla.model.body.spans import Heading, Link, Span, spans
from wawla.model.body.words import anchor_of, unique_anchor, without_marks
from wawla.model.findings import Place

_STRAY_FENCE = re.compile(r"^[ \t>]*+((?:`{3,}+|~{3,}+)[^`\n]*+)$", re.M)
_HASHES = re.compile(r"#(#{0,5})([^\n]*+)")  # the first sign stands alone, so that the search can leap to it
_UNDERLINE = re.compile(r"\n(?:=++|-++) *+(?=\n|\Z)")
_NOTE_USE = re.compile(r"\[\^([^\[\]\n]++)\]")
_NOTE = re.compile(r"^ {0,3}\[\^([^\[\]\n]++)\]:", re.M)
_ABBREVIATION = re.compile(r"^ {0,3}\*\[([^\[\]\n]++)\] ?:[^\n]*+$", re.M)
_STROKES = re.compile(r"\|[^\n]*+")
_MARKS = frozenset(
    [
        "#",
        "##",
        "###",
        "####",
        "#####",
        "######",
        "-",
        "--",
        "---",
        "*",
        "**",
        "***",
        "+",
        ">",
        "|",
        "|---|",
        "=",
        ".",
        ",",
        ";",
        ":",
        "!",
        "?",
        "(",
        ")",
        "[",
        "]",
        "–",
        "—",
        "…",
    ]
)


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
    def prose(self) -> str:
        """The text with code blanked out, letter for letter."""
        text = self._unfenced
        return blanked(text, code_spans(text)) if "`" in text else text

    @cached_property
    def _unfenced(self) -> str:
        text = self.text
        return blanked(text, fenced(text)) if "```" in text or "~~~" in text else text

    @cached_property
    def stray_fences(self) -> tuple[Span, ...]:
        """Lines that look like the fence of a code block and belong to none."""
        text = self._unfenced
        return spans(_STRAY_FENCE, text) if "```" in text or "~~~" in text else ()

    @cached_property
    def plain(self) -> str:
        """The prose with everything blanked that a reader does not see: targets, labels, definitions."""
        prose = self.prose
        hidden = []
        for link in self.links:
            words_end = link.span.start + (2 if link.image else 1) + len(link.text)
            hidden.append((link.span.start if prose[link.span.start] == "<" else words_end, link.span.end))
        if "]:" in prose or "] :" in prose:
            hidden += [m.span() for pattern in (DEFINITION, _ABBREVIATION) for m in pattern.finditer(prose)]
        if "[^" in prose:
            hidden += [m.span() for m in _NOTE_USE.finditer(prose)]
        return blanked(prose, sorted(hidden)) if hidden else prose

    @cached_property
    def words(self) -> int:
        """How many words the body has; code, link targets and marks that stand alone are left out."""
        tokens = self.plain.split()
        return len(tokens) - len(list(filter(_MARKS.__contains__, tokens)))

    @cached_property
    def headings(self) -> tuple[Heading, ...]:
        """Headings in order, of both forms that Markdown has."""
        found, prose = [], self.prose
        for m in _HASHES.finditer(prose):
            before = prose[prose.rfind("\n", 0, m.start()) + 1 : m.start()]
            if not before or (before[0] == ">" and not before.strip("> ")):
                found.append((*m.span(), len(m[1]) + 1, self.text[m.start(2) : m.end(2)]))
        if "\n=" in prose or "\n-" in prose:
            found += self._underlined({start for start, *_ in found})
        taken: dict[str, str] = {}
        headings = []
        for start, end, level, raw in sorted(found):
            words = without_marks(raw.strip().rstrip("#"))
            anchor = unique_anchor(anchor_of(words), taken)
            headings.append(Heading(level, words, anchor, Span(self.text[start:end], start, end)))
        return tuple(headings)

    def _underlined(self, hashed: set[int]) -> Iterator[tuple[int, int, int, str]]:
        """Headings with a line of `=` or `-` under them: the first line of a block, whatever stands in it."""
        prose, block = self.prose, -1
        for m in _UNDERLINE.finditer(prose):
            start = prose.rfind("\n", 0, m.start()) + 1
            before = prose.rfind("\n", 0, max(start - 1, 0)) + 1
            begins = not start or start == block or before in hashed or not prose[before:start].strip()
            if start not in hashed and begins and prose[start : m.start()].strip():
                block = m.end() + 1
                yield start, m.start(), 1 if m[0][1] == "=" else 2, self.text[start : m.start()]

    @cached_property
    def anchors(self) -> frozenset[str]:
        """Every heading on the finished page that a link with `#` can lead to."""
        return frozenset(heading.anchor for heading in self.headings)

    @cached_property
    def links(self) -> tuple[Link, ...]:
        """Links and pictures in order: inline, by reference, and in angle brackets."""
        return links_in(self.prose, self.text)

    @cached_property
    def footnotes_used(self) -> tuple[Span, ...]:
        """Labels of footnotes where the text refers to them."""
        if "[^" not in self.prose:
            return ()
        defined = {span.start for span in self.footnotes_defined}
        return tuple(span for span in spans(_NOTE_USE, self.prose) if span.start not in defined)

    @cached_property
    def footnotes_defined(self) -> tuple[Span, ...]:
        """Labels of footnotes where they are written."""
        return spans(_NOTE, self.prose) if "[^" in self.prose else ()

    @cached_property
    def abbreviations(self) -> tuple[Span, ...]:
        """Abbreviations that the body explains itself, with `*[NLC]: …`."""
        return spans(_ABBREVIATION, self.prose) if "*[" in self.prose else ()

    @cached_property
    def tables(self) -> tuple[tuple[Span, ...], ...]:
        """Tables, each as the lines it is made of."""
        tables: list[list[Span]] = []
        for m in _STROKES.finditer(self.prose):
            start = self.prose.rfind("\n", 0, m.start()) + 1
            line = self.prose[start : m.end()]
            if len(line.strip()) > 1 and line.rstrip()[-1] == "|" and not self.prose[start : m.start()].strip():
                if not tables or tables[-1][-1].end + 1 != start:
                    tables.append([])
                tables[-1].append(Span(line, start, m.end()))
        return tuple(map(tuple, tables))
