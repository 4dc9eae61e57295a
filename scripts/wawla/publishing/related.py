"""What to read next: pieces that share a network or a theme, the nearest first, with the reason in words."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from wawla.model import Account, Piece
from wawla.publishing.wording import listed
from wawla.reading.library import Library

MOST = 3
_WINDOW = 8  # neighbours looked at in a long list, so that the work grows with the library and not its square


@dataclass(frozen=True)
class Related:
    """A piece to read next, and why."""

    piece: Piece
    score: int
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

    def __init__(self, pieces: Iterable[Piece], library: Library) -> None:
        self._traits = {piece.folder: _traits(piece, library) for piece in pieces}
        self._shelves: dict[str, list[_Traits]] = {}
        self._position: dict[tuple[str, str], int] = {}
        for folder, traits in self._traits.items():
            for shared in _shelf_names(traits):
                shelf = self._shelves.setdefault(shared, [])
                self._position[shared, folder] = len(shelf)
                shelf.append(traits)

    def of(self, piece: Piece) -> list[Related]:
        """At most three pieces, the nearest first: 4 for the network, 3 a theme, 1 a level, 1 for an edition."""
        mine = self._traits[piece.folder]
        scored = [(-_score(mine, other), folder) for folder, other in self._near(mine).items()]
        return [
            Related(self._traits[folder].piece, -score, _reason(mine, self._traits[folder]))
            for score, folder in sorted(scored)[:MOST]
        ]

    def _near(self, mine: _Traits) -> dict[str, _Traits]:
        near: dict[str, _Traits] = {}
        for shared in _shelf_names(mine):
            at = self._position[shared, mine.piece.folder]
            for other in self._shelves[shared][max(0, at - _WINDOW) : at + _WINDOW + 1]:
                near[other.piece.folder] = other
        near.pop(mine.piece.folder, None)
        return near


def _traits(piece: Piece, library: Library) -> _Traits:
    editions = frozenset(edition.folder for edition in library.editions_of(piece))
    network = piece.network if isinstance(piece, Account) else ""
    return _Traits(piece, frozenset(piece.themes), frozenset(piece.levels), editions, network)


def _shelf_names(traits: _Traits) -> list[str]:
    return [*sorted(traits.themes), *([f"network {traits.network}"] if traits.network else [])]


def _score(mine: _Traits, other: _Traits) -> int:
    same_network = bool(mine.network) and mine.network == other.network
    same_edition = not mine.editions.isdisjoint(other.editions)
    return 4 * same_network + 3 * len(mine.themes & other.themes) + len(mine.levels & other.levels) + same_edition


def _reason(mine: _Traits, other: _Traits) -> str:
    themes = [theme for theme in mine.piece.themes if theme in other.themes]
    reasons = ["from the same network"] * (bool(mine.network) and mine.network == other.network)
    return "; ".join(reasons + ([f"also on {listed(themes)}"] if themes else []))
