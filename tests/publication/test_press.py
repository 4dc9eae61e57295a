"""The printer's files of both publications: without a fault, in the sizes of their series, with the same words.

What the press check looks for stands in docs/decisions/0016-press-check.md; that it finds it, in test_press_check.py.
"""

from collections.abc import Iterator
from pathlib import Path

import pikepdf
import pypdfium2
import pytest

from wawla.model.printing import TRIMS
from wawla.printing.press_check import Demands, press_faults

pytestmark = pytest.mark.slow

MM = 72 / 25.4
PUBLICATION = ["WAWLA-Community-leadership", "WAWLA-Leadership-of-networks", "NLiA-Sharing-leadership"]
A5 = {"NLiA-Sharing-leadership"}


@pytest.fixture(scope="module")
def editions(printed: Path, sample_printed: Path) -> list[Path]:
    """The press PDFs of both publications."""
    return sorted([*printed.glob("*-press.pdf"), *sample_printed.glob("*-press.pdf")])


def trim(file: Path) -> tuple[float, float]:
    return TRIMS["A5" if file.name.removesuffix("-press.pdf") in A5 else "A4"]


def words(file: Path) -> list[list[str]]:
    """The words of every page that can be seen: captions that are only read aloud stand in letters of 1 pt."""
    with pypdfium2.PdfDocument(file) as pdf:
        return ["".join(_seen(page.get_textpage())).split() for page in pdf]


def _seen(text: pypdfium2.PdfTextPage) -> Iterator[str]:
    for at in range(text.count_chars()):
        spaced = pypdfium2.raw.FPDFText_IsGenerated(text, at)
        if spaced or pypdfium2.raw.FPDFText_GetFontSize(text, at) > 1.5:
            yield chr(pypdfium2.raw.FPDFText_GetUnicode(text, at))


def test_every_published_edition_has_a_file_for_the_printer(printed: Path, sample_printed: Path):
    assert sorted(f"{name}-press.pdf" for name in PUBLICATION) == sorted(f.name for f in printed.glob("*-press.pdf"))
    sample = ["ASK-Trust-at-work-press.pdf", "TALK-Sharing-press.pdf"]
    assert sample == sorted(file.name for file in sample_printed.glob("*-press.pdf"))


def test_the_press_check_finds_no_fault(editions: list[Path]):
    found = {file.name: press_faults(file.read_bytes(), Demands(trim(file), bleed=3)) for file in editions}
    assert {file.name: [] for file in editions} == found


def test_the_pages_are_of_the_size_of_the_series_with_three_millimetres_of_bleed_all_round(editions: list[Path]):
    for file in editions:
        width, height = trim(file)
        with pikepdf.open(file) as pdf:
            boxes = {tuple(tuple(map(float, page.obj[box])) for box in ("/TrimBox", "/BleedBox")) for page in pdf.pages}
        trimmed, bleeding = ([round(side / MM, 2) for side in box] for box in boxes.pop())
        assert ([0, 0, width, height], [-3, -3, width + 3, height + 3], set()) == (trimmed, bleeding, boxes)


def test_pages_make_whole_sheets_of_four(editions: list[Path]):
    assert {0} == {len(pypdfium2.PdfDocument(file)) % 4 for file in editions}


def test_both_covers_are_coloured_to_the_edge_of_the_bleed(editions: list[Path]):
    for file in editions:
        with pypdfium2.PdfDocument(file) as pdf:
            for page in (pdf[0], pdf[len(pdf) - 1]):
                picture = page.render(scale=1, may_draw_forms=False).to_pil()
                left = (picture.width - (trim(file)[0] + 6) * MM) / 2
                ground = picture.getpixel((picture.width // 2, int(left + 4 * MM)))
                assert (255, 255, 255) != ground
                corners = [(left + 2, left + 2), (picture.width - left - 2, picture.height - left - 2)]
                assert [ground, ground] == [picture.getpixel((int(x), int(y))) for x, y in corners]


def test_every_page_has_the_words_of_the_same_page_on_the_screen(editions: list[Path]):
    for file in editions:
        screen = file.with_name(file.name.replace("-press", ""))
        expected, actual = words(screen), words(file)
        assert {} == {n: pair for n, pair in enumerate(zip(expected, actual, strict=True), 1) if pair[0] != pair[1]}


def test_no_page_is_blank(editions: list[Path]):
    for file in editions:
        assert [] == [number for number, page in enumerate(words(file), 1) if not page]
