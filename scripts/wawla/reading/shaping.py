"""Step 2, shape: values with lines to the models of the schema, or findings in the schema's words."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any, TypeVar

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from wawla.model import Located
from wawla.model.faults import fault
from wawla.model.fields import KeyPath
from wawla.model.findings import Finding, Place, did_you_mean, did_you_mean_key, nearest
from wawla.model.wording import listed, with_article
from wawla.reading.date_hints import date_hint

Validated = TypeVar("Validated", bound=Located)


def validate_fields(
    model: type[Validated],
    values: Mapping[str, Any],
    places: Mapping[KeyPath, Place],
    keys: Mapping[KeyPath, Place],
    path: KeyPath = (),
    titles_of: Callable[[str], Mapping[str, str]] = lambda name: {},
) -> tuple[Validated | None, list[Finding]]:
    """An instance of `model` that knows its places, or None with a finding for every field that does not fit.

    `path` is where the values stand among the places, for an entry of a register. `titles_of` has for a field of keys
    what is called by each key.
    """
    findings = [
        fault("SCH007", keys.get((*path, *where)) or places[*path, *where], f"{_name(where)} has no value")
        for where in empty_values(values)
    ]
    try:
        shaped = model.model_validate(values)
    except ValidationError as error:
        errors = error.errors(include_url=False)
        meant = {guess for details in errors if (guess := _field_meant(model, details))}
        misshapen = [
            details
            for details in errors
            if not _is_said_otherwise(details) and not (details["type"] == "missing" and details["loc"] in meant)
        ]
        return None, findings + [_finding(model, details, places, keys, path, titles_of) for details in misshapen]
    if findings:
        return None, findings
    shaped.locate(places, path)
    return shaped, []


def empty_values(value: Any, where: KeyPath = ()) -> Iterator[KeyPath]:
    """Where nothing stands that could be a value. An optional field is left out, never left empty."""
    if value is None:
        yield where
    elif isinstance(value, dict | tuple):
        for key, item in value.items() if isinstance(value, dict) else enumerate(value):
            yield from empty_values(item, (*where, key))


def _is_said_otherwise(details: ErrorDetails) -> bool:
    """Whether another finding says it: an empty value, or a list that is too short only without its faulty items."""
    if details["type"] == "too_short":
        return bool(len(details["input"]) >= details["ctx"]["min_length"])
    return details["input"] is None


def _field_meant(model: type[Located], details: ErrorDetails) -> KeyPath:
    """The field that an unknown one was meant to be, by its path: it is not said to be missing as well."""
    if details["type"] != "extra_forbidden":
        return ()
    *way, name = details["loc"]
    guess = nearest(str(name), field_names(_owner(model, details["loc"])))
    return (*way, guess) if guess else ()


def field_names(model: type[Located]) -> list[str]:
    """The names an author may write in this part of a file."""
    return [info.alias or name for name, info in model.model_fields.items()]


def _finding(
    model: type[Located],
    details: ErrorDetails,
    places: Mapping[KeyPath, Place],
    keys: Mapping[KeyPath, Place],
    path: KeyPath,
    titles_of: Callable[[str], Mapping[str, str]],
) -> Finding:
    where = (*path, *details["loc"])
    code, message, hint = _fault_text(model, details)
    if code == "SCH005" and (titles := titles_of(f"{details['loc'][0]}")):
        meant = did_you_mean_key(f"{details['input']}", titles)
        hint = meant or f"a key has small letters, figures and hyphens; there are {listed(list(titles)[:12], 'and')}"
    near = where
    while near and near not in places:  # the whole text stands under ()
        near = near[:-1]
    place = keys.get(where) if code in ("SCH001", "SCH007") else None
    found = place or places[near]
    if code == "SCH002" and len(where) == 1:
        found = Place(found.path, 1, 1, 4)  # the opening line of the front matter: there is no better place
    return fault(code, found, message, hint)


def _fault_text(model: type[Located], details: ErrorDetails) -> tuple[str, str, str]:
    """The code, the message and the hint for one error of pydantic's."""
    name = _name(details["loc"])
    kind, given, limits = details["type"], details["input"], details.get("ctx", {})
    if kind == "extra_forbidden":
        known = field_names(_owner(model, details["loc"]))
        hint = did_you_mean(str(details["loc"][-1]), known) + "The fields you may write: " + ", ".join(known)
        return "SCH001", f"{_display_value(details['loc'][-1])} is not a field of {_article(model)}", hint
    if kind == "missing":
        return "SCH002", f"{name} is missing", f"add it: {_example(model, details['loc'])}"
    make = _SAYINGS.get(kind)
    if make is None:
        return "SCH003", f"{name} does not fit: {details['msg']}", f"for example: {_example(model, details['loc'])}"
    code, message = make(name, given, limits)
    hint = f"for example: {_example(model, details['loc'])}" if code in ("SCH003", "SCH005") else ""
    if kind in ("when", "day"):
        hint = date_hint(name, f"{given}", kind)
    if kind == "model_type" and not details["loc"]:
        hint = "give it its fields: " + ", ".join(field_names(model))
    if kind == "literal_error":
        allowed = [word.strip("'") for word in str(limits["expected"]).replace(" or ", ", ").split(", ")]
        hint = did_you_mean(str(given), allowed) + "It may be: " + ", ".join(allowed)
    return code, message, hint


