"""A picture decoded: upright, in sRGB or in greys, with what is transparent in it. For site, books and check alike.

It may take much memory and time, and hostile bytes: only a process that is limited in both should call it.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from typing import Any, Literal

from PIL import Image, ImageChops

from wawla.reading.picture_colours import in_srgb, is_neutral
from wawla.reading.picture_faults import UnusablePicture
from wawla.reading.pictures import DAMAGE, FORMATS, MOST_DOTS, Format, opened, orientation_in

Mode = Literal["L", "LA", "RGB", "RGBA"]
_TURNS = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}
"""What sets a picture upright, by its EXIF orientation."""
_SIGNATURE = 8
_BIT_DEPTH = 24
"""In bytes: how long the signature of a PNG is, and where its header says how many bits a sample has."""


def decode(data: bytes) -> Image.Image:
    """The picture in mode L, LA, RGB or RGBA, without anything else that its file holds.

    Raises UnusablePicture where it is damaged, animated or too large, or its colours are not known.
    """
    try:
        with opened(data) as picture:
            form = FORMATS[f"{picture.format}"]
            _refuse(picture, form)
            if form == "PNG":
                _refuse_damaged_chunks(data)
            turn = orientation_in(picture.info.get("exif", b""))
            picture.load()
    except DAMAGE as error:
        if isinstance(error, UnusablePicture):
            raise
        raise UnusablePicture("damaged", f"is damaged or cut off ({_plainly(error)})") from error
    colours, alpha = _parted(picture, data[_BIT_DEPTH] if form == "PNG" else 8)
    whole = in_srgb(colours, picture.info)
    if whole.mode == "RGB" and is_neutral(whole, 0):
        whole = whole.getchannel("G")  # greys, written three times
    if alpha is not None and alpha.getextrema() != (255, 255):
        whole.putalpha(alpha)
    upright = whole.transpose(_TURNS[turn]) if turn in _TURNS else whole
    upright.info.clear()  # Pillow would write comments anew
    return upright


def _refuse(picture: Image.Image, form: Format) -> None:
    """Raise UnusablePicture for what is not to be decoded at all."""
    if picture.width * picture.height > MOST_DOTS:
        raise UnusablePicture("large", f"has {picture.width:,} by {picture.height:,} pixels")
    frames: int = getattr(picture, "n_frames", 1)
    if frames > 1 and form != "JPEG":  # a camera's JPEG may hold a preview
        raise UnusablePicture("animated", f"is animated: it holds {frames} pictures, one after the other")


def _refuse_damaged_chunks(data: bytes) -> None:
    """Raise UnusablePicture where the sum of a part that matters is wrong (PNG, W3C 2003, 5.3): Pillow does not ask."""
    for kind, chunk, found in _chunks(data):
        if kind[:1].isupper() and zlib.crc32(chunk, zlib.crc32(kind)) != found:
            raise UnusablePicture("damaged", "is damaged or cut off (its sums do not match)")


def _chunks(data: bytes) -> Iterator[tuple[bytes, bytes, int]]:
    at = _SIGNATURE
    while at + 12 <= len(data):
        size = int.from_bytes(data[at : at + 4], "big")
        yield data[at + 4 : at + 8], data[at + 8 : at + 8 + size], int.from_bytes(data[at + 8 + size : at + 12 + size])
        if data[at + 4 : at + 8] == b"IEND":
            return
        at += 12 + size


def _parted(picture: Image.Image, bits: int) -> tuple[Image.Image, Image.Image | None]:
    """The colours in mode L, I, RGB or CMYK, and what is opaque in mode L; None where all is."""
    key: Any = picture.info.get("transparency")
    if picture.mode == "P":
        whole = picture.convert("RGBA" if key is not None else "RGB")
        return whole.convert("RGB"), whole.getchannel("A") if key is not None else None
    if picture.mode in ("LA", "RGBA"):
        return picture.convert(picture.mode[:-1]), picture.getchannel("A")
    if picture.mode == "1":
        grey = picture.convert("L")
        return grey, None if key is None else _opaque(grey, [255 if key else 0])
    if picture.mode in ("L", "I;16"):
        grey = picture.convert("I") if picture.mode == "I;16" else picture
        if key is not None and bits < 8:
            key = key * 255 // (2**bits - 1)
        return grey, None if key is None else _opaque(grey, [key])
    if picture.mode in ("RGB", "CMYK"):
        keys = None if key is None else [each >> 8 if bits == 16 else each for each in key]
        return picture, None if keys is None else _opaque(picture, keys)
    return picture.convert("RGB"), None


def _opaque(picture: Image.Image, key: list[int]) -> Image.Image:
    """Black where a dot has exactly the colour of the key, and white elsewhere."""
    levels = 65536 if picture.mode == "I" else 256
    hit: Image.Image | None = None
    for band, value in zip(picture.split(), key, strict=True):
        same = band.point([255 if level == value else 0 for level in range(levels)], "L")
        hit = same if hit is None else ImageChops.darker(hit, same)
    return ImageChops.invert(hit) if hit is not None else Image.new("L", picture.size, 255)


def _plainly(error: Exception) -> str:
    text = " ".join(str(error).split())[:120]
    return text or type(error).__name__
