"""Stand-ins: while our fonts are on their way, the same text takes the same room."""

import re

import pytest
from folders import ROOT
from fontTools.ttLib import TTFont

from wawla.rendering.look.fallback_fonts import OURS, STAND_INS, stand_in_faces
from wawla.rendering.look.fonts import FACES, Face, font_faces, source_files

ENGLISH = " ".join(
    path.read_text(encoding="utf-8").partition("\n## ")[2]
    for path in (ROOT / "accounts_of_practice").glob("*/index.md")
)
"""The accounts of practice, with the few signs of their Markdown."""


def width(font: TTFont, text: str) -> float:
    """How wide a text is, in parts of the font's size."""
    widths, names = font["hmtx"], font.getBestCmap()
    return sum(widths[names.get(ord(letter), "space")][0] for letter in text) / font["head"].unitsPerEm


@pytest.mark.parametrize(
    ("face", "source"), list(zip(FACES, source_files(), strict=True)), ids=[face.file for face in FACES]
)
def test_our_fonts_measure_what_is_written_down(face: Face, source):
    font, written = TTFont(source), OURS[face.file]
    assert written.width == pytest.approx(width(font, ENGLISH) / len(ENGLISH), rel=0.01)
    assert written.ascent == font["hhea"].ascent / font["head"].unitsPerEm
    assert written.descent == -font["hhea"].descent / font["head"].unitsPerEm


def test_a_stand_in_is_as_wide_and_as_high_as_the_font_it_stands_for():
    rules = stand_in_faces().splitlines()
    for face, rule in zip(STAND_INS, rules, strict=True):
        ours = OURS[f"source-{face.ours}.woff2"]
        size, ascent, descent = (
            float(number) / 100 for number in re.findall(r"(?:adjust|override): ([\d.]+)%", rule)[:3]
        )
        assert face.width * size == pytest.approx(ours.width, rel=0.002)
        assert (ascent * size, descent * size) == pytest.approx((ours.ascent, ours.descent), rel=0.002)


def test_a_stand_in_comes_from_the_device_and_never_over_the_network():
    assert "url(" not in stand_in_faces()


def test_the_style_sheet_of_the_fonts_has_the_stand_ins_too():
    assert font_faces(".").endswith(stand_in_faces())
