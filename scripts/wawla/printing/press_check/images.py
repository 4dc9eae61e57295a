"""Pictures: their colours, their ink, dot by dot, and their resolution at the size at which they are printed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

import pikepdf

from wawla.model.units import POINTS_PER_MM
from wawla.printing.press_check.checks import Demands, Told
from wawla.printing.press_check.colours import allowed
from wawla.printing.press_check.samples import known_form, most_ink, samples_of
from wawla.printing.press_check.spaces import Space, space_of
from wawla.printing.press_check.uses import PlacedPicture

ROUNDING = 2
"""Of 255: four samples are each rounded by half a step."""
MOST_DOTS = 200_000_000
"""Of one picture; a poster of A0 at 300 dpi has 140 million."""


class Pictures:
    """The pictures of a document. What does not depend on their place is found out once."""

    def __init__(self, demands: Demands, names: Mapping[str, str]) -> None:
        self._demands, self._names = demands, names
        self._known: dict[tuple[tuple[int, int], bool], list[Told]] = {}

    def faults(self, placed: PlacedPicture) -> Iterator[Told]:
        """What is wrong with a picture where it is placed."""
        name = self._names.get(placed.name) or f"of {_millimetres(placed)}"  # its own name in the file tells nobody
        placed = replace(placed, name=name)
        if isinstance(placed.image, pikepdf.PdfInlineImage):
            yield from _own_faults(placed, placed.image.obj, self._demands)
            yield from _resolution_faults(placed, placed.image.obj, self._demands)
            return
        key = placed.image.objgen, placed.in_mask
        if key not in self._known:
            self._known[key] = list(_own_faults(placed, placed.image, self._demands))
        yield from self._known[key]
        yield from _resolution_faults(placed, placed.image, self._demands)


def _resolution_faults(placed: PlacedPicture, image: Any, demands: Demands) -> Iterator[Told]:
    across, down = int(image["/Width"]), int(image["/Height"])
    if not placed.width or not placed.height:
        return
    resolution = min(across / placed.width, down / placed.height) * 72
    if resolution < demands.least_resolution - 0.5:
        yield (
            "resolution",
            f"The picture {placed.name} ({across} × {down} dots) is printed at {_millimetres(placed)}, with "
            f"{resolution:.0f} dpi; it should have {demands.least_resolution:.0f} dpi at least. Put one with more dots "
            "in its place.",
        )


def _millimetres(placed: PlacedPicture) -> str:
    return f"{placed.width / POINTS_PER_MM:.0f} × {placed.height / POINTS_PER_MM:.0f} mm"


def _own_faults(placed: PlacedPicture, image: Any, demands: Demands) -> Iterator[Told]:
    name = placed.name
    if "/Alternates" in image:
        yield "foreign-object", f"The picture {name} has alternates; it should be the only one."
    mask = image.get("/SMask")
    if mask is not None and mask.get("/ColorSpace") != "/DeviceGray":
        yield "soft-mask", f"The soft mask of the picture {name} is not in grey; it should be."
    if bool(image.get("/ImageMask", False)):
        return  # a stencil: it has no colour of its own
    if "/ColorSpace" not in image:
        yield "image-form", f"The picture {name} does not say in which colours it is; it should be in CMYK."
        return
    space = space_of(image["/ColorSpace"], placed.resources)
    if not allowed(space.base if space.family == "Indexed" and space.base else space, placed.in_mask):
        check = "soft-mask" if placed.in_mask else "image-colour"
        yield check, f"The picture {name} is in {space.told}; it should be in CMYK."
    elif not placed.in_mask:
        yield from _ink_faults(placed, image, space, demands)


def _ink_faults(placed: PlacedPicture, image: Any, space: Space, demands: Demands) -> Iterator[Told]:
    name = placed.name
    across, down, bits = int(image["/Width"]), int(image["/Height"]), int(image.get("/BitsPerComponent", 0))
    palette = space.family == "Indexed"
    if not known_form(image) or across * down > MOST_DOTS or (bits != 8 and not palette):
        yield (
            "image-form",
            f"The picture {name} cannot be added up; it should be lossless or JPEG, with 8 bits, and not huge.",
        )
        return
    samples = space.palette if palette else samples_of(placed.image)
    if palette:
        across, down = len(samples) // 4, 1
    if len(samples) < across * down * 4 or not across or not down:
        yield "image-form", f"The picture {name} is damaged: its samples are missing or cut off. Make it again."
        return
    most = most_ink(samples, across, down, [] if palette else [float(end) for end in image.get("/Decode", [])])
    if most > demands.most_ink * 2.55 + ROUNDING:
        total = most / 2.55
        yield (
            "image-ink",
            f"The picture {name} lays on up to {total:.0f} % of ink; at most {demands.most_ink:.0f} % dry well. "
            "Make it lighter.",
        )
