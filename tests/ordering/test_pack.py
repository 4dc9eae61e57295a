"""What the desk relies on in packing: an order is packed once, whole and from approved files, whatever happens."""

import csv
import datetime as dt
import hashlib
import io
import os
import re
import shutil
import subprocess
import sys
import threading
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pdfplumber
import pytest
from packs_by_hand import (
    ASK,
    FOLDERS,
    MM,
    NOW,
    TALK,
    approve,
    fill,
    library_of,
    mark,
    order,
    publication,
    quickly_set,
    registered,
    sound_packs,
    states,
)

from wawla.model.errors import WawlaError
from wawla.ordering.parcels.document import PackDocument
from wawla.ordering.parcels.pack import Packer, PackResult
from wawla.ordering.parcels.pack_folder import PackFolder, is_whole
from wawla.ordering.parcels.packing_slips import slips_pdf
from wawla.ordering.register.packs import Pack
from wawla.ordering.register.register import Register

FILES = {
    "READ-ME.txt",
    "SHA256SUMS",
    "delivery-list.csv",
    "job-ticket.json",
    "job-ticket.pdf",
    "labels.pdf",
    "packing-slips.pdf",
    "press/ask-trust-at-work-printing-1.pdf",
    "press/talk-sharing-the-lead-printing-1.pdf",
}


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Read by tests; one that changes something takes a copy."""
    return publication(tmp_path_factory.mktemp("desk") / "publication")


@pytest.fixture
def to(tmp_path: Path) -> Path:
    folder = tmp_path / "packs"
    folder.mkdir()
    return folder


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A register with two received orders."""
    return fill(tmp_path / "orders.sqlite")


def pack(file: Path, root: Path, to: Path, series: str = "") -> PackResult | None:
    library = library_of(root)
    with Packer(file, library, quickly_set) as packer:
        packer.take_up()
        return packer.pack(to, NOW, library.series[series] if series else None)


def contents(folder: Path) -> dict[str, bytes]:
    return {each.relative_to(folder).as_posix(): each.read_bytes() for each in folder.rglob("*") if each.is_file()}


def slips(folder: Path) -> list[str]:
    """The text of every slip."""
    return read((folder / "packing-slips.pdf").read_bytes())


def read(pdf: bytes) -> list[str]:
    """The text of every page."""
    with pdfplumber.open(io.BytesIO(pdf)) as document:
        return [page.extract_text() for page in document.pages]


def table(folder: Path) -> list[list[str]]:
    return list(csv.reader(io.StringIO((folder / "delivery-list.csv").read_text(encoding="utf-8-sig"), newline="")))


def test_a_pack_holds_everything_a_printer_asks_for(file: Path, root: Path, to: Path):
    packed = pack(file, root, to)
    assert FILES == set(contents(packed.folder))
    assert ["packed", "packed"] == states(file)
    assert ["pack-001"] == sound_packs(file, to)


def test_the_press_pdfs_are_those_that_were_approved(file: Path, root: Path, to: Path):
    packed = pack(file, root, to)
    for item in packed.job.items:
        assert (root / item.source).read_bytes() == (packed.folder / item.file).read_bytes()


def test_the_checksums_are_those_that_sha256sum_compares(file: Path, root: Path, to: Path):
    folder = pack(file, root, to).folder
    lines = (folder / "SHA256SUMS").read_text(encoding="ascii").splitlines()
    assert FILES - {"SHA256SUMS"} == {line[66:] for line in lines}
    assert [f"{hashlib.sha256((folder / line[66:]).read_bytes()).hexdigest()}  {line[66:]}" for line in lines] == lines


def test_nobody_else_may_read_a_pack(file: Path, root: Path, to: Path):
    assert 0o700 == pack(file, root, to).folder.stat().st_mode & 0o777


def test_the_delivery_list_has_a_row_for_each_order_and_a_column_for_each_printing(file: Path, root: Path, to: Path):
    heads, first, second = table(pack(file, root, to).folder)
    assert ["order", "name", "role", "organisation", "address", "email", "note", "label", "copies", ASK, TALK] == heads
    assert ["1", "22", "20", "2"] == [first[0], *first[8:]]
    assert ["2", "150", "150", "0"] == [second[0], *second[8:]]
    assert "1 Street\nTown\nAB1 2CD" == first[4]


