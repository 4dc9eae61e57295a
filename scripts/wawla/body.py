"""The Markdown of a body as its author sees it: headings, links, tables and notes, each with its place.

Python-Markdown keeps no places, so rules look at the text itself, in the way in which Python-Markdown reads it.
Code is blanked out first, letter for letter, so that every offset stays true. Anybody may send a body: every
search below takes time in proportion to its length, whatever it holds.
"""

from __future__ import annotations

import html
import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from wawla.findings import Place

_FENCE = re.compile(r"^(`{3,}+|~{3,}+)[ ]*+(\{[^\n]*|\.?[\w#.+-]*+[ ]*+(?:hl_lines=[^\n]*)?)$", re.M)
_STRAY_FENCE = re.compile(r"^[ \t>]*+((?:`{3,}+|~{3,}+)[^`\n]*+)$", re.M)
_TICKS = re.compile(r"`++|\n[ \t]*+(?:\d++[.)]|[-+*#>|:=\n]?)")
_ATX = re.compile(r"^(?:>[> ]*+)?(#{1,6})([^\n]*+)$", re.M)
_UNDERLINE = re.compile(r"^(?:=++|-++) *+$", re.M)
_BRACKET = re.compile(r"\\[^\n]|!?\[|\]|\n[ \t]*+\n")
_TARGET = re.compile(
    r"""\(\s*+(?:<([^<>]*+)>\s*+(?:"[^"]*+"\s*+|'[^']*+'\s*+)?\)"""
    r"""|([^\s()<>"']*+)\s++(?:"[^"\n]*+"|'[^'\n]*+')\s*+\)"""
    r"""|((?:[^()]++|\((?:[^()]++|\([^()]*+\))*+\))*+)\))"""
)
_LABEL = re.compile(r"\s?\[(?!\^)([^\[\]]*+)\]")
_DEFINITION = re.compile(
    r"""^ {0,3}\[(?!\^)([^\[\]\n]++)\]:[ \t]*+\n?[ \t]*+(\S++)[ \t]*+"""
    r"""(?:\n?[ \t]*+(?:"[^\n]*"|'[^\n]*'|\([^\n]*\))[ \t]*+)?$""",
    re.M,
)
_AUTOLINK = re.compile(r"<((?:[A-Za-z][A-Za-z0-9+.-]{1,31}:|[^\s<>@]++@)[^\s<>]*+)>")
_NOTE_USE = re.compile(r"\[\^([^\[\]\n]++)\]")
_NOTE = re.compile(r"^ {0,3}\[\^([^\[\]\n]++)\]:", re.M)
_ABBREVIATION = re.compile(r"^ {0,3}\*\[([^\[\]\n]++)\] ?:[^\n]*+$", re.M)
_TABLE_LINE = re.compile(r"^[ \t]*+\|[^\n]*\|[ \t]*$", re.M)
_WORD = re.compile(r"[^\W_]+(?:['’.,-][^\W_]+)*")
_EMPHASIS = re.compile(r"(?<![\w\\])(__?)([^_\n]{1,200})\1(?!\w)")
_LONGEST_ANCHOR = 200


class Span(NamedTuple):
    """A stretch of the body that says something: its text, and where it stands."""

    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading: its level, its words without marks, and the anchor that leads to it."""

    level: int
    text: str
    anchor: str
    span: Span


@dataclass(frozen=True, slots=True)
class Link:
    """A link or, with `image`, a picture: its words and its target, each with its place.

    `reference` is the label of a link such as `[words][label]`; its target is empty where nothing defines the label.
    """

    text: str
    target: Span
    span: Span
    image: bool = False
    reference: str | None = None


def anchor_of(text: str) -> str:
    """The anchor of a heading, as on the site: plain letters, figures and hyphens."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    return re.sub(r"[-\s]+", "-", re.sub(r"[^\w\s-]", "", plain).strip().lower())[:_LONGEST_ANCHOR] or "section"


def without_marks(markdown: str) -> str:
    """One line of Markdown as the words a reader sees."""
    text = _unlinked(re.sub(r"\[\^[^\[\]]*+\]", "", markdown)) if "[" in markdown else markdown
    parts = re.split(r"(?<![\\`])(`++[^`]++`++)", text)  # every second part is code, which keeps its signs
    return "".join(part.strip("`") if number % 2 else _unmarked(part) for number, part in enumerate(parts)).strip()


def _unlinked(text: str, deep: int = 2) -> str:
    """The text with the words of each link in its place, and nothing in place of a picture."""
    parts, at = [], 0
    for link in Body(text, "").links:
        if link.span.start >= at:
            words = "" if link.image else _unlinked(link.text, deep - 1) if deep and "[" in link.text else link.text
            parts += [text[at : link.span.start], words]
            at = link.span.end
    return "".join([*parts, text[at:]])


