"""What an edition's page says of its printed copies."""

import html
import re

import pytest

from wawla.checking.examples import TODAY, sample
from wawla.checking.rule import Good
from wawla.model import Edition
from wawla.publishing.editions import edition_pages
from wawla.publishing.page import Page
from wawla.publishing.printed_copies import printed_copies
from wawla.publishing.site import SiteContext
from wawla.reading.reader import read_library
from wawla.rendering.job import Rendered

REGISTER = "series/example/first/printings.yml"
FIRST = (
    "- number: 1\n  on: 2026-01-31\n  copies: 500\n  note: The printer has seen a proof.\n  pages: 32\n  width: 210\n"
    f'  height: 297\n  binding: saddle-stitched\n  spine: 0\n  checksum: "{"0" * 64}"\n'
)
SECOND = (
    FIRST.replace("number: 1", "number: 2")
    .replace("2026-01", "2026-12")
    .replace("pages: 32", "pages: 72")
    .replace("saddle-stitched\n  spine: 0", "perfect-bound\n  spine: 4.1")
)


def erratum(printing: int, page: int, correction: str, piece: str = "tools/example") -> str:
    """An item of `errata:`."""
    return (
        f"- printing: {printing}\n  piece: {piece}\n  page: {page}\n  correction: {correction}\n  text: 3fa2b1c9d4e5\n"
    )


def site_of(printings: str, errata: str = "", tool: str = "") -> SiteContext:
    """The sample publication with these printings and errata, and with another field in its tool."""
    files = {REGISTER: printings} if printings else {}
    if tool:
        text = sample(Good()).tree.read("tools/example/index.md").decode()
        files["tools/example/index.md"] = text.replace("---\n", f"---\n{tool}\n", 1)
    made = sample(Good(f"errata:\n{errata}" if errata else "", files=files), Edition)
    reading = read_library(made.tree, TODAY)
    assert [] == reading.findings
    return SiteContext(reading.library, {path: Rendered("") for path in reading.library.entries})


def page_of(printings: str, errata: str = "", tool: str = "") -> Page:
    """The page of the edition."""
    [page] = edition_pages(site_of(printings, errata, tool))
    return page


def words(page: Page) -> str:
    """What a reader sees, on one line."""
    return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", page.html)).split())


def test_an_edition_that_was_never_printed_says_nothing_of_printed_copies():
    page = page_of("")
    assert ["_contents", "_order"] == [section.anchor for section in page.outline]
    assert [] == [anchor for anchor in ("_printed", "_errata") if anchor in page.html]


def test_every_printing_has_its_line_the_latest_first():
    assert (
        "Printed copies Second printing December 2026: 72 pages, A4, perfect-bound "
        "First printing January 2026: 32 pages, A4, saddle-stitched"
    ) in words(page_of(FIRST + SECOND))


SIZES = [("148", "210", "A5"), ("200", "250.5", "200 × 250.5 mm"), ("297", "210", "297 × 210 mm")]


@pytest.mark.parametrize(("width", "height", "expected"), SIZES)
def test_the_size_has_its_name_where_it_has_one(width: str, height: str, expected: str):
    printings = FIRST.replace("width: 210", f"width: {width}").replace("height: 297", f"height: {height}")
    site = site_of(printings)
    [copies] = printed_copies(site.library.editions["series/example/first"], site)
    assert f"January 2026: 32 pages, {expected}, saddle-stitched" == copies.form


def test_the_note_of_an_approval_and_its_checksum_are_not_for_readers():
    page = page_of(FIRST)
    assert "seen a proof" not in page.html
    assert "00000000" not in page.html


def test_a_reader_is_told_what_to_correct_page_by_page_with_a_link_to_the_piece():
    page = page_of(FIRST, erratum(1, 25, "For June read July.") + erratum(1, 24, "For ten read twelve."))
    assert (
        "What to correct in a printed copy Page 24 A sample tool : For ten read twelve. "
        "Page 25 A sample tool : For June read July."
    ) in words(page)
    assert '<a href="../../../tools/example/">A sample tool</a>: For ten read twelve.' in page.html
    assert ["_contents", "_order", "_printed", "_errata"] == [section.anchor for section in page.outline]


def test_copies_of_several_printings_are_told_apart():
    page = page_of(FIRST + SECOND, erratum(1, 24, "For ten read twelve.") + erratum(2, 60, "For June read July."))
    said = words(page)
    latest, earlier = said.index("In copies of the second printing: Page 60"), said.index("In copies of the first")
    assert latest < earlier
    assert "In copies of" not in words(page_of(FIRST, erratum(1, 24, "For ten read twelve.")))


def test_printings_without_errata_have_nothing_to_correct():
    assert "What to correct" not in words(page_of(FIRST + SECOND))


def test_a_piece_that_readers_cannot_open_any_more_is_named_without_a_link():
    draft = page_of(FIRST, erratum(1, 24, "For ten read twelve."), "draft: true")
    gone = page_of(FIRST, erratum(1, 24, "For ten read twelve.", "tools/old-sheet"))
    assert "<dd>A sample tool: For ten" in draft.html
    assert "<dd>old-sheet: For ten" in gone.html


def test_a_correction_is_text():
    page = page_of(FIRST, erratum(1, 24, "For <b> & ten read twelve."))
    assert "For &lt;b&gt; &amp; ten read twelve." in page.html


def test_a_sample_printing_says_that_it_is_one():
    page = page_of(f"{FIRST}  sample: true\n", erratum(1, 24, "For ten read twelve."))
    assert (
        "Samples of a printing First printing A sample, so that ordering can be tried: nothing was printed. "
        "January 2026: 32 pages, A4, saddle-stitched"
    ) in words(page)
    assert [] == [said for said in ("Printed copies", "printed copy", "Order copies") if said in words(page)]
    assert ["Samples of a printing", "What to correct in a sample"] == [part.title for part in page.outline[-2:]]


def test_samples_and_printings_are_told_apart():
    page = page_of(f"{FIRST}  sample: true\n{SECOND}", erratum(1, 24, "For June read July."))
    assert "Printings, and samples of one" in [section.title for section in page.outline]
    assert "In the sample of the first printing: Page 24" in words(page)


def test_a_printing_that_was_withdrawn_is_shown_with_its_reason_and_its_errata():
    page = page_of(f"{FIRST}  withdrawn: it lacks a page\n", erratum(1, 24, "For ten read twelve."))
    assert "January 2026: 32 pages, A4, saddle-stitched. Withdrawn : it lacks a page" in words(page)
    assert "What to correct in a printed copy Page 24" in words(page)
    assert "No printed copies of this edition can be ordered." in words(page)
