"""The Markdown parser, set up once for rules and renderer alike; a text that would hold it up is given up early."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cached_property
from typing import Any
from xml.etree.ElementTree import Element, ElementTree

from markdown import Markdown
from markdown.blockparser import BlockParser
from markdown.blockprocessors import BlockProcessor
from markdown.extensions import Extension
from markdown.extensions.abbr import AbbrExtension
from markdown.extensions.admonition import AdmonitionExtension
from markdown.extensions.def_list import DefListExtension
from markdown.extensions.fenced_code import FencedBlockPreprocessor, FencedCodeExtension
from markdown.extensions.sane_lists import SaneListExtension
from markdown.extensions.tables import TableExtension
from markdown.extensions.toc import TocExtension
from markdown.inlinepatterns import EscapeInlineProcessor
from markdown.preprocessors import NormalizeWhitespace
from markdown.treeprocessors import InlineProcessor
from markdown.util import AtomicString
from pymdownx.details import DetailsExtension  # type: ignore[import-untyped]  # it has no types

from wawla.model.body.footnotes import Footnotes
from wawla.model.body.words import anchor_of

_BEGINS_MORE = re.compile(r"[\s!?|#=*+_:>\[-]|\d+\.|$")
_GOES_ON_AS_MORE = re.compile(r"\n(?:[\s!?|#=*+_:>\[-]|\d+\.)")
_SIGN = re.compile(r"[`\\\[<&*_]")
_SPACES = re.compile(r"\n +(?:\n|\Z)")
_BRACKET = re.compile(r"[\[\]]|(?<=\])\(")
_MOST_READINGS = 40
"""So often a text is looked at from end to end at the most, each part once for every list or note that it stands in."""
_SHORT = 200_000  # letters that take no time, however often they are looked at
_LABEL = re.compile(r"^ {0,3}(?:\[\^|\*\[)", re.M)
_MOST_FENCED = 10_000_000  # letters passed in search of closing fences, if each had to be sought to the end
_MOST_STEPS = 1_500_000  # letters passed in search of closing brackets, in one paragraph


_BEGINNINGS = {
    "backtick": ("`", "\\"),
    "escape": ("\\",),
    "footnote": ("[^",),
    "reference": ("[",),
    "link": ("[",),
    "image_link": ("![",),
    "image_reference": ("![",),
    "short_reference": ("[",),
    "short_image_ref": ("![",),
    "autolink": ("<",),
    "automail": ("<",),
    "linebreak": ("  \n",),
    "entity": ("&",),
    "em_strong": ("*", "_"),
}
"""The signs of which a text must have one, for a pattern of Markdown to find anything in it."""
_BY_LABEL = {"reference", "image_reference"}
_LABELLED = re.compile(r"\]\s?\[")  # what these two must find besides


class TooTangledError(RecursionError):
    """A text that nests or opens more than any writer would: reading it to its end would take too long."""


class BodyParser(Markdown):
    """Markdown as contributors write it. Raw HTML is none: its signs are shown as they stand.

    `extensions` come last; `footnotes` and `abbreviations` may be subclasses that watch what is found.
    """

    def __init__(
        self,
        extensions: Sequence[Extension] = (),
        footnotes: type[Footnotes] = Footnotes,
        abbreviations: type[AbbrExtension] = AbbrExtension,
    ) -> None:
        super().__init__(
            extensions=[
                TableExtension(),
                footnotes(BACKLINK_TITLE="Back to the text, note {}", BACKLINK_TEXT="↩ back"),
                DefListExtension(),
                abbreviations(),
                AdmonitionExtension(),
                FencedCodeExtension(),
                SaneListExtension(),
                DetailsExtension(),
                TocExtension(toc_depth="2-6", slugify=lambda text, _: anchor_of(text), marker=""),
                *extensions,
            ],
            output_format="html",
        )
        self.preprocessors.deregister("html_block")
        self.preprocessors.register(_Whitespace(self), "normalize_whitespace", 30)
        self.preprocessors.register(_Fences(self, {}), "fenced_code_block", 25)  # in place of Markdown's own
        self.inlinePatterns.deregister("html")
        self.treeprocessors.register(_Inline(self), "inline", 20)  # in place of Markdown's own, at its own priority

    def build_parser(self) -> BodyParser:
        """Called by Markdown once, before extensions add their own processors."""
        super().build_parser()
        blocks = _Blocks(self)
        blocks.blockprocessors = self.parser.blockprocessors
        for processor in blocks.blockprocessors:
            processor.parser = blocks
        self.parser = blocks
        return self


def has_facts(text: str) -> bool:
    """Whether there may be a link, a note or code in a text."""
    return "[" in text or "`" in text or "<" in text


def has_marks(text: str) -> bool:
    """Whether any pattern of Markdown could find something in a text."""
    return _SIGN.search(text) is not None or "  \n" in text


def is_paragraph(block: str) -> bool:
    """Whether no processor of blocks but the last could take it."""
    return not (_BEGINS_MORE.match(block) or ("\n" in block and _GOES_ON_AS_MORE.search(block)))


class _Whitespace(NormalizeWhitespace):
    """Leaves a text alone that has nothing to be put right."""

    def run(self, lines: list[str]) -> list[str]:
        text = "\n".join(lines)
        uneven = "\t" in text or "\r" in text or "\x02" in text or "\x03" in text
        if uneven or ("\n " in text and _SPACES.search(text)):
            return super().run(lines)
        return [*lines, "", ""]


class _Fences(FencedBlockPreprocessor):
    """Looks for fences only where some are, and not where so many stay open that the search would take long."""

    def run(self, lines: list[str]) -> list[str]:
        fences = sum(line.startswith(("```", "~~~")) for line in lines)
        if fences * sum(map(len, lines)) > _MOST_FENCED:
            raise TooTangledError("the text opens more fences than can be followed")
        return super().run(lines) if fences > 1 else lines


class _Blocks(BlockParser):
    """Knows most paragraphs at a glance, and counts how much it has looked at."""

    _left = _SHORT

    def parseDocument(self, lines: Iterable[str]) -> ElementTree:  # noqa: N802 - Markdown's name
        lines = list(lines)
        self._left = _SHORT + _MOST_READINGS * sum(map(len, lines))
        self.state.clear()  # of a text that was given up
        return super().parseDocument(lines)

    def parseBlocks(self, parent: Element, blocks: list[str]) -> None:  # noqa: N802 - Markdown's name
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
            if block.startswith("#") and "\n" not in block and "\\" not in block:
                heading.run(parent, blocks)
                continue
            for processor in processors:
                if processor.test(parent, block) and processor.run(parent, blocks) is not False:
                    break

    @cached_property
    def _processors(self) -> tuple[BlockProcessor, BlockProcessor, tuple[BlockProcessor, ...]]:
        """Those of headings and paragraphs, and all of them."""
        return self.blockprocessors["hashheader"], self.blockprocessors["paragraph"], tuple(self.blockprocessors)


class _Inline(InlineProcessor):
    """Tries a pattern only on texts with the sign that it begins with: most paragraphs have none at all.

    Markdown would try every pattern on every text, which is a third of its work. It calls the methods below by the
    names that Python gives private ones; under other names they would not be called, and nothing worse would happen.
    """

    def _InlineProcessor__handleInline(self, data: str, patternIndex: int = 0) -> str:  # noqa: N802, N803 - Markdown's
        if isinstance(data, AtomicString) or not has_marks(data):
            return data
        if data.count("[") * len(data) > _MOST_STEPS and _steps(data) > _MOST_STEPS:
            raise TooTangledError("a paragraph opens more brackets than can be followed")
        apply: Any = getattr(self, "_InlineProcessor__applyPattern")  # noqa: B009 - mypy knows no private names
        labelled = _LABELLED.search(data) is not None
        for number, (sign, other, by_label, pattern) in enumerate(self._patterns[patternIndex:], patternIndex):
            start, matched = 0, (sign in data or other in data) and (labelled or not by_label)
            if matched and isinstance(pattern, EscapeInlineProcessor):
                data, matched = self._escaped(data, pattern), False
            while matched:
                data, matched, start = apply(pattern, data, number, start)
        return data

    def _escaped(self, data: str, pattern: EscapeInlineProcessor) -> str:
        """The text with its escaped signs put aside, all at once: Markdown copies the text for each of them."""
        stash: Any = getattr(self, "_InlineProcessor__stashNode")  # noqa: B009

        def put_aside(sign: re.Match[str]) -> str:
            made = pattern.handleMatch(sign, data)[0]
            return sign[0] if made is None else stash(made, pattern.type())

        return pattern.getCompiledRegExp().sub(put_aside, data)

    @cached_property
    def _patterns(self) -> list[tuple[str, str, bool, Any]]:
        patterns: Any = self.inlinePatterns
        names = [item.name for item in patterns._priority]
        return [
            (_BEGINNINGS[name][0], _BEGINNINGS[name][-1], name in _BY_LABEL, self.inlinePatterns[name])
            for name in names
        ]


def _labels(block: str) -> int:
    """How many letters Markdown passes in search of the ends of labels, beyond a few."""
    steps = sum((block.find("]", label.end()) + 1 or len(block)) - label.end() for label in _LABEL.finditer(block))
    return max(steps - _SHORT, 0)


def _steps(text: str) -> int:
    """How many letters Markdown passes in search of the ends of links, at the most."""
    steps, opened = 0, []
    for bracket in _BRACKET.finditer(text):
        if bracket[0] == "[":
            opened.append(bracket.start())
        elif bracket[0] == "]":
            steps += bracket.start() - opened.pop() if opened else 0
        else:
            close = text.find(")", bracket.end())
            quoted = close < 0 or "'" in text[bracket.end() : close] or '"' in text[bracket.end() : close]
            steps += (len(text) if quoted else close) - bracket.end()
    return steps + sum(len(text) - start for start in opened)
