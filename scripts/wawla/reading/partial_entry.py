"""The part of an entry that fits its model: a wrong field hides no other from the rules."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from pydantic import AliasChoices, ValidationError

from wawla.model import Located
from wawla.model.fields import KeyPath
from wawla.model.findings import Place, nearest
from wawla.reading.shaping import empty_values

PartT = TypeVar("PartT", bound=Located)


def valid_part(model: type[PartT], values: Mapping[str, Any], places: Mapping[KeyPath, Place]) -> PartT | None:
    """An instance of `model` without those fields that do not fit, for rules that ask for none of them.

    None where nothing can be made of the values, because of what several fields say together.
    """
    named = _fields_by_name(model)
    wrong = {key for key, value in values.items() if next(empty_values(value), None) is not None}
    try:
        model.model_validate(values)
    except ValidationError as error:
        wrong |= {f"{details['loc'][0]}" for details in error.errors(include_url=False) if details["loc"]}
    examples = {key: _as_read(model.model_fields[named[key]].examples) for key in wrong & named.keys()}
    fitting = {key: value for key, value in values.items() if key not in wrong}
    try:
        part = model.model_validate({**fitting, **{key: example[0] for key, example in examples.items() if example}})
    except ValidationError:
        return None
    part.locate(places)
    meant = {nearest(key, named) for key in wrong - named.keys()} - values.keys() - {""}
    for key in wrong & named.keys() | meant:
        part.__dict__.pop(named[key], None)
    return part


def unread_fields(part: Located) -> set[str]:
    """Fields that did not fit, and so are missing."""
    return type(part).model_fields.keys() - part.__dict__.keys()


def _fields_by_name(model: type[Located]) -> dict[str, str]:
    """The fields of a model by each of the names that an author may write."""
    found: dict[str, str] = {}
    for name, info in model.model_fields.items():
        alias = info.validation_alias
        names = alias.choices if isinstance(alias, AliasChoices) else [info.alias or name]
        found |= {each: name for each in names if isinstance(each, str)}
    return found


def _as_read(value: Any) -> Any:
    """A value as files are read: lists are tuples."""
    if isinstance(value, list):
        return tuple(map(_as_read, value))
    return {key: _as_read(item) for key, item in value.items()} if isinstance(value, dict) else value
