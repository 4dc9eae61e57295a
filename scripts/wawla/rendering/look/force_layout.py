"""Where the nodes of a drawing stand: a force layout that puts the same ties in the same places, always.

T. M. J. Fruchterman and E. M. Reingold, "Graph drawing by force-directed placement",
Software: Practice and Experience 21 (11), 1991, pp. 1129-1164. Added to it: a slight pull to the middle, which keeps
parts without ties between them together. Only + - * / and square roots are used: these are exact to the last bit on
every machine, where powers, `math.hypot` and `sum` are not.
"""

from __future__ import annotations

import random
from collections.abc import Sequence
from math import sqrt
from typing import NamedTuple

Position = tuple[float, float]
Tie = tuple[int, int]

_ROUNDS = 120
_MOST_STEPS = 14_000
"""Of one pair in one round: drawings with very many nodes get fewer rounds, so that none takes long."""
_TO_THE_MIDDLE = 0.6
_NOT_ZERO = 1e-9


class Bounds(NamedTuple):
    """A rectangle: its left and top edge, width and height, in the units of the drawing."""

    x: float
    y: float
    width: float
    height: float


def node_positions(count: int, ties: Sequence[Tie], seed: int, box: Bounds) -> list[Position]:
    """Where `count` nodes stand inside `box`, as many points; `ties` are pairs of their numbers, from 0."""
    chance = random.Random(seed).random  # noqa: S311  # a drawing, not a secret
    points = [(chance() - 0.5, chance() - 0.5) for _ in range(count)]
    rounds = max(10, min(_ROUNDS, _MOST_STEPS // max(1, count * count)))
    for step in range(rounds):
        points = _step(points, ties, furthest=0.15 * (1 - step / rounds))
    return _filling(points, box)


def _step(points: list[Position], ties: Sequence[Tie], furthest: float) -> list[Position]:
    """One round: every node pushes every other away, ties pull, and no node moves further than `furthest`.

    Where both ends of a tie have many, each pulls the less, so that groups in which all are tied stay open.
    """
    ideal = 1 / sqrt(max(1, len(points)))
    degrees = [0] * len(points)
    for tie in ties:
        for end in tie:
            degrees[end] += 1
    xs, ys = [x for x, _ in points], [y for _, y in points]
    across = [-_TO_THE_MIDDLE * x for x in xs]
    down = [-_TO_THE_MIDDLE * y for y in ys]
    strength = ideal * ideal
    for a in range(len(points)):  # the innermost loop of a build: no function is called in it
        ax, ay, push_x, push_y = xs[a], ys[a], across[a], down[a]
        for b in range(a):
            dx, dy = ax - xs[b], ay - ys[b]
            share = strength / (dx * dx + dy * dy + _NOT_ZERO)
            push_x += dx * share
            push_y += dy * share
            across[b] -= dx * share
            down[b] -= dy * share
        across[a], down[a] = push_x, push_y
    for a, b in ties:
        dx, dy = xs[a] - xs[b], ys[a] - ys[b]
        share = sqrt(dx * dx + dy * dy + _NOT_ZERO) / ideal / min(degrees[a], degrees[b])
        across[a] -= dx * share
        down[a] -= dy * share
        across[b] += dx * share
        down[b] += dy * share
    return [_shift(point, push, furthest) for point, push in zip(points, zip(across, down, strict=True), strict=True)]


def _shift(point: Position, push: Position, furthest: float) -> Position:
    length = sqrt(push[0] * push[0] + push[1] * push[1]) + _NOT_ZERO
    share = min(length, furthest) / length
    return point[0] + push[0] * share, point[1] + push[1] * share


def _filling(points: list[Position], box: Bounds) -> list[Position]:
    """The same drawing, stretched to the edges of the box; a drawing without width or height stands in its middle."""
    if not points:
        return []
    across, down = zip(*points, strict=True)
    xs = _stretch(across, box.x, box.width)
    ys = _stretch(down, box.y, box.height)
    return list(zip(xs, ys, strict=True))


def _stretch(values: Sequence[float], start: float, length: float) -> list[float]:
    low, span = min(values), max(values) - min(values)
    return [round(start + (length * (value - low) / span if span else length / 2), 1) for value in values]
