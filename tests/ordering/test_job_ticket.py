"""What a printer relies on in a job ticket: how many to print of what, and the file that was approved."""

import datetime as dt
import hashlib
import io
import json
from dataclasses import replace
from pathlib import Path

import pdfplumber
import pytest
from packs_by_hand import ASK, FOLDERS, NOW, TALK, approve, job_for, library_of, mark, publication, registered

from wawla.building.pack_orders import typeset
from wawla.model.errors import WawlaError
from wawla.ordering.parcels.job_ticket import ticket_paper
from wawla.ordering.parcels.print_job import PrintJob, allowance, job_of
from wawla.reading.catalogue import catalogue

ORDERS = (registered(1, (ASK, 20), (TALK, 2)), registered(2, (ASK, 180)))


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return publication(tmp_path / "publication")


@pytest.mark.parametrize(
    ("copies", "more"), [(1, 5), (20, 5), (166, 5), (167, 6), (200, 6), (201, 7), (1000, 30), (1001, 31)]
)
def test_the_allowance_is_three_per_cent_rounded_up_and_at_least_five(copies: int, more: int):
    assert more == allowance(copies)


def test_the_copies_of_all_orders_are_added_up(root: Path):
    job = job_for(root, *ORDERS)
    assert [(ASK, 200, 6, 206), (TALK, 2, 5, 7)] == [
        (item.reference, item.copies, item.allowance, item.run) for item in job.items
    ]


def test_of_a_sample_nothing_is_to_be_printed(root: Path):
    mark(root, TALK, "sample: true")
    job = job_for(root, *ORDERS)
    assert [206, 0] == [item.run for item in job.items]
    assert [None, True] == [item.get("sample") for item in json.loads(job.to_json())["items"]]
    assert job == PrintJob.from_json(job.to_json())
    html = ticket_paper(job).html
    assert 1 == html.count("Not to be printed. A sample, so that ordering can be tried: nothing was printed.")
    assert 1 == html.count('<td class="number run">none: a sample</td>')


def test_the_ticket_as_data_has_everything_a_printer_asks_for(root: Path):
    data = json.loads(job_for(root, *ORDERS).to_json())
    assert {"format", "pack", "day", "orders", "publisher", "contact", "spoilage", "items"} == set(data)
    item = data["items"][0]
    facts = ("width", "height", "bleed", "pages", "binding", "spine", "standard", "condition", "copies", "run", "file")
    assert {
        "width": 210,
        "height": 297,
        "bleed": 3,
        "pages": 4,
        "binding": "saddle-stitched",
        "spine": 0,
        "standard": "PDF/X-4",
        "condition": "FOGRA39",
        "copies": 200,
        "run": 206,
        "file": "press/ask-trust-at-work-printing-1.pdf",
    } == {name: item[name] for name in facts}
    assert all(item[name] for name in ("paper", "cover_paper", "profile", "checksum"))


def test_the_ticket_names_nobody_who_has_ordered(root: Path):
    job = job_for(root, *ORDERS)
    for text in (job.to_json(), ticket_paper(job).html):
        assert [] == [word for word in ("deputy", "1 Street", "AB1 2CD", "office@") if word in text]


def test_what_was_written_down_is_read_back_unchanged(root: Path):
    job = job_for(root, *ORDERS)
    assert job == PrintJob.from_json(job.to_json())


def test_the_day_of_a_job_is_that_of_its_latest_order_wherever_the_desk_stands(root: Path):
    late = replace(ORDERS[1], added=dt.datetime(2026, 12, 1, 1, 0, tzinfo=dt.timezone(dt.timedelta(hours=5))))
    assert "2026-11-30" == job_for(root, ORDERS[0], late).day
    assert NOW.date().isoformat() == job_for(root, ORDERS[0]).day


def test_the_latest_printing_is_the_one_that_is_packed(root: Path):
    approve(root, ASK, 2)
    item = job_for(root, *ORDERS).items[0]
    assert (2, "press/ask-trust-at-work-printing-2.pdf") == (item.printing, item.file)


def test_a_changed_press_pdf_is_refused(root: Path):
    with (root / FOLDERS[ASK] / "printings/1.pdf").open("ab") as file:
        file.write(b"\n")
    with pytest.raises(WawlaError, match=r"'ASK/Trust at work', wanted by orders 1 and 2, has another press PDF"):
        job_for(root, *ORDERS)


def test_the_press_pdf_of_another_edition_is_refused_whatever_its_entry_says(root: Path):
    other = (root / FOLDERS[TALK] / "printings/1.pdf").read_bytes()
    before = hashlib.sha256((root / FOLDERS[ASK] / "printings/1.pdf").read_bytes()).hexdigest()
    register = root / FOLDERS[ASK] / "printings.yml"
    register.write_text(register.read_text().replace(before, hashlib.sha256(other).hexdigest()))
    (root / FOLDERS[ASK] / "printings/1.pdf").write_bytes(other)
    with pytest.raises(WawlaError, match=r"is of 'TALK/Sharing', and not of 'ASK/Trust at work'"):
        job_for(root, *ORDERS)


def test_an_entry_whose_checksum_git_had_otherwise_is_refused(root: Path):
    library = replace(library_of(root), first_checksums={f"{FOLDERS[ASK]}/printings/1.pdf": "0" * 64})
    known = {title.reference: title for title in catalogue(library)}
    with pytest.raises(WawlaError, match=r"was first committed with another checksum, 000000000000…"):
        job_of("pack-001", ORDERS, library, known)


def test_a_press_pdf_that_is_gone_is_refused(root: Path):
    (root / FOLDERS[ASK] / "printings/1.pdf").unlink()
    with pytest.raises(WawlaError, match="has lost its press PDF"):
        job_for(root, *ORDERS)


def test_every_edition_that_cannot_be_printed_is_named_at_once(root: Path):
    (root / FOLDERS[ASK] / "printings.yml").unlink()
    with pytest.raises(WawlaError) as refused:
        job_for(root, *ORDERS, registered(3, ("ASK/Gone", 1)))
    assert (
        "nothing was packed: 'ASK/Trust at work', wanted by orders 1 and 2, has no approved printing. Approve one with "
        '`wawla approve "ASK/Trust at work"`, or cancel the orders that want it.\n'
        "  'ASK/Gone', wanted by order 3, is in the catalogue no more. Restore its edition, or cancel the orders that "
        "want it."
    ) == str(refused.value)


@pytest.mark.slow
def test_the_ticket_on_paper_says_it_all(root: Path, tmp_path: Path):
    (pdf,) = typeset([ticket_paper(job_for(root, *ORDERS))], tmp_path)
    with pdfplumber.open(io.BytesIO(pdf)) as document:
        text = " ".join(" ".join(page.extract_text() for page in document.pages).split())
    checksum = job_for(root, *ORDERS).items[0].checksum
    for fact in (
        "ASK/Trust at work 200 6 206",
        "TALK/Sharing 2 5 7",
        "What is not spoilt of it are overs",
        "Finished size 210 × 297 mm, upright",
        "3 mm on every side",
        "4 pages, with the cover",
        "Binding saddle-stitched",
        "none: it is stapled through the fold",
        "printing condition FOGRA39, profile ISO Coated v2 300%",
        "press/ask-trust-at-work-printing-1.pdf (PDF/X-4)",
        f"SHA-256 {checksum}",
    ):
        assert fact in text
