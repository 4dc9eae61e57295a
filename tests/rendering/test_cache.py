"""Rendered bodies of earlier builds: found again when nothing has changed, and only then."""

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from wawla.model.outline import Section
from wawla.rendering import cache as module
from wawla.rendering.cache import configuration, key_of, recall
from wawla.rendering.job import PictureOnPage, Rendered, RenderJob
from wawla.runtime import source_digest
from wawla.runtime.result_store import ResultStore

PICTURE = PictureOnPage("A river.", "The school", "Caption", 40, 30)
JOB = RenderJob("a/index.md", "Text", {"river.png": PICTURE}, {"NLC": "Network"}, ("b/index.md",))
RENDERED = Rendered("<p>é</p>", (Section(2, "a", "A"),), ("NLC",))


@pytest.fixture
def kept(tmp_path: Path) -> Iterator[ResultStore]:
    with ResultStore(tmp_path / "rendered.sqlite") as store:
        store.put(key_of(JOB), RENDERED.to_json())
        yield store


def test_what_was_kept_is_found_again(kept: ResultStore):
    assert RENDERED == recall(JOB, kept)
    assert RENDERED == recall(RenderJob.from_json(JOB.to_json()), kept)


@pytest.mark.parametrize(
    "change",
    [
        {"text": "Text."},
        {"path": "b/index.md"},
        {"pictures": {}},
        {"pictures": {"river.png": replace(PICTURE, withheld="consent to it ended")}},
        {"pictures": {"river.png": replace(PICTURE, width=41)}},
        {"abbreviations": {"NLC": "Another"}},
        {"absent": ()},
    ],
)
def test_any_change_makes_it_another_job(kept: ResultStore, change: dict[str, object]):
    assert recall(replace(JOB, **change), kept) is None


def test_another_renderer_begins_anew(kept: ResultStore, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(module, "configuration", lambda: "another")
    assert recall(JOB, kept) is None


def test_the_configuration_changes_with_a_version_and_with_nothing_else(monkeypatch: pytest.MonkeyPatch):
    assert configuration() == configuration.__wrapped__()
    monkeypatch.setattr(source_digest, "version", lambda name: "99.0")
    assert configuration() != configuration.__wrapped__()


@pytest.mark.parametrize(
    "damage",
    ["", "{", "[]", '{"html": "a"}', json.dumps({"html": "", "outline": [{}], "abbreviations": []})],
)
def test_a_damaged_entry_counts_as_missing(kept: ResultStore, damage: str):
    kept.put(key_of(JOB), damage)
    assert recall(JOB, kept) is None


@pytest.mark.parametrize("html", ["<script>alert(1)</script>", '<p onclick="x">é</p>', '<a href="javascript:x">é</a>'])
def test_what_the_allow_list_would_not_let_through_is_rendered_again(kept: ResultStore, html: str):
    kept.put(key_of(JOB), replace(RENDERED, html=html).to_json())
    assert recall(JOB, kept) is None
