"""Colours on a screen and on the press: each is said once, as #rrggbb, and written in CSS as the output needs it."""

from __future__ import annotations

import io
from collections.abc import Callable, Mapping
from functools import lru_cache
from pathlib import Path

from PIL import Image, ImageCms

from wawla.rendering.look.colour import tint

ColourWriter = Callable[[str], str]
"""Writes a colour, given as #rrggbb, in CSS."""

PROFILE = Path(__file__).parents[1] / "profiles" / "ISOcoated_v2_300_bas.icc"
"""ISO Coated v2 300%: offset on coated paper, FOGRA39, at most 300 per cent of ink. See profiles/README.md."""

INK, QUIET, LINE, PAPER = "#1c1e21", "#4e5258", "#c9c6bf", "#ffffff"
_GREYS: Mapping[str, float] = {INK: 1.0, QUIET: 0.75, LINE: 0.25, PAPER: 0.0}
"""Colours that are printed with black ink alone, and how much of it: text of four inks would be blurred."""


def on_screen(colour: str) -> str:
    """The colour as it is."""
    return colour


def on_press(profile: bytes) -> ColourWriter:
    """Writes colours in the four inks of a CMYK profile, in whole per cent; greys and text in black alone.

    Relative colorimetric, with black point compensation, as is usual for graphics. Raises OSError where the profile
    cannot be used.
    """
    convert = to_cmyk(profile)

    @lru_cache(256)
    def ink(colour: str) -> str:
        if colour in _GREYS:
            return f"device-cmyk(0 0 0 {_GREYS[colour]:g})"
        rgb = tuple(int(colour[at : at + 2], 16) for at in (1, 3, 5))
        parts = convert(Image.new("RGB", (1, 1), rgb)).tobytes()
        return "device-cmyk({})".format(" ".join(f"{round(part * 100 / 255) / 100:g}" for part in parts))

    return ink


def to_cmyk(profile: bytes) -> Callable[[Image.Image], Image.Image]:
    """Turns sRGB pictures into the inks of a profile. Raises OSError where the profile cannot be used."""
    try:
        transform = ImageCms.buildTransform(
            ImageCms.createProfile("sRGB"),
            output_profile(profile),
            "RGB",
            "CMYK",
            ImageCms.Intent.RELATIVE_COLORIMETRIC,
            ImageCms.Flags.BLACKPOINTCOMPENSATION,
        )
    except ImageCms.PyCMSError as error:
        raise OSError(f"the output profile cannot be used: {error}") from error

    def convert(picture: Image.Image) -> Image.Image:
        done = ImageCms.applyTransform(picture, transform)
        if done is None:  # only where it was asked to work in place
            raise OSError("the picture was not converted")
        return done

    return convert


def output_profile(profile: bytes) -> ImageCms.ImageCmsProfile:
    """The profile, opened. Raises OSError where it cannot be used."""
    try:
        return ImageCms.ImageCmsProfile(io.BytesIO(profile))
    except ImageCms.PyCMSError as error:
        raise OSError(f"the output profile cannot be used: {error}") from error


def palette(hue: str, ink: ColourWriter) -> str:
    """The colours of a book as custom properties, for an edition's hue."""
    colours = {
        "ink": INK,
        "quiet": QUIET,
        "line": LINE,
        "paper": PAPER,
        "hue": hue or QUIET,
        "pale": tint(hue or QUIET, 0.9),
        "light": tint(hue or QUIET, 0.72),
    }
    return ":root { " + " ".join(f"--{name}: {ink(colour)};" for name, colour in colours.items()) + " }"
