"""A contributor's picture as a book prints it: which dots, in which colours, compressed how. No typesetter is asked.

For a screen in sRGB or grey, for the press in inks. Line art is kept lossless; photographs become JPEG.
"""

from __future__ import annotations

import io
from dataclasses import dataclass, replace
from typing import Literal

from PIL import Image

from wawla.model.units import MM_PER_INCH
from wawla.printing.typesetting.press_inks import MOST_INK, PressInks, limited, most_ink_of
from wawla.reading.picture_decoding import decode
from wawla.rendering.pictures.line_art import is_line_art

Colours = Literal["DeviceGray", "DeviceRGB", "DeviceCMYK"]
PRINTED, PRINTED_LINES = 300, 600
"""Dots to the inch: more than that no press shows, of a photograph and of line art."""
_QUALITY = 92
_TRIES = 4


@dataclass(frozen=True)
class PdfPicture:
    """The samples of a picture, as a PDF holds them."""

    width: int
    height: int
    """In dots."""
    colours: Colours
    form: Literal["jpeg", "rows"]
    """A JPEG file, or the filtered rows of a PNG, deflated."""
    data: bytes
    palette: bytes = b""
    """Of rows with one sample a dot: the inks that each of its 256 levels stands for; b'' where it is none."""
    inverted: bool = False
    """Whether a sample of 255 stands for no ink."""
    mask: bytes = b""
    """How opaque each dot is, as rows; b'' where all are."""


def printed_picture(data: bytes, inks: PressInks | None, trim: tuple[float, float]) -> PdfPicture:
    """A contributor's picture for a page of this trim, in mm. Without inks it is for a screen.

    Raises UnusablePicture where it cannot be decoded.
    """
    picture = decode(data)
    line_art = is_line_art(picture)
    picture = _no_larger(picture, trim, PRINTED_LINES if line_art else PRINTED)
    alpha = picture.getchannel("A") if picture.mode.endswith("A") else None
    colours = picture.convert(picture.mode.removesuffix("A"))
    made = _for_press(colours, line_art, inks) if inks else _for_screen(colours, line_art)
    return replace(made, mask=_rows(alpha)) if alpha else made


def _no_larger(picture: Image.Image, trim: tuple[float, float], resolution: int) -> Image.Image:
    """The picture without more dots than a page can show; the typesetter takes its size on paper from elsewhere."""
    width, height = (side / MM_PER_INCH * resolution for side in trim)
    scale = min(width / picture.width, height / picture.height)
    if scale >= 1:
        return picture
    size = max(1, round(picture.width * scale)), max(1, round(picture.height * scale))
    return picture.resize(size, Image.Resampling.LANCZOS)


def _for_screen(picture: Image.Image, line_art: bool) -> PdfPicture:
    space: Colours = "DeviceGray" if picture.mode == "L" else "DeviceRGB"
    if line_art:
        return PdfPicture(*picture.size, space, "rows", _rows(picture))
    return PdfPicture(*picture.size, space, "jpeg", _jpeg(picture))


def _for_press(picture: Image.Image, line_art: bool, inks: PressInks) -> PdfPicture:
    if inks.is_grey(picture):
        if line_art:
            palette = b"".join(bytes((0, 0, 0, black)) for black in inks.blacks)
            return PdfPicture(*picture.size, "DeviceCMYK", "rows", _rows(picture.convert("L")), palette)
        black = inks.in_black(picture)
        return _photograph(Image.merge("CMYK", [*[Image.new("L", picture.size)] * 3, black]))
    made = inks.in_inks(picture, line_art)
    return PdfPicture(*made.size, "DeviceCMYK", "rows", _rows(made)) if line_art else _photograph(made)


def _photograph(inks: Image.Image) -> PdfPicture:
    """A JPEG that lays on no more ink than it may: compression adds some, for which room is left. Else lossless."""
    most = MOST_INK
    for _ in range(_TRIES):
        data = _jpeg(limited(inks, most))
        with Image.open(io.BytesIO(data)) as made:
            over = most_ink_of(made) - MOST_INK
        if over <= 0:
            return PdfPicture(*inks.size, "DeviceCMYK", "jpeg", data, inverted=True)
        most -= over
    return PdfPicture(*inks.size, "DeviceCMYK", "rows", _rows(inks))


def _jpeg(picture: Image.Image) -> bytes:
    buffer = io.BytesIO()
    picture.save(buffer, "JPEG", quality=_QUALITY, subsampling=0, optimize=True)
    return buffer.getvalue()


def _rows(picture: Image.Image) -> bytes:
    """The rows of a picture as PNG filters and deflates them, which a PDF takes as they are (ISO 32000-1, 7.4.4.4)."""
    if picture.mode == "CMYK":  # PNG has no inks; four samples are four samples
        picture = Image.frombytes("RGBA", picture.size, picture.tobytes())
    buffer = io.BytesIO()
    picture.save(buffer, "PNG")
    file, at, rows = buffer.getvalue(), 8, b""
    while at < len(file):
        size = int.from_bytes(file[at : at + 4], "big")
        if file[at + 4 : at + 8] == b"IDAT":
            rows += file[at + 8 : at + 8 + size]
        at += 12 + size
    return rows
