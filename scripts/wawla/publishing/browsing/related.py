"""What to read next: pieces that share a network, themes, levels or an edition, and the reason in words."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from wawla.model import Account, Piece
from wawla.model.wording import listed
from wawla.reading.published import Published

MOST = 3
_WINDOW = 8  # neighbours looked at in a long list, so that the work grows with the library and not its square


@dataclass(frozen=True)
class Related:
    """A piece to read next, and why."""

    piece: Piece
    reason: str


@dataclass(frozen=True)
class _Traits:
    """What a piece can share with another."""

    piece: Piece
    themes: frozenset[str]
    levels: frozenset[str]
    editions: frozenset[str]
    network: str


class Relations:
    """The pieces of a library by what they share."""

    def __init__(self, pieces: Iterable[Piece], published: Published) -> None:
        self._traits = {piece.folder: _traits(piece, published) for piece in pieces}
        self._shelves: dict[str, list[_Traits]] = {}
        self._position: dict[tuple[str, str], int] = {}
        for folder, traits in self._traits.items():
            for shared in _shelf_names(traits):
                shelf = self._shelves.setdefault(shared, [])
                self._position[shared, folder] = len(shelf)
                shelf.append(traits)

    def of(self, piece: Piece) -> list[Related]:
        """At most three pieces, the nearest first: 4 for the network, 3 a theme, 1 a level, 1 for an edition.

        What shares neither network nor theme is not near enough, however much else it shares.
        """
        mine = self._traits[piece.folder]
        scored = sorted((-_score(mine, other), folder) for folder, other in self._near(mine).items())
        nearest = [self._traits[folder] for _, folder in scored[:MOST]]
        return [Related(other.piece, _reason(mine, other)) for other in nearest]

    def _near(self, mine: _Traits) -> dict[str, _Traits]:
        near: dict[str, _Traits] = {}
        for shared in _shelf_names(mine):
            at = self._position[shared, mine.piece.folder]
            for other in self._shelves[shared][max(0, at - _WINDOW) : at + _WINDOW + 1]:
                near[other.piece.folder] = other
        near.pop(mine.piece.folder, None)
        return near


def _traits(piece: Piece, published: Published) -> _Traits:
    editions = frozenset(edition.folder for edition in published.editions_of(piece))
    network = piece.network if isinstance(piece, Account) else ""
    return _Traits(piece, frozenset(piece.themes), frozenset(piece.levels), editions, network)


def _shelf_names(traits: _Traits) -> list[str]:
    network = [f"network {traits.network}"] if traits.network else []
    return [*(f"theme {theme}" for theme in sorted(traits.themes)), *network]


def _score(mine: _Traits, other: _Traits) -> int:
    themes, levels = len(mine.themes & other.themes), len(mine.levels & other.levels)
    return 4 * _same_network(mine, other) + 3 * themes + levels + _same_edition(mine, other)


def _same_network(mine: _Traits, other: _Traits) -> bool:
    return bool(mine.network) and mine.network == other.network


def _same_edition(mine: _Traits, other: _Traits) -> bool:
    return not mine.editions.isdisjoint(other.editions)


def _reason(mine: _Traits, other: _Traits) -> str:
    """Everything that counted, in words: 'from the same network; also on trust; same level: staff'."""
    themes = [theme for theme in mine.piece.themes if theme in other.themes]
    levels = [level for level in mine.piece.levels if level in other.levels]
    reasons = ["from the same network"] * _same_network(mine, other)
    reasons += [f"also on {listed(themes)}"] * bool(themes)
    reasons += [f"same {'level' if len(levels) == 1 else 'levels'}: {listed(levels)}"] * bool(levels)
    return "; ".join(reasons + ["in the same edition"] * _same_edition(mine, other))
