"""The PDFs for the screen, of both publications: PDF/UA-1 by veraPDF, and what else a screen reader needs."""

import itertools
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from paper import heading_levels, letters_of, parts_of
from pikepdf import Name, OutlineItem, Pdf

from wawla.printing.ua_check import Verdict

pytestmark = pytest.mark.slow

MM = 72 / 25.4
SIZES = {"A4": (210, 297), "A5": (148, 210)}
EDITIONS = ["ASK-Trust-at-work", "NLiA-Sharing-leadership", "TALK-Sharing", "WAWLA-Community-leadership"]
EDITIONS += ["WAWLA-Leadership-of-networks"]
CONTENTS = {
    "WAWLA-Community-leadership": [
        "Community leadership in networks",
        "Contents",
        (
            "Introduction",
            ["Why community leadership", "What it takes", "What is in this edition", "Before you begin"],
        ),
        ("Think pieces", ["Bridging and bonding", "Keeping the child in the middle"]),
        (
            "Accounts of practice",
            [
                "Learning from the learner",
                "Eight small schools, less alone",
                "Five pairs of heads in Cape Town",
                "ICT innovators with time to go and see",
            ],
        ),
        (
            "Development tools and data-set",
            ["Mapping your ties", "A review of six levels of learning", "The programme in figures"],
        ),
    ],
    "NLiA-Sharing-leadership": [
        "Sharing leadership",
        "Contents",
        ("Introduction", ["What this booklet is for", "Four dimensions", "How to use it", "What to keep in mind"]),
    ],
}
"""What stands at the beginning of the bookmarks of an edition, in the order of its contents."""


@pytest.fixture(scope="module")
def screen(printed: Path, sample_printed: Path) -> list[Path]:
    """Every PDF for the screen, of editions and of pieces."""
    files = itertools.chain(printed.glob("*.pdf"), sample_printed.glob("*.pdf"))
    return sorted(file for file in files if not file.stem.endswith(("-press", "-booklet")))


@pytest.fixture(scope="module")
def editions(screen: list[Path]) -> list[Path]:
    return [file for file in screen if file.stem in EDITIONS]


@pytest.mark.java
def test_verapdf_finds_no_failed_check_in_any_file(
    verapdf: Callable[[Sequence[Path]], list[Verdict]], screen: list[Path]
):
    assert [(file.name, True, ()) for file in screen] == [(v.path.name, v.passed, v.failures) for v in verapdf(screen)]


def test_every_edition_and_piece_has_a_file(editions: list[Path], screen: list[Path]):
    assert sorted(EDITIONS) == sorted(file.stem for file in editions)
    assert 17 + 9 == len(screen) - len(editions)


def test_files_are_tagged_and_say_language_and_title(screen: list[Path]):
    for file in screen:
        with pikepdf.open(file) as pdf:
            assert (True, "en-GB") == (bool(pdf.Root.MarkInfo.Marked), str(pdf.Root.Lang))
            assert bool(pdf.Root.ViewerPreferences.DisplayDocTitle)
            with pdf.open_metadata() as meta:
                assert ("1", str(pdf.docinfo["/Title"])) == (meta["pdfuaid:part"], meta["dc:title"])


def test_the_title_of_a_file_is_that_of_its_edition_or_piece(printed: Path, sample_printed: Path):
    files = {
        printed / "WAWLA-Community-leadership.pdf": "Community leadership in networks",
        printed / "bridging-and-bonding.pdf": "Bridging and bonding",
        sample_printed / "harbour-reading-groups.pdf": "Reading & “talking”: what’s <b>next</b>?",
    }
    assert files == {file: title_of(file) for file in files}


def title_of(file: Path) -> str:
    with pikepdf.open(file) as pdf:
        return str(pdf.docinfo["/Title"])


def bookmarks(items: Sequence[OutlineItem]) -> list[Any]:
    return [(item.title, bookmarks(item.children)) if item.children else item.title for item in items]


@pytest.mark.parametrize("name", CONTENTS)
def test_bookmarks_lead_to_parts_and_pieces(printed: Path, name: str):
    with pikepdf.open(printed / f"{name}.pdf") as pdf, pdf.open_outline() as outline:
        assert CONTENTS[name] == bookmarks(outline.root)[: len(CONTENTS[name])]
        assert Name.UseOutlines == pdf.Root.PageMode


