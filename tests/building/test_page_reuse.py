"""Pages of the old site are taken over where they would come out no different, and nowhere else."""

import os
from dataclasses import replace
from pathlib import Path

import pytest

from wawla.building.page_reuse import PageReuse
from wawla.publishing.page import Page

PAGE = Page("tools/a/index.md", "A tool", "What it says.", "<h1>A tool</h1>")


@pytest.fixture
def built(tmp_path: Path) -> Path:
    """A folder with an old site of one page, and the record of it."""
    file = tmp_path / "site/tools/a/index.html"
    file.parent.mkdir(parents=True)
    file.write_text("<html>A tool</html>")
    first = PageReuse(tmp_path / "site", tmp_path / "record.json", "setting")
    first.keep(PAGE.address, first.kept(PAGE, file))
    first.save()
    return tmp_path


def taken(built: Path, page: Page = PAGE, setting: str = "setting") -> str:
    target = built / "fresh/tools/a/index.html"
    done = PageReuse(built / "site", built / "record.json", setting).take(page, target)
    return target.read_text() if done else ""


def test_a_page_that_has_not_changed_is_taken_over(built: Path):
    assert "<html>A tool</html>" == taken(built)


@pytest.mark.parametrize(
    "change", [{"html": "<h1>A</h1>"}, {"title": "A"}, {"hue": "#0b5f5c"}, {"path": "tools/b/index.md"}]
)
def test_a_page_that_would_come_out_different_is_not(built: Path, change: dict[str, str]):
    assert "" == taken(built, replace(PAGE, **change))


def test_another_menu_makes_every_page_anew(built: Path):
    old = PageReuse(built / "site", built / "record.json", "setting")
    old.menu = "About us"
    assert not old.take(PAGE, built / "fresh.html")


def test_another_theme_makes_every_page_anew(built: Path):
    assert "" == taken(built, setting="another")
    assert "" == taken(built, setting="")


def test_a_file_that_was_changed_by_hand_is_not_taken_even_where_its_size_and_time_are_the_same(built: Path):
    file = built / "site/tools/a/index.html"
    time = file.stat().st_mtime_ns
    file.write_text("<html>A TOOL</html>")
    os.utime(file, ns=(time, time))
    assert "" == taken(built)


def test_the_record_of_somebody_else_is_not_believed(built: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("wawla.runtime.seal._key", lambda: b"another" * 4)
    assert "" == taken(built)


def test_a_file_that_is_gone_is_not_missed(built: Path):
    (built / "site/tools/a/index.html").unlink()
    assert "" == taken(built)


@pytest.mark.parametrize("damage", [b"", b"[]", b'{"setting": "setting", "pages": {"tools/a/": 3}}', b"\xff"])
def test_a_damaged_record_counts_as_none(built: Path, damage: bytes):
    (built / "record.json").write_bytes(damage)
    assert "" == taken(built)


def test_a_disk_without_links_gets_a_copy(built: Path, monkeypatch: pytest.MonkeyPatch):
    def refuse(*_: object, **__: object) -> None:
        raise OSError("no links here")

    monkeypatch.setattr(os, "link", refuse)
    monkeypatch.setattr(Path, "hardlink_to", refuse)
    assert "<html>A tool</html>" == taken(built)
