"""Transparency: what PDF/X-4 has of it, in the press's own colours; and states that meddle with the press."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pikepdf

from wawla.printing.press_check.checks import Told
from wawla.printing.press_check.uses import GroupUse

BLEND_MODES = frozenset(
    {"Normal", "Compatible", "Multiply", "Screen", "Overlay", "Darken", "Lighten", "ColorDodge", "ColorBurn"}
    | {"HardLight", "SoftLight", "Difference", "Exclusion", "Hue", "Saturation", "Color", "Luminosity"}
)
"""ISO 32000-1:2008, tables 136 and 137."""
TRANSFERS = (("/TR", None), ("/TR2", "/Default"), ("/HT", "/Default"), ("/HTP", None))
"""Curves and halftones, which are the press's business, and the one value that leaves them to it, if any."""


def state_faults(state: Any) -> Iterator[Told]:
    """What is wrong with a graphics state (ISO 15930-7:2010)."""
    modes = state.get("/BM", [])
    for mode in [modes] if isinstance(modes, pikepdf.Name) else modes:
        if str(mode)[1:] not in BLEND_MODES:
            yield "blend-mode", f"The blend mode {str(mode)[1:]} is not one of the standard; use Normal or Multiply."
    for key, harmless in TRANSFERS:
        if key in state and str(state[key]) != harmless:
            yield "transfer", f"A graphics state sets {key[1:]}; curves and halftones should be left to the press."


def group_faults(use: GroupUse, profile: Any) -> Iterator[Told]:
    """What is wrong with a group: its colours are CMYK, by name or by the profile of the output intent."""
    space = use.group.get("/CS")
    if use.group.get("/S") != "/Transparency" or space is None or space == "/DeviceCMYK":
        return
    if use.in_mask and space == "/DeviceGray":
        return
    named = isinstance(space, pikepdf.Name)
    if not named and space[0] == "/ICCBased" and _same(space[1], profile):
        return
    told = str(space if named else space[0])[1:]
    yield "group-colour", f"A transparent group is blended in {told}; it should be in CMYK, as the output intent is."


def _same(one: Any, other: Any) -> bool:
    """Whether a profile is the output intent's; where there is none, which is told already, whether it may be."""
    if other is None:
        return bool(one.get("/N") == 4)
    return bool(one.objgen == other.objgen or one.read_bytes() == other.read_bytes())