def test_a_bookmark_leads_to_the_page_where_its_piece_begins(editions: list[Path]):
    for file in editions:
        first = headings(file)
        with pikepdf.open(file) as pdf, pdf.open_outline() as outline:
            pages = {page.obj.objgen: number for number, page in enumerate(pdf.pages)}
            led = {letters_of(item.title): pages[item.destination[0].objgen] for item in every(outline.root)}
        assert {title: first[title] for title in led} == led


def every(items: Sequence[OutlineItem]) -> Iterator[OutlineItem]:
    for item in items:
        yield item
        yield from every(item.children)


def headings(file: Path) -> dict[str, int]:
    """The page, from 0, on which each heading of these letters stands first."""
    words: dict[int, tuple[int, str]] = {}
    for part in parts_of(file):
        for tag, number in zip(part.tags, part.within, strict=True):
            if tag in ("H1", "H2", "H3"):
                page, text = words.get(number, (part.page, ""))
                words[number] = page, f"{text} {part.text}"
    return {letters_of(text): page for page, text in reversed(words.values())}


def test_pages_of_editions_are_labelled_as_they_are_numbered(editions: list[Path]):
    for file in editions:
        with pikepdf.open(file) as pdf:
            expected = ["Cover", *map(str, range(2, len(pdf.pages))), "Back cover"]
            assert expected == [page.label for page in pdf.pages]


def destinations(pdf: Pdf) -> dict[str, int]:
    """The page, from 0, of every place in the document that has a name."""
    pages = {page.obj.objgen: number for number, page in enumerate(pdf.pages)}
    return {str(name): pages[place[0].objgen] for name, place in pikepdf.NameTree(pdf.Root.Names.Dests).items()}


def links(pdf: Pdf) -> Iterator[tuple[int, Any]]:
    for number, page in enumerate(pdf.pages):
        for each in page.obj.get("/Annots", ()):
            if each.get("/Subtype") == Name.Link:
                yield number, each


def test_every_link_leads_somewhere_and_says_where(screen: list[Path]):
    for file in screen:
        with pikepdf.open(file) as pdf:
            places = destinations(pdf) if "/Names" in pdf.Root else {}
            for _, link in links(pdf):
                inside = "/Dest" in link
                assert (
                    str(link.Dest) in places
                    if inside
                    else str(link.A.URI).startswith(("https://", "mailto:", "http://"))
                )
                assert str(link.get("/Contents", ""))


def test_a_cross_reference_leads_to_the_page_where_the_piece_begins(printed: Path, sample_printed: Path):
    leads = {
        (printed / "WAWLA-Community-leadership.pdf", "Bridging and bonding"): "p1",
        (sample_printed / "ASK-Trust-at-work.pdf", "Why trust?"): "p1",
    }
    for (file, title), anchor in leads.items():
        with pikepdf.open(file) as pdf:
            assert headings(file)[letters_of(title)] == destinations(pdf)[anchor]
            assert len([link for _, link in links(pdf) if link.get("/Dest") == anchor]) >= 3  # contents, part, text


def test_pages_are_of_the_size_of_their_series_and_pieces_are_a4(screen: list[Path]):
    for file in screen:
        size = SIZES["A5" if file.stem == "NLiA-Sharing-leadership" else "A4"]
        with pikepdf.open(file) as pdf:
            found = {tuple(round(float(side) / MM, 1) for side in page.mediabox) for page in pdf.pages}
            assert {(0, 0, *size)} == found
            assert {False} == {"/TrimBox" in page or "/BleedBox" in page for page in pdf.pages}


def test_headings_go_down_one_level_at_a_time(screen: list[Path]):
    for file in screen:
        levels = heading_levels(file)
        assert 1 == levels[0]
        assert [] == [pair for pair in itertools.pairwise(levels) if pair[1] > pair[0] + 1]


def test_every_picture_has_words_in_its_place(screen: list[Path]):
    for file in screen:
        with pikepdf.open(file) as pdf:
            figures = [
                each for each in pdf.objects if isinstance(each, pikepdf.Dictionary) and each.get("/S") == Name.Figure
            ]
            assert [] == [figure for figure in figures if not str(figure.get("/Alt", ""))]
