"""A kind of piece that there has never been: a row in the table, its model, and everything else follows.

The package is copied and gets the kind as a programmer would add it; the sample publication gets one piece of it.
"""

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping
from html import unescape
from pathlib import Path

import pikepdf
import pypdfium2
import pytest
from filelock import FileLock
from folders import ROOT

from wawla.checking.examples import TODAY

pytestmark = pytest.mark.slow

MODEL = '''"""What somebody said when asked."""

from __future__ import annotations

from typing import ClassVar

from wawla.model.fields import Line, field
from wawla.model.pieces import Piece


class Interview(Piece):
    """What one person said, in questions and answers."""

    word: ClassVar[str] = "interview"

    interviewee: Line = field("Who was asked", "The role of the person who was asked.", "A governor")
'''
ROW = """_TABLE = (
    PieceKind(
        name="interview",
        word="interview",
        words="interviews",
        title="Interview",
        titles="Interviews",
        edition_list=EditionList(
            field="interviews",
            model=Interview,
            folder="interviews",
            holds="interviews",
            example="a-governor",
            begins_with="## The questions\\n\\n«What was asked first?»\\n",
            sample="interviewee: A governor\\n",
        ),
        address="interviews/",
        description="What people said when they were asked.",
        browse_order=5,
        schema_type="Conversation",
        fewest_words=50,
        most_words=1500,
        in_print="In their own words.",
    ),
"""
PIECE = f"""---
title: A pilot on trust
summary: A harbour pilot says how ships come to rely on a stranger.
interviewee: A pilot
compiled_by: editors
sources: [sample-book]
themes: [trust]
phases: [primary]
practice: 2003
published: 2005
---

## On the bridge

{"You come aboard, and they know nothing of you. " * 10}
"""
EDITION = "series/ask/trust-at-work"

Wawla = Callable[..., subprocess.CompletedProcess[str]]


def change(path: Path, old: str, new: str) -> None:
    """Replace a text that stands once in a file."""
    text = path.read_text(encoding="utf-8")
    assert 1 == text.count(old)
    path.write_text(text.replace(old, new), encoding="utf-8")


@pytest.fixture(scope="session")
def wawla(shared: Path, run) -> Wawla:
    """`wawla` of a package that knows interviews, too."""
    package = shared / "with-interviews"
    with FileLock(f"{package}.lock"):
        if not package.is_dir():
            shutil.copytree(ROOT / "scripts", package, ignore=shutil.ignore_patterns("__pycache__"))
            (package / "wawla/model/interviews.py").write_text(MODEL, encoding="utf-8")
            kinds = package / "wawla/model/kinds.py"
            change(kinds, "_TABLE = (\n", ROW)
            change(kinds, "\n\n_FORMS = {", "\nfrom wawla.model.interviews import Interview\n\n_FORMS = {")
    return lambda *arguments, **options: run("wawla", *arguments, env={"PYTHONPATH": str(package)}, **options)


@pytest.fixture(scope="session")
def root(shared: Path, sample_root: Path, wawla: Wawla) -> Path:
    """The sample with an interview, built, and what its builds said in `first.txt` and `second.txt`."""
    root = shared / "interviewed"
    with FileLock(f"{root}.lock"):
        if not root.is_dir():
            shutil.copytree(sample_root, root, ignore=shutil.ignore_patterns("site"))
            (root / "interviews/harbour-pilot").mkdir(parents=True)
            (root / "interviews/harbour-pilot/index.md").write_text(PIECE, encoding="utf-8")
            change(root / EDITION / "index.md", "\ntools: [", "\ninterviews: [harbour-pilot]\ntools: [")
            change(root / "series/ask/series.yml", "of: [think-piece]", "of: [think-piece, interview]")
            for told in ("first.txt", "second.txt"):
                pdfs = ["--no-pdfs"] if told == "first.txt" else []
                done = wawla("build", "--root", root, "--today", TODAY, *pdfs)
                (root / told).write_text(f"{done.returncode}\n{done.stdout}{done.stderr}", encoding="utf-8")
                if told == "first.txt":
                    change(root / "mkdocs.yml", "  - tools/index.md\n", "  - tools/index.md\n  - interviews/index.md\n")
    return root


@pytest.fixture(scope="session")
def words(root: Path) -> Callable[[str], str]:
    """What stands on the page with this address, its menus too, on one line."""
    return lambda address: " ".join(unescape(re.sub(r"<[^>]+>", " ", html_of(root, address))).split())


def html_of(root: Path, address: str) -> str:
    return (root / "site" / address / "index.html").read_text(encoding="utf-8")


def pdf_words(path: Path) -> str:
    """What is printed in a PDF, on one line."""
    pages = pypdfium2.PdfDocument(path)
    return " ".join(" ".join(page.get_textpage().get_text_range() for page in pages).split())


def test_a_list_that_the_navigation_leaves_out_is_named(root: Path):
    said = (root / "first.txt").read_text(encoding="utf-8")
    assert said.startswith("2\n")
    assert "`nav` does not lead to interviews/index.md, the list of all interviews; add it there." in said


def test_with_its_place_in_the_navigation_the_site_is_built(root: Path):
    said = (root / "second.txt").read_text(encoding="utf-8")
    assert said.startswith("0\n"), said


