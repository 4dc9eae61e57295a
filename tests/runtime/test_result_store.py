"""The store of an earlier build's work: found again, forgotten in time, and never in the way."""

import random
import sqlite3
from pathlib import Path

import pytest

from wawla.runtime import result_store
from wawla.runtime.result_store import ResultStore

WRITTEN = 1_800_000_000.0


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


def test_what_no_build_used_for_a_fortnight_is_forgotten(file: Path, monkeypatch: pytest.MonkeyPatch):
    with sqlite3.connect(file) as database:
        database.execute("UPDATE results SET written = ?", (WRITTEN,))
    database.close()
    monkeypatch.setattr(result_store.time, "time", lambda: WRITTEN + 13 * 24 * 3600)
    with ResultStore(file) as kept:
        kept.prune([])
    assert ["é", "second"] == [read(file, key) for key in ("a", "b")]
    monkeypatch.setattr(result_store.time, "time", lambda: WRITTEN + 15 * 24 * 3600)
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


@pytest.mark.parametrize("change", ["value = 'SECOND'", "key = 'c', value = 'second'", "seal = lower(seal) || ' '"])
def test_a_row_that_was_changed_counts_as_none(file: Path, change: str):
    with sqlite3.connect(file) as database:
        database.execute(f"UPDATE results SET {change} WHERE key = 'b'")  # noqa: S608 - a test's own words
    database.close()
    assert [None, None] == [read(file, key) for key in ("b", "c")]


def test_no_flipped_byte_of_the_file_is_ever_read_as_a_text(file: Path):
    whole = file.read_bytes()
    places = random.Random(7).sample(range(len(whole)), 200)  # noqa: S311 - places, not secrets
    for place in places:
        file.write_bytes(whole[:place] + bytes([whole[place] ^ 1 << place % 8]) + whole[place + 1 :])
        assert read(file, "b") in ("second", None)


def test_a_file_of_an_older_version_is_begun_anew(tmp_path: Path):
    with sqlite3.connect(tmp_path / "old.sqlite") as database:
        database.execute("CREATE TABLE kept (key TEXT PRIMARY KEY, value TEXT NOT NULL, written REAL NOT NULL)")
        database.execute("INSERT INTO kept VALUES ('a', 'old', 0)")
    database.close()
    assert read(tmp_path / "old.sqlite", "a") is None
    with ResultStore(tmp_path / "old.sqlite") as kept:
        kept.put("a", "new")
    assert "new" == read(tmp_path / "old.sqlite", "a")


def test_a_file_that_can_neither_be_read_nor_removed_counts_as_empty(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    def refuses(*_: object, **__: object) -> None:
        raise PermissionError

    (tmp_path / "kept").write_text("no database " * 100, encoding="utf-8")
    monkeypatch.setattr(Path, "unlink", refuses)
    with ResultStore(tmp_path / "kept") as kept:
        kept.put("a", "1")
        assert ("1", None) == (kept.get("a"), kept.get("b"))


def test_a_folder_that_cannot_be_made_counts_as_empty(tmp_path: Path):
    (tmp_path / "file").touch()
    with ResultStore(tmp_path / "file/folder/kept") as kept:
        kept.put("a", "1")
        assert "1" == kept.get("a")
