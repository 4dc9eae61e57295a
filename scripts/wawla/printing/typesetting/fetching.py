"""The only files a document can ask for while it is set: our typefaces and its own pictures, all held in memory."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache
from hashlib import md5

from weasyprint.urls import (  # type: ignore[import-untyped]  # it has no types
    FatalURLFetchingError,
    URLFetcher,
    URLFetcherResponse,
)

from wawla.printing.typesetting.place_pictures import placeholder
from wawla.printing.typesetting.printed_picture import PdfPicture
from wawla.reading.picture_faults import UnusablePicture
from wawla.rendering.look.typefaces import TYPEFACES

FONTS = {face.file: face for face in TYPEFACES.values()}
"""The whole fonts, by file name."""

FONT_RULES = "".join(
    f'@font-face {{ font-family: "{face.family}"; font-weight: {face.weight}; font-style: {face.style};'
    f' src: url("book:/{name}"); }}\n'
    for name, face in FONTS.items()
)
DRAWN = frozenset({"book:/cover.svg", "book:/code.svg"})
"""The pictures that are drawn by us; all others come from contributors."""


class Unfetchable(FatalURLFetchingError):  # type: ignore[misc]  # its base has no types  # noqa: N818 - what happened
    """A document asked for something that is not its own."""


class OwnFiles(URLFetcher):  # type: ignore[misc]  # its base has no types
    """Answers with files held in memory, and with nothing else: no network, no disk, no `data:`."""

    def __init__(self, pictures: Mapping[str, bytes], printed: Callable[[bytes], PdfPicture]) -> None:
        super().__init__(allowed_protocols=("book",), allow_redirects=False)
        self._pictures, self._printed = pictures, printed
        self.printed: dict[str, PdfPicture] = {}
        """By the path of a contributor's picture, what takes the place of its placeholder in the finished PDF."""
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
            self.printed[name] = self.printed.get(name) or self._printed(data)
        except UnusablePicture as error:
            self.unusable[name] = error.fault.text
            raise
        return URLFetcherResponse(url, placeholder(self.printed[name]), {"Content-Type": "image/png"})

    def names(self) -> dict[str, str]:
        """The path of each contributor's picture that was asked for, by the name that WeasyPrint gives it."""
        known = {path: md5(f"book:/{path}".encode(), usedforsecurity=False).hexdigest() for path in self.printed}
        return {f"i{digest}{smooth}": path for path, digest in known.items() for smooth in (0, 1)}


@cache
def font(name: str) -> bytes:
    """The bytes of one of our typefaces."""
    return FONTS[name].source.read_bytes()
