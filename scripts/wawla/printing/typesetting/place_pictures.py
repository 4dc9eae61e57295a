"""Puts pictures into a finished PDF, in the places that the typesetter has left for them."""

from __future__ import annotations

import io
from collections.abc import Iterator, Mapping
from math import gcd

from pikepdf import Array, Dictionary, Name, Object, Pdf, Stream
from PIL import Image

from wawla.printing.typesetting.printed_picture import PdfPicture

_SAMPLES = {"DeviceGray": 1, "DeviceRGB": 3, "DeviceCMYK": 4}


def placeholder(picture: PdfPicture) -> bytes:
    """A PNG for the typesetter to lay out: of exactly the picture's proportions, and otherwise as small as can be."""
    common = gcd(picture.width, picture.height)
    buffer = io.BytesIO()
    Image.new("L", (picture.width // common, picture.height // common)).save(buffer, "PNG")
    return buffer.getvalue()


def place_pictures(pdf: Pdf, pictures: Mapping[str, PdfPicture]) -> None:
    """Put each picture in the place of its placeholder. They are given by their names in the PDF's resources."""
    for name, image in _named_images(pdf):
        if name in pictures:
            _write(pdf, image, pictures[name])


def _named_images(pdf: Pdf) -> Iterator[tuple[str, Stream]]:
    """Every picture once, with a name under which a page, a pattern or a form knows it."""
    known = set()
    for part in pdf.objects:
        if not isinstance(part, Dictionary | Stream):
            continue
        for resources in (part, part.get("/Resources")):
            named = resources.get("/XObject") if isinstance(resources, Dictionary | Stream) else None
            for name, drawn in named.items() if isinstance(named, Dictionary) else ():
                if isinstance(drawn, Stream) and drawn.get("/Subtype") == Name.Image and drawn.objgen not in known:
                    known.add(drawn.objgen)
                    yield name.removeprefix("/"), drawn


def _write(pdf: Pdf, image: Stream, picture: PdfPicture) -> None:
    space: Object = Name(f"/{picture.colours}")
    if picture.palette:
        space = Array([Name.Indexed, space, 255, pdf.make_stream(picture.palette)])
    _fill(
        image, picture, picture.data, 1 if picture.palette else _SAMPLES[picture.colours], space, picture.form == "jpeg"
    )
    if picture.inverted:
        image.Decode = Array([1, 0] * 4)
    if picture.mask:
        image.SMask = pdf.make_stream(b"", Type=Name.XObject, Subtype=Name.Image)
        _fill(image.SMask, picture, picture.mask, 1, Name.DeviceGray, False)


def _fill(image: Stream, picture: PdfPicture, data: bytes, samples: int, space: Object, jpeg: bool) -> None:
    if jpeg:
        image.write(data, filter=Name.DCTDecode)
    else:
        how = Dictionary(Predictor=15, Colors=samples, Columns=picture.width)
        image.write(data, filter=Name.FlateDecode, decode_parms=how)
    image.Width, image.Height, image.BitsPerComponent = picture.width, picture.height, 8
    image.ColorSpace, image.Interpolate = space, True
