"""The files of a picture for the site: upright, in sRGB, and with nothing in them but the picture."""

from __future__ import annotations

import io
from typing import Any

from PIL import Image

from wawla.reading.picture_decoding import decode
from wawla.rendering.pictures.job import SitePicture, SitePictureJob
from wawla.rendering.pictures.line_art import is_line_art
from wawla.rendering.pictures.sizes import size_file, widths_of

_WHOLE, _SIZE = 90, 82
"""The quality of a photograph, of 100: as a file of its own kind, and as WebP in one of its sizes."""
_MOST_LOSSLESS = 4_000_000
"""Dots of a WebP that is lossless, at the most: a noisy scan of 25 megapixels would take minutes."""


def site_files(job: SitePictureJob) -> SitePicture:
    """The picture under its own name and in its own format, and as WebP in every size. The same job, the same bytes.

    Raises UnusablePicture where it cannot be decoded.
    """
    picture = decode(job.data)
    lossless = is_line_art(picture)
    files = {job.name: _whole(picture, job.name.lower(), lossless)}
    for width in widths_of(*picture.size) if job.in_sizes else ():
        files[size_file(job.name, width)] = _webp(_at_width(picture, width), _SIZE, lossless)
    return SitePicture(files)


def _whole(picture: Image.Image, name: str, lossless: bool) -> bytes:
    if name.endswith(".png"):
        return _saved(picture, "PNG")  # to optimise one of 25 megapixels takes a minute
    if name.endswith(".webp"):
        return _webp(picture, _WHOLE, lossless)
    return _saved(picture, "JPEG", quality=_WHOLE, subsampling=0 if lossless else 2, optimize=True, progressive=True)


def _at_width(picture: Image.Image, width: int) -> Image.Image:
    if width == picture.width:
        return picture
    height = max(1, round(picture.height * width / picture.width))
    return picture.resize((width, height), Image.Resampling.LANCZOS)


def _webp(picture: Image.Image, quality: int, lossless: bool) -> bytes:
    mode = "RGBA" if picture.mode.endswith("A") else "RGB"  # it has no greys
    lossless = lossless and picture.width * picture.height <= _MOST_LOSSLESS
    return _saved(picture.convert(mode), "WEBP", quality=quality, lossless=lossless, method=4)


def _saved(picture: Image.Image, form: str, **options: Any) -> bytes:
    buffer = io.BytesIO()
    picture.save(buffer, form, **options)
    return buffer.getvalue()