def _sort(expected: str) -> Callable[[str, Any, Mapping[str, Any]], tuple[str, str]]:
    return lambda name, given, limits: ("SCH003", f"{name} should be {expected}, not {_display_value(given)}")


def _length(unit: str) -> Callable[[str, Any, Mapping[str, Any]], tuple[str, str]]:
    def said(name: str, given: Any, limits: Mapping[str, Any]) -> tuple[str, str]:
        if "max_length" in limits:
            return "SCH008", f"{name} has {len(given)} {unit}; {limits['max_length']} at the most"
        if not given:
            return "SCH007", f"{name} is empty"
        return "SCH008", f"{name} has {len(given)} {unit}; {limits['min_length']} at the least"

    return said


def _form(name: str, given: Any, limits: Mapping[str, Any]) -> tuple[str, str]:
    if "\n" in str(given):
        return "SCH005", f"{name} should stand on one line"
    return "SCH005", f"{name} is '{str(given)[:60]}', which does not have the form it needs"


def _range(name: str, given: Any, limits: Mapping[str, Any]) -> tuple[str, str]:
    [(kind, limit)] = [(kind, f"{limits[kind]:.15g}") for kind in ("ge", "le", "gt") if kind in limits]
    bound = {"ge": f"{limit} at the least", "le": f"{limit} at the most", "gt": f"it must be more than {limit}"}[kind]
    return "SCH009", f"{name} is {given}; {bound}"


_SAYINGS: dict[str, Callable[[str, Any, Mapping[str, Any]], tuple[str, str]]] = {
    "string_type": _sort("text"),
    "int_type": _sort("a whole number"),
    "float_type": _sort("a number"),
    "bool_type": _sort("true or false"),
    "tuple_type": _sort("a list"),
    "dict_type": _sort("a group of fields"),
    "model_type": _sort("a group of fields"),
    "literal_error": lambda name, given, limits: ("SCH004", f"{name} cannot be {_display_value(given)}"),
    "string_pattern_mismatch": _form,
    "when": lambda name, given, limits: (
        "SCH006",
        f"{name} is {_display_value(given)}, which is not a date such as 2005-03",
    ),
    "period": lambda name, given, limits: (
        "SCH006",
        f"{name} is {_display_value(given)}, which ends before it begins",
    ),
    "day": lambda name, given, limits: (
        "SCH006",
        f"{name} is {_display_value(given)}, which is not a day such as 2027-07-31",
    ),
    "string_too_long": _length("letters"),
    "string_too_short": _length("letters"),
    "too_long": _length("items"),
    "too_short": _length("items"),
    "greater_than_equal": _range,
    "less_than_equal": _range,
    "greater_than": _range,
}


def _name(where: KeyPath) -> str:
    """`pictures: item 2: alt` for ("pictures", 1, "alt")."""
    parts = where[:-1] if where[-1:] == ("[key]",) else where  # pydantic's sign for a name that does not fit
    return ": ".join(f"item {part + 1}" if isinstance(part, int) else part[:60] for part in parts) or "the entry"


def _display_value(value: Any) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        return f"'{value[:60]}'"
    if isinstance(value, tuple):
        return "a list"
    return "a group of fields" if isinstance(value, dict) else f"{value}"


def _article(model: type[Located]) -> str:
    return with_article(getattr(model, "word", model.__name__.lower()))


def _owner(model: type[Located], where: KeyPath) -> type[Located]:
    """The model that the last part of `where` belongs to."""
    owner: type[Located] = model
    for part in where[:-1]:
        if isinstance(part, str) and (inner := _inner(owner, part)) is not None:
            owner = inner
    return owner


def _inner(model: type[Located], name: str) -> type[Located] | None:
    waiting: list[Any] = [info.annotation for key, info in model.model_fields.items() if name in (key, info.alias)]
    while waiting:
        annotation = waiting.pop()
        if isinstance(annotation, type) and issubclass(annotation, Located):
            return annotation
        waiting.extend(getattr(annotation, "__args__", ()))
    return None


_TO_QUOTE = re.compile(r"^[#&*!|>'\"%@`\[{]|: | #")
"""What YAML does not read as it is written."""


def _example(model: type[Located], where: KeyPath) -> str:
    owner = _owner(model, where)
    named = [part for part in where if isinstance(part, str)]
    for name, info in owner.model_fields.items():
        if named and named[-1] in (name, info.alias) and info.examples:
            example = info.examples[0]
            plain = isinstance(example, str) and not _TO_QUOTE.search(example)
            text = example if plain else json.dumps(example, ensure_ascii=False)
            return f"{named[-1]}: {text}"
    return f"{named[-1] if named else 'name'}: …"
