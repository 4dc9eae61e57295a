"""The JSON Schema has a root, and one for each path: as an editor's tool does, a validator refuses what is wrong."""

import json
from fnmatch import fnmatchcase
from typing import Any

import jsonschema
import pytest
from folders import ROOT, SAMPLE
from written_texts import as_json

from wawla.reading.frontmatter import read_manuscript, read_register
from wawla.reading.paths import model_of, register_of, single_of
from wawla.reading.tree import tree_on_disk

SCHEMA = json.loads((ROOT / "series/edition.schema.json").read_text(encoding="utf-8"))
FILES: dict[str, dict[str, str]] = SCHEMA["files"]
TREE = tree_on_disk(SAMPLE)
TEXTS = sorted(path for path in TREE.sizes if model_of(path) or single_of(path) or register_of(path))
MISSING = [
    ("accounts_of_practice/moor-marking/index.md", "network"),
    ("series/ask/series.yml", "order_prefix"),
    ("series/ask/trust-at-work/index.md", "status"),
    ("series/glossary.yml", "stands_for"),
    ("series/sources.yml", "year"),
    ("tools/ties-sheet/index.md", "purpose"),
]


def values_of(path: str) -> Any:
    """A file of the sample, or the front matter of one."""
    data = TREE.read(path)
    return as_json(read_manuscript(path, data).values if path.endswith(".md") else read_register(path, data).data)


def entry_of(path: str, values: Any) -> dict[str, Any]:
    """What holds the fields: the values themselves, or the first of many things in them."""
    if register_of(path):
        return values[0] if isinstance(values, list) else next(iter(values.values()))
    return values


def at_path(path: str) -> dict[str, Any]:
    """What a tool that knows the path holds a file against."""
    depth = path.count("/")
    refs = {ref["$ref"] for glob, ref in FILES.items() if glob.count("/") == depth and fnmatchcase(path, glob)}
    assert 1 == len(refs), path
    return {"$ref": refs.pop(), "$defs": SCHEMA["$defs"]}


def faults(schema: dict[str, Any], values: Any) -> list[str]:
    return [error.message for error in jsonschema.Draft202012Validator(schema).iter_errors(values)]


@pytest.mark.parametrize("path", TEXTS)
def test_a_good_file_fits_the_root_and_its_path_and_one_with_an_unknown_field_neither(path: str):
    values = values_of(path)
    assert [] == faults(SCHEMA, values) + faults(at_path(path), values)
    entry_of(path, values)["titel"] = "A field that there is not"
    assert [] != faults(SCHEMA, values)
    assert any("titel" in said for said in faults(at_path(path), values))


@pytest.mark.parametrize(("path", "field"), MISSING, ids=[path for path, _ in MISSING])
def test_a_field_that_is_missing_is_named_at_the_path(path: str, field: str):
    values = values_of(path)
    del entry_of(path, values)[field]
    assert [f"'{field}' is a required property"] == faults(at_path(path), values)


@pytest.mark.parametrize(
    ("path", "field", "value"),
    [
        ("accounts_of_practice/moor-marking/index.md", "written", "in spring"),
        ("accounts_of_practice/moor-marking/index.md", "themes", "trust"),
        ("tools/ties-sheet/index.md", "minutes", "half an hour"),
        ("series/ask/trust-at-work/index.md", "status", "printed"),
        ("series/vocabulary.yml", "themes", ["trust"]),
    ],
)
def test_a_value_of_the_wrong_kind_is_refused_by_the_root_and_at_the_path(path: str, field: str, value: Any):
    values = values_of(path)
    values[field] = value
    assert [] != faults(SCHEMA, values)
    assert [] != faults(at_path(path), values)


def test_an_editor_is_told_the_definition_of_each_file_of_yaml():
    told = json.loads((ROOT / ".vscode/settings.json").read_text(encoding="utf-8"))["yaml.schemas"]
    expected = {path: ref["$ref"] for path, ref in FILES.items() if path.endswith(".yml")}
    assert expected == {path: address.removeprefix("./series/edition.schema.json") for address, path in told.items()}


def test_every_definition_that_a_file_has_is_part_of_the_root():
    assert [*FILES.values()] == SCHEMA["anyOf"]
