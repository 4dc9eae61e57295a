"""What killed runs have left goes with the next run; what somebody is at work on stays."""

import errno
import os
import subprocess
from pathlib import Path

import pytest
from folders import ROOT

from wawla.reading.tree import tree_on_disk
from wawla.runtime import atomic_write as writing
from wawla.runtime.atomic_write import atomic_write, atomic_write_all
from wawla.runtime.temporary import sweep, temporary_file, temporary_folder

LEFT = ".1.pdf-in-the-making-a1b2c3_x"


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_what_a_killed_run_has_left_is_swept_and_nothing_else(tmp_path: Path):
    others = [".a-in-the-making-notes-of-mine", ".in-the-making-a1b2c3_x", "a-in-the-making-a1b2c3_x", ".link"]
    for name in (LEFT, *others[:3]):
        (tmp_path / name).write_bytes(b"half")
    (tmp_path / ".site-in-the-making-abcdefgh/inner").mkdir(parents=True)
    (tmp_path / ".link").symlink_to(tmp_path)
    (tmp_path / ".s-in-the-making-linklink").symlink_to(tmp_path / "a-in-the-making-a1b2c3_x")
    sweep(tmp_path)
    assert sorted([*others, ".s-in-the-making-linklink"]) == names(tmp_path)


def test_what_somebody_is_at_work_on_is_not_swept(tmp_path: Path):
    with temporary_folder(tmp_path, "site") as folder, temporary_file(tmp_path, "a.pdf") as (file, _):
        sweep(tmp_path)
        assert [True, True] == [folder.is_dir(), file.is_file()]
    assert [] == names(tmp_path)


def test_the_lock_ends_with_the_process_whatever_ends_it(tmp_path: Path):
    child = os.fork()
    if not child:
        with temporary_folder(tmp_path, "site"):
            os._exit(0)
    os.waitpid(child, 0)
    assert 1 == len(names(tmp_path))
    sweep(tmp_path)
    assert [] == names(tmp_path)


def test_nothing_in_the_making_is_seen_by_git_or_by_the_publication(tmp_path: Path):
    (tmp_path / "tools").mkdir()
    (tmp_path / "tools" / LEFT).write_bytes(b"half")
    tree = tree_on_disk(tmp_path)
    assert ({}, ()) == (dict(tree.sizes), tree.faults)
    for name in (LEFT, ".site-in-the-making-abcdefgh"):
        assert 0 == subprocess.run(["git", "-C", ROOT, "check-ignore", "-q", f"tools/{name}"], check=False).returncode


def test_several_files_are_on_the_disk_before_the_first_takes_its_place(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    def full(handle: int) -> None:
        raise OSError(errno.ENOSPC, "no space left")

    atomic_write(tmp_path / "a", b"old")
    files = {tmp_path / "a": b"new", tmp_path / "b": b"new"}
    with monkeypatch.context() as patched:
        patched.setattr(writing.os, "fsync", full)
        with pytest.raises(OSError, match="no space left"):
            atomic_write_all(files)
    assert (["a"], b"old") == (names(tmp_path), (tmp_path / "a").read_bytes())
    atomic_write_all(files)
    assert (["a", "b"], b"new") == (names(tmp_path), (tmp_path / "a").read_bytes())
