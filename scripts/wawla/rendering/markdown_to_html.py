"""One Markdown parser, set up once and used for every body: links resolved, pictures made figures."""

from __future__ import annotations

import html
from collections.abc import Iterator
from typing import Any
from urllib.parse import quote
from xml.etree.ElementTree import Element

import markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor

from wawla.model.body.links import unescaped
from wawla.model.body.parser import BodyParser
from wawla.model.outline import Section
from wawla.model.typography import typographic
from wawla.reading.linking import address_of, is_external, relative, resolve
from wawla.rendering.abbreviations import explain
from wawla.rendering.body_tables import finish_tables
from wawla.rendering.figures import place_pictures
from wawla.rendering.job import Rendered, RenderJob
from wawla.rendering.sanitising import sanitise

_BLOCKS = {"p", "li", "td", "th", "dt", "dd", "h2", "h3", "h4", "h5", "h6", "summary", "div"}


class Renderer:
    """Turns bodies into safe HTML, one after the other."""

    def __init__(self) -> None:
        self._adapting = _Adapting()
        self._markdown = BodyParser([self._adapting])

    def render(self, job: RenderJob) -> Rendered:
        """The safe HTML of one body. What a body says cannot make this raise anything but RecursionError."""
        self._markdown.reset()
        self._adapting.begin(job)
        safe = sanitise(self._markdown.convert(job.text))
        tokens: Any = getattr(self._markdown, "toc_tokens", [])
        return Rendered(safe, tuple(_sections(tokens)), tuple(self._adapting.explained))


def _sections(tokens: list[dict[str, Any]]) -> Iterator[Section]:
    for token in tokens:
        yield Section(token["level"], token["id"], html.unescape(token["name"]))
        yield from _sections(token["children"])


class _Adapting(Extension):
    """Adapts the parsed tree to the place where it will stand."""

    job: RenderJob
    explained: list[str]

    def begin(self, job: RenderJob) -> None:
        self.job, self.explained = job, []

    def extendMarkdown(self, md: markdown.Markdown) -> None:  # noqa: N802 - the name is Markdown's
        md.treeprocessors.register(_Adapter(md, self), "wawla", 4)  # after inline marks, notes, outline and quotes


class _Adapter(Treeprocessor):
    def __init__(self, md: markdown.Markdown, extension: _Adapting) -> None:
        super().__init__(md)
        self.extension = extension

    def run(self, root: Element) -> None:
        job = self.extension.job
        _set_in_type(root, " ")
        place_pictures(root, job)
        for parent in list(root.iter()):
            if parent.tag == "a":
                _link(parent, job)
        if job.abbreviations:
            self.extension.explained += explain(root, job.abbreviations)
        finish_tables(root)  # last: captions that repeat a heading explain nothing


def _set_in_type(element: Element, before: str) -> str:
    """Make straight quotation marks curly, in reading order; returns the last letter, which the next text follows."""
    if element.tag in _BLOCKS:
        before = " "
    if element.tag in ("code", "pre"):
        return "x"
    if element.text:
        element.text = typographic(element.text, before)
        before = element.text[-1]
    for child in element:
        before = _set_in_type(child, before)
        if child.tail:
            child.tail = typographic(child.tail, before)
            before = child.tail[-1]
    return before


def _link(link: Element, job: RenderJob) -> None:
    """Point a relative link at the page that the file becomes. Without such a page the words stay, unlinked."""
    href = unescaped(link.get("href", ""))
    leads_out = href.startswith("//") or not set("\\\t\r\n").isdisjoint(href)  # elsewhere, to a browser
    if not leads_out and (not href or is_external(href) or href.startswith(("#", "&#", "\x02"))):
        return  # \x02: an address Markdown hides
    target = resolve(job.path, href)
    if leads_out or target.path is None or target.path in job.absent:
        del link.attrib["href"]
        return
    way = relative(address_of(target.path), address_of(job.path))
    link.set("href", quote(way) + (f"#{quote(target.anchor)}" if target.anchor else ""))