def _unmarked(text: str) -> str:
    text = re.sub(r"(?<!\\)\*", "", _EMPHASIS.sub(r"\2", text))
    return html.unescape(re.sub(r"\\([\\`*_{}\[\]()#+.!|>-])", r"\1", text))


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
        line_end = self.text.find("\n", start)
        stop = min(start + 1 if end is None else end, len(self.text) if line_end < 0 else line_end)
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
        return _blanked(text, _code_spans(text)) if "`" in text else text

    @cached_property
    def _unfenced(self) -> str:
        text = self.text
        return _blanked(text, _fenced(text)) if "```" in text or "~~~" in text else text

    @cached_property
    def stray_fences(self) -> tuple[Span, ...]:
        """Lines that look like the fence of a code block and belong to none."""
        text = self._unfenced
        return _spans(_STRAY_FENCE, text) if "```" in text or "~~~" in text else ()

    @cached_property
    def plain(self) -> str:
        """The prose with everything blanked that a reader does not see: targets, labels, definitions."""
        prose = self.prose
        hidden = []
        for link in self.links:
            words_end = link.span.start + (2 if link.image else 1) + len(link.text)
            hidden.append((link.span.start if prose[link.span.start] == "<" else words_end, link.span.end))
        if "]:" in prose or "] :" in prose:
            hidden += [m.span() for pattern in (_DEFINITION, _ABBREVIATION) for m in pattern.finditer(prose)]
        if "[^" in prose:
            hidden += [m.span() for m in _NOTE_USE.finditer(prose)]
        return _blanked(prose, sorted(hidden)) if hidden else prose

    @cached_property
    def words(self) -> int:
        """How many words the body has, code, marks and link targets left out."""
        return len(_WORD.findall(self.plain))

    @cached_property
    def headings(self) -> tuple[Heading, ...]:
        """Headings in order, of both forms that Markdown has."""
        found, hashed = [], _ATX.finditer(self.prose) if "#" in self.prose else ()
        for m in hashed:
            found.append((m.start(1), m.end(), len(m[1]), self.text[m.start(2) : m.end(2)]))
        if "\n=" in self.prose or "\n-" in self.prose:
            found += self._underlined({start for start, *_ in found})
        taken: dict[str, str] = {}
        headings = []
        for start, end, level, raw in sorted(found):
            words = without_marks(raw.strip().rstrip("#"))
            anchor = _unique(anchor_of(words), taken)
            headings.append(Heading(level, words, anchor, Span(self.text[start:end], start, end)))
        return tuple(headings)

    def _underlined(self, hashed: set[int]) -> Iterator[tuple[int, int, int, str]]:
        """Headings with a line of `=` or `-` under them: the first line of a block, whatever stands in it."""
        prose, block = self.prose, -1
        for m in _UNDERLINE.finditer(prose):
            start = prose.rfind("\n", 0, max(m.start() - 1, 0)) + 1
            before = prose.rfind("\n", 0, max(start - 1, 0)) + 1
            begins = not start or start == block or before in hashed or not prose[before:start].strip()
            if m.start() and start not in hashed and begins and prose[start : m.start()].strip():
                block = m.end() + 1
                yield start, m.start() - 1, 1 if m[0][0] == "=" else 2, self.text[start : m.start() - 1]

    @cached_property
    def anchors(self) -> frozenset[str]:
        """Every heading on the finished page that a link with `#` can lead to."""
        return frozenset(heading.anchor for heading in self.headings)

    @cached_property
    def links(self) -> tuple[Link, ...]:
        """Links and pictures in order: inline, by reference, and in angle brackets."""
        prose = self.prose
        found = list(self._bracketed()) if "[" in prose else []
        if "<" in prose:
            found += [Link(m[1], Span(m[1], *m.span(1)), Span(m[0], *m.span())) for m in _AUTOLINK.finditer(prose)]
        return tuple(sorted(found, key=lambda link: link.span.start))

    def _bracketed(self) -> Iterator[Link]:
        prose, text = self.prose, self.text
        matches = list(_DEFINITION.finditer(prose)) if "]:" in prose else []
        definitions = {_label(m[1]): Span(m[2].strip("<>"), *m.span(2)) for m in matches}
        after_label = {m.end(1) + 1 for m in matches}
        opened: list[tuple[int, int]] = []
        at = 0
        while m := _BRACKET.search(prose, at):
            at = m.end()
            if m[0][0] == "\\":
                continue
            if m[0][-1] == "[":
                opened.append(m.span())
            elif m[0][0] == "\n":
                opened.clear()
                at -= 1
            elif m[0] == "]" and opened and at not in after_label:
                start, words = opened.pop()
                said, image = text[words : m.start()], prose[start] == "!"
                if target := _TARGET.match(prose, at):
                    at = target.end()
                    yield Link(said, _written(target), Span(text[start:at], start, at), image)
                elif not said.startswith("^"):
                    label = _LABEL.match(prose, at)
                    key = label[1] or said if label else said
                    reached = definitions.get(_label(key))
                    if reached or (label and prose[at] == "["):
                        where = label.span(1) if label else (words, m.start())
                        at = label.end() if label else at
                        yield Link(said, reached or Span("", *where), Span(text[start:at], start, at), image, key)

    @cached_property
    def footnotes_used(self) -> tuple[Span, ...]:
        """Labels of footnotes where the text refers to them."""
        if "[^" not in self.prose:
            return ()
        defined = {span.start for span in self.footnotes_defined}
        return tuple(span for span in _spans(_NOTE_USE, self.prose) if span.start not in defined)

    @cached_property
    def footnotes_defined(self) -> tuple[Span, ...]:
        """Labels of footnotes where they are written."""
        return _spans(_NOTE, self.prose) if "[^" in self.prose else ()

    @cached_property
    def abbreviations(self) -> tuple[Span, ...]:
        """Abbreviations that the body explains itself, with `*[NLC]: …`."""
        return _spans(_ABBREVIATION, self.prose) if "*[" in self.prose else ()

    @cached_property
    def tables(self) -> tuple[tuple[Span, ...], ...]:
        """Tables, each as the lines it is made of."""
        tables: list[list[Span]] = []
        if "|" in self.prose:
            for m in _TABLE_LINE.finditer(self.prose):
                if not tables or tables[-1][-1].end + 1 != m.start():
                    tables.append([])
                tables[-1].append(Span(m[0], *m.span()))
        return tuple(map(tuple, tables))


