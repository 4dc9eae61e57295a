"""The programme's map: a tile for each region, roughly where it lies, with a dot for every network known there."""

from __future__ import annotations

import textwrap
from collections.abc import Mapping
from dataclasses import dataclass

from wawla.model.wording import counted, listed
from wawla.publishing.templating import html_of

_COLUMN_AND_ROW = {
    "north east": (1, 0),
    "north west": (0, 1),
    "yorkshire and the humber": (1, 1),
    "west midlands": (0, 2),
    "east midlands": (1, 2),
    "east of england": (2, 2),
    "london": (1, 3),
    "south west": (0, 4),
    "south east": (1, 4),
}
"""Where the regions of England lie. A region of the vocabulary that is not among them is told in words alone."""
SIDE, GAP, EDGE = 96, 6, 1
"""Of a tile, between tiles and round all of them, in units of the drawing: pixels on a small telephone."""
_LETTERS, _DOTS_IN_ROW, _MOST_DOTS = 13, 6, 12


@dataclass(frozen=True)
class Tile:
    """A region on the map: where its corner stands, its name in lines, and its networks."""

    x: int
    y: int
    lines: tuple[str, ...]
    networks: int
    dots: tuple[tuple[int, int], ...]
    """Their middles; none where there are too many to tell apart."""


def is_on_map(region: str) -> bool:
    """Whether the drawing has a place for a region."""
    return region.casefold() in _COLUMN_AND_ROW


def programme_map(networks: Mapping[str, int]) -> str:
    """The map as SVG, from the number of networks known in each region; '' where it has a place for none of them."""
    drawn = {region: number for region, number in networks.items() if is_on_map(region)}
    if not drawn:
        return ""
    places = {region: _COLUMN_AND_ROW[region.casefold()] for region in drawn}
    left, top = (min(place[axis] for place in places.values()) for axis in (0, 1))
    tiles = [
        _tile(region, EDGE + (column - left) * (SIDE + GAP), EDGE + (row - top) * (SIDE + GAP), drawn[region])
        for region, (column, row) in places.items()
    ]
    known = [f"{region} {number}" for region, number in drawn.items() if number]
    without = [region for region, number in drawn.items() if not number]
    return html_of(
        "programme_map.html",
        "",
        tiles=tiles,
        side=SIDE,
        width=max(tile.x for tile in tiles) + SIDE + EDGE,
        height=max(tile.y for tile in tiles) + SIDE + EDGE,
        known=listed(known),
        without=listed(without),
        total=counted(sum(drawn.values()), "network"),
    )


def _tile(region: str, x: int, y: int, networks: int) -> Tile:
    dots = range(networks if networks <= _MOST_DOTS else 0)
    return Tile(
        x,
        y,
        tuple(textwrap.wrap(region, _LETTERS)),
        networks,
        tuple((x + 13 + dot % _DOTS_IN_ROW * 13, y + 51 + dot // _DOTS_IN_ROW * 13) for dot in dots),
    )
