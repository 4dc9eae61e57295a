"""What the fields of an order are called: in its message, and by people in their own messages and tables."""

from __future__ import annotations

from wawla.model.orders import Order, OrderLine

FIELDS = ("name", "role", "organisation", "address", "email", "note")
"""Whom an order is for, by the names in `Order`, as they follow one another in its message."""
BLOCKS = ("address", "note")
"""Those that may have several lines."""
TITLES = {name: str(Order.model_fields[name].title) for name in FIELDS}

_ALSO = {
    "name": ("your name", "contact", "full name"),
    "role": ("job title", "position", "post"),
    "organisation": ("school", "organization", "school or organization", "school name"),
    "address": ("address", "delivery address", "deliver to"),
    "email": ("mail", "email address"),
    "note": ("notes", "comment", "comments", "message"),
    "reference": ("title", "edition", "order reference"),
    "copies": ("quantity", "qty", "number of copies", "how many"),
}


def field_of(heading: str) -> str | None:
    """The field that a heading names, whatever its case, spacing and punctuation; None where it names none."""
    return _KNOWN.get(_fold(heading)) if len(heading) <= 60 else None


def _fold(heading: str) -> str:
    return "".join(letter for letter in heading.casefold() if letter.isalpha())


def _fields_by_name() -> dict[str, str]:
    titles = TITLES | {name: str(field.title) for name, field in OrderLine.model_fields.items()}
    return {_fold(said): name for name, title in titles.items() for said in (name, title, *_ALSO.get(name, ()))}


_KNOWN = _fields_by_name()
