"""When a file last changed, from its history in git."""

import os
import subprocess
from pathlib import Path

import pytest

from wawla.reading.history import commit_time, is_tracked, last_changes

PATH = "accounts_of_practice/one/index.md"


@pytest.fixture(autouse=True)
def alone(monkeypatch: pytest.MonkeyPatch, tmp_path: Path):
    """No configuration of the machine, and no repository round the folder of the test."""
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    for part in ("AUTHOR", "COMMITTER"):
        monkeypatch.setenv(f"GIT_{part}_NAME", "A. Tester")
        monkeypatch.setenv(f"GIT_{part}_EMAIL", "tester@example.org")


def git(root: Path, *arguments: str, at: str = "2026-01-02T03:04:05+00:00") -> None:
    env = {**os.environ, "GIT_AUTHOR_DATE": at, "GIT_COMMITTER_DATE": at}
    subprocess.run(["git", "-C", root, *arguments], check=True, env=env, capture_output=True)


def write(root: Path, path: str, text: str) -> None:
    (root / path).parent.mkdir(parents=True, exist_ok=True)
    (root / path).write_text(text, encoding="utf-8")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    root = tmp_path / "repository"
    root.mkdir()
    git(root, "init", "-q")
    for path in (PATH, "tools/é two/index.md", "scripts/three.py"):
        write(root, path, "One")
    git(root, "add", ".")
    git(root, "commit", "-qm", "First", at="2026-01-02T03:04:05+00:00")
    write(root, PATH, "Two")
    git(root, "commit", "-qam", "Second", at="2026-02-03T23:30:00-05:00")
    return root


def test_every_content_file_has_the_day_of_its_last_commit_in_universal_time(root: Path):
    assert {PATH: "2026-02-04", "tools/é two/index.md": "2026-01-02"} == last_changes(root)


def test_what_is_not_committed_changes_nothing(root: Path):
    write(root, PATH, "Three")
    write(root, "tools/new/index.md", "New")
    assert {PATH: "2026-02-04", "tools/é two/index.md": "2026-01-02"} == last_changes(root)


def test_a_publication_in_a_folder_of_its_repository_has_its_own_paths(root: Path):
    write(root, "inner/" + PATH, "Inner")
    git(root, "add", ".")
    git(root, "commit", "-qm", "Third", at="2026-03-04T00:00:00+00:00")
    assert {PATH: "2026-03-04"} == last_changes(root / "inner")


def test_the_time_zone_of_the_machine_changes_nothing(root: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("TZ", "Pacific/Auckland")
    monkeypatch.setenv("LC_ALL", "de_DE.UTF-8")
    assert "2026-02-04" == last_changes(root)[PATH]


def test_the_time_of_the_newest_commit(root: Path):
    assert 1770179400 == commit_time(root)


def test_a_history_that_is_cut_off_tells_nothing(root: Path, tmp_path: Path):
    git(tmp_path, "clone", "-q", "--depth", "1", root.as_uri(), "shallow")
    assert {} == last_changes(tmp_path / "shallow")
    assert 1770179400 == commit_time(tmp_path / "shallow")


def test_without_a_repository_nothing_is_known(tmp_path: Path):
    assert {} == last_changes(tmp_path)
    assert 0 == commit_time(tmp_path)


def test_a_repository_without_a_commit_tells_nothing(tmp_path: Path):
    git(tmp_path, "init", "-q")
    assert {} == last_changes(tmp_path)
    assert 0 == commit_time(tmp_path)


def test_without_git_nothing_is_known(root: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("PATH", "")
    assert {} == last_changes(root)
    assert 0 == commit_time(root)


@pytest.mark.parametrize("name", [".cache/print/a.pdf", ".Cache/rendered.sqlite", ".cache"])
def test_a_cache_that_git_tracks_is_known_whatever_is_in_it(root: Path, name: str):
    assert not is_tracked(root / ".cache")
    write(root, name, "Theirs")
    (root / ".cache").mkdir(exist_ok=True) if "/" in name else None
    assert not is_tracked(root / ".cache")
    git(root, "add", ".")
    assert is_tracked(root / ".cache")


def test_nothing_is_tracked_where_there_is_no_repository(tmp_path: Path):
    (tmp_path / ".cache").mkdir()
    assert not is_tracked(tmp_path / ".cache")
