"""The colours of editions can be read: 7:1 on the paper of the site, by light and in the dark (WCAG 2.2, 1.4.6)."""

import re

import pytest
from folders import ROOT

from wawla.rendering.look.colour import tint

CSS = (ROOT / "docs/assets/wawla.css").read_text(encoding="utf-8")
HUES = ["0a4f8a", "0b5f5c", "2c5d1e", "37474f", "3b3a8f", "5a2a77", "5b4a00", "7a3e00", "7d2222", "8a1c4a"]
"""One of every part of the circle; the rule EDN010 holds an edition's own to the same measure."""


def colour(scheme: str, name: str) -> str:
    selector = '[data-md-color-scheme="slate"]' if scheme == "slate" else "[data-md-color-scheme]"
    block = re.search(rf"{re.escape(selector)} {{(.*?)}}", CSS, re.S)[1]
    return re.search(rf"--w-{name}: [^;]*(#[0-9a-f]{{6}})", block)[1]


def luminance(hue: str) -> float:
    """Relative luminance, as WCAG 2.2 defines it."""
    parts = [int(hue[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def test_contrast_is_measured_as_the_guidelines_do():
    assert 21 == pytest.approx(contrast("#000000", "#ffffff"))
    assert 4.48 == pytest.approx(contrast("#777777", "#ffffff"), abs=0.01)


@pytest.mark.parametrize("hue", [f"#{hue}" for hue in HUES])
def test_the_colour_of_an_edition_can_be_read(hue: str):
    for surface in ("paper", "card"):
        assert contrast(hue, colour("default", surface)) >= (7 if surface == "paper" else 6.3)
        assert contrast(tint(hue), colour("slate", surface)) >= (7 if surface == "paper" else 6.3)


@pytest.mark.parametrize("scheme", ["default", "slate"])
@pytest.mark.parametrize("name", ["ink", "quiet", "accent"])
@pytest.mark.parametrize("surface", ["paper", "card"])
def test_the_colours_of_the_text_can_be_read(scheme: str, name: str, surface: str):
    assert contrast(colour(scheme, name), colour(scheme, surface)) >= 7


def test_black_becomes_a_light_grey_and_white_stays():
    assert ["#9e9e9e", "#ffffff"] == [tint("#000000"), tint("#ffffff")]
