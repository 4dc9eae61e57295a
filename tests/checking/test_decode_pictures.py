"""Every picture that would be published is decoded once, in a process that is limited; what cannot be used is named."""

import datetime as dt
import shutil
from pathlib import Path

import pytest
from folders import SAMPLE

from wawla.checking import decode_pictures
from wawla.checking.check_publication import check_publication
from wawla.checking.examples import draw
from wawla.checking.rule import Drawn
from wawla.reading.library import Library
from wawla.reading.picture_faults import PictureFault
from wawla.runtime.job_failure import JobFailed

pytestmark = pytest.mark.slow

DAY = dt.date(2026, 3, 1)
HARBOUR = "accounts_of_practice/harbour-reading-groups"


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The user's own cache, empty."""
    monkeypatch.setattr(decode_pictures, "user_cache", lambda: tmp_path / "cache")
    return tmp_path / "cache"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """The sample, with half a picture in the place of a whole one."""
    copied = Path(shutil.copytree(SAMPLE, tmp_path / "sample"))
    (copied / HARBOUR / "harbour.png").write_bytes(draw(Drawn(600, 400, cut=True)))
    return copied


def nobody_may_decode(*_: object) -> object:
    raise AssertionError("a picture was decoded again")


def test_a_picture_that_was_cut_off_is_named_at_its_line_of_the_front_matter(cache: Path, root: Path):
    found = [finding for finding in check_publication(root, DAY).findings if finding.code == "PIC016"]
    lines = (root / HARBOUR / "index.md").read_text(encoding="utf-8").splitlines()
    line = next(number for number, text in enumerate(lines, 1) if "harbour.png" in text)
    assert [(f"{HARBOUR}/index.md", line)] == [(finding.place.path, finding.place.line) for finding in found]
    assert found[0].message.startswith("picture harbour.png is damaged or cut off (")


def test_what_is_known_of_a_picture_is_not_found_out_again(cache: Path, root: Path, monkeypatch: pytest.MonkeyPatch):
    first = check_publication(root, DAY)
    monkeypatch.setattr(decode_pictures, "WorkerPool", nobody_may_decode)
    assert first.findings == check_publication(root, DAY).findings
    shutil.copytree(root, root.parent / "elsewhere")
    assert first.findings == check_publication(root.parent / "elsewhere", DAY).findings


def test_what_somebody_else_has_left_in_the_cache_is_not_believed(cache: Path, root: Path):
    kept = cache / "pictures.sqlite"
    first = check_publication(root, DAY).findings
    data = kept.read_bytes()
    kept.write_bytes(data.replace(b'"damaged"', b'"animate"'))
    assert first == check_publication(root, DAY).findings


def test_a_user_without_a_cache_decodes_each_time(root: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(decode_pictures, "user_cache", lambda: None)
    assert ["PIC016"] == [each.code for each in check_publication(root, DAY).findings if each.code == "PIC016"]


def test_a_picture_that_no_process_survives_is_named_and_looked_at_again(
    cache: Path, root: Path, monkeypatch: pytest.MonkeyPatch
):
    with monkeypatch.context() as patch:
        patch.setattr(
            decode_pictures,
            "_decode",
            lambda paths, library: [
                (path, JobFailed("the picture takes longer than 20 seconds to decode")) for path in paths
            ],
        )
        failed = check_publication(root, DAY).library
    expected = PictureFault("damaged", "cannot be used: the picture takes longer than 20 seconds to decode")
    assert {expected} == set(failed.picture_faults.values())
    assert [f"{HARBOUR}/harbour.png"] == [*check_publication(root, DAY).library.picture_faults]


def test_what_is_too_large_or_no_picture_is_not_decoded(root: Path, monkeypatch: pytest.MonkeyPatch, cache: Path):
    for path in root.rglob("*.png"):
        path.write_bytes(b"no picture")
    (root / HARBOUR / "harbour.png").write_bytes(draw(Drawn(5001, 5000)))
    monkeypatch.setattr(decode_pictures, "WorkerPool", nobody_may_decode)
    library: Library = check_publication(root, DAY).library
    assert {} == library.picture_faults