def test_no_cell_of_the_delivery_list_is_a_formula(tmp_path: Path, root: Path, to: Path):
    person = {"name": "=1+1", "organisation": "@SUM(A1)", "address": "-2\n+3", "note": "=HYPERLINK(1)"}
    file = fill(tmp_path / "orders.sqlite", order((ASK, 1), **person))
    row = table(pack(file, root, to).folder)[1]
    assert [] == [cell for cell in row if cell.startswith(("=", "+", "-", "@"))]


def test_a_label_that_needs_a_look_is_named_in_the_list_and_in_the_read_me(tmp_path: Path, root: Path, to: Path):
    file = fill(tmp_path / "orders.sqlite", order((ASK, 1)), order((ASK, 1), name="שלום"))
    folder = pack(file, root, to).folder
    assert ["", "letters missing: write this label by hand"] == [row[7] for row in table(folder)[1:]]
    assert (folder / "READ-ME.txt").read_text().endswith("  order 2: letters missing: write this label by hand\n")


def test_a_slip_says_whose_it_is_and_what_is_in_the_parcel(file: Path, root: Path, to: Path):
    first, second = slips(pack(file, root, to).folder)
    assert [
        "Packing slip, order 1",
        "The deputy head",
        "A primary school",
        "1 Street",
        "Town",
        "AB1 2CD",
        "Packed Reference and title Copies",
        "☐ ASK/Trust at work 20",
        "Trust & “ties”: are 5 < 6 schools > 4?",
        "☐ TALK/Sharing 2",
        "Sharing the lead",
        "In this parcel 22",
        "Ordered on 25 November 2026; packed with pack-001.",
        "Is something missing? Write to orders@publisher.sample and name order 1.",
        "A sample publisher",
    ] == first.splitlines()
    assert second.startswith("Packing slip, order 2\n")


def test_hostile_text_stays_text_on_a_slip(root: Path, to: Path, tmp_path: Path):
    person = {"name": "<script>alert(1)</script>", "note": "{{ 7 * 7 }} (Tj) ET\nOrder 99"}
    file = fill(tmp_path / "orders.sqlite", order((ASK, 1), **person))
    (slip,) = slips(pack(file, root, to).folder)
    assert "<script>alert(1)</script>\n" in slip
    assert "{{ 7 * 7 }} (Tj) ET\nOrder 99\n" in slip


@pytest.mark.slow
def test_a_long_order_goes_on_on_a_next_page_and_nothing_of_it_is_lost(root: Path, file: Path, to: Path):
    job = pack(file, root, to).job
    many = [(f"{ASK} {number}", number) for number in range(1, 101)]
    titles = tuple(replace(job.items[0], reference=reference) for reference, _ in many)
    long = registered(7, *many, address="Line\n" * 60 + "Town", note="word " * 390)
    made = read(slips_pdf(replace(job, items=titles), [long]))
    assert {"Packing slip, order 7, continued"} == {page.splitlines()[0] for page in made[1:]}
    text = " ".join(made)
    assert [60, 390] == [text.count("Line"), text.count("word")]
    assert list(range(1, 101)) == [int(copies) for copies in re.findall(r"ASK/Trust at work \d+ (\d+)", text)]
    assert "In this parcel 5050" in text


@pytest.mark.slow
def test_everything_of_a_slip_is_on_its_page(root: Path, file: Path, to: Path):
    job = pack(file, root, to).job
    wide = registered(7, (ASK, 1), name="W" * 200, address="\n".join("M" * 99 for _ in range(20)), note="m" * 2000)
    with pdfplumber.open(io.BytesIO(slips_pdf(job, [wide]))) as document:
        outside = [
            each["text"]
            for page in document.pages
            for each in page.chars
            if not (
                19 * MM < each["x0"] and each["x1"] < 191 * MM and 19 * MM < each["top"] and each["bottom"] < 282 * MM
            )
        ]
    assert [] == outside


def test_where_nothing_was_received_nothing_is_made(file: Path, root: Path, to: Path):
    pack(file, root, to)
    assert None is pack(file, root, to)
    assert ["pack-001"] == sound_packs(file, to)


def test_what_comes_later_goes_into_the_next_pack(file: Path, root: Path, to: Path):
    pack(file, root, to)
    with Register(file) as register:
        register.add(order((TALK, 1)), "another mail", NOW)
    assert (3,) == pack(file, root, to).job.orders
    assert ["pack-001", "pack-002"] == sound_packs(file, to)


