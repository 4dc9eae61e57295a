"""What the header of a picture says. The picture itself is never decoded here."""

from __future__ import annotations

import io
import struct
from dataclasses import dataclass
from typing import Literal

_GPS = 0x8825  # the tag of EXIF's block of positions (CIPA DC-008, 4.6.3)
Format = Literal["PNG", "JPEG", "WEBP"]
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
        with Image.open(io.BytesIO(data), formats=("PNG", "JPEG", "WEBP")) as image:
            form = _FORMATS.get(image.format or "")
            if form is None:
                return None
            exif = image.info.get("exif") if form == "PNG" else image.getexif().tobytes()
            parsed = Image.Exif()
            if exif:
                parsed.load(exif)
            hidden = form == "PNG" and not exif and b"eXIf" in data
            has_position = hidden or _GPS in parsed or b"GPSLatitude" in data
            return PictureFacts(form, image.width, image.height, has_position)
    except (OSError, SyntaxError, ValueError, struct.error, EOFError):  # what Pillow raises on damaged headers
        return None
