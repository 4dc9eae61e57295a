"""The colours of a picture, by what its file says of them, in sRGB or in greys."""

from __future__ import annotations

import io
from collections.abc import Mapping
from typing import Any

from PIL import Image, ImageChops, ImageCms

from wawla.reading.matrix_profile import matrix_profile
from wawla.reading.picture_faults import UnusablePicture

SRGB = (0.3127, 0.3290, 0.64, 0.33, 0.30, 0.60, 0.15, 0.06)
"""White, red, green and blue of sRGB (IEC 61966-2-1) as x and y, in the order of PNG's cHRM."""
_NEAR = 0.01
_SRGB_GAMMA = 0.45455
"""What PNG's gAMA says of sRGB (W3C 2003, 11.3.3.5)."""
_SPACES = {"L": ("GRAY", "RGB "), "RGB": ("RGB ",), "CMYK": ("CMYK",)}
"""Which profiles fit which mode; a program that takes the colours out often leaves the profile of RGB."""
_HALF_STEP = 2


def in_srgb(picture: Image.Image, info: Mapping[Any, Any]) -> Image.Image:
    """The picture, in mode L, I, RGB or CMYK, as sRGB, or as L where it has no colours of its own.

    Relative colorimetric with black point compensation. `info` is what Pillow read beside the dots. Raises
    UnusablePicture where the profile is damaged or for other colours, or CMYK has none.
    """
    if profile := info.get("icc_profile"):
        return _by_profile(_eight_bits(picture), profile)
    if picture.mode == "CMYK":
        raise UnusablePicture("colours", "is in CMYK, and does not say in which inks (it has no colour profile)")
    gamma = info.get("gamma")
    if gamma and "srgb" not in info:
        return _by_gamma(picture, float(gamma), info.get("chromaticity") or SRGB)
    return _eight_bits(picture)


def _eight_bits(picture: Image.Image) -> Image.Image:
    """Sixteen bits, as mode I holds them, to eight, in due proportion."""
    if picture.mode != "I":
        return picture
    return picture.point([round(level / 257) for level in range(65536)], "L")


def _by_profile(picture: Image.Image, profile: bytes) -> Image.Image:
    try:
        source = ImageCms.ImageCmsProfile(io.BytesIO(profile))
        space = source.profile.xcolor_space
        if space not in _SPACES[picture.mode]:
            raise UnusablePicture("colours", f"has a colour profile for {space.strip()}, which does not fit it")
        grey = picture.mode == "L"
        given = picture.convert("RGB") if grey and space == "RGB " else picture
        done = _transformed(given, source)
    except (ImageCms.PyCMSError, OSError) as error:
        raise UnusablePicture("colours", "has a colour profile that is damaged") from error
    return done.getchannel("G") if grey and is_neutral(done, _HALF_STEP) else done


def _transformed(picture: Image.Image, source: ImageCms.ImageCmsProfile) -> Image.Image:
    """The picture from these colours to sRGB."""
    transform = ImageCms.buildTransform(
        source,
        ImageCms.createProfile("sRGB"),
        picture.mode,
        "RGB",
        ImageCms.Intent.RELATIVE_COLORIMETRIC,
        ImageCms.Flags.BLACKPOINTCOMPENSATION,
    )
    done = ImageCms.applyTransform(picture, transform)
    if done is None:  # only where it was asked to work in place
        raise OSError("the picture was not converted")
    return done


def _by_gamma(picture: Image.Image, gamma: float, chromaticity: tuple[float, ...]) -> Image.Image:
    """By PNG's gAMA and cHRM. What is as good as sRGB, or makes no sense, stays as it is, as in browsers."""
    usual = abs(gamma - _SRGB_GAMMA) < _NEAR
    if not 0.1 <= gamma <= 2:
        return _eight_bits(picture)
    if picture.mode in ("L", "I"):
        if usual:
            return _eight_bits(picture)
        levels = 65536 if picture.mode == "I" else 256
        return picture.point([_srgb_level((level / (levels - 1)) ** (1 / gamma)) for level in range(levels)], "L")
    same = len(chromaticity) == 8 and all(abs(a - b) < _NEAR for a, b in zip(chromaticity, SRGB, strict=True))
    if usual and same:
        return picture
    profile = matrix_profile(1 / gamma, chromaticity)
    return picture if profile is None else _by_profile(picture, profile)


def _srgb_level(light: float) -> int:
    """The level, 0 to 255, at which sRGB shows so much light, 0 to 1 (IEC 61966-2-1)."""
    level = 12.92 * light if light <= 0.0031308 else 1.055 * light ** (1 / 2.4) - 0.055
    return round(255 * level)


def is_neutral(picture: Image.Image, most: int) -> bool:
    """Whether no dot of a picture in RGB is more than so many of 255 levels away from grey."""
    red, green, blue = picture.split()
    extrema: list[Any] = [ImageChops.difference(one, green).getextrema() for one in (red, blue)]
    return all(highest <= most for _, highest in extrema)