def test_with_a_series_an_order_that_asks_for_another_too_waits_whole(file: Path, root: Path, to: Path):
    assert (2,) == pack(file, root, to, "ask").job.orders
    assert ["received", "packed"] == states(file)
    assert None is pack(file, root, to, "talk")
    with Packer(file, library_of(root), quickly_set) as packer:
        assert [1] == [each.number for each in packer.chosen(library_of(root).series["talk"])[1]]
    assert (1,) == pack(file, root, to).job.orders


def test_one_order_that_cannot_be_printed_stops_the_whole_pack(file: Path, root: Path, to: Path, tmp_path: Path):
    changed = Path(shutil.copytree(root, tmp_path / "changed"))
    (changed / FOLDERS[TALK] / "printings/1.pdf").write_bytes(b"%PDF-1.6 another")
    with pytest.raises(WawlaError, match=r"^nothing was packed: 'TALK/Sharing', wanted by order 1, has another press"):
        pack(file, changed, to)
    assert (["received", "received"], []) == (states(file), list(to.iterdir()))


def test_a_pack_is_not_made_again_from_another_press_pdf(file: Path, root: Path, to: Path, tmp_path: Path):
    changed = Path(shutil.copytree(root, tmp_path / "changed"))
    with Packer(file, library_of(changed), quickly_set) as packer:
        packer.pack(to, NOW)
        for item in (changed / FOLDERS[ASK] / "printings").iterdir():
            item.write_bytes(b"%PDF-1.6 another")
        with pytest.raises(WawlaError, match="has another press PDF"):
            packer.again("pack-001", tmp_path / "again")
    assert [] == list((tmp_path / "again").iterdir())


WITHDRAWN = "withdrawn: it lacks a page"


def test_a_printing_that_was_withdrawn_is_not_packed_and_its_reason_is_said(file: Path, root: Path, to: Path, tmp_path):
    changed = Path(shutil.copytree(root, tmp_path / "changed"))
    mark(changed, TALK, WITHDRAWN)
    said = (
        r"^nothing was packed: 'TALK/Sharing', wanted by order 1, has a printing that was withdrawn: it lacks a page\."
    )
    with pytest.raises(WawlaError, match=said):
        pack(file, changed, to)
    assert ["received", "received"] == states(file)
    approve(changed, TALK, 2)
    assert [1, 2] == [item.printing for item in pack(file, changed, to).job.items]


def test_a_pack_is_not_made_again_with_a_printing_that_was_withdrawn_since(file: Path, root: Path, to: Path, tmp_path):
    pack(file, root, to)
    changed = Path(shutil.copytree(root, tmp_path / "changed"))
    mark(changed, ASK, WITHDRAWN)
    said = r"pack-001 holds what has been withdrawn since. 'ASK/Trust at work': it lacks a page. Nothing was packed."
    with Packer(file, library_of(changed), quickly_set) as packer, pytest.raises(WawlaError, match=said):
        packer.again("pack-001", tmp_path / "again")


@pytest.mark.parametrize("trouble", [OSError(28, "No space left on device"), WawlaError("the papers cannot be set.")])
def test_whatever_goes_wrong_while_it_is_made_nothing_is_marked_or_left(file, root, to, trouble: Exception):
    def failing(papers: Sequence[PackDocument], temporary: Path) -> list[bytes]:
        (temporary / "half-set").write_text("a name")
        raise trouble

    with Packer(file, library_of(root), failing) as packer, pytest.raises(WawlaError):
        packer.pack(to, NOW)
    assert (["received", "received"], []) == (states(file), list(to.iterdir()))


