"""A rendered body as paper needs it: notes at the foot of the page, addresses of links in words, room to write."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from xml.etree.ElementTree import Element, SubElement, tostring

import tinyhtml5  # type: ignore[import-untyped]  # it has no types

from wawla.reading.linking import address_of, is_external
from wawla.reading.pictures import LEAST_RESOLUTION

_ANCHOR = re.compile(r'<[^<>]*? id="([^"]*)"')
_LINK_INSIDE = re.compile(r'(<a\b[^<>]*?) href="#([^"]*)"')
_HEADINGS = ("h2", "h3", "h4", "h5", "h6")
_IN_A_LINE = ("a", "abbr", "br", "code", "em", "img", "span", "strong", "sub", "sup")


@dataclass(frozen=True)
class PaperContext:
    """Where a body stands in its book."""

    path: str
    """The Markdown file that the body comes from."""
    anchor: str
    """What the anchors in it begin with, so that those of two bodies are never the same."""
    level: int
    """The level of its first headings, those that are h2 on the site."""
    places: Mapping[str, str]
    """The anchor in the book of every piece that is in it, by its address on the site."""
    base: str
    """The address of the site, with a slash at its end; '' where it is not known."""


def adapt(html: str, context: PaperContext) -> str:
    """The safe HTML of a body, made ready for paper. It stays safe: nothing is added but spans, classes and anchors."""
    body = tinyhtml5.parse(f"<body>{html}</body>", namespace_html_elements=False).find("body")
    if body is None:  # the parser always makes one
        return ""
    _adapt_notes(body)
    _adapt_links(body, context)
    _adapt_headings(body, context.level)
    for element in body.iter():
        _adapt_element(element, context)
    return "".join(_serialised(body))


def mend_anchors(html: str) -> str:
    """The whole document, with links only to anchors in it: of any other, the typesetter would make no book at all.

    A link to a heading that a piece has not, which its editor may allow, leads to the piece, or else is mere words.
    """
    anchors = frozenset(_ANCHOR.findall(html))

    def mended(link: re.Match[str]) -> str:
        start, anchor = link.groups()
        piece = anchor.partition("-")[0]
        return link[0] if anchor in anchors else f'{start} href="#{piece}"' if piece in anchors else start

    return _LINK_INSIDE.sub(mended, html)


def _serialised(body: Element) -> Iterator[str]:
    yield body.text or ""
    yield from (tostring(child, encoding="unicode", method="html") for child in body)


def _adapt_element(element: Element, context: PaperContext) -> None:
    """What one element alone needs."""
    element.attrib.pop("tabindex", None)
    element.attrib.pop("role", None)
    element.attrib.pop("aria-label", None)
    if "id" in element.attrib:
        element.set("id", f"{context.anchor}-{element.get('id')}")
    if element.tag == "details":  # paper cannot fold
        element.tag = "div"
        element.set("class", f"admonition {element.get('class', '')}".strip())
    elif element.tag == "summary":
        element.tag, element.attrib["class"] = "p", "admonition-title"
    elif element.tag == "tr":
        _make_room(element)
    elif element.tag == "img":
        _size(element, context)


def _adapt_headings(body: Element, level: int) -> None:
    """Set headings below that of their piece, and none two levels below the one that it stands under.

    PDF/UA-1 (ISO 14289-1:2014), 7.4.2, lets no level be left out.
    """
    above: list[str] = []
    for heading in body.iter():
        if heading.tag in _HEADINGS:
            above = [*(tag for tag in above if tag < heading.tag), heading.tag]
            heading.tag = f"h{min(level + len(above) - 1, 6)}"


def _make_room(row: Element) -> None:
    """Cells that are empty are there to be written in: they are high and, however few words stand above them, wide."""
    blanks = [cell for cell in row.iter("td") if not len(cell) and not (cell.text or "").strip()]
    for cell in blanks:
        cell.set("class", "blank")
        cell.set("style", f"width: {min(50, 80 // len(blanks))}%")


def _size(picture: Element, context: PaperContext) -> None:
    folder = posixpath.dirname(context.path)
    width = int(picture.get("width", "0"))
    picture.attrib = {
        "src": f"book:/{folder}/{picture.get('src', '')}",
        "alt": picture.get("alt", ""),
        "style": f"width: {width / LEAST_RESOLUTION:.3f}in",
    }


def _adapt_notes(body: Element) -> None:
    """Bring each note of the text to the place that calls it, from where CSS moves it to the foot of its page."""
    notes: dict[str, Element] = {}
    for parent in list(body.iter()):
        for child in list(parent):
            if child.tag == "div" and child.get("class") == "footnote":  # an admonition may bear that name too
                notes |= {f"#{item.get('id')}": item for item in child.iter("li") if item.get("id")}
                parent.remove(child)
    for parent in list(body.iter()):
        for position, child in enumerate(list(parent)):
            link = child.find("a") if child.tag == "sup" else None
            if link is not None and link.get("href") in notes:
                note = _note(link.get("href", ""), notes)
                note.tail = child.tail
                parent[position] = note


def _note(call: str, notes: Mapping[str, Element], within: tuple[str, ...] = ()) -> Element:
    """What a note says. A note that it calls in its turn stands in it, in brackets: no page has feet of feet."""
    note = Element("span", {"class": "note"})
    note.text = _in_one_line(notes[call].text).strip()
    for child in notes[call]:
        note.append(_inline(child, notes, (*within, call)))
    return note


def _inline(element: Element, notes: Mapping[str, Element], within: tuple[str, ...]) -> Element:
    """A copy that may stand in a line: what was a block in the note is a span of its own."""
    fits = element.tag in _IN_A_LINE
    copied = Element(element.tag, dict(element.attrib)) if fits else Element("span", {"class": "note-paragraph"})
    copied.text, copied.tail = _in_one_line(element.text), _in_one_line(element.tail)
    for child in element:
        link = child.find("a") if child.tag == "sup" else None
        call = link.get("href", "") if link is not None else ""
        if child.get("class") == "footnote-backref":
            continue
        if call in within:
            inner = Element("span")
            inner.tail = _in_one_line(child.tail)
        elif call in notes:
            inner = _note(call, notes, within)
            inner.text, inner.attrib = f" ({inner.text or ''}", {}
            SubElement(inner, "span").text = ")"
            inner.tail = _in_one_line(child.tail)
        else:
            inner = _inline(child, notes, within)
        copied.append(inner)
    return copied


def _in_one_line(text: str | None) -> str:
    """The text with plain spaces: in notes, WeasyPrint would begin a line wherever the source does."""
    return re.sub(r"[ \t\r\n]+", " ", text or "")


def _adapt_links(body: Element, context: PaperContext) -> None:
    """Lead links to their page of the book, or else print the address at the foot of the page, each address once."""
    printed: set[str] = set()
    page = address_of(context.path)
    for parent in list(body.iter()):
        for child in list(parent):
            href = child.get("href") if child.tag == "a" else None
            if href is None:
                continue
            target = (
                "" if child.find(".//img") is not None else _target(href, page, context)
            )  # PDF/UA has none on these
            child.attrib = {"href": target} if target else {}
            if target.startswith("#"):
                if not href.startswith("#"):
                    child.set("class", "cross-reference")
            elif target and target not in printed and target.removeprefix("mailto:") != "".join(child.itertext()):
                printed.add(target)
                _print_address(parent, child, target)


def _target(href: str, page: str, context: PaperContext) -> str:
    """Where a link of the site leads from the book: an anchor in it, a whole address, or '' for nowhere."""
    if is_external(href):
        return href
    way, _, anchor = href.partition("#")
    if not way:
        return f"#{context.anchor}-{anchor}" if anchor else ""
    address = posixpath.normpath(posixpath.join(page, way)) + ("/" if way.endswith("/") else "")
    if address in context.places:
        return f"#{context.places[address]}" + (f"-{anchor}" if anchor else "")
    return context.base + address.removeprefix("./") + (f"#{anchor}" if anchor else "") if context.base else ""


def _print_address(parent: Element, link: Element, address: str) -> None:
    note = Element("span", {"class": "note address"})
    note.text = address.removeprefix("mailto:")
    note.tail, link.tail = link.tail, None
    parent.insert(list(parent).index(link) + 1, note)
