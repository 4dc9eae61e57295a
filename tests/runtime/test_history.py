"""When a file last changed, from its history in git."""

import os
import subprocess
from pathlib import Path

import pytest

from wawla.model.errors import WawlaError
from wawla.reading.tree import CONTENT
from wawla.runtime.cache_folder import cache_part
from wawla.runtime.git import is_tracked
from wawla.runtime.history import build_time, read_history

PATH = "accounts_of_practice/one/index.md"


@pytest.fixture(autouse=True)
def alone(monkeypatch: pytest.MonkeyPatch, tmp_path: Path):
    """No configuration of the machine, and no repository round the folder of the test."""
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
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
    assert {PATH: "2026-02-04", "tools/é two/index.md": "2026-01-02"} == read_history(root, CONTENT).changes


def test_what_is_not_committed_changes_nothing(root: Path):
    write(root, PATH, "Three")
    write(root, "tools/new/index.md", "New")
    assert {PATH: "2026-02-04", "tools/é two/index.md": "2026-01-02"} == read_history(root, CONTENT).changes


def test_a_publication_in_a_folder_of_its_repository_has_its_own_paths(root: Path):
    write(root, "inner/" + PATH, "Inner")
    git(root, "add", ".")
    git(root, "commit", "-qm", "Third", at="2026-03-04T00:00:00+00:00")
    assert {PATH: "2026-03-04"} == read_history(root / "inner", CONTENT).changes


def test_the_time_zone_of_the_machine_changes_nothing(root: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("TZ", "Pacific/Auckland")
    monkeypatch.setenv("LC_ALL", "de_DE.UTF-8")
    assert "2026-02-04" == read_history(root, CONTENT).changes[PATH]


def test_the_time_of_the_newest_commit(root: Path):
    assert 1770179400 == build_time(root)
    assert ("2026-02-04", "") == (read_history(root, CONTENT).newest, read_history(root, CONTENT).unknown)


def test_the_time_that_somebody_has_set_is_taken_in_its_place(root: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "86400")
    assert (86400, "1970-01-02") == (build_time(root), read_history(root, CONTENT).newest)


@pytest.mark.parametrize("text", ["abc", "-1", "1e9", "99999999999999", "²"])
def test_a_time_that_is_none_is_refused(root: Path, monkeypatch: pytest.MonkeyPatch, text: str):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", text)
    with pytest.raises(WawlaError, match=f"^SOURCE_DATE_EPOCH is '{text}', which is not a number of seconds"):
        build_time(root)


UNKNOWN = "When each text last changed is not known, so no page says it: "


def test_a_history_that_is_cut_off_tells_of_its_newest_commit_alone(root: Path, tmp_path: Path):
    git(tmp_path, "clone", "-q", "--depth", "1", root.as_uri(), "shallow")
    history = read_history(tmp_path / "shallow", CONTENT)
    assert ({}, "2026-02-04") == (history.changes, history.newest)
    assert UNKNOWN + "the history is cut off (a shallow clone). To put that right: git fetch --unshallow" == (
        history.unknown
    )
    assert 1770179400 == build_time(tmp_path / "shallow")


def told(root: Path) -> str:
    """Why nothing is known of a history; '' where something is."""
    history = read_history(root, CONTENT)
    assert ({}, "", 0) == (history.changes, history.newest, build_time(root))
    return history.unknown.removeprefix(UNKNOWN)


def test_without_a_repository_nothing_is_known(tmp_path: Path):
    assert "this folder is in no git repository." == told(tmp_path)


def test_a_repository_without_a_commit_tells_nothing(tmp_path: Path):
    git(tmp_path, "init", "-q")
    assert "nothing is committed here yet." == told(tmp_path)


def test_a_publication_in_a_repository_of_something_else_is_not_in_its_history(root: Path):
    write(root, "inner/" + PATH, "Inner")
    history = read_history(root / "inner", CONTENT)
    assert {} == history.changes
    assert "no text of the publication is in the history of this folder yet; commit them." in history.unknown


def test_without_git_nothing_is_known(root: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("PATH", "")
    assert "git is not installed here." == told(root)


def test_a_folder_of_somebody_else_is_told_with_the_line_that_trusts_it(root: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("GIT_TEST_ASSUME_DIFFERENT_OWNER", "1")  # git's own way to try this
    assert (
        "git does not trust this folder, which belongs to somebody else."
        f" To put that right: git config --global --add safe.directory {root}"
    ) == told(root)


def test_what_git_says_beside_is_passed_on_in_one_line(root: Path):
    (root / ".git/config").write_text("[core\n", encoding="utf-8")
    assert told(root).startswith("git says: fatal: bad config line 1 in file ")
    assert 1 == len(told(root).splitlines())


@pytest.mark.parametrize("name", [".cache/print/a.pdf", ".Cache/rendered.sqlite", ".cache"])
def test_a_cache_that_git_tracks_is_known_whatever_is_in_it(root: Path, name: str):
    assert not is_tracked(root / ".cache")
    write(root, name, "Theirs")
    (root / ".cache").mkdir(exist_ok=True) if "/" in name else None
    assert not is_tracked(root / ".cache")
    git(root, "add", ".")
    assert is_tracked(root / ".cache")


@pytest.fixture
def tracked(root: Path) -> Path:
    """A cache that is tracked."""
    write(root, ".cache/bodies", "Theirs")
    git(root, "add", ".")
    return root / ".cache"


@pytest.fixture
def elsewhere(tmp_path: Path) -> Path:
    """Another repository, with a history of its own."""
    folder = tmp_path / "elsewhere"
    folder.mkdir()
    git(folder, "init", "-q")
    write(folder, PATH, "Other")
    git(folder, "add", ".")
    git(folder, "commit", "-qm", "Other", at="2020-01-01T00:00:00+00:00")
    return folder


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("GIT_DIR", "{}/.git"),
        ("GIT_WORK_TREE", "{}"),
        ("GIT_INDEX_FILE", "{}/.git/index"),
        ("GIT_COMMON_DIR", "{}/.git"),
        ("GIT_OBJECT_DIRECTORY", "{}/.git/objects"),
        ("GIT_LITERAL_PATHSPECS", "1"),
        ("GIT_NAMESPACE", "other"),
    ],
)
def test_a_variable_that_leads_git_elsewhere_changes_no_answer(
    tracked: Path, elsewhere: Path, monkeypatch: pytest.MonkeyPatch, name: str, value: str
):
    monkeypatch.setenv(name, value.format(elsewhere))
    assert (True, "2026-02-04") == (is_tracked(tracked), read_history(tracked.parent, CONTENT).changes.get(PATH))


def test_a_cache_that_is_tracked_by_the_repository_of_somebody_else_is_known(
    tracked: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setenv("GIT_TEST_ASSUME_DIFFERENT_OWNER", "1")
    assert is_tracked(tracked)


def test_whether_a_cache_is_tracked_is_not_known_where_git_cannot_read_the_repository(
    tracked: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setenv("PATH", "")
    part = cache_part(tracked.parent)
    assert (None, "note") == (is_tracked(tracked), part.state)
    assert "so only what runs of this user have sealed is used" in part.text


def test_nothing_is_tracked_where_there_is_no_repository(tmp_path: Path):
    (tmp_path / ".cache").mkdir()
    assert not is_tracked(tmp_path / ".cache")
