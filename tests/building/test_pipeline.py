"""The way from files to pages refuses what came with the checkout and was looked at by nobody."""

import datetime as dt
import shutil
import subprocess
from pathlib import Path

import pytest
from folders import SAMPLE, SITE

from wawla.building import pipeline as module
from wawla.building.pipeline import BuildOptions, build_pages, prepare_print
from wawla.checking.examples import TODAY
from wawla.model.errors import WawlaError
from wawla.model.faults import fault
from wawla.model.findings import Place
from wawla.printing.make_pdfs import PdfResult


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """The sample, with a cache that git tracks."""
    root = Path(shutil.copytree(SAMPLE, tmp_path / "sample"))
    (root / ".cache/print").mkdir(parents=True)
    (root / ".cache/print/theirs.pdf").write_bytes(b"%PDF")
    for step in (["init", "-q"], ["add", "."]):
        subprocess.run(["git", "-C", root, *step], check=True)
    return root


@pytest.mark.slow
def test_a_piece_whose_pdf_is_over_its_limit_does_not_stop_the_site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    root = Path(shutil.copytree(SAMPLE, tmp_path / "sample"))
    over = fault("RND002", Place("tools/ties-sheet/index.md"), "the book takes longer than 120 seconds to set")
    monkeypatch.setattr(module, "make_pdfs", lambda jobs, cache: PdfResult((), (over,)))
    built = build_pages(root, tmp_path / "cache", TODAY)
    assert [("RND002", "warning")] == [(each.code, each.severity) for each in built.findings]
    assert ((), True) == (built.stopped_by, len(built.pages) > 30)


@pytest.mark.slow
def test_without_git_a_feed_says_the_day_of_the_build_or_what_the_site_said_that_is_replaced(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setenv("PATH", "")
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    root, site = Path(shutil.copytree(SAMPLE, tmp_path / "sample")), tmp_path / "site"

    def feed(today: dt.date) -> bytes:
        wanted = BuildOptions(SITE, pdfs=False, replaced=site)
        built = build_pages(root, tmp_path / "cache", today, wanted)
        return next(asset.data for asset in built.assets if asset.address == "feed.xml")

    first = feed(TODAY)
    assert f"<updated>{TODAY}T00:00:00Z</updated>\n<author>".encode() in first
    site.mkdir()
    (site / "feed.xml").write_bytes(first)
    assert first == feed(TODAY + dt.timedelta(days=1))


def test_a_cache_that_git_tracks_is_refused_by_name(root: Path):
    for begin in (
        lambda: build_pages(root, root / ".cache", TODAY),
        lambda: prepare_print(root, root / ".cache", TODAY, ""),
    ):
        with pytest.raises(WawlaError, match=r"git tracks \.cache, .*git rm -r --cached \.cache"):
            begin()
