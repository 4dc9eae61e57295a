"""Drawings as PNG: with our typefaces and no others, so that every machine draws the same."""

from __future__ import annotations

import hashlib
from functools import cache

from wawla.rendering.look.fonts import source_files
from wawla.rendering.look.typefaces import FONT_PACKAGES
from wawla.runtime.source_digest import source_digest

MODULES = ("wawla.rendering.look.fonts", "wawla.rendering.look.png", "wawla.rendering.look.typefaces")
"""What decides how a drawing comes out."""


@cache
def configuration() -> str:
    """A digest of all that draws: our code, the renderer, the typefaces."""
    return source_digest(MODULES, packages=("resvg-py", *FONT_PACKAGES))


def key_of(drawing: str, width: int) -> str:
    """The key under which the picture of a drawing is kept."""
    return hashlib.sha256("\0".join((configuration(), str(width), drawing)).encode()).hexdigest()


def png_of(drawing: str, width: int) -> bytes:
    """An SVG as a PNG, so many pixels wide."""
    from resvg_py import svg_to_bytes  # loaded where a picture has to be drawn, which is seldom

    fonts = [str(path) for path in source_files()]
    return bytes(svg_to_bytes(svg_string=drawing, width=width, skip_system_fonts=True, font_files=fonts))
