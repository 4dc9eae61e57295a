"""The letters of Source Sans, with which labels and slips are drawn: how wide they are, and which it lacks."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from typing import Any, TypeVar

from fontTools.ttLib import TTFont  # type: ignore[import-untyped]  # it has no types

from wawla.model.typography import BOX
from wawla.model.units import POINTS_PER_MM
from wawla.rendering.look.fonts import FACES, source_files

Value = TypeVar("Value")


class _Letters(dict[Any, Value]):
    """What is known of each letter; the same of all that the typeface has not."""

    def __init__(self, known: Mapping[Any, Value], other: Value) -> None:
        super().__init__(known)
        self._other = other

    def __missing__(self, letter: object) -> Value:
        return self._other


@dataclass(frozen=True)
class FontMetrics:
    """One weight of the typeface. Its glyphs are known by their numbers in the file."""

    file: Path
    name: str
    glyphs: Mapping[str, int]
    advances: tuple[float, ...]
    """Of each glyph, in ems."""
    box: tuple[float, ...]
    """The box that holds every glyph, in thousandths of an em: left, bottom, right, top."""
    ascent: float
    descent: float
    """In thousandths of an em, as the next."""
    capitals: float

    def glyph(self, letter: str) -> int:
        """The glyph of a letter, or the box."""
        return self.glyphs.get(letter, self.glyphs[BOX])

    @cached_property
    def _glyph_tables(self) -> tuple[_Letters[float], _Letters[str]]:
        """The width and the four hexadecimal digits of each letter: a thousand slips ask for half a million."""
        box = self.glyphs[BOX]
        widths = _Letters({letter: self.advances[glyph] for letter, glyph in self.glyphs.items()}, self.advances[box])
        return widths, _Letters({ord(letter): f"{glyph:04X}" for letter, glyph in self.glyphs.items()}, f"{box:04X}")

    def width(self, text: str) -> float:
        """Of a line of text, in ems."""
        return sum(map(self._glyph_tables[0].__getitem__, text))

    def glyph_codes(self, text: str) -> str:
        """The glyphs of a line of text, as hexadecimal digits."""
        return text.translate(self._glyph_tables[1])


@cache
def font(weight: int) -> FontMetrics:
    """Source Sans in one of the weights that the publication uses: 400 or 600."""
    names = [(face.family, face.weight, face.style) for face in FACES]
    file = source_files()[names.index(("Source Sans Pro", weight, "normal"))]
    with TTFont(file, lazy=True) as source:
        em, order = source["head"].unitsPerEm, source.getGlyphOrder()
        head, metrics = source["head"], source["hmtx"].metrics
        return FontMetrics(
            file=file,
            name=str(source["name"].getDebugName(6)),
            glyphs={chr(code): source.getGlyphID(name) for code, name in source.getBestCmap().items()},
            advances=tuple(metrics[name][0] / em for name in order),
            box=tuple(1000 * value / em for value in (head.xMin, head.yMin, head.xMax, head.yMax)),
            ascent=1000 * source["hhea"].ascent / em,
            descent=1000 * source["hhea"].descent / em,
            capitals=1000 * source["OS/2"].sCapHeight / em,
        )


def visible(text: str) -> str:
    """One line of text as it is put on paper: composed, single-spaced, without marks that only turn or hide letters."""
    if text.isascii() and text.isprintable():
        return " ".join(text.split())
    seen = (letter for letter in unicodedata.normalize("NFC", text) if unicodedata.category(letter) not in ("Cf", "Cc"))
    return " ".join("".join(seen).split())


def lacks_letters(text: str) -> bool:
    """Whether the typeface has not all letters of a text."""
    return any(letter not in font(400).glyphs for letter in text)


def wrapped(text: str, width: float, size: float, weight: int = 400) -> list[str]:
    """A text in lines no wider than so many millimetres, in letters of so many points; broken at spaces if it can."""
    lines = []
    while text:
        head = _fitting(text, width * POINTS_PER_MM / size, font(weight))
        lines.append(head.rstrip())
        text = text[len(head) :].lstrip()
    return lines


def _fitting(text: str, room: float, own: FontMetrics) -> str:
    """The beginning of a text that is no wider than so many ems."""
    if own.width(text) <= room:
        return text
    for place, letter in enumerate(text):
        room -= own.width(letter)
        if room < 0:
            space = text.rfind(" ", 0, place + 1)
            return text[:space] if space > 0 else text[: max(1, place)]
    return text
