"""Colours and gradients: CMYK only, black text in black alone, and not more ink than paper takes."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from wawla.printing.press_check.checks import Demands, Told
from wawla.printing.press_check.spaces import Space, space_of
from wawla.printing.press_check.uses import Colour, Shading, TextUse

DARKEST_GREY = 0.85
"""From here on a letter is meant to be black: a lighter grey can be told from it on paper."""
MOST_CHROMA = 0.1
SPARE = 0.05
"""Per cent: colours are written as decimal fractions."""
DEEPEST = 8


def allowed(space: Space, in_mask: bool) -> bool:
    """CMYK of the press; in a soft mask, where no ink is meant, grey as well."""
    return space.family == "DeviceCMYK" or (in_mask and space.family == "DeviceGray")


def colour_faults(colour: Colour, demands: Demands) -> Iterator[Told]:
    """What is wrong with a colour that is set. A pattern is looked at for itself, and so is the colour it is given."""
    if colour.space.family == "Pattern":
        return
    if not allowed(colour.space, colour.in_mask):
        yield _not_cmyk("A colour", colour.space, colour.in_mask, colour.initial)
    elif colour.space.family == "DeviceCMYK":
        yield from _ink("The colour", colour.values, demands)


def text_faults(text: TextUse) -> Iterator[Told]:
    """Text that looks black and is made of anything but black: the slightest shift of a plate would blur it.

    It looks black where its grey part (black, and what cyan, magenta and yellow have in common) is at least 85 per
    cent, and what chroma black leaves to be seen is at most 10 per cent: (max − min of c, m, y) × (1 − k).
    """
    for colour in text.colours:
        if colour.space.family != "DeviceCMYK" or colour.in_mask or len(colour.values) != 4:
            continue
        *inks, black = colour.values
        chroma = (max(inks) - min(inks)) * (1 - black)
        if black + min(inks) >= DARKEST_GREY and chroma <= MOST_CHROMA and colour.values != (0, 0, 0, 1):
            yield "black-text", f"Text is set in {_ink_text(colour.values)}, which looks black; it should be 0 0 0 1."


def shading_faults(use: Shading, demands: Demands) -> Iterator[Told]:
    """What is wrong with a gradient. Its ink is known by its ends, between which it only goes from one to the other."""
    shading = use.shading
    space = space_of(shading["/ColorSpace"], use.resources)
    if not allowed(space, use.in_mask):
        yield _not_cmyk("A gradient", space, use.in_mask)
    elif space.family == "DeviceCMYK":
        ends = list(_ends(shading.get("/Function"), 0)) if shading.get("/ShadingType") in (2, 3) else []
        if not ends:
            yield (
                "ink",
                "The ink of a gradient cannot be added up; it should be axial or radial, from colour to colour.",
            )
        for end in ends:
            yield from _ink("A gradient reaches", end, demands)


def _ends(function: Any, depth: int) -> Iterator[tuple[float, ...]]:
    """The colours between which a function goes (ISO 32000-1:2008, 7.10.3 and 7.10.4); none of other kinds."""
    if function is None or depth > DEEPEST:
        return
    if function.get("/FunctionType") == 2:
        yield tuple(float(part) for part in function.get("/C0", [0]))
        yield tuple(float(part) for part in function.get("/C1", [1]))
    elif function.get("/FunctionType") == 3:
        for part in function["/Functions"]:
            ends = list(_ends(part, depth + 1))
            if not ends:
                return
            yield from ends


def _not_cmyk(what: str, space: Space, in_mask: bool, initial: bool = False) -> Told:
    if in_mask:
        return "soft-mask", f"{what} in a soft mask is in {space.told}; it should be in grey or CMYK."
    why = "the one that a page begins with, for none was set; it is " if initial else ""
    return "colour", f"{what} is {why}in {space.told}; it should be in CMYK."


def _ink(what: str, values: tuple[float, ...], demands: Demands) -> Iterator[Told]:
    total = 100 * sum(min(max(value, 0.0), 1.0) for value in values)
    if total > demands.most_ink + SPARE:
        yield (
            "ink",
            f"{what} {_ink_text(values)} lays on {total:.0f} % of ink; at most {demands.most_ink:.0f} % dry well.",
        )


def _ink_text(values: tuple[float, ...]) -> str:
    return " ".join(f"{value:.3g}" for value in values)
