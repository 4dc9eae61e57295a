"""Nothing is tied to one series or publisher: a publication unlike ours is checked, built, printed and ordered."""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pikepdf
import pypdfium2
import pytest
from filelock import FileLock
from other_publication import ADDRESS, EDITIONS, NAME, NETWORKS, PEOPLE, PREFIX, PUBLISHER, files, laid_out

from wawla.checking.examples import TODAY
from wawla.checking.run import check
from wawla.model import Tool
from wawla.model.orders import Order, OrderLine
from wawla.ordering.intake.order_message import message_of
from wawla.ordering.intake.read_file import read_file
from wawla.ordering.intake.validate import Accepted, Refused, validate_order
from wawla.reading.catalogue import catalogue
from wawla.reading.library import Library
from wawla.reading.reader import ReadResult, read_library
from wawla.reading.tree import Tree

OURS = re.compile(r"WAWLA|What are we learning|wawla\.example|National College|NCSL|NLiA|Network leadership in action")
"""Words of our own series, of its publisher and of its address."""


@pytest.fixture(scope="module")
def reading() -> ReadResult:
    return read_library(Tree.of(files()), TODAY)


@pytest.fixture(scope="module")
def library(reading: ReadResult) -> Library:
    return reading.library


@pytest.fixture(scope="session")
def root(shared: Path) -> Path:
    folder = shared / "other"
    with FileLock(f"{folder}.lock"):
        return folder if folder.is_dir() else laid_out(folder)


@pytest.fixture(scope="session")
def site(root: Path, run: Callable[..., Any]) -> Path:
    """Its whole site but for PDFs, which are printed below; made once in a run."""
    with FileLock(f"{root}-site.lock"):
        if not (root / "site").is_dir():
            done = run("wawla", "build", "--root", root, "--today", TODAY, "--no-pdfs")
            assert 0 == done.returncode, done.stdout + done.stderr
    return root / "site"


@pytest.fixture(scope="module")
def printed(root: Path, run: Callable[..., Any], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One edition and one piece."""
    to = tmp_path_factory.mktemp("printed")
    done = run(
        *("wawla", "print", f"{PREFIX}/Winter", "on-boats", "--for", "screen"),
        *("--root", root, "--today", TODAY, "--to", to),
    )
    assert 0 == done.returncode, done.stdout + done.stderr
    return to


def test_the_same_files_are_made_each_time():
    assert files() == files()


def test_it_is_as_unlike_ours_as_it_should_be(library: Library):
    tools = [piece for piece in library.pieces.values() if isinstance(piece, Tool)]
    assert (40, 4, [], 1) == (len(library.pieces), len(library.editions), tools, len(library.series))
    assert [] == [path for path, data in files().items() if OURS.search(data.decode())]


def test_its_check_finds_nothing(reading: ReadResult):
    assert [] == [*reading.findings, *check(reading.library)]


def test_copies_of_it_are_ordered_from_its_own_catalogue(library: Library):
    titles = [replace(each, status="in print") for each in catalogue(library)]
    assert {f"{PREFIX}/{words}" for _, words, _ in EDITIONS.values()} == {each.reference for each in titles}
    wanted = Order(
        name=PEOPLE[0],
        address="Skólavegur 1\nStykkishólmur",
        email="skoli@raddir.example",
        lines=(OrderLine(reference=f"{PREFIX}/Winter", copies=20),),
    )
    (draft,) = read_file(message_of(wanted, NAME).encode(), "order.txt")
    answer = validate_order(draft, titles)
    assert isinstance(answer, Accepted)
    assert (wanted, ()) == (answer.order, answer.questions)


def test_who_says_not_what_is_ordered_is_told_in_its_own_words(library: Library):
    (draft,) = read_file(b'{"format": "wawla-order-1", "name": "Jo", "lines": []}', "order.json")
    answer = validate_order(draft, catalogue(library))
    assert isinstance(answer, Refused)
    assert f"A line of an order reads: {PREFIX}/First weeks: 20 copies" in " ".join(answer.reasons)


@pytest.mark.slow
def test_its_site_names_its_own_publisher_networks_and_address(site: Path):
    pages = {path.relative_to(site).as_posix(): path.read_text(encoding="utf-8") for path in site.rglob("*.html")}
    assert [] == [name for name, text in pages.items() if NAME not in text]
    assert PUBLISHER in pages["series/raddir/vetur/index.html"]
    assert [] == [title for title, _, _ in NETWORKS.values() if title not in pages["networks/index.html"]]
    assert f"<loc>{ADDRESS}accounts_of_practice/with-kitchens/</loc>" in (site / "sitemap.xml").read_text(
        encoding="utf-8"
    )


@pytest.mark.slow
def test_its_site_says_no_word_of_ours(site: Path):
    texts = [path for path in site.rglob("*") if path.is_file() and path.suffix not in (".woff2", ".gz", ".png")]
    assert len(texts) > 100
    assert {} == {
        str(path): found for path in texts if (found := OURS.findall(path.read_bytes().decode(errors="replace")))
    }


@pytest.mark.slow
def test_its_pdfs_say_what_it_is_and_no_word_of_ours(printed: Path):
    said = {file.name: " ".join(words_of(file)) for file in sorted(printed.iterdir())}
    assert [f"{PREFIX}-Winter.pdf", "on-boats.pdf"] == list(said)
    assert [] == [name for name, text in said.items() if OURS.search(text)]
    assert PUBLISHER in said[f"{PREFIX}-Winter.pdf"]


def words_of(file: Path) -> Iterator[str]:
    """What a PDF says on its pages and about itself."""
    with pypdfium2.PdfDocument(file) as pdf:
        yield from (" ".join(page.get_textpage().get_text_bounded().split()) for page in pdf)
    with pikepdf.open(file) as pdf, pdf.open_metadata() as meta:
        yield f"{dict(pdf.docinfo)} {meta}"
