"""The booklet: an edition's pages two-up on sheets that a school's own copier prints, to be folded and stapled."""

from __future__ import annotations

from io import BytesIO

from pikepdf import (
    Array,
    Dictionary,
    Matrix,
    Name,
    Object,
    ObjectStreamMode,
    Page,
    PasswordError,
    Pdf,
    PdfError,
    Rectangle,
    Stream,
)

from wawla.model.errors import WawlaError
from wawla.model.units import POINTS_PER_MM

THICKNESS_MM = 0.1
"""One sheet of office paper. An assumption: 80 g/m2 at a bulk of 1.3 cm3/g, usual for copiers, makes 0.104 mm."""

PAGES_WITHOUT_CREEP = 32
"""Up to here (eight sheets) the innermost pages stand out by 0.7 mm at most, and are left where they are."""

_OF_THE_SCREEN = {"/StructParent", "/StructParents"}  # they point into a structure tree that the booklet has not


def sheet_sides(pages: int) -> list[tuple[int | None, int | None]]:
    """The pages on each side of each sheet, left and right; numbers from 1, None for a blank.

    Front and back of the outermost sheet come first, those of the innermost last. The back lies as it does on paper
    turned on its short edge: its left half is behind the front's right half.

    A folded sheet has four pages. Where `pages` is no multiple of four, the blanks go before the last page and not
    after it: the last page is the back cover, which people see when the booklet lies face down, and which carries the
    reference for orders. So five pages are bound as 1, 2, 3, 4, blank, blank, blank, 5. Every other page keeps its
    side of the spread, odd numbers on the right. A single page is the front.
    """
    numbers = list(range(1, pages + 1))
    covered = max(pages - 1, 1)
    bound = [*numbers[:covered], *[None] * (-pages % 4), *numbers[covered:]]
    sides: list[tuple[int | None, int | None]] = []
    for opened in range(0, len(bound) // 2, 2):
        front = (bound[-1 - opened], bound[opened])
        back = (bound[opened + 1], bound[-2 - opened])
        sides += [front, back]
    return sides


def creep(pages: int, sheet: int) -> float:
    """How far the pages of a sheet move towards the spine, in millimetres; the outermost sheet is number 0.

    Each sheet goes round the folds of those outside it, and stands out at the edge by the thickness of each. Moved
    back by as much, all pages keep the same margin from the outermost sheet's edge, where a guillotine would cut.
    """
    return sheet * THICKNESS_MM if pages > PAGES_WITHOUT_CREEP else 0.0


def booklet(pdf: bytes, title: str = "") -> bytes:
    """The pages of a PDF two-up on sheets twice as wide as its trim (A4 pages on A3, A5 pages on A4).

    The sheets are for double-sided printing turned on the short edge, without scaling, and ask the viewer for both
    (viewer preferences, ISO 32000-1:2008, 12.2). Of each page its TrimBox is shown and nothing beyond it. The first
    page's trim sets the size; a page of another size is centred, and made smaller where it would not fit. Pages of
    a book above 32 pages are moved by `creep`.

    `title` is the publication's; without it the one in the PDF is taken. The language is kept. What only a screen can
    use (links, fields, outline, tags) is left out. The same bytes in give the same bytes out.

    Raises WawlaError where the PDF is damaged, locked or without pages.
    """
    try:
        with Pdf.open(BytesIO(pdf), attempt_recovery=False) as source, Pdf.new() as book:
            if not source.pages:
                raise WawlaError("The PDF has no pages, so no booklet can be made from it.")
            _impose(source, book)
            _describe(source, book, title)
            made = BytesIO()
            # PDF 1.7 is the first to know /Duplex; object streams keep the many small objects of fonts and pages small.
            objects = ObjectStreamMode.generate
            book.save(made, deterministic_id=True, min_version="1.7", object_stream_mode=objects)
            return made.getvalue()
    except PasswordError as error:
        raise WawlaError("The PDF is locked with a password, so no booklet can be made from it.") from error
    except PdfError as error:
        raise WawlaError("The PDF is damaged, so no booklet can be made from it; make the PDF again.") from error


def _impose(source: Pdf, book: Pdf) -> None:
    forms = [_form(page, book) for page in source.pages]
    trim = _size(forms[0])
    for number, side in enumerate(sheet_sides(len(forms))):
        sheet = book.add_blank_page(page_size=(2 * trim.width, trim.height))
        shift = creep(len(forms), sheet=number // 2) * POINTS_PER_MM
        for page, left, towards_spine in zip(side, (0, trim.width), (shift, -shift), strict=True):
            if page is not None:
                half = Rectangle(left, 0, left + trim.width, trim.height)
                _place(sheet, forms[page - 1], half, towards_spine)
        sheet.contents_coalesce()
    for thing in book.objects:
        if isinstance(thing, Dictionary | Stream):
            for key in _OF_THE_SCREEN & set(thing.keys()):
                del thing[key]


def _form(page: Page, book: Pdf) -> Object:
    """A page as a form XObject of the book; its BBox is the TrimBox, and clips it (ISO 32000-1:2008, 8.10.2)."""
    form = page.as_form_xobject()
    form.Resources = page.resources  # the page's own and not a copy, so that pages which share one go on sharing it
    return book.copy_foreign(form)


def _size(form: Object) -> Rectangle:
    """The box of a form once its page's rotation and unit are applied, in points."""
    turned = Matrix(form.Matrix) if "/Matrix" in form else Matrix()
    return turned.transform(Rectangle(Array(form.BBox)))


def _place(sheet: Page, form: Object, half: Rectangle, shift: float) -> None:
    """Draw a form in its half of a sheet, moved right by `shift` points, and cut off where the other half begins."""
    name = sheet.add_resource(form, Name.XObject, Name.Left if half.llx == 0 else Name.Right)
    moved = Rectangle(half.llx + shift, half.lly, half.urx + shift, half.ury)
    clip = f"q {half.llx:.4f} {half.lly:.4f} {half.width:.4f} {half.height:.4f} re W n\n"
    sheet.contents_add(clip.encode() + sheet.calc_form_xobject_placement(form, name, moved) + b"Q\n")


def _describe(source: Pdf, book: Pdf, title: str) -> None:
    """Title, language, and how a viewer should print the booklet."""
    title = title or str(source.docinfo.get("/Title", ""))
    with book.open_metadata(set_pikepdf_as_editor=False) as metadata:  # as editor it would write the time of day
        metadata["dc:title"] = f"{title} (booklet)".strip()
    if "/Lang" in source.Root:
        book.Root.Lang = str(source.Root.Lang)
    book.Root.ViewerPreferences = Dictionary(
        Duplex=Name.DuplexFlipShortEdge, PrintScaling=Name("/None"), DisplayDocTitle=True
    )