def _unique(anchor: str, taken: dict[str, str]) -> str:
    """The anchor, or the next free `anchor_1`, `anchor_2`. `taken` holds for each the one to try after it."""
    passed = []
    while anchor in taken:
        passed.append(anchor)
        anchor = taken[anchor]
    numbered = re.fullmatch(r"(.*)_([0-9]+)", anchor)
    taken[anchor] = f"{numbered[1]}_{int(numbered[2]) + 1}" if numbered else f"{anchor}_1"
    taken.update(dict.fromkeys(passed, taken[anchor]))
    return anchor


def _label(text: str) -> str:
    return " ".join(text.lower().split())


def _written(target: re.Match[str]) -> Span:
    """The address in the brackets of a link, without its title and the spaces round it."""
    group = target.lastindex or 3
    text, start = target[group], target.start(group)
    whole = text.rstrip()
    if group == 3 and whole[-1:] in ("'", '"') and whole.find(whole[-1]) < len(whole) - 1:
        whole = whole[: whole.find(whole[-1])]
    start += len(whole) - len(whole.lstrip())
    return Span(whole.strip(), start, start + len(whole.strip()))


def _fenced(text: str) -> Iterator[tuple[int, int]]:
    """Where blocks of code stand between two fences of the same length."""
    lines = list(_FENCE.finditer(text))
    closing: dict[str, list[int]] = {}
    for number, line in enumerate(lines):
        if not line[2]:
            closing.setdefault(line[1], []).append(number)
    past = -1
    for number, line in enumerate(lines):
        same = closing.get(line[1], [])
        later = bisect_right(same, number)
        if number > past and later < len(same):
            past = same[later]
            yield line.start(), lines[past].end()


def _code_spans(text: str) -> Iterator[tuple[int, int]]:
    """Where code stands inside a line or paragraph: between two runs of as many backticks."""
    block: list[tuple[int, int]] = []
    for m in _TICKS.finditer(text):
        if m[0][0] == "`":
            block.append(m.span())
        elif block and (m[0].strip(" \t") != "\n" or text[text.rfind("\n", 0, m.start()) + 1] in "#="):
            yield from _pairs(text, block)
            block = []
    yield from _pairs(text, block)


def _pairs(text: str, runs: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    next_of_length: dict[int, int] = {}
    partner: list[int | None] = [None] * len(runs)
    for number in range(len(runs) - 1, -1, -1):
        start, end = runs[number]
        backslashes = start - len(text[max(start - 40, 0) : start].rstrip("\\")) - max(start - 40, 0)
        partner[number] = next_of_length.get(end - start - backslashes % 2)
        next_of_length[end - start] = number
    past = -1
    for number, (start, _) in enumerate(runs):
        close = partner[number]
        if number > past and close is not None:
            past = close
            yield start, runs[close][1]


def _blanked(text: str, spans: Iterator[tuple[int, int]] | list[tuple[int, int]]) -> str:
    """The text with these stretches blanked, letter for letter; they come in order, and may overlap."""
    parts, at = [], 0
    for start, end in spans:
        if end > at:
            parts += [text[at : max(start, at)], re.sub(r"[^\n]", " ", text[max(start, at) : end])]
            at = end
    return "".join([*parts, text[at:]])


def _spans(pattern: re.Pattern[str], text: str) -> tuple[Span, ...]:
    return tuple(Span(m[1], *m.span(1)) for m in pattern.finditer(text))
