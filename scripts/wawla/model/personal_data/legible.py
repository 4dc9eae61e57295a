"""A text as a reader sees it, without the signs that could hide a name or a number from a pattern."""

from __future__ import annotations

import html
import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from functools import cache, cached_property

Stretch = tuple[int, int]
"""Where something begins in a text, and where it ends."""

_SPACES = "\u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u3000"
_UNSEEN = "\u200b\u200c\u200d\u200e\u200f\u2060\ufeff\u00ad"
_SAME_AS = {
    **dict.fromkeys(map(ord, _SPACES), " "),
    **dict.fromkeys(map(ord, "\u2010\u2011\u2012\u2013\u2014\u2212"), "-"),
    **dict.fromkeys(map(ord, "\u2018\u2019\u02bc"), "'"),
    **dict.fromkeys(map(ord, "\u201c\u201d"), '"'),
    **{0xFF01 + number: chr(0x21 + number) for number in range(94)},
}
"""Signs that say the same as one of the keyboard; the last are the wide forms of ASCII."""
_OTHERS = re.compile(r"[^\x00-\x7f]")
_HIDING = re.compile(
    r"(?P<entity>&(?:\#\d{1,5}|\#[xX][0-9a-fA-F]{1,4}|[a-zA-Z]{2,8});)"
    r"|(?P<escape>%[2-7][0-9A-Fa-f]|\\(?:x[0-9a-f]{2}|u[0-9a-f]{4}))"
    r"|(?P<break>\n[ >]+(?=[^\s\-*+\#|>:\d]|\d+(?![.)\d])))"
    r"|\*\**|``*|'(?=')|_(?:(?![a-zA-Z0-9])|(?<![a-zA-Z0-9]_))|\\(?=[^\w\s])|" + "|".join(_UNSEEN)
)
"""What stands for another sign, a line's end with an indent, marks of Markdown, and what is not seen at all."""
_BREAK = re.compile(r"\n(?<!\n\n)(?!\[[^\[\]\n]*\]:)(?=[^\s\-*+#|>:\d]|\d+(?![.)\d]))")
_MAY_HIDE = re.compile(rf"[&%\\\n*`'_{_UNSEEN}]")
"""How each of these begins: a search for one sign of a few takes a tenth of the time."""
_SHAPE = bytes(
    ord("A" if sign.isupper() else "a" if sign.islower() else "0" if sign.isdigit() else sign if sign == " " else ".")
    for sign in map(chr, range(128))
) + b"." * 128  # fmt: skip
LETTERS = bytes(ord(sign.lower() if sign.isalpha() else " ") for sign in map(chr, range(128))) + b" " * 128


_ADDRESS = re.compile(r"\b(?:\w+://|www\.)\S+")
_WORD = re.compile(r"\w+")


class Legible:
    """A text as it is read, and where each part of it stands in the text as it was written."""

    def __init__(self, written: str) -> None:
        text = written if written.isascii() else _on_keyboard(written)
        text = _BREAK.sub(" ", text)
        parts: list[str] = []
        starts, offsets, past, length = [0], [0], 0, 0
        for spot in _MAY_HIDE.finditer(text):
            if spot.start() < past or not (hidden := _HIDING.match(text, spot.start())):
                continue
            shown = " " if hidden.lastgroup == "break" else _meant(hidden[0]) if hidden.lastgroup else ""
            parts += [text[past : hidden.start()], shown]
            length += hidden.start() - past + len(shown)
            past = hidden.end()
            starts.append(length)
            offsets.append(past - length)
        self.text = "".join([*parts, text[past:]])
        self._starts, self._offsets = starts, offsets

    def written(self, start: int, end: int) -> Stretch:
        """Where that which is read from `start` to `end` was written."""
        return self._written(start), self._written(end - 1) + 1

    def _written(self, position: int) -> int:
        return position + self._offsets[bisect_right(self._starts, position) - 1]

    @cached_property
    def shape(self) -> bytes:
        """The text sign for sign: `A` a capital, `a` a small letter, `0` a figure, `.` all else but spaces."""
        text = self.text
        if not text.isascii():
            text = "".join(_plain_letter(sign) if sign > "\x7f" else sign for sign in text)
        return text.encode("ascii", "replace").translate(_SHAPE)

    @cached_property
    def words(self) -> frozenset[str]:
        """Its words in small letters, without accents: what a detector looks for is in here, or not in the text."""
        return frozenset(self._spaced.split())

    @cached_property
    def _spaced(self) -> str:
        """The text in small letters, with a space for each sign that belongs to no word, and one at either end."""
        letters = plain(self.text).encode("ascii", "replace").translate(LETTERS).decode()
        return f" {letters} "

    def spots(self, words: Iterable[str]) -> list[int]:
        """Where these words stand, in order; not where they are a part of other words."""
        text, found = self._spaced, []
        for word in words:
            at = text.find(f" {word} ")
            while at >= 0:
                found.append(at)
                at = text.find(f" {word} ", at + 1)
        return sorted(found)

    def around(self, spots: Iterable[int], before: int, after: int) -> Iterator[Stretch]:
        """The neighbourhoods of these places, in order, each once; a pattern need not look elsewhere."""
        neighbourhood: Stretch | None = None
        for spot in spots:
            start, end = max(spot - before, 0), min(spot + after, len(self.text))
            if neighbourhood is not None and start > neighbourhood[1]:
                yield neighbourhood
                neighbourhood = None
            neighbourhood = (neighbourhood[0] if neighbourhood else start, end)
        if neighbourhood is not None:
            yield neighbourhood


def _on_keyboard(text: str) -> str:
    """The text with signs of the keyboard for those that say the same; one by one, since few of them are there."""
    for sign in set(_OTHERS.findall(text)):
        text = text.replace(sign, chr(meant) if isinstance(meant := _SAME_AS.get(ord(sign), sign), int) else meant)
    return text


def words_of(text: str) -> frozenset[str]:
    """The words of a text in small letters, without accents; no addresses, nor what alone is in capitals, as US may."""
    words, shouts = _WORD.findall(_ADDRESS.sub(" ", plain(text))), text.isupper()
    return frozenset(word.lower() for word in words if shouts or len(word) == 1 or not word.isupper())


def plain(text: str) -> str:
    """A text without accents, sign for sign; of an ASCII text nothing changes."""
    if text.isascii():
        return text
    return "".join(sign if sign < "\x80" else _WITHOUT_STROKE.get(sign) or _base(sign) for sign in text)


_WITHOUT_STROKE = {"ł": "l", "Ł": "L", "ø": "o", "Ø": "O", "đ": "d", "Đ": "D"}


@cache
def _base(sign: str) -> str:
    return unicodedata.normalize("NFKD", sign)[:1]


def _plain_letter(sign: str) -> str:
    return "A" if sign.isupper() else "a" if sign.isalpha() else "."


def _meant(sign: str) -> str:
    """What an entity, an escape of an address or an escape of YAML stands for."""
    meant = html.unescape(sign) if sign[0] == "&" else chr(int(sign.lstrip("%\\xu"), 16))
    return meant.translate(_SAME_AS)[:1] if meant.isprintable() or meant == "\u00a0" else " "
