"""Mixes colours."""

from __future__ import annotations

_WHITE = "#ffffff"
_WHITE_PART = 0.62


def mix(first: str, second: str, part: float) -> str:
    """A colour on the way from the first (0) to the second (1), all of the form #rrggbb."""
    pairs = [(int(first[at : at + 2], 16), int(second[at : at + 2], 16)) for at in (1, 3, 5)]
    return "#" + "".join(f"{round(here + (there - here) * part):02x}" for here, there in pairs)


def tint(hue: str, white: float = _WHITE_PART) -> str:
    """A hue of the form #rrggbb mixed with a part of white: what stands for an edition's hue on dark paper.

    With 62 parts in 100 it stands at 7:1 or better on the dark paper, for any dark hue.
    """
    return mix(hue, _WHITE, white)
