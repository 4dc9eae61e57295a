"""Rendered bodies of earlier builds: found again when nothing has changed, and only then."""

import json
import os
import time
from dataclasses import replace
from pathlib import Path

import pytest

from wawla.rendering import cache as module
from wawla.rendering.cache import RenderedCache, configuration
from wawla.rendering.job import Job, PictureOnPage, Rendered, Section

PICTURE = PictureOnPage("A river.", "The school", "Caption", 40, 30)
JOB = Job("a/index.md", "Text", {"river.png": PICTURE}, {"NLC": "Network"}, ("b/index.md",))
RENDERED = Rendered("<p>é</p>", (Section(2, "a", "A"),), ("NLC",))


@pytest.fixture
def kept(tmp_path: Path) -> RenderedCache:
    cache = RenderedCache(tmp_path / "html")
    cache.put(JOB, RENDERED)
    return cache


def only_file(tmp_path: Path) -> Path:
    [file] = (tmp_path / "html").glob("*/*")
    return file


def test_what_was_kept_is_found_again(kept: RenderedCache, tmp_path: Path):
    assert RENDERED == kept.get(JOB)
    assert RENDERED == RenderedCache(tmp_path / "html").get(Job.from_json(JOB.to_json()))


def test_an_empty_cache_has_nothing(tmp_path: Path):
    assert RenderedCache(tmp_path / "none").get(JOB) is None


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
def test_any_change_makes_it_another_job(kept: RenderedCache, change: dict[str, object]):
    assert kept.get(replace(JOB, **change)) is None


def test_another_renderer_begins_anew(kept: RenderedCache, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(module, "configuration", lambda: "another")
    assert kept.get(JOB) is None


def test_the_configuration_changes_with_a_version_and_with_nothing_else(monkeypatch: pytest.MonkeyPatch):
    assert configuration() == configuration.__wrapped__()
    monkeypatch.setattr(module, "version", lambda name: "99.0")
    assert configuration() != configuration.__wrapped__()


@pytest.mark.parametrize(
    "damage",
    [
        b"",
        b"{",
        b"[]",
        b'{"html": "a"}',
        b"\xff",
        json.dumps({"html": "", "outline": [{}], "abbreviations": []}).encode(),
    ],
)
def test_a_damaged_file_counts_as_missing(kept: RenderedCache, tmp_path: Path, damage: bytes):
    only_file(tmp_path).write_bytes(damage)
    assert kept.get(JOB) is None
    kept.put(JOB, RENDERED)
    assert RENDERED == kept.get(JOB)


def test_no_half_file_is_left(kept: RenderedCache, tmp_path: Path):
    assert ".json" == only_file(tmp_path).suffix


def test_what_no_build_used_for_a_fortnight_goes(kept: RenderedCache, tmp_path: Path):
    kept.prune([])
    assert RENDERED == kept.get(JOB)
    old = time.time() - 15 * 24 * 3600
    os.utime(only_file(tmp_path), (old, old))
    kept.prune([JOB])
    assert RENDERED == kept.get(JOB)
    kept.prune([])
    assert kept.get(JOB) is None
