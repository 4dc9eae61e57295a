"""Links, notes and code within the lines of a body: what the parser made, at the place where the author wrote it.

The parser says what there is; patterns propose places. Where both say the same in the same order, the pattern's place
holds; what only the pattern sees is no link; what only the parser sees is a link all the same.
"""

from __future__ import annotations

import html
import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypeVar
from xml.etree.ElementTree import Element

from markdown.util import AMP_SUBSTITUTE, code_escape

from wawla.model.body.block_tree import BlockTree
from wawla.model.body.code import blanked, code_spans
from wawla.model.body.inline_parser import has_facts
from wawla.model.body.links import links_in, unescaped
from wawla.model.body.origin import TextPiece
from wawla.model.body.spans import Link, Span

_NOTE_USE = re.compile(r"(?<!\\)\[\^([^\[\]]+)\]")
_LOOSE = re.compile(r"[\\\s<>\"'`]+")

Proposed = TypeVar("Proposed")


@dataclass
class Inline:
    """What stands within the lines of a body, in the order of the text."""

    links: list[Link] = field(default_factory=list)
    notes_used: list[Span] = field(default_factory=list)
    code: list[tuple[int, int]] = field(default_factory=list)


def read_inline(tree: BlockTree, definitions: Mapping[str, Span], found: Inline) -> Inline:
    """What was found before, and all that the parser made within lines.

    `definitions` has the targets of references by their labels.
    """
    known = set(map(id, tree.blocks)) if tree.pieces else set()
    for element in tree.blocks if tree.pieces else ():
        if (id(element), False) not in tree.pieces and not tree.tails:
            continue
        made: list[Element] = []
        piece = tree.pieces.get((id(element), False))
        for child in element:
            if id(child) in known:
                if piece:
                    _read(piece, made, definitions, found)
                piece, made = tree.pieces.get((id(child), True)), []
            else:
                made += child.iter()
        if piece:
            _read(piece, made, definitions, found)
    found.links.sort(key=lambda link: link.span.start)
    found.notes_used.sort(key=lambda note: note.start)
    found.code.sort()
    return found


def _read(piece: TextPiece, made: list[Element], definitions: Mapping[str, Span], found: Inline) -> None:
    text = piece.text
    codes = [element.text or "" for element in made if element.tag == "code"]
    spans = list(code_spans(text)) if "`" in text else []
    proposed = [(code_escape(text[start:end].strip("`").strip()), (start, end)) for start, end in spans]
    code = [place for place in _aligned(codes, proposed) if place]
    found.code += [(piece.at(start), piece.at(end)) for start, end in code]
    prose = blanked(text, code) if code else text
    notes = [element.get("href", "").removeprefix("#fn:") for element in made if element.get("class") == "footnote-ref"]
    uses = list(_NOTE_USE.finditer(prose)) if "[^" in prose else []
    for use in uses:
        if use[1] in notes or "\n" not in use[1]:
            found.notes_used.append(Span(use[1], piece.at(use.start(1)), piece.at(use.end(1))))
    found.links += _links(piece, prose, made, definitions)


def _links(piece: TextPiece, prose: str, made: list[Element], definitions: Mapping[str, Span]) -> Iterator[Link]:
    links = [element for element in made if element.tag in ("a", "img") and element.get("class") != "footnote-ref"]
    candidates = links_in(prose, piece.text, definitions) if has_facts(prose) else ()
    proposed = [((link.image, _loose(link.target.text)), link) for link in candidates]
    keys = [(element.tag == "img", _loose(target_of(element))) for element in links]
    for element, candidate in zip(links, _aligned(keys, proposed), strict=True):
        yield _placed(candidate, piece) if candidate else _unplaced(element, piece)
    for link in candidates:
        if link.reference is not None and not link.target.text:
            yield _placed(link, piece)


def _placed(link: Link, piece: TextPiece) -> Link:
    target, span = link.target, link.span
    if link.reference is None or not target.text:
        target = Span(target.text, piece.at(target.start), piece.at(target.end))
    return Link(
        link.text, target, Span(span.text, piece.at(span.start), piece.at(span.end)), link.image, link.reference
    )


def _unplaced(element: Element, piece: TextPiece) -> Link:
    """A link for which no pattern has a place: where its target stands in the text, or else where the text begins."""
    target, image = target_of(element), element.tag == "img"
    start = max(piece.text.find(target), 0)
    words = element.get("alt", "") if image else "".join(element.itertext())
    place = piece.at(start), piece.at(start + len(target))
    return Link(words, Span(target, *place), Span(target, *place), image)


def target_of(element: Element) -> str:
    """Where a link or picture leads, as the parser has it before it is written as HTML."""
    target = element.get("href", "") if element.tag == "a" else element.get("src", "")
    if AMP_SUBSTITUTE in target:  # an address of mail, hidden letter by letter
        target = html.unescape(target.replace(AMP_SUBSTITUTE, "&")).removeprefix("mailto:")
    return unescaped(target)


def _loose(target: str) -> str:
    return _LOOSE.sub("", target.removeprefix("mailto:"))


def _aligned(made: Sequence[object], proposed: Sequence[tuple[object, Proposed]]) -> Iterator[Proposed | None]:
    """For each thing made what proposes the same: the next in order, or else any that is left."""
    if [key for key, _ in proposed[: len(made)]] == list(made):
        yield from (what for _, what in proposed[: len(made)])
        return
    numbers: dict[object, list[int]] = {}
    for number, (key, _) in enumerate(proposed):
        numbers.setdefault(key, []).append(number)
    after = 0
    for key in made:
        same = numbers.get(key, [])
        if not same:
            yield None
            continue
        number = same.pop(min(bisect_left(same, after), len(same) - 1))
        after = max(after, number)
        yield proposed[number][1]
