"""The libraries of the system are asked by a process of their own, which may die of it."""

import ctypes
import sys
from pathlib import Path

import pytest

from wawla.building.build import build_publication
from wawla.checking.examples import TODAY
from wawla.model.errors import WawlaError
from wawla.printing import loaded_libraries
from wawla.printing.loaded_libraries import LibraryTrial, library_versions, load_in_a_process, machine_digest
from wawla.printing.typesetting.system_libraries import LIBRARIES, LoadedLibrary

GLIB = '{"name": "GLib", "there": true, "version": "2.7"}'


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> list[str]:
    """Grows by one whenever the libraries are loaded; the system's list of them is a file of the test."""
    found = {"GLib": LoadedLibrary("GLib", True, "2.7"), "Pango": LoadedLibrary("Pango", True)}
    made: list[str] = []
    monkeypatch.setattr(loaded_libraries, "load_in_a_process", lambda: made.append("asked") or LibraryTrial(found))
    monkeypatch.setattr(loaded_libraries, "LIBRARY_LIST", tmp_path / "libraries")
    for name in ("LD_LIBRARY_PATH", "LD_PRELOAD"):
        monkeypatch.delenv(name, raising=False)
    (tmp_path / "libraries").write_text("1", encoding="ascii")
    return made


def test_versions_are_asked_once_for_a_cache(asked: list[str], tmp_path: Path):
    assert {"GLib 2.7, Pango ?"} == {library_versions(tmp_path / "cache") for _ in range(3)}
    assert 1 == len(asked)


def test_versions_are_asked_again_when_the_list_of_libraries_changes(asked: list[str], tmp_path: Path):
    library_versions(tmp_path)
    (tmp_path / "libraries").write_text("1 and 2", encoding="ascii")
    library_versions(tmp_path)
    assert 2 == len(asked)


def test_versions_are_always_asked_where_libraries_are_named_that_no_list_has(
    asked: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setenv("LD_LIBRARY_PATH", "/opt/lib")
    for _ in range(2):
        library_versions(tmp_path)
    assert 2 == len(asked)


def test_what_was_kept_and_is_damaged_or_somebody_elses_is_asked_again(asked: list[str], tmp_path: Path):
    library_versions(tmp_path / "cache")
    kept = tmp_path / "cache/libraries"
    theirs = f"{machine_digest()}\nGLib 9.9".encode()  # without a seal, or with a wrong one
    for damaged in (b"\xff", theirs, b"0" * 64 + theirs):
        kept.write_bytes(damaged)
        assert "GLib 2.7, Pango ?" == library_versions(tmp_path / "cache")
    assert 4 == len(asked)


def python_that(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, script: str) -> None:
    """Put a program in Python's place."""
    program = tmp_path / "python"
    program.write_text(f"#!/bin/sh\n{script}\n", encoding="ascii")
    program.chmod(0o755)
    monkeypatch.setattr(sys, "executable", str(program))


@pytest.mark.slow
def test_a_process_that_dies_of_a_library_leaves_what_it_had_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    python_that(tmp_path, monkeypatch, f"echo '{GLIB}'; kill -SEGV $$")
    trial = load_in_a_process()
    assert "the process that loads them was ended by SIGSEGV, at Pango" == trial.trouble
    assert (["GLib"], [library.name for library in LIBRARIES[1:]]) == ([*trial.found], trial.untried)
    with pytest.raises(WawlaError, match=r"^PDFs cannot be made .*: the process .* by SIGSEGV, at Pango\. Install"):
        library_versions(tmp_path)


@pytest.mark.slow
def test_a_python_that_is_broken_is_told_with_what_it_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    python_that(tmp_path, monkeypatch, "echo more >&2; echo no module here >&2; exit 1")
    trial = load_in_a_process()
    assert ({}, "the process that loads them ended with status 1 (no module here)") == (trial.found, trial.trouble)
    monkeypatch.setattr(sys, "executable", str(tmp_path / "nowhere"))
    assert "the process that loads them cannot be started: " in load_in_a_process().trouble


@pytest.mark.slow
def test_a_process_of_its_own_finds_them_all():
    trial = load_in_a_process()
    assert ("", [library.name for library in LIBRARIES]) == (trial.trouble, [*trial.found])


@pytest.mark.slow
def test_the_process_that_builds_loads_none(fresh_root: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(ctypes, "CDLL", lambda file: pytest.fail(f"{file} was loaded"))
    (fresh_root / ".cache/libraries").unlink()
    build_publication(fresh_root, fresh_root / "site", TODAY, lambda _: None, lambda _: None)
    assert (fresh_root / ".cache/libraries").is_file()
