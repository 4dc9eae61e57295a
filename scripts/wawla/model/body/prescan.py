"""A first pass over a body: paragraphs without facts, and those of plain links and notes alone, need no parser."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from wawla.model.body.bare_links import bare_links_in, may_have_bare_link
from wawla.model.body.block_parser import is_paragraph
from wawla.model.body.code import blanked
from wawla.model.body.inline import Inline
from wawla.model.body.inline_parser import has_facts
from wawla.model.body.origin import NOTHING, MarkedText
from wawla.model.body.spans import Link, Span

_PLAIN = re.compile(
    r"""\[(?:(?!\^)([^\[\]]*+)\]\(([^\s()<>\[\]"']++)\)"""  # a link or a picture, without a title
    r"""|\^([^\[\]\n]++)\](?!\s?[\[(]))"""  # the use of a note; before a bracket it may be something else
)
_LONGEST = 2_000
"""Letters of a paragraph that is read here. The parser may give up a longer one, and then so must the rules."""


@dataclass
class Prescan:
    """A body after the first pass."""

    lines: list[str] = field(default_factory=list)
    """What is left for the parser: a mere full stop stands in place of paragraphs that it need not see."""
    numbers: list[int] = field(default_factory=list)
    """For each of these lines the source line it comes from."""
    inline: Inline = field(default_factory=Inline)
    """The links and notes of those paragraphs."""


def prescan(lines: Sequence[str], numbers: Sequence[int], source: MarkedText) -> Prescan:
    """Look at every paragraph of a body. `numbers` has for each line the source line it comes from.

    A paragraph at the outermost level is what it is wherever it stands. Two in a row stand for any number of them:
    what comes after may take one away, and look at the one before.
    """
    seen = Prescan()
    at = row = 0
    for block in "\n".join(lines).split("\n\n"):
        end = at + block.count("\n") + 1
        quiet = is_paragraph(block) and (not has_facts(block) or _read(block, numbers[at], source, seen.inline))
        row = row + 1 if quiet else 0
        if row == 0:
            seen.lines += lines[at:end]
            seen.numbers += numbers[at:end]
        elif row <= 2:
            seen.lines.append(NOTHING)
            seen.numbers.append(numbers[at])
        if row <= 2:
            seen.lines.append("")
            seen.numbers.append(numbers[at])
        at = end + 1
    return seen


def _read(paragraph: str, number: int, source: MarkedText, found: Inline) -> bool:
    """Whether all that a paragraph holds is known at a glance, and if so, it is added to what was found."""
    first = source.line(number)[0]
    if "`" in paragraph or "<" in paragraph or "\\" in paragraph or len(paragraph) > _LONGEST:
        return False  # code, an address in angle brackets and an escape may make something else of a link
    plain = list(_PLAIN.finditer(paragraph))
    if not len(plain) == paragraph.count("[") == paragraph.count("]") or not source.safe.startswith(paragraph, first):
        return False
    if any("\n" in each[0] for each in plain):
        return False  # before a meaning, each line is a term of its own
    if may_have_bare_link(paragraph) and any(
        True for _ in bare_links_in(blanked(paragraph, [each.span() for each in plain]))
    ):
        return False
    for each in plain:
        start, end = each.span()
        if (target := each[2]) is not None:
            image = paragraph.startswith("!", start - 1, start)
            span = Span(paragraph[start - image : end], first + start - image, first + end)
            found.links.append(Link(each[1], Span(target, first + each.start(2), first + each.end(2)), span, image))
        else:
            found.notes_used.append(Span(each[3], first + each.start(3), first + each.end(3)))
    return True
