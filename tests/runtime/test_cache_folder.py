"""Where the cache lies, and what stands in for one that cannot be written."""

from pathlib import Path

import pytest

from wawla.model.errors import WawlaError
from wawla.runtime.cache_folder import CACHE_VARIABLE, cache_part, folder_in, open_cache


def fails(note: str) -> None:
    raise AssertionError(f"said: {note}")


@pytest.fixture(autouse=True)
def nothing_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(CACHE_VARIABLE, raising=False)


@pytest.fixture
def shut(tmp_path: Path) -> Path:
    """A publication whose cache nobody can make, root neither: a file stands in its place."""
    folder_in(tmp_path).write_text("a file", encoding="utf-8")
    return tmp_path


def test_the_cache_lies_in_the_publication_and_is_made(tmp_path: Path):
    assert tmp_path / ".cache" == open_cache(tmp_path, None, fails)
    assert [] == list((tmp_path / ".cache").iterdir())


def test_it_lies_where_the_command_line_says_or_else_the_environment(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv(CACHE_VARIABLE, str(tmp_path / "variable"))
    assert tmp_path / "variable" == open_cache(tmp_path, None, fails)
    assert tmp_path / "a/b" == open_cache(tmp_path, tmp_path / "a/b", fails)
    assert not folder_in(tmp_path).exists()


def test_a_variable_that_is_empty_names_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv(CACHE_VARIABLE, "")
    assert folder_in(tmp_path) == open_cache(tmp_path, None, fails)


def test_a_passing_folder_stands_in_for_one_that_cannot_be_written_and_it_is_said_once(shut: Path):
    said: list[str] = []
    passing = open_cache(shut, None, said.append)
    assert passing.is_dir()
    assert not passing.is_relative_to(shut)
    assert passing == open_cache(shut, None, said.append)
    [note] = said
    assert note.startswith(f"The cache {shut}/.cache cannot be written")
    assert "--cache DIR, or WAWLA_CACHE=DIR" in note


def test_doctor_is_told_what_commands_do_with_a_cache_that_cannot_be_written(
    shut: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    assert "ok" == cache_part(tmp_path / "elsewhere").state
    part = cache_part(shut)
    assert ("note", False) == (part.state, part.stops)
    assert ("so nothing is kept for the next time" in part.text, "--cache DIR" in part.remedy) == (True, True)
    monkeypatch.setenv(CACHE_VARIABLE, str(folder_in(shut) / "mine"))
    assert ("trouble", True) == (cache_part(shut).state, cache_part(shut).stops)


def test_one_that_was_named_and_cannot_be_written_is_refused(shut: Path, monkeypatch: pytest.MonkeyPatch):
    with pytest.raises(WawlaError, match=r"^the cache cannot be written\. .*/\.cache/mine: a file stands where a fold"):
        open_cache(shut, folder_in(shut) / "mine", fails)
    monkeypatch.setenv(CACHE_VARIABLE, str(folder_in(shut) / "mine"))
    with pytest.raises(WawlaError, match="the cache cannot be written"):
        open_cache(shut, None, fails)
