"""The only files a document can ask for while it is set: our typefaces and its own pictures, all held in memory."""

from __future__ import annotations

import io
from collections.abc import Callable, Mapping
from functools import cache

from PIL import Image, ImageFile, ImageOps
from weasyprint.urls import (  # type: ignore[import-untyped]  # it has no types
    FatalURLFetchingError,
    URLFetcher,
    URLFetcherResponse,
)

from wawla.rendering.look.typefaces import TYPEFACES

ImageFile.LOAD_TRUNCATED_IMAGES = False  # WeasyPrint sets it when it is loaded: half a picture would pass for a whole
FONTS = {face.file: face for face in TYPEFACES.values()}
"""The whole fonts, by file name."""

FONT_RULES = "".join(
    f'@font-face {{ font-family: "{face.family}"; font-weight: {face.weight}; font-style: {face.style};'
    f' src: url("book:/{name}"); }}\n'
    for name, face in FONTS.items()
)
DRAWN = frozenset({"book:/cover.svg", "book:/code.svg"})
"""The pictures that are drawn by us; all others come from contributors."""
MOST_PIXELS = 60_000_000
"""A picture with more is not decoded: it would be a poster, or an attack on memory."""
PRINTED = 300
"""Dots to the inch: more than that no press shows."""


class Unfetchable(FatalURLFetchingError):  # type: ignore[misc]  # its base has no types  # noqa: N818 - what happened
    """A document asked for something that is not its own."""


class OwnFiles(URLFetcher):  # type: ignore[misc]  # its base has no types
    """Answers with files held in memory, and with nothing else: no network, no disk, no `data:`."""

    def __init__(self, pictures: Mapping[str, bytes], convert: Callable[[Image.Image], Image.Image] | None) -> None:
        super().__init__(allowed_protocols=("book",), allow_redirects=False)
        self._pictures, self._convert = pictures, convert
        self.unusable: dict[str, str] = {}
        """By the path of a contributor's picture, why it cannot be used: WeasyPrint would set the book without it."""

    def fetch(self, url: str, headers: Mapping[str, str] | None = None) -> URLFetcherResponse:
        """The file at `book:/…`. Raises Unfetchable for every other address, which stops the setting."""
        name = url.removeprefix("book:/")
        if name in FONTS:
            return URLFetcherResponse(url, font(name), {"Content-Type": "font/ttf"})
        if url not in self._pictures:
            raise Unfetchable(f"the document asks for {url[:200]}, which is none of its own files")
        data = self._pictures[url]
        if url in DRAWN:
            return URLFetcherResponse(url, data, {"Content-Type": "image/svg+xml"})
        try:
            return URLFetcherResponse(url, as_printed(data, self._convert), {"Content-Type": "image/jpeg"})
        except ValueError as error:
            self.unusable[name] = str(error)
            raise


@cache
def font(name: str) -> bytes:
    """The bytes of one of our typefaces."""
    return FONTS[name].source.read_bytes()


def as_printed(data: bytes, convert: Callable[[Image.Image], Image.Image] | None) -> bytes:
    """A contributor's picture as JPEG: upright, on white, without what a camera wrote into it; in inks for the press.

    Raises ValueError where it cannot be decoded, or has more dots than any page needs.
    """
    try:
        with Image.open(io.BytesIO(data)) as picture:
            if picture.width * picture.height > MOST_PIXELS:
                raise ValueError(f"it has more than {MOST_PIXELS:,} dots")
            upright = _upright(picture)
    except (OSError, SyntaxError, Image.DecompressionBombError) as error:
        raise ValueError(f"it cannot be decoded: {error}") from error
    buffer = io.BytesIO()
    made = convert(upright) if convert else upright
    made.info.clear()  # Pillow would write comments anew
    made.save(buffer, "JPEG", quality=92, subsampling=0, optimize=True)
    return buffer.getvalue()


def _upright(picture: Image.Image) -> Image.Image:
    turned = ImageOps.exif_transpose(picture) or picture
    if turned.mode in ("RGBA", "LA", "P", "PA"):
        layered = turned.convert("RGBA")
        ground = Image.new("RGBA", layered.size, "white")
        return Image.alpha_composite(ground, layered).convert("RGB")
    return turned.convert("RGB")
