"""What a clerk relies on in `wawla order pack`: a file that came in becomes a folder for the printer, once."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pdfplumber
import pikepdf
import pytest
from packs_by_hand import ASK, FOLDERS, NOW, TALK, fill, order, publication, sound_packs, states
from verapdf import JARS, REQUIRED

from wawla.ordering.register.register import Register
from wawla.printing.ua_check import ask_verapdf, missing

pytestmark = pytest.mark.slow

Run = Callable[..., subprocess.CompletedProcess[str]]
ORDER = {
    "format": "wawla-order-1",
    "name": "The deputy head",
    "address": "1 Street\nTown\nAB1 2CD",
    "email": "office@school.example",
    "lines": [{"reference": ASK, "copies": 20}, {"reference": TALK, "copies": 1}],
}


@pytest.fixture(scope="module")
def shop(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A publication with printings; tests change nothing in it, and have registers of their own."""
    return publication(tmp_path_factory.mktemp("shop") / "publication")


@pytest.fixture(scope="module")
def packed(shop: Path, run: Run, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """From the file of an order to its pack; the folder, and what was said."""
    desk = tmp_path_factory.mktemp("desk")
    (desk / "order.json").write_text(json.dumps(ORDER), encoding="utf-8")
    added = run("wawla", "order", "add", desk / "order.json", "--root", shop, "--register", desk / "orders.sqlite")
    assert (0, "") == (added.returncode, added.stderr)
    made = run("wawla", "order", "pack", "--to", desk / "packs", "--root", shop, "--register", desk / "orders.sqlite")
    assert (0, "") == (made.returncode, made.stderr)
    assert ["pack-001"] == sound_packs(desk / "orders.sqlite", desk / "packs")
    return desk / "packs/pack-001", made.stdout


def test_from_the_file_of_an_order_to_the_folder_for_the_printer(packed: tuple[Path, str]):
    folder, said = packed
    assert [
        f"pack-001 is in {folder}: 1 order.",
        "  ASK/Trust at work  20 ordered + 5 for spoilage = 25 to print",
        "  TALK/Sharing  1 ordered + 5 for spoilage = 6 to print",
        "READ-ME.txt in it says what each file is for. The pack holds names and addresses.",
    ] == said.splitlines()
    ticket = json.loads((folder / "job-ticket.json").read_text(encoding="utf-8"))
    assert [20, 1] == [item["copies"] for item in ticket["items"]]


def test_nothing_that_is_said_names_anybody(packed: tuple[Path, str]):
    assert [] == [word for word in ("deputy", "Street", "office@") if word in packed[1]]


def test_there_is_a_slip_with_the_order_and_its_lines(packed: tuple[Path, str]):
    with pdfplumber.open(packed[0] / "packing-slips.pdf") as document:
        (page,) = document.pages
        text = page.extract_text()
    for line in ("Packing slip, order 1", "The deputy head", "AB1 2CD", "ASK/Trust at work 20", "In this parcel 21"):
        assert line in text


@pytest.mark.parametrize("name", ["job-ticket", "labels", "packing-slips"])
def test_every_paper_can_be_read_aloud(packed: tuple[Path, str], name: str):
    with pikepdf.open(packed[0] / f"{name}.pdf") as pdf:
        assert ("en-GB", True) == (str(pdf.Root.Lang), bool(pdf.Root.MarkInfo.Marked))
        assert f"{pdf.docinfo['/Title']}".endswith("pack-001")


@pytest.mark.java
def test_every_paper_is_pdf_ua(packed: tuple[Path, str]):
    reason = missing(JARS)
    if reason and not REQUIRED:
        pytest.skip(f"Tests that ask veraPDF are skipped: {reason}")
    assert [] == [str(verdict) for verdict in ask_verapdf(sorted(packed[0].glob("*.pdf")), JARS) if not verdict.passed]


def test_the_same_orders_give_the_same_bytes_anywhere(shop: Path, run: Run, tmp_path: Path):
    made = []
    for name, zone, seed in (("one", "Pacific/Auckland", "1"), ("other", "America/Los_Angeles", "2")):
        desk = tmp_path / name
        desk.mkdir()
        fill(desk / "orders.sqlite")
        done = run(
            *("wawla", "order", "pack", "--to", "packs", "--root", shop, "--register", "orders.sqlite"),
            cwd=desk,
            env={"TZ": zone, "PYTHONHASHSEED": seed},
        )
        assert 0 == done.returncode, done.stderr
        folder = desk / "packs/pack-001"
        made.append({each.relative_to(folder): each.read_bytes() for each in folder.rglob("*") if each.is_file()})
    assert made[0] == made[1]


def test_a_pack_can_be_made_again(shop: Path, run: Run, tmp_path: Path):
    file = fill(tmp_path / "orders.sqlite")
    where = ("--root", shop, "--register", file)
    run("wawla", "order", "pack", "--to", tmp_path / "packs", *where)
    again = run("wawla", "order", "pack", "--again", "pack-001", "--to", tmp_path / "again", *where)
    assert (0, "") == (again.returncode, again.stderr)
    sums = [(tmp_path / name / "pack-001/SHA256SUMS").read_bytes() for name in ("packs", "again")]
    assert sums[0] == sums[1]


def test_nothing_received_is_said_and_nothing_is_made(shop: Path, run: Run, tmp_path: Path):
    file = fill(tmp_path / "orders.sqlite", order((ASK, 1)))
    with Register(file) as register:
        register.move(1, "cancelled", NOW, "A telephone call.")
    done = run("wawla", "order", "pack", "--to", tmp_path / "packs", "--root", shop, "--register", file)
    said = "There is no order to pack now, so nothing was made.\n"
    assert (0, said, "", False) == (done.returncode, done.stdout, done.stderr, (tmp_path / "packs").exists())


def test_an_order_for_two_series_waits_where_one_is_packed(shop: Path, run: Run, tmp_path: Path):
    file = fill(tmp_path / "orders.sqlite", order((ASK, 1), (TALK, 1)))
    done = run(
        *("wawla", "order", "pack", "--series", "ask", "--to", tmp_path / "packs", "--root", shop, "--register", file)
    )
    assert [
        "Order 1 asks for other series too, and waits: an order is packed whole.",
        "There is no order to pack now, so nothing was made.",
    ] == done.stdout.splitlines()
    assert ["received"] == states(file)


def test_a_series_that_is_not_there_is_named(shop: Path, run: Run, tmp_path: Path):
    file = fill(tmp_path / "orders.sqlite")
    done = run("wawla", "order", "pack", "--series", "X", "--to", tmp_path, "--root", shop, "--register", file)
    assert (2, "wawla: there is no series 'X'. There are: ASK, TALK.\n") == (done.returncode, done.stderr)


def test_a_changed_press_pdf_is_refused_in_a_sentence(run: Run, tmp_path: Path):
    root, file = publication(tmp_path / "publication"), fill(tmp_path / "orders.sqlite")
    (root / FOLDERS[TALK] / "printings/1.pdf").write_bytes(b"%PDF-1.6 another")
    done = run("wawla", "order", "pack", "--to", tmp_path / "packs", "--root", root, "--register", file)
    assert 2 == done.returncode
    assert done.stderr.startswith(
        "wawla: nothing was packed: 'TALK/Sharing', wanted by order 1, has another press PDF than the one that was "
        "approved"
    )
    assert (["received", "received"], False) == (states(file), (tmp_path / "packs").exists())


def test_a_folder_that_cannot_be_written_is_one_sentence(shop: Path, run: Run, tmp_path: Path):
    file = fill(tmp_path / "orders.sqlite")
    (tmp_path / "a file").touch()
    to = tmp_path / "a file/packs"
    done = run("wawla", "order", "pack", "--to", to, "--root", shop, "--register", file)
    reason = f"{to}: a file stands where a folder has to be. Move the file away, or name another place."
    said = f"wawla: {to} cannot be written, and nothing was put there. {reason}\n"
    assert (2, said) == (done.returncode, done.stderr)
    assert ["received", "received"] == states(file)


def test_two_packs_at_once_pack_each_order_once(shop: Path, tmp_path: Path):
    file, to = fill(tmp_path / "orders.sqlite"), tmp_path / "packs"
    clerks = [started(shop, file, to) for _ in range(2)]
    assert [0, 0] == [clerk.wait(timeout=300) for clerk in clerks]
    assert (["packed", "packed"], ["pack-001"]) == (states(file), sound_packs(file, to))


def arguments(root: Path, file: Path, to: Path) -> list[str]:
    return ["order", "pack", "--root", str(root), "--register", str(file), "--to", str(to)]


def started(root: Path, file: Path, to: Path) -> subprocess.Popen[bytes]:
    """A command that packs, at work."""
    command = [sys.executable, "-m", "wawla.commands.main", *arguments(root, file, to)]
    return subprocess.Popen(command, stdout=subprocess.DEVNULL, env={**os.environ, "TMPDIR": str(passing_of(to))})


def passing_of(to: Path) -> Path:
    """The folder for temporary files of a command that packs into `to`."""
    passing = to.parent / "passing"
    passing.mkdir(exist_ok=True)
    return passing
