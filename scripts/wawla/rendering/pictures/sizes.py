"""The sizes in which the site offers a picture, what their files are called, and how a page names them."""

from __future__ import annotations

import re
from urllib.parse import quote

_WIDTHS = (480, 960, 1760)
_WIDEST_COLUMN = 880
"""In CSS pixels: no page shows a picture wider, on the largest of screens."""
_HIGHEST = 9
"""So many times its width: WebP holds no picture of more than 16,383 pixels either way."""
FOLDER = "sizes"
"""Beside the page: no folder of a piece has folders of its own, so no file of an author's can have such a name."""
SRCSET = re.compile(rf"{FOLDER}/[^\s,]+ \d+w(, {FOLDER}/[^\s,]+ \d+w)*")
"""What a page may say of sizes: files in that folder, and no other address."""


def widths_of(width: int, height: int) -> tuple[int, ...]:
    """The widths in pixels, the smallest first, in which a picture is offered; none for a small one, or a strip."""
    if width <= _WIDTHS[0] or height > _HIGHEST * width:
        return ()
    return (*(each for each in _WIDTHS if each < width), *([width] if width < _WIDTHS[-1] else []))


def size_file(name: str, width: int) -> str:
    """The file of a picture at a width, from the picture's own folder; the same as long as the picture has its name."""
    return f"{FOLDER}/{name}-{width}.webp"


def srcset_of(name: str, width: int, height: int) -> str:
    """What HTML calls srcset: every size with its width."""
    return ", ".join(f"{quote(size_file(name, each))} {each}w" for each in widths_of(width, height))


def sizes_of(width: int) -> str:
    """What HTML calls sizes: how wide the picture is shown, never wider than it is."""
    widest = min(width, _WIDEST_COLUMN)
    return f"(max-width: {widest}px) 100vw, {widest}px"
