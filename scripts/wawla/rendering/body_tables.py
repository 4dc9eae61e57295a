"""Tables of a body: what heads a column or a row, what a table is called, and a box in which it can be scrolled."""

from __future__ import annotations

import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element

_CAPTION = re.compile(r"Table(?: \d+)?[.:]\s")
"""A paragraph straight before or after a table that begins like this is its caption."""
_HEADINGS = ("h2", "h3", "h4", "h5", "h6")
_LONGEST_HEAD = 120
"""Letters. A first column with more in one cell tells something itself, and is no list of what the rows are about."""


def finish_tables(root: Element) -> None:
    """Complete the tables of a parsed body, in their places.

    Where an author wrote no caption, the heading that the table stands under is one, which is read aloud and not shown.
    """
    under: dict[str, int] = {}
    for table, parent, heading in list(_tables(root)):
        for cell in [*table.iter("th"), *table.iter("td")]:
            _finish_cell(cell)
        _set_row_heads(table)
        under[heading] = under.get(heading, 0) + 1
        written = _written_caption(table, parent)
        table.insert(0, _unseen_caption(table, heading, under[heading]) if written is None else written)
        parent[list(parent).index(table)] = _scrolling(table)


def _tables(root: Element) -> Iterator[tuple[Element, Element, str]]:
    """Every table with the element it stands in, and the words of the last heading before it, if any."""
    heading = ""
    for element in root.iter():
        if element.tag in _HEADINGS:
            heading = _words_of(element)
        yield from (
            (child, element, _last_heading(element, child, heading)) for child in element if child.tag == "table"
        )


def _last_heading(parent: Element, table: Element, before: str) -> str:
    siblings = list(parent)
    headings = [each for each in siblings[: siblings.index(table)] if each.tag in _HEADINGS]
    return _words_of(headings[-1]) if headings else before


def _words_of(element: Element) -> str:
    """The words of an element without the numbers of its notes."""
    parts = [element.text or ""]
    for child in element:
        parts += ["" if child.tag == "sup" else _words_of(child), child.tail or ""]
    return " ".join("".join(parts).split())


def _finish_cell(cell: Element) -> None:
    """Say which cells head a column, and turn the parser's inline style into a class. A head without words is none."""
    if cell.tag == "th" and (len(cell) or _words_of(cell)):
        cell.set("scope", "col")
    elif cell.tag == "th":
        cell.tag = "td"
    if style := cell.attrib.pop("style", ""):
        cell.set("class", style.removeprefix("text-align: ").rstrip(";"))


def _set_row_heads(table: Element) -> None:
    """Make the first cells heads of their rows, where each says in a few words what no other says."""
    firsts = [row[0] for body in table.iter("tbody") for row in body.iter("tr") if len(row) > 1]
    words = [_words_of(cell) for cell in firsts]
    if len({*words}) == len(words) and all(0 < len(each) <= _LONGEST_HEAD for each in words):
        for cell in firsts:
            cell.tag = "th"
            cell.set("scope", "row")


def _written_caption(table: Element, parent: Element) -> Element | None:
    """The paragraph beside the table that is its caption, taken from there."""
    siblings = list(parent)
    at = siblings.index(table)
    for beside in siblings[max(at - 1, 0) : at] + siblings[at + 1 : at + 2]:
        if beside.tag == "p" and _CAPTION.match(_words_of(beside)):
            parent.remove(beside)
            beside.tag, beside.tail = "caption", None
            return beside
    return None


def _unseen_caption(table: Element, heading: str, number: int) -> Element:
    caption = Element("caption", {"class": "unseen"})
    name = heading or ", ".join(
        filter(None, (_words_of(cell) for head in table.iter("thead") for cell in head.iter("th")))
    )
    caption.text = f"{name}, table {number}" if number > 1 else name
    return caption


def _scrolling(table: Element) -> Element:
    """A table in a box of its own, which scrolls by finger and by keyboard where the page is narrow."""
    box = Element("div", {"class": "table", "role": "group", "tabindex": "0", "aria-label": "Table"})
    box.append(table)
    box.tail, table.tail = table.tail, None
    return box