@pytest.mark.parametrize("address", ["", "tools/opening-talk", "help"])
def test_the_menu_of_every_page_leads_to_the_list(root: Path, address: str):
    assert re.search(r'<li><a href="[./]*interviews/">Interviews</a>', html_of(root, address))


def test_the_piece_has_a_page_of_its_own(words: Callable[[str], str]):
    page = words("interviews/harbour-pilot/")
    assert "Interview ASK title 1: Trust & “ties”" in page
    assert "You come aboard" in page


@pytest.mark.parametrize(
    ("address", "text"),
    [
        ("interviews/", "Interviews What people said when they were asked."),
        ("interviews/", "A pilot on trust"),
        ("themes/trust/", "A pilot on trust"),
        ("browse/", "Interviews 1 piece"),
        ("tools/", "Interviews 1 piece"),
        ("", "All interviews"),
        (EDITION, "Interviews Interview A pilot on trust"),
        ("series/ask/", "at least 1 think piece or interview"),
        ("help/fields/", "Written in interviews/NAME/index.md ."),
        ("help/fields/", "The role of the person who was asked."),
        ("help/fields/", "Its interviews in reading order, by the names of their folders."),
        ("help/rules/pce001/", "under interviews: , accounts: , tools: or think_pieces:"),
        ("help/rules/pce004/", "an interview 50 to 1,500"),
        ("help/rules/fil007/", "tools/NAME/index.md or interviews/NAME/index.md, to the folder"),
    ],
)
def test_it_stands_where_its_like_stand(words: Callable[[str], str], address: str, text: str):
    assert text in words(address)


def test_a_search_can_be_narrowed_down_to_it(root: Path):
    facet = 'content="Interview" data-pagefind-filter="kind[content]"'
    assert facet in html_of(root, "interviews/harbour-pilot")


def test_it_is_cited_as_part_of_its_edition(words: Callable[[str], str], root: Path):
    assert "The editors of this site (2005) ‘A pilot on trust’, in Trust & “ties”" in words("interviews/harbour-pilot/")
    html = html_of(root, "interviews/harbour-pilot")
    about = json.loads(re.search(r'<script type="application/ld\+json">(.*?)</script>', html, re.S)[1])
    assert ("Conversation", "A pilot on trust") == (about["@type"], about["name"])


def test_it_is_printed_alone_and_in_a_part_of_its_edition(root: Path):
    [own] = (root / "site/interviews/harbour-pilot").glob("*.pdf")
    [book] = (root / "site" / EDITION).glob("*.pdf")
    assert "You come aboard" in pdf_words(own)
    printed = pdf_words(book)
    assert "Interview In their own words." in printed
    assert "You come aboard" in printed
    with pikepdf.open(book) as pdf, pdf.open_outline() as outline:
        assert "Interview" in [entry.title for entry in outline.root]


def test_the_schema_for_editors_has_its_fields(wawla: Wawla):
    definitions: Mapping = json.loads(wawla("schema").stdout)["$defs"]
    assert "interviewee" in definitions["Interview"]["required"]
    assert "interviews" in definitions["Edition"]["properties"]
    assert "interview" in definitions["Holding"]["properties"]["of"]["items"]["enum"]


def test_it_can_be_begun(wawla: Wawla, root: Path, tmp_path: Path):
    shutil.copytree(root, tmp_path / "begun", ignore=shutil.ignore_patterns("site", ".cache"))
    begun = wawla("new", "interview", "a-cook", "--root", tmp_path / "begun")
    assert begun.stdout.startswith("Wrote interviews/a-cook/index.md."), begun.stderr
    text = (tmp_path / "begun/interviews/a-cook/index.md").read_text(encoding="utf-8")
    assert "# The role of the person who was asked.\ninterviewee: «who was asked»\n" in text
    assert text.endswith("## The questions\n\n«What was asked first?»\n")


def test_what_is_wrong_with_it_is_said_in_its_words(wawla: Wawla, root: Path, tmp_path: Path):
    shutil.copytree(root, tmp_path / "wrong", ignore=shutil.ignore_patterns("site", ".cache"))
    path = tmp_path / "wrong/interviews/harbour-pilot/index.md"
    change(path, "You come aboard, and they know nothing of you. " * 10, "You come aboard.")
    change(tmp_path / "wrong" / EDITION / "index.md", "[harbour-pilot]", "[harbour-pilot, harbour-pilott]")
    said = wawla("check", "--root", tmp_path / "wrong").stdout
    assert "words; an interview has at least 50" in said
    assert "edition lists the interview 'harbour-pilott', which does not exist" in said
    assert "did you mean 'harbour-pilot'?" in said


def test_the_preview_watches_its_folder(root: Path, shared: Path):
    watched = "from mkdocs.config import load_config as load; print(*load().plugins.on_config(load()).watch, sep='\\n')"
    told = subprocess.run(
        [sys.executable, "-c", watched],
        cwd=root,
        env={**os.environ, "PYTHONPATH": str(shared / "with-interviews")},
        capture_output=True,
        text=True,
        check=True,
    )
    assert str(root / "interviews") in told.stdout.splitlines()
