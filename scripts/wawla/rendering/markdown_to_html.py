"""One Markdown parser, set up once and used for every body: links resolved, pictures made figures."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from typing import Any
from urllib.parse import quote
from xml.etree.ElementTree import Element, SubElement

import markdown
from markdown.extensions import Extension
from markdown.treeprocessors import InlineProcessor, Treeprocessor
from markdown.util import AtomicString

from wawla.body import anchor_of
from wawla.reading.linking import address_of, is_external, relative, resolve
from wawla.rendering.job import Job, PictureOnPage, Rendered, Section
from wawla.rendering.sanitising import sanitise
from wawla.typography import typographic

_UNDESCRIBED = PictureOnPage(alt="", credit="", withheld="it has no description")
_ESCAPED = re.compile("\x02([0-9]+)\x03")
_COULD_BE_A_MARK = re.compile(r"[`\\\[<&*_!]|  \n")
_BLOCKS = {"p", "li", "td", "th", "dt", "dd", "h2", "h3", "h4", "h5", "h6", "summary", "div"}
_NOT_EXPLAINED_IN = {"a", "abbr", "code", "pre", "h1", "h2", "h3", "h4", "h5", "h6"}


class Renderer:
    """Turns bodies into safe HTML, one after the other."""

    def __init__(self) -> None:
        self._adapting = _Adapting()
        self._markdown = markdown.Markdown(
            extensions=[
                "tables", "footnotes", "def_list", "abbr", "admonition", "fenced_code", "sane_lists",
                "pymdownx.details", "toc", self._adapting,
            ],
            extension_configs={
                "toc": {"toc_depth": "2-6", "slugify": lambda text, _: anchor_of(text), "marker": ""},
                "footnotes": {"BACKLINK_TITLE": "Back to the text, note {}"},
            },
            output_format="html",
        )

    def render(self, job: Job) -> Rendered:
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
    """Takes raw HTML out of the parser, and adapts the parsed tree to the place where it will stand."""

    job: Job
    explained: list[str]

    def begin(self, job: Job) -> None:
        self.job, self.explained = job, []

    def extendMarkdown(self, md: markdown.Markdown) -> None:  # noqa: N802 - the name is Markdown's
        md.preprocessors.deregister("html_block")
        md.inlinePatterns.deregister("html")
        md.treeprocessors.register(_Inline(md), "inline", 20)  # in place of Markdown's own, at its own priority
        md.treeprocessors.register(_Adapter(md, self), "wawla", 4)  # after inline marks, notes, outline and quotes


class _Inline(InlineProcessor):
    """Leaves alone any text without a sign that an inline mark could begin with: most paragraphs have none.

    Markdown would try every mark on every text, which is a third of its work. It calls the method below by the name
    that Python gives a private one; under another name it would not be called, and nothing worse would happen.
    """

    def _InlineProcessor__handleInline(self, data: str, patternIndex: int = 0) -> str:  # noqa: N802, N803
        if isinstance(data, AtomicString) or _COULD_BE_A_MARK.search(data) is None:
            return data
        handle: Any = getattr(super(), "_InlineProcessor__handleInline")  # noqa: B009 - mypy knows no private names
        return str(handle(data, patternIndex))


class _Adapter(Treeprocessor):
    def __init__(self, md: markdown.Markdown, extension: _Adapting) -> None:
        super().__init__(md)
        self.extension = extension

    def run(self, root: Element) -> None:
        job = self.extension.job
        _set_in_type(root, " ")
        _pictures(root, job)
        for parent in list(root.iter()):
            if parent.tag == "a":
                _link(parent, job)
            elif parent.tag in ("th", "td"):
                _cell(parent)
            for position, child in enumerate(list(parent)):
                if child.tag == "table":
                    parent[position] = _scrolling(child)
        if job.abbreviations:
            words = "|".join(re.escape(word) for word in sorted(job.abbreviations, key=len, reverse=True))
            _explain(root, re.compile(rf"\b({words})(?=s?\b)"), job, self.extension.explained)


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


def _link(link: Element, job: Job) -> None:
    """Point a relative link at the page that the file becomes. Without such a page the words stay, unlinked."""
    href = _written(link.get("href", ""))
    leads_out = href.startswith("//") or not set("\\\t\r\n").isdisjoint(href)  # elsewhere, to a browser
    if not leads_out and (not href or is_external(href) or href.startswith(("#", "&#", "\x02"))):
        return  # \x02: an address Markdown hides
    target = resolve(job.path, href)
    if leads_out or target.path is None or target.path in job.absent:
        del link.attrib["href"]
        return
    way = relative(address_of(target.path), address_of(job.path))
    link.set("href", quote(way) + (f"#{quote(target.anchor)}" if target.anchor else ""))


def _written(target: str) -> str:
    """A target with the signs that stood behind a backslash, which Markdown keeps as numbers until the end."""
    return _ESCAPED.sub(lambda number: chr(int(number[1])), target)


def _cell(cell: Element) -> None:
    """Say which cells head a column, and turn the parser's inline style into a class."""
    if cell.tag == "th":
        cell.set("scope", "col")
    if style := cell.attrib.pop("style", ""):
        cell.set("class", style.removeprefix("text-align: ").rstrip(";"))


