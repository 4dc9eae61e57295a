"""The store of files: found again, forgotten in time, and nothing believed that this user's runs have not put there."""

import os
from pathlib import Path

import pytest

from wawla.runtime.sealed_files import SealedFiles

KEY, OTHER = "a" * 64, "b" * 64
LONG_AGO = 1_000_000_000
FILES = {"river.png": b"one", "sizes/river.png-480.webp": b"two"}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    SealedFiles(tmp_path / "kept").keep(KEY, FILES)
    return tmp_path / "kept"


def recalled(folder: Path, key: str = KEY) -> dict[str, bytes] | None:
    found = SealedFiles(folder).recall(key)
    return None if found is None else {name: file.read_bytes() for name, file in found.items()}


def test_what_was_kept_is_found_under_its_names(folder: Path):
    assert (FILES, None) == (recalled(folder), recalled(folder, OTHER))


def test_where_files_are_is_said_at_once(tmp_path: Path):
    places = SealedFiles(tmp_path).keep(KEY, FILES)
    assert FILES == {name: place.read_bytes() for name, place in places.items()}


@pytest.mark.parametrize("number", [0, 1])
def test_a_file_that_was_changed_counts_as_none(folder: Path, number: int):
    (folder / f"{KEY}-{number}").write_bytes(b"two and more")
    assert None is recalled(folder)


def test_a_file_that_is_gone_or_a_link_counts_as_none(folder: Path):
    file = folder / f"{KEY}-0"
    file.rename(folder / "elsewhere")
    assert None is recalled(folder)
    file.symlink_to(folder / "elsewhere")
    assert None is recalled(folder)


def test_what_was_kept_under_another_key_counts_as_none(folder: Path):
    for file in list(folder.iterdir()):
        file.rename(folder / file.name.replace(KEY, OTHER))
    assert None is recalled(folder, OTHER)


@pytest.mark.parametrize("text", ["", "{}\n", "{}\nseal\n", "[]\nx\n", "null\nx\n"])
def test_a_record_that_is_damaged_counts_as_none(folder: Path, text: str):
    (folder / f"{KEY}.json").write_text(text, encoding="utf-8")
    assert None is recalled(folder)


def test_what_nobody_has_asked_for_in_a_fortnight_is_forgotten(folder: Path):
    store = SealedFiles(folder)
    store.keep(OTHER, FILES)
    (folder / "mine.txt").write_text("x", encoding="utf-8")
    for file in folder.iterdir():
        os.utime(file, (LONG_AGO, LONG_AGO))
    store.prune({OTHER})
    assert {"mine.txt", *(f"{OTHER}{end}" for end in ("-0", "-1", ".json"))} == {file.name for file in folder.iterdir()}
    SealedFiles(folder / "never").prune(set())


def test_what_is_asked_for_stays(folder: Path):
    for file in folder.iterdir():
        os.utime(file, (LONG_AGO, LONG_AGO))
    assert FILES == recalled(folder)
    SealedFiles(folder).prune(set())
    assert FILES == recalled(folder)
