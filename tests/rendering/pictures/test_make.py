"""Which pictures are made for the site, and when: those that it shows, and none that is there already."""

import dataclasses
import datetime as dt
import shutil
from pathlib import Path

import pytest
from folders import SAMPLE

from wawla.checking.examples import TODAY, draw
from wawla.checking.rule import Drawn
from wawla.publishing.pieces import look_assets
from wawla.publishing.site import SiteContext
from wawla.reading.library import Library
from wawla.reading.reader import read_library
from wawla.reading.tree import tree_on_disk
from wawla.rendering.pictures import make
from wawla.rendering.pictures.make import site_pictures

pytestmark = pytest.mark.slow

HARBOUR = "accounts_of_practice/harbour-reading-groups"
VALLEY = "accounts_of_practice/valley-visits/valley.png"
SHOWN = {f"{HARBOUR}/harbour.png", f"{HARBOUR}/readers.png"}


def library_at(root: Path, day: dt.date = TODAY) -> Library:
    return read_library(tree_on_disk(root), day).library


def nobody_may_convert(*_: object) -> object:
    raise AssertionError("a picture was made again")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return Path(shutil.copytree(SAMPLE, tmp_path / "sample"))


def test_what_may_not_be_shown_today_is_not_made(tmp_path: Path):
    made, findings = site_pictures(library_at(SAMPLE), tmp_path)
    assert (SHOWN, []) == ({*made}, findings)
    later, _ = site_pictures(library_at(SAMPLE, dt.date(2100, 1, 1)), tmp_path)
    assert {f"{HARBOUR}/harbour.png"} == {*later}


def test_what_is_made_is_not_made_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    first, _ = site_pictures(library_at(SAMPLE), tmp_path)
    monkeypatch.setattr(make, "WorkerPool", nobody_may_convert)
    assert first == site_pictures(library_at(SAMPLE), tmp_path)[0]


def test_a_file_that_somebody_has_changed_is_made_again(tmp_path: Path):
    first, _ = site_pictures(library_at(SAMPLE), tmp_path)
    changed = first[f"{HARBOUR}/harbour.png"]["harbour.png"]
    whole = changed.read_bytes()
    changed.write_bytes(b"something else")
    second, _ = site_pictures(library_at(SAMPLE), tmp_path)
    assert whole == second[f"{HARBOUR}/harbour.png"]["harbour.png"].read_bytes()


def test_a_picture_that_cannot_be_made_is_named_at_its_line(root: Path, tmp_path: Path):
    (root / HARBOUR / "harbour.png").write_bytes(draw(Drawn(600, 400, cut=True)))
    made, findings = site_pictures(library_at(root), tmp_path)
    lines = (root / HARBOUR / "index.md").read_text(encoding="utf-8").splitlines()
    line = next(number for number, text in enumerate(lines, 1) if "harbour.png" in text)
    assert [("RND004", f"{HARBOUR}/index.md", line)] == [(one.code, one.place.path, one.place.line) for one in findings]
    expected = f"{HARBOUR}/harbour.png: the picture cannot be converted: it is damaged or cut off ("
    assert findings[0].message.startswith(expected)
    assert {f"{HARBOUR}/readers.png"} == {*made}


def test_a_picture_of_the_look_is_made_too_and_takes_the_place_of_its_source(root: Path, tmp_path: Path):
    for folder in ("docs/assets/photos", "docs/theme/img"):
        (root / folder).mkdir(parents=True)
        (root / folder / "School.JPG").write_bytes(draw(Drawn(900, 600, "JPEG")))
    library = library_at(root)
    made, _ = site_pictures(library, tmp_path)
    assert SHOWN | {"docs/assets/photos/School.JPG", "docs/theme/img/School.JPG"} == {*made}
    site = SiteContext(library, {}, pictures=made)
    assert ["assets/photos/School.JPG", "img/School.JPG"] == [asset.address for asset in look_assets(site)]
    assert [] == list(look_assets(dataclasses.replace(site, pictures={})))
