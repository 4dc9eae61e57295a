"""What a page is painted with: colours, text, pictures, fonts, gradients, states and groups."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import pikepdf

from wawla.printing.press_check.spaces import Space


@dataclass(frozen=True)
class Colour:
    """A colour that is set; or, where none was, the one that painting begins with."""

    space: Space
    values: tuple[float, ...]
    in_mask: bool
    initial: bool = False


@dataclass(frozen=True)
class TextUse:
    """Text, by the colours of its letters and of their outlines, whichever are painted."""

    colours: tuple[Colour, ...]


@dataclass(frozen=True, eq=False)
class PlacedPicture:
    """A picture, the points in which it is placed, and the resources in which its colour space is named."""

    name: str
    image: pikepdf.Object | pikepdf.PdfInlineImage
    resources: Any
    width: float
    height: float
    in_mask: bool


@dataclass(frozen=True, eq=False)
class FontUse:
    """A font that text is set in."""

    font: Any


@dataclass(frozen=True, eq=False)
class Shading:
    """A gradient, and the resources in which its colour space is named."""

    shading: Any
    resources: Any
    in_mask: bool


@dataclass(frozen=True, eq=False)
class GraphicsState:
    """A graphics state (ExtGState) that is set."""

    state: Any


@dataclass(frozen=True, eq=False)
class GroupUse:
    """A transparency group's dictionary."""

    group: Any
    in_mask: bool


@dataclass(frozen=True)
class Foreign:
    """Something that another program would have to draw, and what to say of it."""

    message: str


Use = Colour | TextUse | PlacedPicture | FontUse | Shading | GraphicsState | GroupUse | Foreign
