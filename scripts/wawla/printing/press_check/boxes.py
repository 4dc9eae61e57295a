"""The boxes of the pages: where they are cut, how far they bleed; and what may not lie on them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pikepdf
from pikepdf import Object, Page

from wawla.model.units import POINTS_PER_MM
from wawla.printing.press_check.checks import Demands, Told

Box = tuple[float, float, float, float]
TOLERANCE = 0.1
"""In points, as the printer's tools measure."""
MARKS = ("/PrinterMark", "/TrapNet")
"""The annotations that PDF/X-4 leaves to the press (ISO 15930-7:2010)."""
MOST_PARENTS = 64


def page_size_faults(document: pikepdf.Pdf) -> Iterator[Told]:
    """Which pages are of another size than the first."""
    if not len(document.pages):
        yield "readable", "The file has no page."
        return
    sizes = [_size(box) if (box := _box(page.obj, "/MediaBox")) else None for page in document.pages]
    others = [number for number, size in enumerate(sizes, 1) if size and sizes[0] and not _near(size, sizes[0])]
    if others:
        told = ", ".join(map(str, others[:10])) + (" …" if len(others) > 10 else "")
        yield "page-size", f"Not all pages have the size of the first; look at {told}. All should be the same."


def box_faults(page: Page, demands: Demands) -> Iterator[Told]:
    """What is wrong with a page's boxes, and what lies on it that is not print (ISO 15930-7:2010)."""
    media, bleed, trim = (_box(page.obj, key) for key in ("/MediaBox", "/BleedBox", "/TrimBox"))
    if media is None or bleed is None or trim is None:
        missing = [name for name, box in (("MediaBox", media), ("BleedBox", bleed), ("TrimBox", trim)) if box is None]
        yield "boxes", f"The page has no {' and no '.join(missing)}; it should have MediaBox, BleedBox and TrimBox."
    else:
        crop = _box(page.obj, "/CropBox") or media
        if not (_holds(media, bleed) and _holds(bleed, trim) and _holds(crop, bleed)):
            yield "boxes", "The boxes do not lie in one another; MediaBox should hold BleedBox, and that the TrimBox."
        yield from _size_faults(trim, bleed, demands)
    if page.obj.get("/ArtBox") is not None:
        yield "art-box", "The page has an ArtBox; it should have a TrimBox only."
    if inherited(page.obj, "/Rotate") not in (None, 0) or page.obj.get("/UserUnit", 1) != 1:
        yield "page-turned", "The page is turned or scaled (Rotate, UserUnit); it should lie as it is printed."
    if "/AA" in page.obj:
        yield "action", "The page has actions of its own (AA); nothing should happen."
    for kind in sorted({str(note.get("/Subtype", "unknown")) for note in page.obj.get("/Annots", [])} - {*MARKS}):
        yield "annotation", f"The page has an annotation ({kind.lstrip('/')}); only printer's marks may be there."


def _size_faults(trim: Box, bleed: Box, demands: Demands) -> Iterator[Told]:
    asked = demands.trim[0] * POINTS_PER_MM, demands.trim[1] * POINTS_PER_MM
    if not _near(_size(trim), asked):
        yield "trim-size", f"The page is cut to {_mm(*_size(trim))}; it should be {_mm(*asked)}."
    beyond = trim[0] - bleed[0], trim[1] - bleed[1], bleed[2] - trim[2], bleed[3] - trim[3]
    if not _near(beyond, (demands.bleed * POINTS_PER_MM,) * 4):
        told = ", ".join(f"{side / POINTS_PER_MM:.2f}" for side in beyond)
        yield (
            "bleed-size",
            f"The bleed is {told} mm (left, bottom, right, top); it should be {demands.bleed:.2f} mm on each side.",
        )


def _box(page: Object, key: str) -> Box | None:
    """A box with its lower left corner first, in points."""
    value = inherited(page, key) if key in ("/MediaBox", "/CropBox") else page.get(key)
    if value is None:
        return None
    x, y, u, v = (float(edge) for edge in value)
    return min(x, u), min(y, v), max(x, u), max(y, v)


def inherited(page: Object, key: str) -> Any:
    """What a page has, or the tree above it; None where neither has. Raises ValueError where the tree is endless."""
    node: Any = page
    for _ in range(MOST_PARENTS):
        if node is None:
            return None
        if node.get(key) is not None:
            return node[key]
        node = node.get("/Parent")
    raise ValueError("the tree of pages is too deep")


def _size(box: Box) -> tuple[float, float]:
    return box[2] - box[0], box[3] - box[1]


def _near(one: tuple[float, ...], other: tuple[float, ...]) -> bool:
    return all(abs(a - b) <= TOLERANCE for a, b in zip(one, other, strict=True))


def _holds(outer: Box, inner: Box) -> bool:
    """To a hundredth of a point, for the edges are decimal fractions."""
    spare = 0.01
    low = all(a <= b + spare for a, b in zip(outer[:2], inner[:2], strict=True))
    return low and all(a >= b - spare for a, b in zip(outer[2:], inner[2:], strict=True))


def _mm(width: float, height: float) -> str:
    return f"{width / POINTS_PER_MM:.2f} × {height / POINTS_PER_MM:.2f} mm"
