"""What is told of git: every state that it can be in, with what follows and what to type."""

import datetime as dt
import os
import subprocess
from pathlib import Path

import pytest

from wawla.runtime.git import newest_commit
from wawla.runtime.git_state import git_part

COMMITTED = "2026-02-03T04:05:06+00:00"


def git(folder: Path, *arguments: str) -> None:
    who = ["-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false"]
    environment = {**os.environ, "GIT_COMMITTER_DATE": COMMITTED}
    subprocess.run(["git", "-C", str(folder), *who, *arguments], check=True, capture_output=True, env=environment)


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    folder = tmp_path / "repository"
    folder.mkdir()
    git(folder, "init")
    for number in (1, 2):
        git(folder, "commit", "--allow-empty", "-m", f"Change {number}")
    return folder


def test_a_whole_history_is_in_order(repository: Path):
    part = git_part(repository)
    assert ("ok", "knows when each page was last changed") == (part.state, part.text)
    assert dt.datetime.fromisoformat(COMMITTED) == newest_commit(repository)


def test_a_shallow_clone_is_told_with_the_line_that_fetches_the_rest(repository: Path, tmp_path: Path):
    git(tmp_path, "clone", "--depth", "1", repository.as_uri(), "clone")
    part = git_part(tmp_path / "clone")
    assert ("note", "git fetch --unshallow") == (part.state, part.remedy)


def test_a_repository_without_a_commit_is_told(tmp_path: Path):
    git(tmp_path, "init")
    assert "nothing has been committed yet, so pages leave out the day of their last change" == git_part(tmp_path).text
    assert newest_commit(tmp_path) is None


def test_a_folder_that_is_no_repository_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    part = git_part(tmp_path)
    assert ("note", "this folder is in no git repository, so pages leave out the day of their last change") == (
        part.state,
        part.text,
    )


def test_a_repository_of_another_owner_is_told_with_the_line_that_trusts_it(
    repository: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setenv("GIT_TEST_ASSUME_DIFFERENT_OWNER", "1")  # git's own switch for this
    part = git_part(repository)
    assert ("note", f"git config --global --add safe.directory {repository}") == (part.state, part.remedy)


def test_no_git_is_a_note(repository: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path):
    monkeypatch.setenv("PATH", str(tmp_path))
    part = git_part(repository)
    assert ("Git", "note", False) == (part.name, part.state, part.stops)
    assert newest_commit(repository) is None
