"""A picture's samples, unpacked, and the most ink that any of its dots lays on."""

from __future__ import annotations

import io
from typing import Any

import pikepdf
from PIL import Image, ImageMath

JPEG = "/DCTDecode"
LOSSLESS = frozenset(("/FlateDecode", "/LZWDecode", "/RunLengthDecode", "/ASCII85Decode", "/ASCIIHexDecode"))
STRIP = 1 << 20
"""Dots whose ink is added up at once; a whole page at 300 dpi would take a quarter of a gigabyte."""


def known_form(image: Any) -> bool:
    """Whether a picture's samples can be unpacked: it is stored as it is, lossless, or as JPEG and nothing else."""
    return _filters(image) == [JPEG] or set(_filters(image)) <= LOSSLESS


def samples_of(image: pikepdf.Object | pikepdf.PdfInlineImage) -> bytes:
    """What a picture holds when it is unpacked; nothing where it cannot be, or a JPEG has another size than it should.

    They are the samples of the PDF, four a dot, which a JPEG may hold inverted.
    """
    with pikepdf.new() as own:
        stream: Any = image
        if isinstance(image, pikepdf.PdfInlineImage):
            stream = own.make_stream(image.read_raw_bytes())
            for key in ("/Filter", "/DecodeParms", "/Width", "/Height"):
                if key in image.obj:
                    stream[key] = image.obj[key]
        try:
            if JPEG in _filters(stream):
                with Image.open(io.BytesIO(stream.read_raw_bytes()), formats=["JPEG"]) as jpeg:
                    if jpeg.size != (stream["/Width"], stream["/Height"]):
                        return b""
            return bytes(stream.read_bytes(pikepdf.StreamDecodeLevel.all))
        except (pikepdf.PdfError, OSError, Image.DecompressionBombError):
            return b""


def most_ink(samples: bytes, across: int, down: int, decode: list[float]) -> float:
    """The most ink of any dot, of 1020. A pair of `decode` is the ink of the samples 0 and 255: [1 0 …] is inverted.

    What is looked at is what a press gets (ISO 32000-1:2008, 8.9.5.2), whichever way round a JPEG says it was saved.
    """
    most, rows = 0.0, max(1, STRIP // across)
    for top in range(0, down, rows):
        height = min(rows, down - top)
        strip = samples[top * across * 4 : (top + height) * across * 4]
        image = Image.frombuffer("CMYK", (across, height), strip, "raw", "CMYK", 0, 1)
        if decode:
            image = image.point(_curves(decode))
        c, m, y, k = image.split()
        if sum(_highest(band) for band in (c, m, y, k)) <= most:
            continue
        total = ImageMath.lambda_eval(lambda ink: ink["c"] + ink["m"] + ink["y"] + ink["k"], c=c, m=m, y=y, k=k)
        most = max(most, _highest(total))
    return most


def _highest(band: Image.Image) -> float:
    extrema: Any = band.getextrema()
    return float(extrema[1])


def _curves(decode: list[float]) -> list[int]:
    """What each sample of each of the four inks stands for."""
    curves: list[int] = []
    for low, high in zip(decode[0:8:2], decode[1:8:2], strict=True):
        curves += [round(255 * min(max(low + step * (high - low) / 255, 0), 1)) for step in range(256)]
    return curves


def _filters(image: Any) -> list[str]:
    filters = image.get("/Filter", [])
    return [str(filters)] if isinstance(filters, pikepdf.Name) else [str(each) for each in filters]
