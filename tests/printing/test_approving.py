"""`wawla readiness` and `wawla approve`: what stands in the way is named, and what is approved is kept as it is."""

import hashlib
import io
import subprocess
from collections.abc import Callable
from pathlib import Path

import pikepdf
import pypdfium2
import pytest
import yaml
from folders import RESERVED, SITE

from wawla.checking.examples import TODAY
from wawla.printing.press_check import Demands, press_faults

pytestmark = pytest.mark.slow

EDITION, FORTHCOMING = "ASK/Trust at work", "next-steps"
FOLDER = Path("series/ask/trust-at-work")
PIECE = Path("accounts_of_practice/harbour-reading-groups/index.md")

Wawla = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture
def wawla(run, fresh_root: Path) -> Wawla:
    """Runs a command on a copy of the sample, on the sample's day."""
    return lambda *arguments: run("wawla", *arguments, "--root", fresh_root, "--today", TODAY)


@pytest.fixture
def approve(wawla: Wawla) -> Wawla:
    """Approves a second printing of the sample's edition."""
    note = ("--note", 'Approved by the "editors": seen.')
    return lambda *more: wawla("approve", EDITION, "--copies", "500", "--on", "2026-03-01", *note, *more)


def replaced(file: Path, before: str, after: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert before in text
    file.write_text(text.replace(before, after), encoding="utf-8")


def kept(root: Path) -> dict[str, bytes]:
    """What stands about printings beside the edition."""
    files = [root / FOLDER / "printings.yml", *(root / FOLDER / "printings").iterdir()]
    return {file.name: file.read_bytes() for file in files}


def test_an_edition_that_is_approved_already_may_be_ordered(wawla: Wawla):
    done = wawla("readiness", EDITION)
    assert "May it be published?  yes" in done.stdout
    assert "May it be printed?  yes" in done.stdout
    assert "A4, saddle-stitched" in done.stdout
    assert "May it be ordered?  yes  (first printing" in done.stdout
    assert 0 == done.returncode


def test_a_picture_that_is_left_out_of_print_is_told_and_stops_nothing(wawla: Wawla, fresh_root: Path):
    replaced(fresh_root / PIECE, "scope: [web, print]", "scope: [web]")
    done = wawla("readiness", EDITION)
    said = "harbour-reading-groups/readers.png is left out of print: consent to it does not cover print"
    assert said in done.stdout
    assert "May it be printed?  yes" in done.stdout


def test_a_forthcoming_edition_may_be_nothing_of_the_three(wawla: Wawla):
    done = wawla("readiness", FORTHCOMING)
    assert 3 == done.stdout.count("?  no")
    assert "give it `status: published`" in done.stdout
    assert 1 == done.returncode


def test_an_error_in_a_piece_is_an_open_point_of_its_edition(wawla: Wawla, fresh_root: Path):
    replaced(fresh_root / PIECE, "network: harbour", "network: nowhere")
    done = wawla("readiness", EDITION)
    assert f"✗ {PIECE.as_posix()}:4  NET001" in done.stdout
    assert "its files were not made, because of the errors above" in done.stdout
    assert 1 == done.returncode


def test_an_edition_that_there_is_not_is_one_line_with_the_nearest(wawla: Wawla):
    done = wawla("readiness", "ASK/Trust at werk")
    assert "wawla: there is no edition 'ASK/Trust at werk'. Did you mean 'ASK/Trust at work'?" in done.stderr
    assert 2 == done.returncode


def test_an_approved_printing_is_stored_recorded_and_sound(approve: Wawla, wawla: Wawla, fresh_root: Path):
    before = kept(fresh_root)["printings.yml"].decode()
    done = approve()
    assert 0 == done.returncode, done.stdout + done.stderr
    assert "Approved: Second printing, March 2026, 500 copies" in done.stdout
    now = kept(fresh_root)
    assert now["printings.yml"].decode().startswith(before), "what was recorded before stays as it was"
    entry, pdf = yaml.safe_load(now["printings.yml"])[-1], now["2.pdf"]
    assert hashlib.sha256(pdf).hexdigest() == entry["checksum"]
    assert (2, 500, 'Approved by the "editors": seen.') == (entry["number"], entry["copies"], entry["note"])
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        assert len(opened.pages) == entry["pages"]
    assert [] == press_faults(pdf, Demands((entry["width"], entry["height"]), 3.0))
    assert "Second printing, March 2026, 500 copies" in pypdfium2.PdfDocument(pdf)[1].get_textpage().get_text_range()
    assert "PRN" not in wawla("check").stdout


def test_a_changed_piece_asks_for_an_erratum_and_a_changed_file_is_an_error(
    approve: Wawla, wawla: Wawla, fresh_root: Path
):
    approve()
    replaced(fresh_root / PIECE, "Six schools lie", "Sixty schools lie")
    assert "PRN005  warning" in wawla("check").stdout
    with (fresh_root / FOLDER / "printings/2.pdf").open("ab") as file:
        file.write(b"\n")
    checked = wawla("check")
    assert "printings/2.pdf is not the file that was approved on 1 March 2026" in checked.stdout
    assert 1 == checked.returncode


@pytest.mark.parametrize(
    ("more", "said"),
    [
        (("--on", "2001-01-01"), "a printing cannot be approved before the one it follows"),
        (("--note", " "), "this cannot be recorded"),
        (("--copies", "0"), "0 is not in the range"),
    ],
)
def test_what_cannot_be_recorded_is_said_and_nothing_is_written(
    approve: Wawla, fresh_root: Path, more: tuple[str, str], said: str
):
    before = kept(fresh_root)
    done = approve(*more)
    assert said in done.stderr
    assert 2 == done.returncode
    assert before == kept(fresh_root)


def test_what_leads_nowhere_goes_to_press_only_in_a_printing_that_is_marked_as_a_sample(
    approve: Wawla, fresh_root: Path
):
    replaced(fresh_root / "mkdocs.yml", SITE, RESERVED)
    replaced(fresh_root / "series/publisher.yml", "contact:", "contact_state: example\ncontact:")
    before = kept(fresh_root)
    done = approve()
    assert 1 == done.returncode
    assert "✗ the contact orders@publisher.sample is an example" in done.stdout
    assert f"✗ {RESERVED}{FOLDER.as_posix()}/ would be printed" in done.stdout
    assert before == kept(fresh_root)
    done = approve("--sample")
    assert (
        "Approved: Second printing, March 2026, a sample, so that ordering can be tried: nothing was printed"
        in done.stdout
    )
    assert yaml.safe_load(kept(fresh_root)["printings.yml"])[-1]["sample"] is True


def test_an_edition_with_an_open_point_is_not_approved(approve: Wawla, fresh_root: Path):
    before = kept(fresh_root)
    replaced(fresh_root / PIECE, "network: harbour", "network: nowhere")
    done = approve()
    assert "Nothing was approved." in done.stderr
    assert 1 == done.returncode
    assert before == kept(fresh_root)


def test_a_file_of_that_number_in_no_entry_is_never_written_over(approve: Wawla, fresh_root: Path):
    stray = fresh_root / FOLDER / "printings/2.pdf"
    stray.write_bytes(b"%PDF-1.6 somebody's")
    done = approve()
    assert 0 != done.returncode
    assert b"%PDF-1.6 somebody's" == stray.read_bytes()
