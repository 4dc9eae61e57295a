"""An order as far as it could be read, before it is judged; and what says that it could not be read at all."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from wawla.model.errors import WawlaError

MOST_LETTERS = 1024 * 1024
"""Of a text that is read as an order."""
MOST_TEXT_LINES = 10_000

TURNING = re.compile(r"[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
"""Marks that turn the direction of writing. `wawla.model.orders` refuses them in every field."""


_LINKED = re.compile(r"\s*<mailto:[^<>]*>\s*$", re.I)
"""What mail programs write behind an address that was a link."""


class Unreadable(WawlaError):  # noqa: N818 - it is about what was sent, not about a fault
    """No order can be read from this; the text is a sentence that says why and what to do."""


@dataclass(frozen=True)
class DraftLine:
    """One line of an order: what is ordered, and how many, as somebody wrote it."""

    written: str
    copies: str


@dataclass(frozen=True)
class DraftOrder:
    """What was read. Nothing is guessed: a field that is not there is missing in `fields`."""

    fields: Mapping[str, str]
    """By their names in `Order`: name, role, organisation, address, email, note."""
    lines: tuple[DraftLine, ...]
    identity: str
    """By which the same order is known again: the Message-ID of a mail, or a digest of the content."""


def draft_order(fields: Mapping[str, str], lines: Sequence[DraftLine]) -> DraftOrder:
    """An order with the digest of its content as its identity; fields without text are left out."""
    kept = {name: text for name, text in fields.items() if text}
    if "email" in kept:
        kept["email"] = _LINKED.sub("", kept["email"])
    content = [sorted(kept.items()), [(line.written, line.copies) for line in lines]]
    digest = hashlib.sha256(json.dumps(content).encode("ascii")).hexdigest()
    return DraftOrder(kept, tuple(lines), f"sha256:{digest}")


def quoted(text: str, most: int = 60) -> str:
    """Somebody's words within a sentence to the desk: cut short, and with nothing in them that a terminal obeys."""
    cut = text if len(text) <= most else f"{text[: most - 1]}…"
    return "'" + "".join(letter if letter.isprintable() else f"\\u{ord(letter):04x}" for letter in cut) + "'"


def plain_lines(text: str) -> list[str]:
    """The lines of a text, whichever way they end. Raises Unreadable for what no order needs."""
    if len(text) > MOST_LETTERS:
        raise Unreadable(f"The text has {len(text):,} letters; an order is read up to {MOST_LETTERS:,}.")
    if "\0" in text:
        raise Unreadable("The text holds a NUL character, so it is not text that a person wrote.")
    lines = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n").split("\n")
    if len(lines) > MOST_TEXT_LINES:
        raise Unreadable(f"The text has {len(lines):,} lines; an order is read up to {MOST_TEXT_LINES:,}.")
    return lines


_NO_CHARSET = re.compile(r"escape|punycode|idna|undefined|mbcs|oem|utf[-_]?7|8859[-_]?1$|latin[-_]?1$|ascii", re.I)
"""Claims that count for nothing: Python's own codecs, which decode more than letters, or slowly; and what programs
say that mean Windows-1252 (WHATWG Encoding Standard, 4.2), or that know no better."""


def decoded(data: bytes, charset: str = "") -> str:
    """The text of some bytes: by the encoding they claim, else UTF-8, else Windows-1252 as old programs write it.

    A claim that is unknown, or that the bytes do not keep, counts for nothing. What Windows-1252 leaves undefined
    becomes a control character, which no field of an order may hold.
    """
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        charset = "utf-16"
    claimed = bool(re.fullmatch(r"[\w.:-]{1,40}", charset, re.A)) and not _NO_CHARSET.search(charset)
    for name in (charset, "utf-8", "cp1252") if claimed else ("utf-8", "cp1252"):
        try:
            return data.decode(name)
        except (LookupError, UnicodeError):
            continue
    return data.decode("latin-1")