def _scrolling(table: Element) -> Element:
    """A table in a box of its own, which scrolls by finger and by keyboard where the page is narrow."""
    box = Element("div", {"class": "table", "role": "region", "tabindex": "0", "aria-label": "Table"})
    box.append(table)
    box.tail, table.tail = table.tail, None
    return box


def _pictures(root: Element, job: Job) -> None:
    """Make every picture that stands alone a figure; show none that may not be shown."""
    for parent in list(root.iter()):
        for position, child in enumerate(list(parent)):
            alone = child.tag == "p" and len(child) == 1 and not (child.text or "").strip()
            if alone and child[0].tag == "img" and not (child[0].tail or "").strip():
                figure = _figure(child[0], job)
                figure.tail = child.tail
                child.clear()  # it is visited once more, and holds nothing then
                parent[position] = figure
            elif child.tag == "img" and parent.tag != "figure":
                parent[position] = _among_words(child, job)


def _known(img: Element, job: Job) -> tuple[PictureOnPage, str]:
    folder, _, name = (resolve(job.path, _written(img.get("src", ""))).path or "").rpartition("/")
    beside = folder == job.path.rpartition("/")[0]
    picture = job.pictures.get(name, _UNDESCRIBED) if beside else _UNDESCRIBED
    alt = picture.alt or img.get("alt", "")
    img.attrib |= {"src": name, "alt": alt}
    if picture.width:
        img.attrib |= {"width": str(picture.width), "height": str(picture.height)}
    img.attrib |= {"loading": "lazy", "decoding": "async"}
    return picture, alt


def _in_words(picture: PictureOnPage, alt: str) -> str:
    return f"A picture stands here in the original ({alt.rstrip('.')}). It is not shown, because {picture.withheld}."


def _figure(img: Element, job: Job) -> Element:
    picture, alt = _known(img, job)
    img.tail = None
    if picture.withheld:
        figure = Element("figure", {"class": "withheld"})
        SubElement(figure, "figcaption").text = _in_words(picture, alt)
        return figure
    figure = Element("figure")
    figure.append(img)
    caption = SubElement(figure, "figcaption")
    caption.text = f"{picture.caption} " if picture.caption else ""
    SubElement(caption, "span", {"class": "credit"}).text = f"Picture: {picture.credit}"
    return figure


def _among_words(img: Element, job: Job) -> Element:
    """A picture inside a line, a list or a table, with its credit behind it."""
    picture, alt = _known(img, job)
    whole = Element("span")
    whole.tail, img.tail = img.tail, None
    if picture.withheld:
        whole.text = _in_words(picture, alt)
    else:
        whole.append(img)
        img.tail = " "
        SubElement(whole, "span", {"class": "credit"}).text = f"Picture: {picture.credit}"
    return whole


def _explain(element: Element, pattern: re.Pattern[str], job: Job, explained: list[str]) -> None:
    """Put what an abbreviation stands for at its first place, in reading order."""
    if element.tag in _NOT_EXPLAINED_IN or len(explained) == len(job.abbreviations):
        return
    _explain_text(element, None, pattern, job, explained)
    for child in list(element):
        _explain(child, pattern, job, explained)
        _explain_text(element, child, pattern, job, explained)


def _explain_text(
    parent: Element, after: Element | None, pattern: re.Pattern[str], job: Job, explained: list[str]
) -> None:
    text = (parent.text if after is None else after.tail) or ""
    for match in pattern.finditer(text):
        if match[1] in explained:
            continue
        explained.append(match[1])
        abbr = Element("abbr", {"title": job.abbreviations[match[1]]})
        abbr.text, abbr.tail = match[1], text[match.end(1) :]
        if after is None:
            parent.text = text[: match.start()]
            parent.insert(0, abbr)
        else:
            after.tail = text[: match.start()]
            parent.insert(list(parent).index(after) + 1, abbr)
        _explain_text(parent, abbr, pattern, job, explained)
        return
