"""How far an item, a quotation or a note reaches: the lines below that belong to what has begun."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from wawla.model.body import block_signs as signs

WIDTH = 4  # the parser's indent


class NumberedLine(NamedTuple):
    """A line without the marks of what it stands in, and the number of its line in the source."""

    text: str
    number: int
    lazy: bool = False
    """Whether it lacks the indent of what it stands in, and so can only go on with a paragraph."""


def is_plain(line: NumberedLine) -> bool:
    """Whether a line is empty, or begins with a letter and so can begin nothing but a paragraph."""
    text = line.text
    return not text or (text[0].isalpha() and "|" not in text and not line.lazy)


def indented(lines: Iterable[NumberedLine]) -> list[NumberedLine]:
    """The lines as they stand in an item or a note."""
    return [NumberedLine(f"{' ' * WIDTH}{line.text}" if line.text else "", line.number) for line in lines]


def held(lines: Iterable[NumberedLine], begun: NumberedLine, width: int, lazy: bool = True) -> list[NumberedLine]:
    """Those of the next lines that belong to an item or a note, without their indent of `width` spaces.

    `begun` is what stands beside its mark; with `lazy`, lines without the indent may go on with its paragraph.
    """
    found = [begun]
    fence = signs.fence_after("", begun.text)
    for line in lines:
        if line.lazy:
            found.append(line)
        elif not line.text.strip():
            found.append(NumberedLine("", line.number))
        elif signs.indent(line.text) >= width:
            found.append(NumberedLine(line.text[width:], line.number))
            fence = signs.fence_after(fence, found[-1].text)
        elif lazy and not fence and _goes_on(found[-1].text, line.text):
            found.append(NumberedLine(line.text, line.number, lazy=True))
        else:
            break
    while len(found) > 1 and not found[-1].text:
        found.pop()
    return found[1:]


def quoted(lines: Iterable[NumberedLine]) -> list[NumberedLine]:
    """Those of the lines that belong to a quotation, without its mark; none where the first has none."""
    found: list[NumberedLine] = []
    fence = ""
    for line in lines:
        if not line.lazy and (mark := signs.QUOTATION.match(line.text)):
            found.append(NumberedLine(line.text[mark.end() :], line.number))
            fence = signs.fence_after(fence, found[-1].text)
        elif found and (line.lazy or (not fence and _goes_on(found[-1].text, line.text))):
            found.append(NumberedLine(line.text, line.number, lazy=True))
        else:
            break
    return found


def _goes_on(above: str, text: str) -> bool:
    """Whether a line without indent goes on with the paragraph above it."""
    ends = signs.ITEM.match(text) or signs.MEANING.match(text) or signs.interrupts(text)
    return bool(text.strip()) and signs.is_open(above) and not ends
