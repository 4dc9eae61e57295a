"""The inline stage of the Markdown parser: tries a pattern only on texts with its sign, and limits open brackets."""

from __future__ import annotations

import re
from functools import cached_property
from typing import Any

from markdown.inlinepatterns import EscapeInlineProcessor
from markdown.treeprocessors import InlineProcessor
from markdown.util import AtomicString

from wawla.model.body.bare_links import BareLinks, may_have_bare_link
from wawla.model.body.tangled import TooTangledError

_SIGN = re.compile(r"[`\\\[<&*_~]")
_BRACKET = re.compile(r"[\[\]]|(?<=\])\(")
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
    "bare_link": ("://", "ww."),
    "linebreak": ("  \n", "\\\n"),
    "struck": ("~",),
    "entity": ("&",),
    "em_strong": ("*", "_"),
}
"""The signs of which a text must have one, for a pattern of Markdown to find anything in it."""
_BY_LABEL = {"reference", "image_reference"}
_LABELLED = re.compile(r"\]\s?\[")  # what these two must find besides


def has_facts(text: str) -> bool:
    """Whether there may be a link, a note or code in a text."""
    return "[" in text or "`" in text or "<" in text or may_have_bare_link(text)


def has_marks(text: str) -> bool:
    """Whether any pattern of Markdown could find something in a text."""
    return _SIGN.search(text) is not None or "  \n" in text or may_have_bare_link(text)


class InlineMarks(InlineProcessor):
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
            elif matched and isinstance(pattern, BareLinks):
                data, matched = self._linked(data, pattern), False
            while matched:
                data, matched, start = apply(pattern, data, number, start)
        return data

    def _escaped(self, data: str, pattern: EscapeInlineProcessor) -> str:
        """The text with its escaped signs put aside, all at once: Markdown copies the text for each of them."""
        stash: Any = getattr(self, "_InlineProcessor__stashNode")  # noqa: B009 - as above

        def put_aside(sign: re.Match[str]) -> str:
            made = pattern.handleMatch(sign, data)[0]
            return sign[0] if made is None else stash(made, pattern.type())

        return pattern.getCompiledRegExp().sub(put_aside, data)

    def _linked(self, data: str, pattern: BareLinks) -> str:
        """The text with its bare addresses put aside, all at once, unless it stands within a link."""
        stash: Any = getattr(self, "_InlineProcessor__stashNode")  # noqa: B009 - as above
        parts, at = [], 0
        for link, start, end in () if "a" in self.ancestors else pattern.made_in(data):
            parts += [data[at:start], stash(link, pattern.type())]
            at = end
        return "".join([*parts, data[at:]])

    @cached_property
    def _patterns(self) -> list[tuple[str, str, bool, Any]]:
        patterns: Any = self.inlinePatterns
        names = [item.name for item in patterns._priority]
        return [
            (_BEGINNINGS[name][0], _BEGINNINGS[name][-1], name in _BY_LABEL, self.inlinePatterns[name])
            for name in names
        ]


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
