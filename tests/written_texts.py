"""What is written in a publication, held to the JSON Schema that editors' own tools read."""

from collections.abc import Iterator
from typing import Any

import jsonschema

from wawla.checking.json_schema import json_schema
from wawla.reading.frontmatter import read_manuscript, read_register
from wawla.reading.paths import model_of, register_of, single_of
from wawla.reading.tree import Tree


def outside_the_schema(tree: Tree) -> dict[str, list[str]]:
    """What the JSON Schema says against the texts of a publication, by path."""
    definitions, found = json_schema()["$defs"], {}
    for path, name, values in _written(tree):
        schema = {"$ref": f"#/$defs/{name}", "$defs": definitions}
        if said := [error.message for error in jsonschema.Draft202012Validator(schema).iter_errors(as_json(values))]:
            found[path] = said
    return found


def _written(tree: Tree) -> Iterator[tuple[str, str, Any]]:
    """Every text: its path, the name of its model, and its values."""
    for path in tree.sizes:
        data = tree.read(path)
        if (kind := model_of(path)) is not None:
            yield path, kind.__name__, read_manuscript(path, data).values
        elif kind := single_of(path):
            yield path, kind.__name__, read_register(path, data).data
        elif kind := register_of(path):
            items = read_register(path, data).data
            named = items.items() if isinstance(items, dict) else enumerate(items)
            yield from ((f"{path}#{key}", kind.__name__, item) for key, item in named)


def as_json(value: Any) -> Any:
    """A value as JSON Schema knows it: tuples are lists."""
    if isinstance(value, tuple):
        return list(map(as_json, value))
    return {key: as_json(item) for key, item in value.items()} if isinstance(value, dict) else value
