"""Fonts: embedded, subset, and made of outlines."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import pikepdf

from wawla.printing.press_check.checks import Told

SUBSET = re.compile(r"[A-Z]{6}\+.")
FILES = ("/FontFile", "/FontFile2", "/FontFile3")


def font_faults(font: Any) -> Iterator[Told]:
    """What is wrong with a font (ISO 32000-1:2008, 9.6.4, 9.7 and 9.9)."""
    if font.get("/Subtype") == "/Type3":
        yield (
            "font-type3",
            f"The font {_name(font)} is drawn by instructions (Type 3); it should be OpenType or TrueType.",
        )
        return
    actual = font["/DescendantFonts"][0] if font.get("/Subtype") == "/Type0" else font
    descriptor = actual.get("/FontDescriptor", {})
    files = [descriptor[key] for key in FILES if key in descriptor]
    if not any(isinstance(file, pikepdf.Stream) and file.read_bytes() for file in files):
        yield (
            "font-embedded",
            f"The font {_name(actual)} is not embedded; it should be, for the printer may not have it.",
        )
    elif not SUBSET.match(_name(actual)):
        yield (
            "font-subset",
            f"The font {_name(actual)} is embedded whole; only its letters in use should be, named like ABCDEF+Name.",
        )


def _name(font: Any) -> str:
    return str(font.get("/BaseFont", font.get("/Name", "/without a name")))[1:]
