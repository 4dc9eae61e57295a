"""What tests of packs share: a publication with approved printings, orders for it, and papers quickly set."""

import datetime as dt
import hashlib
import io
import shutil
from collections.abc import Sequence
from pathlib import Path

import pikepdf
from folders import SAMPLE

from wawla.checking.examples import TODAY
from wawla.model import Printing
from wawla.model.orders import Order, OrderLine
from wawla.ordering.parcels.document import PackDocument
from wawla.ordering.parcels.pack_folder import is_whole
from wawla.ordering.parcels.print_job import PrintJob, job_of
from wawla.ordering.register.register import Register
from wawla.ordering.register.stored_order import StoredOrder
from wawla.printing.approving import entry
from wawla.reading.catalogue import catalogue
from wawla.reading.library import Library
from wawla.reading.reader import read_library
from wawla.reading.tree import tree_on_disk

NOW = dt.datetime(2026, 11, 25, 9, 30, tzinfo=dt.UTC)
ASK, TALK = "ASK/Trust at work", "TALK/Sharing"
FOLDERS = {ASK: "series/ask/trust-at-work", TALK: "series/talk/sharing-the-lead"}
MM = 72 / 25.4


def press_pdf(mark: str, pages: int = 4) -> bytes:
    """A press PDF of empty A4 pages with 3 mm of bleed, for FOGRA39."""
    pdf = pikepdf.new()
    for _ in range(pages):
        page = pdf.add_blank_page(page_size=(236 * MM, 323 * MM))
        page.obj.TrimBox = pikepdf.Array([13 * MM, 13 * MM, 223 * MM, 310 * MM])
        page.obj.BleedBox = pikepdf.Array([10 * MM, 10 * MM, 226 * MM, 313 * MM])
    intent = pikepdf.Dictionary(
        Type=pikepdf.Name.OutputIntent,
        S=pikepdf.Name.GTS_PDFX,
        OutputConditionIdentifier="FOGRA39",
        Info="ISO Coated v2 300% (basICColor)",
    )
    pdf.Root.OutputIntents = pikepdf.Array([intent])
    pdf.docinfo["/GTS_PDFXVersion"] = "PDF/X-4"
    pdf.docinfo["/Title"] = mark
    pdf.docinfo["/Keywords"] = mark.rpartition(" ")[0]  # the reference, before the number of the printing
    buffer = io.BytesIO()
    pdf.save(buffer, deterministic_id=True)
    return buffer.getvalue()


def approve(root: Path, reference: str, number: int = 1) -> None:
    """Store one more printing of an edition."""
    folder = root / FOLDERS[reference]
    data = press_pdf(f"{reference} {number}")
    (folder / "printings").mkdir(exist_ok=True)
    (folder / f"printings/{number}.pdf").write_bytes(data)
    printing = Printing(
        number=number,
        on=f"2026-0{number}-01",
        copies=500,
        note="Approved.",
        pages=4,
        width=210,
        height=297,
        binding="saddle-stitched",
        spine=0,
        checksum=hashlib.sha256(data).hexdigest(),
        pieces=(),
    )
    with (folder / "printings.yml").open("a", encoding="utf-8") as register:
        register.write(entry(printing).replace("  pieces:\n", ""))


def mark(root: Path, reference: str, words: str) -> None:
    """Add a field to the first printing of an edition, such as `sample: true`."""
    register = root / FOLDERS[reference] / "printings.yml"
    text = register.read_text(encoding="utf-8")
    register.write_text(text.replace("- number: 1\n", f"- number: 1\n  {words}\n"), encoding="utf-8")


def publication(root: Path) -> Path:
    """The sample with one printing of each of its two editions, made here."""
    shutil.copytree(SAMPLE, root, ignore=shutil.ignore_patterns("printings", "printings.yml"))
    for reference in FOLDERS:
        approve(root, reference)
    return root


def library_of(root: Path) -> Library:
    return read_library(tree_on_disk(root), TODAY).library


def order(*lines: tuple[str, int], **fields: str) -> Order:
    """An order for these copies."""
    person = {"name": "The deputy head", "organisation": "A primary school", "address": "1 Street\nTown\nAB1 2CD"}
    whole = {**person, "email": "office@school.example", **fields}
    return Order(**whole, lines=[OrderLine(reference=reference, copies=copies) for reference, copies in lines])


def registered(number: int, *lines: tuple[str, int], **fields: str) -> StoredOrder:
    """An order as the register holds it."""
    return StoredOrder(number, order(*(lines or ((ASK, 20),)), **fields), "received", NOW, (), "", False)


def fill(file: Path, *orders: Order) -> Path:
    """A register with these received orders."""
    with Register(file) as register:
        for number, each in enumerate(orders or (order((ASK, 20), (TALK, 2)), order((ASK, 150))), 1):
            register.add(each, f"mail {number}", NOW)
    return file


def states(file: Path) -> list[str]:
    """The state of every order."""
    with Register(file) as register:
        return [each.state for each in register.orders()]


def sound_packs(file: Path, to: Path) -> list[str]:
    """The names of the packs in a folder; each is whole, and noted in the register with all of its orders."""
    with Register(file) as register:
        known = {pack.name: pack for pack in register.packs()}
        held = {each.number: each.pack for each in register.orders() if each.state == "packed"}
    names = sorted(each.name for each in to.iterdir() if not each.name.startswith("."))
    for name in names:
        assert is_whole(to / name, known[name].sums)
        assert {name} == {held[number] for number in PrintJob.from_json(known[name].job).orders}
    return names


def quickly_set(papers: Sequence[PackDocument], temporary: Path) -> list[bytes]:
    """Stand-ins for PDFs, that differ where their papers do; something passes through the folder."""
    (temporary / "half-set").write_text("a name")
    return [f"%PDF {paper.name}\n{paper.html}".encode() for paper in papers]


def job_for(root: Path, *orders: StoredOrder, pack: str = "pack-001") -> PrintJob:
    """The job for these orders."""
    library = library_of(root)
    return job_of(pack, orders, library, {title.reference: title for title in catalogue(library)})
