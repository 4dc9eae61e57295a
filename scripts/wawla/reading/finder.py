"""Which edition, piece or series somebody means who gives its reference, folder, short name or title."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import TypeVar

from wawla.model import Edition, Piece, Series
from wawla.model.errors import WawlaError
from wawla.model.findings import did_you_mean
from wawla.model.wording import capital
from wawla.reading.library import Library
from wawla.reading.published import Published

ItemT = TypeVar("ItemT", Edition, Edition | Piece)


def find_edition(library: Library, name: str) -> Edition:
    """The edition with this reference, folder, short name or title, forthcoming ones too.

    Case, spaces at the ends and strokes there do not count. Raises WawlaError where there is none, or more than one.
    """
    editions = list(library.editions.values())
    found = _the_one(name, editions)
    if found is None:
        raise _unknown(name, "edition", editions)
    return found


def find_published(published: Published, name: str) -> Edition | Piece:
    """The published edition or piece with this reference, folder, short name or title, likewise."""
    items: list[Edition | Piece] = [*published.editions, *published.pieces]
    found = _the_one(name, items)
    if found is None:
        if _named(name, [each for each in published.library.editions.values() if each.status == "forthcoming"]):
            raise WawlaError(f"'{name}' is forthcoming and holds nothing to print yet.")
        raise _unknown(name, "published edition or piece", items)
    return found


def find_series(library: Library, name: str) -> Series:
    """The series with this short title, order prefix, title, short name or folder, likewise."""
    found = [series for series in library.series.values() if _plain(name) in map(_plain, _series_names(series))]
    if len(found) == 1:
        return found[0]
    if found:
        folders = " and ".join(series.folder for series in found)
        raise WawlaError(f"'{name}' may mean {folders}. Name one by its folder.")
    known = ", ".join(series.short_title for series in library.series.values())
    raise WawlaError(f"there is no series '{name}'. There are: {known}.")


def _series_names(series: Series) -> tuple[str, ...]:
    return series.short_title, series.order_prefix, series.title, series.slug, series.folder


def _plain(name: str) -> str:
    return name.strip().strip("/").casefold()


def _unique_names(item: Edition | Piece) -> tuple[str, ...]:
    """The names that only one can have."""
    return (item.folder, item.reference) if isinstance(item, Edition) else (item.folder,)


def _other_names(item: Edition | Piece) -> tuple[str, ...]:
    return (item.slug, item.title, item.folder.removeprefix("series/"))


def _named(name: str, items: Iterable[ItemT]) -> list[ItemT]:
    """Those with this name: those whose own it is, and only where there are none, those that may share it."""
    every = list(items)
    own = [item for item in every if _plain(name) in map(_plain, _unique_names(item))]
    return own or [item for item in every if _plain(name) in map(_plain, _other_names(item))]


def _the_one(name: str, items: Collection[ItemT]) -> ItemT | None:
    found = _named(name, items)
    if len(found) > 1:
        raise WawlaError(f"'{name}' may be {' or '.join(item.folder for item in found)}: name the folder.")
    return found[0] if found else None


def _unknown(name: str, what: str, items: Iterable[Edition | Piece]) -> WawlaError:
    known = [each for item in items for each in (*_unique_names(item), *_other_names(item))]
    return WawlaError(f"there is no {what} '{name}'. {capital(did_you_mean(name, known))}".strip())
