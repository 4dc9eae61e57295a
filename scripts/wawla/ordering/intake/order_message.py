"""The words of an order: written as the order page writes them, and read back, also from a person's own words."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence

from wawla.model.orders import Order
from wawla.ordering.intake.draft_order import DraftLine, DraftOrder, draft_order, plain_lines
from wawla.ordering.intake.field_names import BLOCKS, FIELDS, TITLES
from wawla.ordering.intake.free_text import read_free_text

FOOTER = "Written by the order page. The desk reads it as it stands."
EXAMPLE_FOOTER = "Written by the order page, as an example: nobody takes orders there."
_MOST_SUBJECT = 150

_OPENING, _EXAMPLE_OPENING = "Order for ", "Example of an order for "
_OPENINGS, _FOOTERS = (_OPENING, _EXAMPLE_OPENING), (FOOTER, EXAMPLE_FOOTER)
_ORDERED = re.compile(r"(?P<written>.*): (?P<copies>\d+) cop(?:y|ies)")
_SPACES = "  "
_INDENT = re.compile(r"[ \xa0]{1,2}")
"""Two spaces; mail programs make one of them, or both, a space that does not break."""
_EARLIER_MAIL = re.compile(
    r"^(?:-{3,} *Original Message *-{3,}|_{20,}|On .{1,200} wrote:|From: .*\n(?:\*?(?:Sent|Date|To): ).*)$", re.M | re.I
)


def message_of(order: Order, series_title: str, example: bool = False) -> str:
    """The message of an order: what the page shows, puts into an e-mail, and saves as text.

    An `example` is made where nobody takes orders, and says so. The desk reads it too: to try that is what it is for.
    """
    parts = [
        f"{_EXAMPLE_OPENING if example else _OPENING}{series_title}",
        "\n".join(f"{line.reference}: {_copies(line.copies)}" for line in order.lines),
    ]
    fields = [
        f"{TITLES[name]}:\n{_indent(text)}" if name in BLOCKS else f"{TITLES[name]}: {text}"
        for name in FIELDS
        if (text := getattr(order, name))
    ]
    return "\n\n".join([*parts, "\n".join(fields), EXAMPLE_FOOTER if example else FOOTER]) + "\n"


def subject_of(order: Order) -> str:
    """The subject of that e-mail: the references, as many as fit, and how many more there are."""
    references = [line.reference for line in order.lines]
    shown = len(references)
    while True:
        more = f" and {len(references) - shown} more" if shown < len(references) else ""
        subject = f"Order: {', '.join(references[:shown])}{more}"
        if len(subject) <= _MOST_SUBJECT or shown == 1:
            return subject
        shown -= 1


def read_message(text: str) -> DraftOrder:
    """Read an order from a text: as `message_of` wrote it, or else as far as a person's own words can be followed.

    Long lines may have been wrapped on the way. One that continues a line of the order or a field of one line is put
    back; within an indented block it stays a line. Words round the message, such as a greeting or a signature, are
    nothing of the order, and neither is an earlier mail below. Raises Unreadable for a text that is too long, holds NUL
    characters, or says the same thing twice.
    """
    lines = plain_lines(text)
    kept = _EARLIER_MAIL.split("\n".join(lines), maxsplit=1)[0].split("\n")
    kept = ["" if len(line) <= len(_SPACES) and not line.strip() else line for line in kept]
    return _as_the_page_writes(kept) or read_free_text(kept, (*_OPENINGS, *_FOOTERS))


def _copies(number: int) -> str:
    return f"{number} copy" if number == 1 else f"{number} copies"


def _indent(text: str) -> str:
    """Each line by two spaces, so that nothing typed can look like a heading. An empty line stays empty."""
    return "\n".join(line and f"{_SPACES}{line}" for line in text.split("\n"))


def _as_the_page_writes(lines: list[str]) -> DraftOrder | None:
    """The order, where these lines hold a whole message of the page; None where they do not, or it has been changed."""
    begin = next((at for at, line in enumerate(lines) if line.startswith(_OPENINGS)), None)
    end = next((at for at, line in enumerate(lines) if line in _FOOTERS and at > (begin or 0)), None)
    if begin is None or end is None:
        return None
    inside = lines[begin:end]
    first = inside.index("") if "" in inside else len(inside)
    second = inside.index("", first + 1) if "" in inside[first + 1 :] else len(inside)
    ordered = _lines_of(inside[first + 1 : second])
    fields = _fields_of(inside[second + 1 :])
    return draft_order(fields, ordered) if ordered and fields else None


def _lines_of(lines: Sequence[str]) -> list[DraftLine] | None:
    """The lines of the order, each put together again where it was wrapped; None where one is no such line."""
    ordered, begun = [], ""
    for line in lines:
        begun = f"{begun} {line}" if begun else line
        found = _ORDERED.fullmatch(begun)
        if found:
            ordered.append(DraftLine(found["written"], found["copies"]))
            begun = ""
    return None if begun else ordered


def _fields_of(lines: Sequence[str]) -> dict[str, str] | None:
    """The fields; None where a line belongs to none. A heading counts only after those that stand before it."""
    fields: dict[str, list[str]] = {}
    ahead = list(FIELDS)
    for before, line in itertools.pairwise(["", *lines]):
        name = next((name for name in ahead if _begins(line, name)), None)
        if name:
            ahead = ahead[ahead.index(name) + 1 :]
            fields[name] = [line.removeprefix(f"{TITLES[name]}:").strip()]
        elif fields and list(fields)[-1] in BLOCKS and (_INDENT.match(line) or not line or before):
            fields[list(fields)[-1]].append(_INDENT.sub("", line, count=1) if _INDENT.match(line) else line)
        elif fields and line and before:
            fields[list(fields)[-1]].append(line.strip())
        elif line:
            return None
    return {name: ("\n" if name in BLOCKS else " ").join(texts).strip() for name, texts in fields.items()}


def _begins(line: str, name: str) -> bool:
    """Whether a field begins in this line; one of several lines has nothing else in its first."""
    heading = f"{TITLES[name]}:"
    return line == heading or (name not in BLOCKS and line.startswith(f"{heading} "))
