"""What the header of a picture says. The picture itself is never decoded here."""

from __future__ import annotations

import io
import re
import struct
import warnings
from dataclasses import dataclass
from typing import Literal

_POSITION = re.compile(rb"\x25\x88[\x04\x0d]\0|\x88\x25\0[\x04\x0d]")
"""How EXIF begins its block of positions, in either order of bytes: tag 0x8825, a pointer (CIPA DC-008, 4.6.3).

It is looked for rather than parsed: what is damaged for one program may be plain to the next."""
Format = Literal["PNG", "JPEG", "WEBP"]
_OPENED = ("PNG", "JPEG", "WEBP")
_FORMATS: dict[str, Format] = {"PNG": "PNG", "JPEG": "JPEG", "WEBP": "WEBP", "MPO": "JPEG"}
""""MPO" is what Pillow calls a JPEG with a preview inside, as many cameras write it."""


@dataclass(frozen=True)
class PictureFacts:
    """Format by content, width and height in pixels, and whether it says where it was taken."""

    format: Format
    width: int
    height: int
    has_position: bool


def picture_facts(data: bytes) -> PictureFacts | None:
    """The facts of a PNG, JPEG or WebP; None where the bytes are none of these, or are damaged."""
    from PIL import Image  # a publication without pictures need not wait for it

    Image.MAX_IMAGE_PIXELS = None  # the size is a rule of ours; only the header is read
    try:
        with warnings.catch_warnings(action="ignore"), Image.open(io.BytesIO(data), formats=_OPENED) as image:
            form = _FORMATS[f"{image.format}"]
            exif: bytes = image.info.get("exif", b"")
            hidden = form == "PNG" and not exif and b"eXIf" in data
            has_position = hidden or bool(_POSITION.search(exif)) or b"GPSLatitude" in data
            return PictureFacts(form, image.width, image.height, has_position)
    except (OSError, SyntaxError, ValueError, struct.error, EOFError):  # what Pillow raises on damaged headers
        return None
