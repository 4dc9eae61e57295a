"""What the header of a picture says. Its dots are another matter: `reading.picture_decoding`."""

from __future__ import annotations

import io
import re
import struct
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from wawla.model.units import MM_PER_INCH

if TYPE_CHECKING:
    from PIL import Image

_POSITION = re.compile(rb"\x25\x88[\x04\x0d]\0|\x88\x25\0[\x04\x0d]")
"""How EXIF begins its block of positions, in either order of bytes: tag 0x8825, a pointer (CIPA DC-008, 4.6.3).

It is looked for rather than parsed: what is damaged for one program may be plain to the next."""
Format = Literal["PNG", "JPEG", "WEBP"]
_OPENED = ("PNG", "JPEG", "WEBP")
"""The formats that Pillow may try."""
FORMATS: dict[str, Format] = {"PNG": "PNG", "JPEG": "JPEG", "WEBP": "WEBP", "MPO": "JPEG"}
""""MPO" is what Pillow calls a JPEG with a preview inside, as many cameras write it."""
SUFFIXES = (".png", ".jpg", ".jpeg", ".webp")
"""How the name of a picture may end, in small letters."""
MOST_DOTS = 25_000_000
"""A picture with more is never decoded: unpacked, it would fill more than 100 MB."""
LEAST_RESOLUTION = 200
"""Dots to the inch: print sets a picture no larger than its dots allow."""
DAMAGE = (OSError, SyntaxError, ValueError, struct.error, EOFError, OverflowError)
"""What Pillow raises on damaged pictures."""
_ORIENTATION = 0x0112
_ON_ITS_SIDE = (5, 6, 7, 8)


@dataclass(frozen=True)
class PictureFacts:
    """Format by content, upright width and height in pixels, and whether it says where it was taken."""

    format: Format
    width: int
    height: int
    has_position: bool


def picture_facts(data: bytes) -> PictureFacts | None:
    """The facts of a PNG, JPEG or WebP; None where the bytes are none of these, or are damaged."""
    try:
        with opened(data) as image:
            form = FORMATS[f"{image.format}"]
            exif: bytes = image.info.get("exif", b"")
            hidden = form == "PNG" and not exif and b"eXIf" in data
            has_position = hidden or bool(_POSITION.search(exif)) or b"GPSLatitude" in data
            width, height = image.size if orientation_in(exif) not in _ON_ITS_SIDE else image.size[::-1]
            return PictureFacts(form, width, height, has_position)
    except DAMAGE:
        return None


@contextmanager
def opened(data: bytes) -> Iterator[Image.Image]:
    """The picture as Pillow reads it, its header so far. Raises one of DAMAGE for what is no picture, or damaged."""
    from PIL import Image, ImageFile  # a publication without pictures need not wait for it

    Image.MAX_IMAGE_PIXELS = None  # the size is a rule of ours
    ImageFile.LOAD_TRUNCATED_IMAGES = False  # WeasyPrint sets it when it is loaded: half a picture would pass for whole
    with warnings.catch_warnings(action="ignore"), Image.open(io.BytesIO(data), formats=_OPENED) as image:
        yield image


def orientation_in(exif: bytes) -> int:
    """How the camera was held, 1 to 8 (CIPA DC-008, 4.6.5.1.6); 1, upright, where EXIF does not say or is damaged."""
    from PIL import Image

    if not exif:
        return 1
    known = Image.Exif()
    try:
        known.load(exif)
        found = known.get(_ORIENTATION, 1)
    except DAMAGE:
        return 1
    return found if isinstance(found, int) and 1 <= found <= 8 else 1


def printed_width(facts: PictureFacts) -> float:
    """How wide print sets a picture at the most, in millimetres."""
    return facts.width / LEAST_RESOLUTION * MM_PER_INCH
