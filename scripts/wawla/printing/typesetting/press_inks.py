"""Pictures in the four inks of a press: greys and line art in black alone, and never more ink than paper takes."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from typing import Any

from PIL import Image, ImageChops, ImageCms, ImageMath

from wawla.printing.typesetting.colour import output_profile, to_cmyk
from wawla.reading.picture_colours import is_neutral

MOST_INK = 765
"""The most ink on one dot, of the 1020 of four full inks: 300 per cent, what coated paper takes in offset."""
_GREY_PHOTOGRAPH = 4
"""A photograph is grey if no dot is so many levels from it: a photograph half in one ink and half in four shows it."""
_GREY, _NEARLY_GREY, _DARK = 3, 16, 80
"""So far from grey a dot of line art may be that goes in black alone; further where it is dark, for that is text that a
scanner saw with a tint. A light tint is meant."""


class PressInks:
    """What becomes of pictures under a CMYK profile. Raises OSError where the profile cannot be used."""

    def __init__(self, profile: bytes) -> None:
        self._convert = to_cmyk(profile)
        self._profile = output_profile(profile)

    @cached_property
    def blacks(self) -> list[int]:
        """How much black, 0 to 255, looks like each level of grey of sRGB: white is none, and black is all of it."""
        ramp = Image.merge("CMYK", [*[Image.new("L", (256, 1))] * 3, _ramp()])
        lab = ImageCms.createProfile("LAB")
        shown = ImageCms.profileToProfile(
            ramp, self._profile, lab, ImageCms.Intent.RELATIVE_COLORIMETRIC, outputMode="LAB"
        )
        if shown is None:  # only where it was asked to work in place
            raise OSError("the output profile cannot be used")
        lightness = [pixel / 255 for pixel in shown.getchannel("L").tobytes()]
        darkest, lightest = lightness[255], lightness[0]
        found = []
        for level in range(256):
            wanted = darkest + (lightest - darkest) * _lightness(level / 255)
            misses = [abs(seen - wanted) for seen in lightness]
            found.append(misses.index(min(misses)))
        return [255, *found[1:255], 0]

    def is_grey(self, picture: Image.Image) -> bool:
        """Whether a picture in mode L or RGB goes in black alone, all of it."""
        return picture.mode == "L" or is_neutral(picture, _GREY_PHOTOGRAPH)

    def in_black(self, picture: Image.Image) -> Image.Image:
        """How much black each dot of a picture in mode L or RGB gets, in mode L."""
        return picture.convert("L").point(self.blacks)

    def in_inks(self, picture: Image.Image, line_art: bool) -> Image.Image:
        """A picture in mode RGB in the four inks; of line art, what is nearly grey in black alone."""
        inks = self._convert(picture)
        if line_art:
            black = Image.merge("CMYK", [*[Image.new("L", picture.size)] * 3, self.in_black(picture)])
            inks.paste(black, mask=_grey_dots(picture))
        return limited(inks, MOST_INK)


def limited(inks: Image.Image, most: int) -> Image.Image:
    """The inks with no more than so much on any dot, of 1020; of more, black stays and the others give way."""
    if most_ink_of(inks) <= most:
        return inks
    c, m, y, k = inks.split()
    return Image.merge(
        "CMYK", [*(ImageMath.lambda_eval(_share(most), c=c, m=m, y=y, k=k, ink=ink) for ink in (c, m, y)), k]
    )


def most_ink_of(inks: Image.Image) -> int:
    """The most ink on any dot, of 1020."""
    c, m, y, k = inks.split()
    total = ImageMath.lambda_eval(lambda of: of["c"] + of["m"] + of["y"] + of["k"], c=c, m=m, y=y, k=k)
    extrema: Any = total.getextrema()
    return int(extrema[1])


def _share(most: int) -> Callable[[Any], Any]:
    """What is left of one ink: all of it, or its part of what black leaves to the three."""

    def left(of: Any) -> Any:
        three = of["c"] + of["m"] + of["y"]
        over = three + of["k"] > most
        return of["convert"](of["ink"] * (1 - over) + over * (of["ink"] * (most - of["k"]) / (three + (1 - over))), "L")

    return left


def _grey_dots(picture: Image.Image) -> Image.Image:
    red, green, blue = picture.split()
    lightest = ImageChops.lighter(ImageChops.lighter(red, green), blue)
    spread = ImageChops.subtract(lightest, ImageChops.darker(ImageChops.darker(red, green), blue))
    dark = ImageChops.darker(_up_to(_NEARLY_GREY, spread), _up_to(_DARK, lightest))
    return ImageChops.lighter(_up_to(_GREY, spread), dark)


def _up_to(most: int, band: Image.Image) -> Image.Image:
    """White where a band is no higher than so much, else black."""
    return band.point([255 if level <= most else 0 for level in range(256)])


def _ramp() -> Image.Image:
    return Image.frombytes("L", (256, 1), bytes(range(256)))


def _lightness(level: float) -> float:
    """CIE L*, 0 to 1, of a level of sRGB, 0 to 1 (IEC 61966-2-1; ISO/CIE 11664-4)."""
    light: float = level / 12.92 if level <= 0.04045 else ((level + 0.055) / 1.055) ** 2.4
    root: float = light ** (1 / 3) if light > (6 / 29) ** 3 else light / (3 * (6 / 29) ** 2) + 4 / 29
    return (116 * root - 16) / 100
