"""Print, readiness and approval as functions: what a command calls, and any other program can."""

import datetime as dt
import shutil
from pathlib import Path

import pytest
from folders import SAMPLE, SITE

from wawla.building.print_run import PrintSource, approve_printing, print_named, readiness_of
from wawla.checking.examples import TODAY
from wawla.model.errors import WawlaError
from wawla.printing.approving import ApprovalRequest

pytestmark = pytest.mark.slow

TRUST = "ASK/Trust at work"


@pytest.fixture
def source(tmp_path: Path) -> PrintSource:
    return PrintSource(SAMPLE, TODAY, SITE, tmp_path / "cache")


def test_a_piece_is_printed_into_the_folder_that_was_named(source: PrintSource, tmp_path: Path):
    steps: list[str] = []
    books: list[str] = []
    run = print_named(source, ["ties-sheet"], (), tmp_path / "to", steps.append, lambda book: books.append(book.title))
    assert [tmp_path / "to/ties-sheet.pdf"] == [made.file for made in run.printed]
    assert () == run.findings
    assert "print" == steps[-1]
    assert ["A sheet for ties"] == books


def test_an_edition_that_is_forthcoming_may_not_be_published_printed_or_ordered(source: PrintSource):
    edition, answers = readiness_of(source, "ASK/Next steps")
    assert "ASK/Next steps" == edition.reference
    assert [False, False, False] == [answer.yes for answer in answers]


def test_an_edition_that_is_not_ready_is_not_approved(source: PrintSource):
    request = ApprovalRequest(100, dt.date(2026, 3, 1), "Approved by the editors.")
    edition, approval = approve_printing(source, "ASK/Next steps", request)
    assert approval.printing is None
    assert [False, False] == [answer.yes for answer in approval.answers]
    assert not (SAMPLE / edition.folder / "printings.yml").exists()


@pytest.mark.parametrize("own", ["missing", "a link that leads nowhere", "a file"])
def test_an_approval_takes_its_lock_in_the_cache_that_was_chosen(tmp_path: Path, own: str):
    root = tmp_path / "root"
    shutil.copytree(SAMPLE, root)
    if own == "a link that leads nowhere":
        (root / ".cache").symlink_to(tmp_path / "nowhere")
    elif own == "a file":
        (root / ".cache").write_bytes(b"")
    source = PrintSource(root, TODAY, SITE, tmp_path / "cache")
    request = ApprovalRequest(100, dt.date(2026, 3, 1), "Approved by the editors.")
    assert approve_printing(source, "ASK/Next steps", request)[1].printing is None
    assert (own == "a file", True) == ((root / ".cache").exists(), (tmp_path / "cache/approve.lock").exists())


def test_a_printing_is_not_approved_before_the_one_it_follows(source: PrintSource):
    request = ApprovalRequest(100, dt.date(2025, 1, 1), "Approved by the editors.")
    with pytest.raises(WawlaError, match="the first printing was approved on 2026-01-15, after 2025-01-01"):
        approve_printing(source, TRUST, request)
    assert "First printing, January 2025, 100 copies" == request.line(1)
