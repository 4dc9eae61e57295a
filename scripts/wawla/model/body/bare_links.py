"""Addresses that stand in a text as they are, and become links to what they name (GFM 0.29, 6.9)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.inlinepatterns import InlineProcessor
from markdown.util import AtomicString

from wawla.model.body.spans import Link, Span

_BEGINNING = r"""(?i)(?<![^\s*_~^[('"\x03])(?:https?://|(?P<www>www\.))(?=[^\W_])"""
_RUN = re.compile("[^\\s<\\[\x02]*(?:(?:\\[(?!\\^)|\x02(?!klzzwxh))[^\\s<\\[\x02]*)*")
"""Up to the next note, or to what the parser has put aside."""
_DOMAIN = re.compile(r"[-\w.]+")
_ENDS_THE_SENTENCE = frozenset("?!.,:*_~^'\"")
_ENTITY = re.compile(r"&[^\W_]+;\Z")
_OPENING = {")": "(", "]": "["}


def may_have_bare_link(text: str) -> bool:
    """Whether there may be such an address in a text."""
    return "://" in text or "www." in text


class BareLinks(InlineProcessor):
    """Makes links of them."""

    ANCESTOR_EXCLUDES = ("a",)

    def __init__(self, md: Markdown | None = None) -> None:
        super().__init__(_BEGINNING, md)

    def handleMatch(  # type: ignore[override]  # noqa: N802 - the name is Markdown's
        self, m: re.Match[str], data: str
    ) -> tuple[Element | None, int | None, int | None]:
        """Called for each beginning: the link without the full stop or bracket that ends the sentence."""
        run = _RUN.match(data, m.start())
        address = _without_end(run[0], m.end() - m.start()) if run else ""
        if not address:
            return None, None, None
        link = Element("a", {"href": f"http://{address}" if m["www"] else address})
        link.text = AtomicString(address)
        return link, m.start(), m.start() + len(address)

    def made_in(self, text: str) -> Iterator[tuple[Element, int, int]]:
        """A link for each, and where it stands."""
        past = 0
        for beginning in self.getCompiledRegExp().finditer(text) if may_have_bare_link(text) else ():
            if beginning.start() >= past:
                link, start, end = self.handleMatch(beginning, text)
                if link is not None and start is not None and end is not None:
                    past = end
                    yield link, start, end


def _without_end(run: str, least: int) -> str:
    """An address without what ends its sentence; '' where its domain is none. At `least` so many letters stay."""
    end, closing = len(run), {sign: run.count(sign) - run.count(opening) for sign, opening in _OPENING.items()}
    while end > least:
        sign = run[end - 1]
        if sign == ";":
            entity = _ENTITY.search(run, max(least, end - 40), end)
            end = entity.start() if entity else end - 1
        elif sign in _ENDS_THE_SENTENCE:
            end -= 1
        elif closing.get(sign, 0) > 0:
            closing[sign] -= 1
            end -= 1
        else:
            break
    domain = _DOMAIN.match(run, least, end)
    return "" if domain is None or "_" in "".join(domain[0].split(".")[-2:]) else run[:end]


_PATTERN = BareLinks()


def bare_links_in(text: str) -> Iterator[Link]:
    """What looks like one, in order; `www.` leads to `http://www.`."""
    for link, start, end in _PATTERN.made_in(text):
        yield Link(text[start:end], Span(link.get("href", ""), start, end), Span(text[start:end], start, end))
