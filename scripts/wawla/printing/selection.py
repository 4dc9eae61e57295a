"""The forms of an edition or a piece: for the screen, for the press, as a booklet."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from wawla.model import Edition, Piece
from wawla.model.errors import WawlaError

PdfForm = Literal["screen", "press", "booklet"]
FORMS: tuple[PdfForm, ...] = ("screen", "press", "booklet")


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
