"""A booklet's sheets, printed on both sides, turned on the short edge, nested and folded, read in order."""

import io
from dataclasses import dataclass
from itertools import pairwise

import pikepdf
import pypdfium2
import pytest
from pikepdf import Array, Dictionary, Name, Pdf
from PIL import Image, ImageChops
from weasyprint import HTML

from wawla.model.errors import WawlaError
from wawla.printing.booklet import booklet, sheet_sides

A4 = (595.2756, 841.8898)
MM = 72 / 25.4
COUNTS = (1, 2, 3, 4, 5, 7, 8, 12, 16, 33, 36, 63)
NUMBER_AT = 100.0  # points from the page's left edge

each_count = pytest.mark.parametrize("pages", COUNTS)


def source(pages: int, trim: tuple[float, float] = A4, bleed: float = 0, **page_keys: object) -> bytes:
    """Pages that print their number in black on a white trim; beyond it, where there is bleed, all is red."""
    width, height = trim
    with Pdf.new() as pdf:
        font = pdf.make_indirect(Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica))
        for number in range(1, pages + 1):
            page = pdf.add_blank_page(page_size=(width + 2 * bleed, height + 2 * bleed))
            page.trimbox = Array([bleed, bleed, bleed + width, bleed + height])
            page.obj.Resources = Dictionary(Font=Dictionary(F=font))
            for key, value in page_keys.items():
                page.obj[f"/{key}"] = value
            page.Contents = pdf.make_stream(
                f"1 0 0 rg 0 0 {width + 2 * bleed} {height + 2 * bleed} re f "
                f"1 g {bleed} {bleed} {width} {height} re f "
                f"BT 0 g /F 24 Tf {bleed + NUMBER_AT} {bleed + height / 2} Td ({number}) Tj ET".encode()
            )
        return saved(pdf)


def saved(pdf: Pdf) -> bytes:
    file = io.BytesIO()
    pdf.save(file, deterministic_id=True)
    return file.getvalue()


@dataclass(frozen=True)
class Half:
    """What is printed on one half of one side of a sheet."""

    number: int | None
    from_left: float = 0.0
    """Where the number stands, in points from the half's left edge."""


def printed(sheets: bytes) -> list[tuple[Half, Half]]:
    """Left and right half of each side, read off the imposed sheets."""
    with pypdfium2.PdfDocument(sheets) as pdf:
        return [sides_halves(page) for page in pdf]


def sides_halves(page: pypdfium2.PdfPage) -> tuple[Half, Half]:
    middle, height = page.get_width() / 2, page.get_height()
    text = page.get_textpage()
    halves = []
    for left in (0.0, middle):
        number = text.get_text_bounded(left, 0, left + middle, height).strip()
        starts = [text.get_charbox(n, loose=True)[0] for n in range(text.count_chars())]
        here = [start - left for start in starts if left <= start < left + middle]
        halves.append(Half(int(number), here[0]) if number else Half(None))
    return halves[0], halves[1]


@dataclass(frozen=True)
class Leaf:
    """Half a sheet: what is printed on it, and what is printed behind that."""

    face: Half
    behind: Half

    def turned(self) -> "Leaf":
        return Leaf(self.behind, self.face)


def folded(sides: list[tuple[Half, Half]]) -> list[Leaf]:
    """The leaves of the booklet in the order in which a reader turns them, each with its right-hand page as face.

    A printer that turns on the short edge turns a landscape sheet about its upright edge. So what is printed at the
    left of the back comes behind what is printed at the right of the front. The first sheet lies outermost, fronts
    outwards; the stack is folded once, left half behind right half.
    """
    right, left = [], []
    for (front_left, front_right), (back_left, back_right) in zip(sides[::2], sides[1::2], strict=True):
        right.append(Leaf(front_right, back_left))
        left.append(Leaf(front_left, back_right))
    return right + [leaf.turned() for leaf in reversed(left)]


def leafed_through(leaves: list[Leaf]) -> list[Half]:
    return [half for leaf in leaves for half in (leaf.face, leaf.behind)]


@each_count
def test_the_folded_booklet_reads_from_first_page_to_last(pages: int):
    read = leafed_through(folded(printed(booklet(source(pages)))))
    assert list(range(1, pages + 1)) == [half.number for half in read if half.number]
    assert 0 == len(read) % 4
    assert len(read) - pages < 4


@each_count
def test_odd_pages_are_on_the_right_and_the_back_cover_is_outside(pages: int):
    read = leafed_through(folded(printed(booklet(source(pages)))))
    inside = [half.number for half in read[:-1]]
    right, left = inside[::2], inside[1::2]
    assert [number for number in range(1, max(pages, 2)) if number % 2] == [number for number in right if number]
    assert [number for number in range(1, pages) if number % 2 == 0] == [number for number in left if number]
    assert (pages if pages > 1 else None) == read[-1].number


@each_count
def test_what_is_said_of_the_sheets_is_what_is_printed(pages: int):
    sides = printed(booklet(source(pages)))
    assert sheet_sides(pages) == [(left.number, right.number) for left, right in sides]


