"""Addresses that stand in a text as they are, and become links to what they name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element

from markdown import Markdown
from pymdownx.magiclink import MagiclinkPattern  # type: ignore[import-untyped]  # it has no types

from wawla.model.body.spans import Link, Span

_BEGINNING = r"""(?i)(?<![^\s*_~^[('"\x03])(?:https?://|(?P<www>www\.))(?=\w)"""
_RUN = re.compile("(?:[^\\s<\\[\x02]|\\[(?!\\^)|\x02(?!klzzwxh))*+")
"""Up to the next note, or to what the parser has put aside."""


def may_have_bare_link(text: str) -> bool:
    """Whether there may be such an address in a text."""
    return "://" in text or "www." in text


class BareLinks(MagiclinkPattern):  # type: ignore[misc]  # as above
    """Makes links of them."""

    def __init__(self, md: Markdown | None = None) -> None:
        super().__init__(_BEGINNING, md)
        self.config = {"hide_protocol": False}

    def unescape(self, text: str) -> str:
        """Called for the address, in which nothing is put aside."""
        return text

    def handleMatch(  # noqa: N802 - the name is Markdown's
        self, m: re.Match[str], data: str
    ) -> tuple[Element | None, int | None, int | None]:
        """Called for each beginning: the link without the full stop or bracket that ends the sentence."""
        start, run = m.start(), _RUN.match(data, m.start())
        beginning = self.getCompiledRegExp().match(run[0]) if run else None
        if not (run and beginning):
            return None, None, None
        link, _, length = super().handleMatch(beginning, run[0])
        return link, start, start + (length or 0)

    def made_in(self, text: str) -> Iterator[tuple[Element, int, int]]:
        """A link for each, and where it stands."""
        past = 0
        for beginning in self.getCompiledRegExp().finditer(text) if may_have_bare_link(text) else ():
            if beginning.start() >= past:
                link, start, end = self.handleMatch(beginning, text)
                if link is not None and start is not None and end is not None:
                    past = end
                    yield link, start, end


_PATTERN = BareLinks()


def bare_links_in(text: str) -> Iterator[Link]:
    """What looks like one, in order; `www.` leads to `http://www.`."""
    for link, start, end in _PATTERN.made_in(text):
        yield Link(text[start:end], Span(link.get("href", ""), start, end), Span(text[start:end], start, end))
