"""Stand-ins: while our fonts are on their way, the same text takes the same room."""

import re

import pytest
from fontTools.ttLib import TTFont

from wawla.rendering.look.fallback_fonts import FALLBACK_FONTS, OUR_MEASURES, fallback_faces
from wawla.rendering.look.fonts import FACES, Face, font_faces, source_files

OFTEN = """
space=1703 e=966 o=710 t=650 a=575 s=523 h=494 n=492 r=442 i=408 l=298 d=273 c=218 w=211 u=183 m=176 .=161
line=148 p=146 g=146 f=140 y=114 k=96 b=77 -=71 ,=61 |=60 T=55 v=50 /=33 #=29 *=25 x=23 W=21 A=20 I=19 '=17
S=16 q=15 C=9 N=8 M=8 L=8 E=7 [=7 ]=7 (=7 )=7 j=7 O=6 P=6 :=5 H=5 F=5 B=5 G=4 ?=3 R=3 U=3 K=2 1=2 D=2 2=1 Y=1
V=1 z=1 Q=1 3=1 9=1 8=1 5=1
"""
"""How often each sign stands among 10,000 of the accounts of practice, with the few signs of their Markdown."""
SIGNS = {"space": " ", "line": "\n"}
ENGLISH = "".join(
    SIGNS.get(sign, sign) * int(count) for sign, _, count in (each.rpartition("=") for each in OFTEN.split())
)


def width(font: TTFont, text: str) -> float:
    """How wide a text is, in parts of the font's size."""
    widths, names = font["hmtx"], font.getBestCmap()
    return sum(widths[names.get(ord(letter), "space")][0] for letter in text) / font["head"].unitsPerEm


@pytest.mark.parametrize(
    ("face", "source"), list(zip(FACES, source_files(), strict=True)), ids=[face.file for face in FACES]
)
def test_our_fonts_measure_what_is_written_down(face: Face, source):
    font, written = TTFont(source), OUR_MEASURES[face.file]
    assert written.width == pytest.approx(width(font, ENGLISH) / len(ENGLISH), rel=0.01)
    assert written.ascent == font["hhea"].ascent / font["head"].unitsPerEm
    assert written.descent == -font["hhea"].descent / font["head"].unitsPerEm


def test_a_fallback_font_is_as_wide_and_as_high_as_the_font_it_stands_for():
    rules = fallback_faces().splitlines()
    for face, rule in zip(FALLBACK_FONTS, rules, strict=True):
        ours = OUR_MEASURES[f"source-{face.stands_for}.woff2"]
        size, ascent, descent = (
            float(number) / 100 for number in re.findall(r"(?:adjust|override): ([\d.]+)%", rule)[:3]
        )
        assert face.width * size == pytest.approx(ours.width, rel=0.002)
        assert (ascent * size, descent * size) == pytest.approx((ours.ascent, ours.descent), rel=0.002)


def test_a_fallback_font_comes_from_the_device_and_never_over_the_network():
    assert "url(" not in fallback_faces()


def test_the_style_sheet_of_the_fonts_has_the_fallback_fonts_too():
    assert font_faces(".").endswith(fallback_faces())
