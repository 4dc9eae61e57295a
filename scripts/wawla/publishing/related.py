"""What to read next: pieces that share a network, themes, levels or an edition, with the reason in words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from wawla.model import Account, Piece
from wawla.publishing.wording import listed
from wawla.reading.library import Library

MOST = 3
_WINDOW = 12  # neighbours looked at in a long list, so that the work grows with the library and not its square


@dataclass(frozen=True)
class Related:
    """A piece to read next, and why."""

    piece: Piece
    score: int
    reason: str


class Relations:
    """The pieces of a library by what they share."""

    def __init__(self, pieces: Iterable[Piece], library: Library) -> None:
        self._library = library
        self._order = list(pieces)
        self._by_theme: dict[str, list[Piece]] = {}
        self._position: dict[tuple[str, str], int] = {}
        for piece in self._order:
            for theme in piece.themes:
                shelf = self._by_theme.setdefault(theme, [])
                self._position[theme, piece.folder] = len(shelf)
                shelf.append(piece)
        self._shown: Mapping[str, Piece] = {piece.folder: piece for piece in self._order}

    def of(self, piece: Piece) -> list[Related]:
        """At most three pieces, the nearest first: 4 for the network, 3 a theme, 1 a level, 1 for an edition."""
        candidates = {other.folder: other for other in self._near(piece) if other.folder != piece.folder}
        scored = [self._score(piece, other) for other in candidates.values()]
        return sorted(scored, key=lambda related: (-related.score, related.piece.folder))[:MOST]

    def _near(self, piece: Piece) -> Iterator[Piece]:
        for theme in piece.themes:
            at = self._position[theme, piece.folder]
            yield from self._by_theme[theme][max(0, at - _WINDOW) : at + _WINDOW + 1]
        if isinstance(piece, Account):
            fellows = self._library.pieces_from(piece.network)
            yield from (fellow for fellow in fellows[: 2 * _WINDOW] if fellow.folder in self._shown)

    def _score(self, piece: Piece, other: Piece) -> Related:
        same_network = isinstance(piece, Account) and isinstance(other, Account) and piece.network == other.network
        themes = [theme for theme in piece.themes if theme in other.themes]
        levels = set(piece.levels) & set(other.levels)
        editions = {e.folder for e in self._library.editions_of(piece)} & {e.folder for e in self._library.editions_of(other)}
        reasons = ["from the same network"] * same_network
        reasons += [f"also on {listed(themes)}"] if themes else []
        score = 4 * same_network + 3 * len(themes) + len(levels) + bool(editions)
        return Related(other, score, "; ".join(reasons))