def test_a_full_disk_is_said_in_a_sentence(file: Path, root: Path, to: Path, monkeypatch: pytest.MonkeyPatch):
    def full(_handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("wawla.ordering.parcels.pack_folder.os.fsync", full)
    with pytest.raises(WawlaError) as said:
        pack(file, root, to)
    reason = f"{to}: there is no space left on the disk. Make room, or name another place; then try again."
    assert f"{to} cannot be written, and nothing was put there. {reason}" == str(said.value)
    assert (["received", "received"], []) == (states(file), list(to.iterdir()))


def test_a_folder_that_cannot_be_made_is_said_in_a_sentence(file: Path, root: Path, tmp_path: Path):
    (tmp_path / "a file").touch()
    with pytest.raises(WawlaError, match="cannot be written"):
        pack(file, root, tmp_path / "a file" / "packs")
    assert ["received", "received"] == states(file)


def test_what_stands_in_the_place_of_a_pack_is_never_touched(file: Path, root: Path, to: Path):
    (to / "pack-001").mkdir()
    (to / "pack-001/letter.txt").write_text("mine")
    with pytest.raises(WawlaError, match=r"pack-001 is there already\. Move it away, or name another folder: --to"):
        pack(file, root, to)
    assert ("mine", ["received", "received"]) == ((to / "pack-001/letter.txt").read_text(), states(file))


def test_an_order_that_is_cancelled_while_it_is_packed_is_in_no_pack(file: Path, root: Path, to: Path):
    def interrupted(papers: Sequence[PackDocument], temporary: Path) -> list[bytes]:
        with Register(file) as register:
            if register.order(1).state == "received":
                register.move(1, "cancelled", NOW, "A telephone call.")
        return quickly_set(papers, temporary)

    with Packer(file, library_of(root), interrupted) as packer:
        assert (2,) == packer.pack(to, NOW).job.orders
    assert ["cancelled", "packed"] == states(file)
    assert ["pack-001"] == sorted(each.name for each in to.iterdir())


def test_orders_can_be_added_while_a_pack_is_made(file: Path, root: Path, to: Path):
    def meanwhile(papers: Sequence[PackDocument], temporary: Path) -> list[bytes]:
        with Register(file) as register:
            register.add(order((ASK, 1)), "a third mail", NOW)
        return quickly_set(papers, temporary)

    with Packer(file, library_of(root), meanwhile) as packer:
        assert (1, 2) == packer.pack(to, NOW).job.orders
    assert ["packed", "packed", "received"] == states(file)


def test_two_packs_at_once_pack_each_order_once(file: Path, root: Path, to: Path):
    made: list[PackResult | None] = []
    clerks = [threading.Thread(target=lambda: made.append(pack(file, root, to))) for _ in range(2)]
    for clerk in clerks:
        clerk.start()
    for clerk in clerks:
        clerk.join()
    assert [(1, 2)] == [packed.job.orders for packed in made if packed]
    assert ["pack-001"] == sound_packs(file, to)


def test_who_waits_too_long_for_another_is_told(file: Path, root: Path):
    library = library_of(root)
    with (
        Packer(file, library, quickly_set),
        pytest.raises(WawlaError, match="another command is still packing"),
        Packer(file, library, quickly_set, patience=0),
    ):
        pass


def test_the_same_orders_give_the_same_bytes_on_another_day(root: Path, tmp_path: Path):
    made = []
    for name, day in (("one", NOW), ("other", NOW + dt.timedelta(days=40))):
        file = fill(tmp_path / f"{name}.sqlite")
        with Packer(file, library_of(root), quickly_set) as packer:
            made.append(contents(packer.pack(tmp_path / name, day).folder))
    assert made[0] == made[1]


def test_a_pack_that_is_made_again_is_the_same(file: Path, root: Path, to: Path, tmp_path: Path):
    first = pack(file, root, to)
    changed = Path(shutil.copytree(root, tmp_path / "changed"))
    approve(changed, ASK, 2)
    with Register(file) as register:
        register.move(1, "cancelled", NOW, "A telephone call.")
    with Packer(file, library_of(changed), quickly_set) as packer:
        again = packer.again("pack-001", tmp_path / "again")
    assert contents(first.folder) == contents(again.folder)
    assert again.same


def test_a_pack_that_comes_out_otherwise_says_so(file: Path, root: Path, to: Path, tmp_path: Path):
    pack(file, root, to)
    with Packer(file, library_of(root), lambda papers, _: [b"%PDF"] * len(papers)) as packer:
        assert not packer.again("pack-001", tmp_path / "again").same


def test_a_pack_whose_names_are_forgotten_cannot_be_made_again(file: Path, root: Path, to: Path, tmp_path: Path):
    pack(file, root, to)
    with Register(file) as register:
        register.move(1, "sent", NOW)
        register.forget(NOW.date() + dt.timedelta(days=1), NOW)
    with (
        Packer(file, library_of(root), quickly_set) as packer,
        pytest.raises(WawlaError, match=r"the names and addresses of pack-001 have been forgotten \(order 1\)"),
    ):
        packer.again("pack-001", tmp_path / "again")


def test_a_pack_that_never_was_is_said_to_be_unknown(file: Path, root: Path, to: Path):
    with Packer(file, library_of(root), quickly_set) as packer:
        with pytest.raises(WawlaError, match=r"there is no pack 'pack-009'. Nothing has been packed yet"):
            packer.again("pack-009", to)
        packer.pack(to, NOW)
        with pytest.raises(WawlaError, match="The packs are pack-001"):
            packer.again("pack-009", to)


@pytest.mark.slow
def test_killed_at_any_step_it_is_packed_once(tmp_path: Path):
    done = subprocess.run(
        [sys.executable, Path(__file__).with_name("killed.py"), tmp_path],
        capture_output=True,
        text=True,
        check=False,
        timeout=300,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
    )
    assert "" == done.stderr
    runs = [line.split(" ", 1)[1] for line in done.stdout.splitlines()]
    nothing = "received received 0 True packed packed pack-001"
    unplaced = "packed packed 0 False packed packed pack-001"
    placed = "packed packed 1 False packed packed pack-001"
    assert {nothing, unplaced, placed} == set(runs)
    assert sorted(runs, key=(nothing, unplaced, placed).index) == runs
    assert len(runs) > 100


def left_unplaced(file: Path, root: Path, to: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Stop a command between the commit and the rename."""

    class Stopped(BaseException):
        pass

    def stop(*_: object) -> Path:
        raise Stopped

    with monkeypatch.context() as patch:
        patch.setattr(PackFolder, "put", stop)
        with pytest.raises(Stopped):
            pack(file, root, to)


def test_a_pack_left_unplaced_is_put_in_its_place(file: Path, root: Path, to: Path, monkeypatch):
    left_unplaced(file, root, to, monkeypatch)
    assert (["packed", "packed"], []) == (states(file), sound_packs(file, to))
    with Packer(file, library_of(root), lambda *_: pytest.fail("it is there already")) as packer:
        assert [f"pack-001 had been left unfinished, and is now in {to}/pack-001."] == packer.take_up()
    assert ["pack-001"] == sound_packs(file, to)


def test_a_pack_left_unplaced_and_then_lost_is_made_again(file: Path, root: Path, to: Path, monkeypatch):
    left_unplaced(file, root, to, monkeypatch)
    for left in to.iterdir():
        shutil.rmtree(left)
    with Packer(file, library_of(root), quickly_set) as packer:
        packer.take_up()
    assert ["pack-001"] == sound_packs(file, to)


def test_a_pack_whose_folder_has_gone_is_said_and_holds_up_no_other(file, root, to, tmp_path, monkeypatch):
    left_unplaced(file, root, to, monkeypatch)
    shutil.rmtree(to)
    to.touch()
    with Packer(file, library_of(root), quickly_set) as packer:
        (said,) = packer.take_up()
        assert f"pack-001 had been left unfinished, and cannot be put into {to}" in said
        assert "wawla order pack --again pack-001 --to DIR" in said
        assert packer.again("pack-001", tmp_path / "again").same
        assert [] == packer.take_up()


def test_only_its_own_leavings_are_swept(file: Path, root: Path, to: Path, tmp_path: Path):
    own, other = PackFolder(to, file).fresh("pack-001"), PackFolder(to, tmp_path / "other.sqlite").fresh("pack-001")
    pack(file, root, to)
    assert (False, True) == (own.exists(), other.exists())


def test_a_folder_with_a_changed_file_is_no_whole_pack(file: Path, root: Path, to: Path):
    folder = pack(file, root, to).folder
    with Register(file) as register:
        (known,) = register.packs()
    assert is_whole(folder, known.sums)
    (folder / "labels.pdf").write_bytes(b"%PDF")
    assert not is_whole(folder, known.sums)


def test_the_register_of_packs_names_nobody(file: Path, root: Path, to: Path):
    pack(file, root, to)
    with Register(file) as register:
        (known,) = register.packs()
    assert [] == [word for word in ("deputy", "1 Street", "office@") if word in known.job]


def test_a_pack_is_noted_within_packing_alone(file: Path):
    with Register(file) as register, pytest.raises(RuntimeError):
        register.add_pack(Pack("pack-001", "{}", "", ""))