def test_blanks_come_before_the_back_cover():
    assert [(5, 1), (2, None), (None, 3), (4, None)] == sheet_sides(5)
    assert [(None, 1), (None, None)] == sheet_sides(1)
    assert [] == sheet_sides(0)


def test_turned_on_the_long_edge_it_would_not_read():
    """The simulated fold can tell one way of turning from the other."""
    sides = printed(booklet(source(8)))
    wrong = [side if n % 2 == 0 else side[::-1] for n, side in enumerate(sides)]
    assert [1, 7, 3, 5, 4, 6, 2, 8] == [half.number for half in leafed_through(folded(wrong))]


def shifts(pages: int) -> dict[int, float]:
    """By page, how far it is moved towards the spine, in millimetres."""
    moved = {}
    for left, right in printed(booklet(source(pages))):
        for half, outwards in ((left, 1), (right, -1)):
            if half.number:
                moved[half.number] = outwards * (half.from_left - NUMBER_AT) / MM
    return moved


def test_in_36_pages_each_sheet_is_moved_by_the_thickness_of_those_outside_it():
    expected = {page: 0.1 * (min(page - 1, 36 - page) // 2) for page in range(1, 37)}
    assert 0.8 == expected[18]
    assert pytest.approx(expected, abs=0.05) == shifts(36)


def test_the_creep_is_the_same_at_every_step():
    moved = shifts(36)
    assert [0.1] * 8 == [pytest.approx(b - a, abs=0.01) for a, b in pairwise(moved[page] for page in range(1, 18, 2))]


def test_32_pages_are_not_moved():
    assert pytest.approx(dict.fromkeys(range(1, 33), 0.0), abs=0.001) == shifts(32)


def test_a_moved_page_does_not_reach_over_the_spine():
    """The innermost spread of 36 grey pages: no strip at the spine is painted twice, or by the wrong page."""
    with Pdf.open(io.BytesIO(source(36))) as pdf:
        for number, page in enumerate(pdf.pages, start=1):
            page.Contents = pdf.make_stream(f"{number % 2} g 0 0 900 900 re f".encode())
        picture = rendered(booklet(saved(pdf)), side=-1, scale=4)
    middle = picture.width // 2
    assert [0, 255] == [picture.getpixel((x, 100))[0] for x in (middle - 2, middle + 2)]


def rendered(pdf: bytes, side: int, scale: float = 0.25) -> Image.Image:
    with pypdfium2.PdfDocument(pdf) as document:
        return document[side % len(document)].render(scale=scale).to_pil().convert("RGB")


def test_sheets_are_twice_as_wide_as_the_trim_and_landscape():
    with Pdf.open(io.BytesIO(booklet(source(5, bleed=3 * MM)))) as sheets:
        for sheet in sheets.pages:
            assert pytest.approx([0, 0, 2 * A4[0], A4[1]], abs=0.001) == [float(n) for n in sheet.mediabox]
            assert "/Rotate" not in sheet.obj


def test_of_a_page_with_bleed_only_the_trim_is_shown():
    with_bleed = source(4, bleed=9 * MM)
    assert has_red(rendered(with_bleed, side=0))
    for side in (0, 1):
        assert not has_red(rendered(booklet(with_bleed), side))
    assert printed(booklet(source(4))) == [
        tuple(Half(half.number, pytest.approx(half.from_left, abs=0.01)) for half in side)
        for side in printed(booklet(with_bleed))
    ]


def has_red(picture: Image.Image) -> bool:
    red, green, _ = picture.split()
    return ImageChops.difference(red, green).getbbox() is not None


def test_a_page_that_is_turned_for_the_screen_is_turned_on_the_sheet():
    sheets = booklet(source(4, trim=(A4[1], A4[0]), Rotate=90))
    with Pdf.open(io.BytesIO(sheets)) as pdf:
        assert pytest.approx([0, 0, 2 * A4[0], A4[1]], abs=0.001) == [float(n) for n in pdf.pages[0].mediabox]
    assert [(4, 1), (2, 3)] == [(left.number, right.number) for left, right in printed(sheets)]


def test_a_page_of_another_size_is_made_smaller_to_fit():
    with Pdf.open(io.BytesIO(source(4))) as pdf, Pdf.open(io.BytesIO(source(4, trim=(A4[1], A4[0])))) as wide:
        pdf.pages[2] = wide.pages[2]
        sides = printed(booklet(saved(pdf)))
    assert [(4, 1), (2, 3)] == [(left.number, right.number) for left, right in sides]
    assert pytest.approx(NUMBER_AT * A4[0] / A4[1], abs=0.1) == sides[1][1].from_left


def test_the_same_bytes_twice(monkeypatch: pytest.MonkeyPatch):
    first, save, made = booklet(source(12), "Ties"), Pdf.save, []
    monkeypatch.setattr(Pdf, "save", lambda pdf, *to, **how: made.append(how) or save(pdf, *to, **how))
    assert first == booklet(source(12), "Ties")
    assert [True] == [how["deterministic_id"] for how in made[-1:]], "else the identifier has the time of day in it"
    assert booklet(source(12), "Ties") != booklet(source(12), "Knots")


@pytest.fixture(scope="module")
def tagged() -> bytes:
    """What WeasyPrint makes for the screen: tags, links, outline, fonts, a picture on each page."""
    chapters = "".join(
        f"<h1>Chapter {n}</h1><p><a href='https://example.org/{n}'>Link</a> {PARAGRAPH}" for n in range(20)
    )
    page = f"<html lang=en-GB><title>Ties &amp; knots</title><style>{STYLE}</style>{chapters}"
    return HTML(string=page).write_pdf(pdf_variant="pdf/ua-1", pdf_tags=True)


PARAGRAPH = "Teachers of four schools met each month and asked what had helped. " * 30
STYLE = "@page { size: A4 } h1 { break-before: page; background: linear-gradient(red, blue) } p { font-family: serif }"


def test_a_viewer_is_asked_to_turn_on_the_short_edge_and_not_to_scale(tagged: bytes):
    with Pdf.open(io.BytesIO(booklet(tagged))) as pdf:
        wishes = pdf.Root.ViewerPreferences
        assert ("/DuplexFlipShortEdge", "/None", True) == (
            str(wishes.Duplex),
            str(wishes.PrintScaling),
            wishes.DisplayDocTitle,
        )


def test_title_and_language_are_kept(tagged: bytes):
    with Pdf.open(io.BytesIO(booklet(tagged))) as pdf:
        assert "Ties & knots (booklet)" == pdf.docinfo["/Title"] == pdf.open_metadata()["dc:title"]
        assert "en-GB" == pdf.Root.Lang
    with Pdf.open(io.BytesIO(booklet(tagged, "Community leadership"))) as pdf:
        assert "Community leadership (booklet)" == pdf.docinfo["/Title"]


def test_what_only_a_screen_can_use_is_left_out(tagged: bytes):
    of_the_screen = ("/StructParents", "/StructParent", "/Annots", "/StructTreeRoot", "/Outlines", "/MarkInfo", "/A")
    assert {"/StructParents", "/Annots", "/StructTreeRoot", "/Outlines"} <= keys(tagged)
    assert set() == keys(booklet(tagged)) & set(of_the_screen)


def test_a_drawing_within_a_page_keeps_no_place_in_the_tags():
    with Pdf.open(io.BytesIO(source(2))) as pdf:
        drawing = pdf.make_stream(b"", Type=Name.XObject, Subtype=Name.Form, BBox=Array([0, 0, 9, 9]), StructParents=7)
        pdf.pages[0].add_resource(drawing, Name.XObject, Name.Drawing)
        made = booklet(saved(pdf))
    with Pdf.open(io.BytesIO(made)) as pdf:
        first_page = pdf.pages[0].Resources.XObject.Right
        assert "/StructParents" not in first_page.Resources.XObject.Drawing


def keys(pdf: bytes) -> set[str]:
    with Pdf.open(io.BytesIO(pdf)) as opened:
        things = [thing for thing in opened.objects if isinstance(thing, Dictionary | pikepdf.Stream)]
        return set().union(*(thing.keys() for thing in things))


def test_fonts_are_shared_by_all_sheets(tagged: bytes):
    made = booklet(tagged)
    assert fonts(tagged) == fonts(made)
    assert 1 == len(resources(made)), "pages that shared their resources still do"
    assert len(made) < 1.05 * len(tagged)


def resources(sheets: bytes) -> set[tuple[int, int]]:
    """The objects in which the pages on the sheets look up fonts and pictures."""
    with Pdf.open(io.BytesIO(sheets)) as pdf:
        return {page.Resources.objgen for sheet in pdf.pages for page in sheet.Resources.XObject.values()}


def fonts(pdf: bytes) -> int:
    with Pdf.open(io.BytesIO(pdf)) as opened:
        return sum(isinstance(thing, Dictionary) and thing.get("/Type") == Name.Font for thing in opened.objects)


def test_a_pdf_without_pages_cannot_be_folded():
    with pytest.raises(WawlaError, match=r"^The PDF has no pages, so no booklet can be made from it\.$"):
        booklet(source(0))


@pytest.mark.parametrize("broken", [b"", b"a letter", source(4)[:-200], source(4)[:300]])
def test_a_broken_pdf_is_not_folded_in_part(broken: bytes):
    with pytest.raises(WawlaError, match=r"^The PDF is damaged, so no booklet can be made from it; make the PDF again"):
        booklet(broken)


def test_a_pdf_with_a_password_says_so():
    locked = io.BytesIO()
    with Pdf.open(io.BytesIO(source(4))) as pdf:
        pdf.save(locked, encryption=pikepdf.Encryption(owner="owner", user="user"))
    with pytest.raises(WawlaError, match=r"^The PDF is locked with a password"):
        booklet(locked.getvalue())
