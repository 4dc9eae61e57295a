"""The versions of the system libraries with which WeasyPrint lays out; with another, a book may come out different."""

from __future__ import annotations

import contextlib
import ctypes
from collections.abc import Iterator

_ASKED = {
    "pango": ("pango_version_string", ("libpango-1.0.so.0", "libpango-1.0.dylib")),
    "harfbuzz": ("hb_version_string", ("libharfbuzz.so.0", "libharfbuzz.0.dylib")),
    "harfbuzz-subset": ("hb_version_string", ("libharfbuzz-subset.so.0", "libharfbuzz-subset.0.dylib")),
}
"""What is asked by its name: the function that tells the version, and the files in which it may be."""


def versions() -> str:
    """Each library and its version, on one line; a question mark where it cannot be asked."""
    return ", ".join(f"{name} {next(_told(*asked), '?')}" for name, asked in _ASKED.items())


def _told(function: str, files: tuple[str, ...]) -> Iterator[str]:
    for file in files:
        with contextlib.suppress(OSError, AttributeError):
            ask = getattr(ctypes.CDLL(file), function)
            ask.restype = ctypes.c_char_p
            yield ask().decode()
