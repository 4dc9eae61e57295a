"""What is told of this machine, and where it stands in the way of work."""

import datetime as dt
import os
import shutil
import tempfile
from collections import namedtuple
from pathlib import Path

import pytest

from wawla.model.errors import WawlaError
from wawla.rendering.bodies import RENDERING
from wawla.runtime import machine, memory
from wawla.runtime.machine import (
    clock_part,
    disk_part,
    folder_part,
    memory_part,
    processors_part,
    temporary_part,
    terminal_part,
)
from wawla.runtime.worker_pool import WorkerPool

NOON = dt.datetime(2027, 3, 1, 12, 0, tzinfo=dt.UTC)


def told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, text: str) -> None:
    (tmp_path / "meminfo").write_text(text, encoding="ascii")
    monkeypatch.setattr(memory, "MEMINFO", tmp_path / "meminfo")


@pytest.mark.parametrize(
    ("kilobytes", "expected"),
    [
        (7_000_000, ("ok", "8.2 GB in all, 7.2 GB free")),
        (300_000, ("note", "8.2 GB in all, 0.3 GB free; 1 GB may be needed")),
    ],
)
def test_little_memory_is_a_note(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, kilobytes: int, expected: tuple[str, str]
):
    told(tmp_path, monkeypatch, f"MemTotal: 8000000 kB\nMemAvailable: {kilobytes} kB\nSwapFree: 0 kB\n")
    part = memory_part()
    assert expected == (part.state, part.text)


def test_where_the_system_does_not_tell_what_is_free_the_whole_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    told(tmp_path, monkeypatch, "Something else\n")
    part = memory_part()
    assert (True, False) == ("GB in all" in part.text, "free" in part.text)


def test_processors_are_counted_on_systems_that_do_not_say_which_may_be_used(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.delattr(os, "sched_getaffinity", raising=False)
    monkeypatch.setattr(os, "cpu_count", lambda: 6)
    assert "6 of them are used" == processors_part().text


@pytest.mark.parametrize(("free", "expected"), [(10_000_000, "trouble"), (500_000_000, "note"), (9_000_000_000, "ok")])
def test_a_full_disk_is_told(monkeypatch: pytest.MonkeyPatch, free: int, expected: str):
    usage = namedtuple("usage", "total used free")
    monkeypatch.setattr(shutil, "disk_usage", lambda folder: usage(free, 0, free))
    assert expected == disk_part(Path()).state


def test_a_folder_that_has_still_to_be_made_can_be_written(tmp_path: Path):
    assert "ok" == folder_part("Cache", "keeps", tmp_path / "a/b").state
    assert [] == list(tmp_path.iterdir())


def test_a_link_that_leads_nowhere_is_no_folder_that_has_still_to_be_made(tmp_path: Path):
    (tmp_path / "cache").symlink_to(tmp_path / "nowhere/cache")
    assert "trouble" == folder_part("Cache", "keeps", tmp_path / "cache").state


def test_a_folder_that_cannot_be_written_is_told_with_the_reason(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    def refused(dir: Path) -> None:
        raise PermissionError(13, "Permission denied", str(dir))

    monkeypatch.setattr(machine.tempfile, "TemporaryFile", refused)
    part = folder_part("Cache", "keeps", tmp_path)
    assert ("trouble", True) == (part.state, part.stops)
    assert part.remedy.startswith(f"{tmp_path}: this user may not open or write it")


def test_that_no_folder_for_temporary_files_can_be_written_is_told_with_the_way_out(monkeypatch: pytest.MonkeyPatch):
    assert "ok" == temporary_part().state

    def none() -> str:
        raise FileNotFoundError(2, "No usable temporary directory found in ['/tmp']")

    monkeypatch.setattr(tempfile, "gettempdir", none)
    part = temporary_part()
    assert ("trouble", True) == (part.state, part.remedy.endswith("TMPDIR=DIR"))
    with pytest.raises(WawlaError, match="no folder for temporary files can be written"), WorkerPool(RENDERING):
        pass


@pytest.mark.parametrize(
    ("now", "expected"),
    [
        (NOON, "ok"),
        (NOON.replace(year=1970), "trouble"),
        (NOON.replace(year=2999), "trouble"),
        (NOON - dt.timedelta(days=40), "trouble"),
        (NOON - dt.timedelta(hours=20), "ok"),
    ],
    ids=["right", "no battery", "far ahead", "before the newest commit", "a clock a day behind a colleague's"],
)
def test_a_clock_that_cannot_be_right_is_told(now: dt.datetime, expected: str):
    assert expected == clock_part(now, NOON).state


def test_without_history_the_clock_is_held_against_this_programs_own_age():
    assert ["ok", "trouble"] == [clock_part(now, None).state for now in (NOON, NOON.replace(year=2001))]


@pytest.mark.parametrize(
    ("encoding", "expected"), [("utf-8", "ok"), ("latin-1", "note"), ("ascii", "note"), (None, "note"), ("odd", "note")]
)
def test_a_terminal_that_has_not_every_sign_is_told(encoding: str | None, expected: str):
    assert expected == terminal_part(encoding).state
