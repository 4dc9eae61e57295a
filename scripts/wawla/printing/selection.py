"""What somebody asks to be printed: editions and pieces by reference, folder or name, and the forms of each."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from wawla.model import Edition, Piece
from wawla.model.errors import WawlaError
from wawla.model.findings import did_you_mean
from wawla.model.wording import capital
from wawla.printing.make_pdfs import items_for_site
from wawla.printing.print_input import PrintInput
from wawla.reading.library import Library

PdfForm = Literal["screen", "press", "booklet"]
FORMS: tuple[PdfForm, ...] = ("screen", "press", "booklet")


def item_named(print_input: PrintInput, name: str) -> Edition | Piece:
    """The published edition or piece with this reference, folder or name. Raises WawlaError where there is none."""
    items = items_for_site(print_input)
    plain = name.strip().strip("/").casefold()
    for names in (_whole, _short):
        found = [item for item in items if plain in map(str.casefold, names(item))]
        if len(found) == 1:
            return found[0]
        if found:
            raise WawlaError(f"'{name}' may be {' or '.join(item.folder for item in found)}: name the folder.")
    forthcoming = [e for e in print_input.library.editions.values() if e.status == "forthcoming"]
    if any(plain in map(str.casefold, (*_whole(e), *_short(e))) for e in forthcoming):
        raise WawlaError(f"'{name}' is forthcoming and holds nothing to print yet.")
    known = [each for item in items for each in (*_whole(item), *_short(item))]
    raise WawlaError(f"there is no published edition or piece '{name}'. {capital(did_you_mean(name, known))}".strip())


def _whole(item: Edition | Piece) -> tuple[str, ...]:
    """The names that only one can have."""
    return (item.folder, item.reference) if isinstance(item, Edition) else (item.folder,)


def _short(item: Edition | Piece) -> tuple[str, ...]:
    return (item.slug, item.title, item.folder.removeprefix("series/"))


def edition_named(library: Library, name: str) -> Edition:
    """The edition with this reference, folder, name or title, forthcoming ones too. Raises WawlaError where none is."""
    plain = name.strip().strip("/").casefold()
    editions = library.editions.values()
    for names in (_whole, _short):
        found = [edition for edition in editions if plain in map(str.casefold, names(edition))]
        if len(found) == 1:
            return found[0]
    known = [each for edition in editions for each in (*_whole(edition), *_short(edition))]
    raise WawlaError(f"there is no edition '{name}'. {capital(did_you_mean(name, known))}".strip())


def forms_of(item: Edition | Piece, asked: Sequence[PdfForm], whatever_there_is: bool = False) -> tuple[PdfForm, ...]:
    """The forms to make of it: those asked for, or all it has. A piece has one, for the screen.

    Raises WawlaError where a piece is asked for in another, and not just because everything is.
    """
    if isinstance(item, Edition):
        return tuple(dict.fromkeys(asked)) or FORMS
    if whatever_there_is:
        return ("screen",) if not asked or "screen" in asked else ()
    if set(asked) - {"screen"}:
        raise WawlaError(f"{item.folder} is a piece: only whole editions are made for the press or as booklets.")
    return ("screen",)
