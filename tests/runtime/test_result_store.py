"""The store of an earlier build's work: found again, forgotten in time, and never in the way."""

import sqlite3
import time
from pathlib import Path

import pytest

from wawla.runtime.result_store import ResultStore


@pytest.fixture
def file(tmp_path: Path) -> Path:
    with ResultStore(tmp_path / "new" / "kept.sqlite") as kept:
        kept.put("a", "first")
        kept.put("a", "é")
        kept.put("b", "second")
    return tmp_path / "new" / "kept.sqlite"


def read(file: Path, key: str) -> str | None:
    with ResultStore(file) as kept:
        return kept.get(key)


def test_what_was_put_last_is_found_by_the_next_build(file: Path):
    assert ["é", "second", None] == [read(file, key) for key in ("a", "b", "c")]


@pytest.mark.parametrize("damage", [b"no database", b"SQLite format 3\0" + b"\xff" * 4096, b""])
def test_a_damaged_file_is_begun_anew(file: Path, damage: bytes):
    file.write_bytes(damage)
    assert read(file, "a") is None
    with ResultStore(file) as kept:
        kept.put("a", "again")
    assert "again" == read(file, "a")


def test_what_no_build_used_for_a_fortnight_is_forgotten(file: Path):
    with sqlite3.connect(file) as database:
        database.execute("UPDATE kept SET written = ?", (time.time() - 15 * 24 * 3600,))
    database.close()
    with ResultStore(file) as kept:
        kept.put("c", "young")
        kept.prune(["b"])
    assert [None, "second", "young"] == [read(file, key) for key in ("a", "b", "c")]


def test_a_build_goes_on_where_another_program_holds_the_file(file: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("wawla.runtime.result_store._WAIT_SECONDS", 0.1)
    other = sqlite3.connect(file)
    other.execute("BEGIN EXCLUSIVE")
    with ResultStore(file) as kept:
        kept.put("a", "for now")
        assert "for now" == kept.get("a")
        kept.prune([])
    other.rollback()
    other.close()
    assert "é" == read(file, "a")
