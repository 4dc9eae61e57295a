"""The edition schema as JSON Schema (draft 2020-12), for editors' tools: what may stand in the file at each path."""

from __future__ import annotations

from typing import Any

from pydantic.json_schema import models_json_schema

from wawla import model
from wawla.checking.rulebook import DOCUMENTED_MODELS
from wawla.model import LEADING, Located
from wawla.reading.paths import INITIATIVES, REGISTERS, SINGLES

_EDITION = "series/*/*"
_IN_FILES: dict[str, type[Located]] = {
    **{kind.edition_list.path(_EDITION, "*"): kind.edition_list.model for kind in LEADING},
    f"{_EDITION}/index.md": model.Edition,
    "docs/*.md": model.SitePage,
    "series/*/series.yml": model.Series,
    **SINGLES,
}
"""Files of one thing, in the front matter of those in Markdown: its model, by a pattern of paths."""
_IN_LISTS: dict[str, type[Located]] = {INITIATIVES: REGISTERS[INITIATIVES], f"{_EDITION}/printings.yml": model.Printing}
"""Files that are a list of many things."""
_IN_REGISTERS = {path: part for path, part in REGISTERS.items() if path not in _IN_LISTS}
"""Files of many things, each under a name of its own."""


def json_schema() -> dict[str, Any]:
    """The schema: a definition for each thing an editor may write, and for each file of many things.

    A whole file, or the front matter of one, has to fit the root. No root can know a path: `files` says which
    definition fits the file there, and a tool that knows paths asks that one: `edition.schema.json#/$defs/Account`.
    """
    _, parts = models_json_schema([(part, "validation") for _, part in DOCUMENTED_MODELS.values()], by_alias=True)
    lists = {_name_of(part, "List"): {"type": "array", "items": _ref(part.__name__)} for part in _IN_LISTS.values()}
    registers = {
        _name_of(part, "Register"): {"type": "object", "additionalProperties": _ref(part.__name__)}
        for part in _IN_REGISTERS.values()
    }
    files = {path: _ref(name) for path, name in sorted(_definitions().items())}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "The edition schema of wawla",
        "description": "Made by `wawla schema` from the models in scripts/wawla/model. Do not edit.",
        "anyOf": list(files.values()),
        "files": files,
        "$defs": {**parts["$defs"], **lists, **registers},
    }


def _definitions() -> dict[str, str]:
    """The name of the definition that fits a file, by a pattern of paths."""
    return {
        **{path: part.__name__ for path, part in _IN_FILES.items()},
        **{path: _name_of(part, "List") for path, part in _IN_LISTS.items()},
        **{path: _name_of(part, "Register") for path, part in _IN_REGISTERS.items()},
    }


def _name_of(part: type[Located], form: str) -> str:
    return f"{part.__name__}{form}"


def _ref(name: str) -> dict[str, str]:
    return {"$ref": f"#/$defs/{name}"}
