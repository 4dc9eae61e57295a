"""A skip: why an entry may break a rule, and of which words alone."""

from __future__ import annotations

from typing import Annotated

from pydantic import BeforeValidator
from pydantic_core import PydanticCustomError

from wawla.model.fields import Line, Located, field


def _one_text(value: object) -> object:
    return (value,) if isinstance(value, str) else value


class Skip(Located):
    """Why a rule may be broken here; of a rule about persons, also which words alone it covers."""

    because: str = field("Because", "The reason, for the next editor to judge.", "he is the hero of a novel")
    text: Annotated[tuple[Line, ...], BeforeValidator(_one_text, json_schema_input_type=Line | tuple[Line, ...])] = (
        field(
            "Text",
            "The words that the rule may find, as they stand in the text; a list of them, where there are several.",
            "Harry Potter",
            (),
        )
    )


def _reason(value: object) -> object:
    """A reason alone, as a skip; anything but that and a group of fields is refused as no text."""
    if isinstance(value, str):
        return {"because": value}
    if not isinstance(value, dict | Skip):
        raise PydanticCustomError("string_type", "a reason")
    return value


SkipOrReason = Annotated[Skip, BeforeValidator(_reason, json_schema_input_type=str | Skip)]
