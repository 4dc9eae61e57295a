"""Shelves: the fields of a piece that readers browse by, and which pieces stand under each word of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from wawla.model import Account, Piece
from wawla.model.wording import capital, schools_of
from wawla.reading.library import Library


@dataclass(frozen=True)
class Shelf:
    """A field that readers browse by; each of its words has a page."""

    name: str
    """The folder of its pages, and the field of the vocabulary that explains its words, if there is one."""
    title: str
    one: str
    """What one word of it is called."""
    description: str
    words_of: Callable[[Piece, Library], Iterable[str]]
    """The words under which a piece stands."""
    titled: Callable[[str], str] = capital
    """The title of the page of a word."""
    crossed: str = ""
    """How such a title and schools of one phase are joined to the title of a page on both; '' where they are not."""


def _region(piece: Piece, library: Library) -> tuple[str, ...]:
    """The region of the network an account comes from. Nothing says where any other piece belongs."""
    network = library.networks.get(piece.network) if isinstance(piece, Account) else None
    return (network.region,) if network and network.region else ()


def _learning(level: str) -> str:
    return capital(level if level.endswith("learning") else f"{level} learning")


_SHELVES = (
    Shelf("themes", "Themes", "Theme", "What the pieces are about.", lambda p, _: p.themes, crossed="{} in {}"),
    Shelf(
        "levels",
        "Levels of learning",
        "Level of learning",
        "The levels on which a network learns, and the pieces that speak of each.",
        lambda piece, _: piece.levels,
        _learning,
        "{} in {}",
    ),
    Shelf(
        "phases",
        "Phases",
        "Phase",
        "Pieces by the phase of schooling they come from or serve.",
        lambda piece, _: piece.phases,
        lambda phase: capital(schools_of(phase)),
    ),
    Shelf(
        "regions",
        "Regions",
        "Region",
        "Accounts of practice by the region of their network, where that is known.",
        _region,
        crossed="{}: {}",
    ),
    Shelf(
        "years",
        "Years of practice",
        "Year of practice",
        "Pieces by the year of the practice that they tell of; of several years, by the first and the last.",
        lambda piece, _: piece.years,
    ),
)
SHELVES: Mapping[str, Shelf] = {shelf.name: shelf for shelf in _SHELVES}
"""Every shelf by its name, in the order in which readers are shown them."""


def sentences(shelf: Shelf, library: Library) -> Mapping[str, str]:
    """What the vocabulary says of each word of a shelf; years need no explanation."""
    return getattr(library.vocabulary, shelf.name, {})


def shelved(shelf: Shelf, pieces: Iterable[Piece], library: Library) -> Mapping[str, list[Piece]]:
    """The pieces under each word, in the order of the vocabulary, empty words too; years with the newest first."""
    found: dict[str, list[Piece]] = {word: [] for word in sentences(shelf, library)}
    for piece in pieces:
        for word in shelf.words_of(piece, library):
            found.setdefault(word, []).append(piece)
    return found if shelf.name != "years" else dict(sorted(found.items(), reverse=True))


def crossings(pieces: Iterable[Piece], phases: Iterable[str]) -> Mapping[str, list[Piece]]:
    """Those of the pieces that belong to each phase; only phases that hold some of them, and not all."""
    whole = list(pieces)
    found = {phase: [piece for piece in whole if phase in piece.phases] for phase in phases}
    return {phase: some for phase, some in found.items() if 0 < len(some) < len(whole)}
