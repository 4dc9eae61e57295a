"""Which pictures are line art: text, tables, charts and drawings, which lossy compression would blur."""

from __future__ import annotations

from PIL import Image

from wawla.reading.picture_colours import is_neutral

_DOTS = 1_000_000
"""So many are looked at, at the most: every second or third of a larger picture."""
_LEVELS = 0xF0
"""Levels are taken together by sixteens: noise of a scanner is no tone of its own."""
_GREY = 6
"""Of 255 levels: a picture nowhere further from grey has the tones of grey alone."""
_TONES = {"L": 3, "RGB": 8}
_SHARE = 0.85
"""So much of line art is in so few tones. Of a photograph more is between them; one of fog does no harm as line art."""


def is_line_art(picture: Image.Image) -> bool:
    """Whether nearly all of a picture, in mode L, LA, RGB or RGBA, is in a few tones."""
    colours = picture.convert(picture.mode.removesuffix("A"))
    step = max(1, round((colours.width * colours.height / _DOTS) ** 0.5))
    if step > 1:
        size = max(1, colours.width // step), max(1, colours.height // step)
        colours = colours.resize(size, Image.Resampling.NEAREST)
    if colours.mode == "RGB" and is_neutral(colours, _GREY):
        colours = colours.convert("L")
    grouped = colours.point([level & _LEVELS for level in range(256)] * len(colours.getbands()))
    counts = sorted((count for count, _ in grouped.getcolors(4096) or []), reverse=True)
    return sum(counts[: _TONES[colours.mode]]) >= _SHARE * sum(counts)
