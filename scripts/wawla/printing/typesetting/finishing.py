"""What a PDF needs beyond what WeasyPrint writes: labels of pages, exact boxes, crop marks, the output intent."""

from __future__ import annotations

import hashlib
import io
import uuid
from typing import TYPE_CHECKING

import pikepdf
from pikepdf import Array, Dictionary, Name, Pdf
from PIL import ImageCms

from wawla.model.units import POINTS_PER_MM

if TYPE_CHECKING:
    from wawla.printing.typesetting.job import Document, Press

SLUG, MARK, GAP = 10.0, 5.0, 3.5
"""In millimetres: what is left round the bleed, how long a crop mark is, and how far from the trim it begins."""
_NAMESPACE = uuid.UUID("6f1a2f55-6d55-4b2e-9f0e-1d6f3f2c8a41")
"""Ours: identifiers of documents are made in it from what is in them."""


def finish_for_screen(pdf: Pdf, book: Document) -> None:
    """Say how pages are numbered, open with the outline, and date the file by its content."""
    pages = len(pdf.pages)
    if book.sheets_of_four:
        labels = [0, Dictionary(P="Cover"), 1, Dictionary(S=Name.D, St=2), pages - 1, Dictionary(P="Back cover")]
        pdf.Root.PageLabels = pdf.make_indirect(Dictionary(Nums=Array(labels)))
    if "/Outlines" in pdf.Root:
        pdf.Root.PageMode = Name.UseOutlines
    for page in pdf.pages:
        for box in ("/BleedBox", "/TrimBox"):
            if box in page:
                del page[box]
    _tag_links(pdf)
    _tag_lists(pdf)
    _date(pdf, book)


def _tag_links(pdf: Pdf) -> None:
    """Tag as a link whatever holds one: WeasyPrint gives the part of a link that is stressed a link of its own.

    PDF/UA-1 (ISO 14289-1:2014), 7.18.5, wants each in a Link element.
    """
    for part in pdf.objects:
        if isinstance(part, Dictionary) and part.get("/Type") == Name.StructElem:
            kids = part.get("/K")
            if isinstance(kids, Array) and any(isinstance(kid, Dictionary) and "/Obj" in kid for kid in kids):
                part.S = Name.Link


def _tag_lists(pdf: Pdf) -> None:
    """Give every item of a list a body: WeasyPrint puts paragraphs of an item beside its number.

    PDF/UA-1, 7.2: an LI element holds Lbl and LBody elements only (ISO 32000-1:2008, 14.8.4.3.3).
    """
    items = [part for part in pdf.objects if isinstance(part, Dictionary) and part.get("/S") == Name.LI]
    for item in items:
        labels = [kid for kid in item.K if isinstance(kid, Dictionary) and kid.get("/S") == Name.Lbl]
        beside = [kid for kid in item.K if not isinstance(kid, Dictionary) or kid.get("/S") != Name.Lbl]
        if all(isinstance(kid, Dictionary) and kid.get("/S") == Name.LBody for kid in beside):
            continue
        body = pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name.LBody, P=item, Pg=item.Pg, K=Array(beside)))
        for kid in beside:
            if isinstance(kid, Dictionary) and "/S" in kid:
                kid.P = body
                kid.S = Name.Div if kid.S == Name.LBody else kid.S
        item.K = Array([*labels, body])


def finish_for_press(pdf: Pdf, book: Document, press: Press, profile: bytes) -> None:
    """Set the boxes and crop marks of every page, name the printing condition, and leave out what only a screen uses.

    PDF/X-4: ISO 15930-7:2010, 6.2 (output intent), 6.11 (boxes) and 6.3 (identification).
    """
    for page in pdf.pages:
        _box(pdf, page, book.trim, press.bleed)
        for name in ("/Annots", "/Tabs", "/StructParents"):
            if name in page:
                del page[name]
    for name in ("/Outlines", "/Names", "/PageLabels", "/PageMode", "/Dests"):
        if name in pdf.Root:
            del pdf.Root[name]
    stream = pdf.make_stream(profile, N=4)
    about = ImageCms.getProfileDescription(ImageCms.ImageCmsProfile(io.BytesIO(profile))).strip()
    intent = Dictionary(
        Type=Name.OutputIntent,
        S=Name.GTS_PDFX,
        OutputConditionIdentifier=press.condition,
        Info=about,
        DestOutputProfile=stream,
    )
    if press.condition.startswith(("FOGRA", "CGATS")):
        intent.RegistryName = "http://www.color.org"
    pdf.Root.OutputIntents = Array([intent])
    pdf.docinfo["/Trapped"] = Name("/False")
    pdf.docinfo["/GTS_PDFXVersion"] = "PDF/X-4"
    _date(pdf, book)


def _box(pdf: Pdf, page: pikepdf.Page, trim: tuple[float, float], bleed: float) -> None:
    """Trim, bleed and media boxes, and crop marks in what is cut off. WeasyPrint has the trim at the origin."""
    width, height = trim[0] * POINTS_PER_MM, trim[1] * POINTS_PER_MM
    over, slug = bleed * POINTS_PER_MM, (bleed + SLUG) * POINTS_PER_MM
    page.obj.TrimBox = Array([0, 0, _exact(width), _exact(height)])
    page.obj.BleedBox = Array([_exact(-over), _exact(-over), _exact(width + over), _exact(height + over)])
    page.obj.MediaBox = Array([_exact(-slug), _exact(-slug), _exact(width + slug), _exact(height + slug)])
    if "/CropBox" in page:
        del page["/CropBox"]
    page.contents_add(pdf.make_stream(b"q " + _clip(width, height, over)), prepend=True)
    page.contents_add(pdf.make_stream(b" Q\n" + _marks(width, height, bleed)))


def _exact(points: float) -> float:
    return round(points, 4)


def _clip(width: float, height: float, over: float) -> bytes:
    """Nothing is painted beyond the bleed."""
    return f"{-over:.4f} {-over:.4f} {width + 2 * over:.4f} {height + 2 * over:.4f} re W n\n".encode()


def _marks(width: float, height: float, bleed: float) -> bytes:
    """Two crop marks at each corner, a quarter point wide, in black alone: four inks were more than 300 per cent."""
    near, far = max(GAP, bleed + 0.5) * POINTS_PER_MM, (max(GAP, bleed + 0.5) + MARK) * POINTS_PER_MM
    lines = []
    for x in (0.0, width):
        lines += [(x, -far, x, -near), (x, height + near, x, height + far)]
    for y in (0.0, height):
        lines += [(-far, y, -near, y), (width + near, y, width + far, y)]
    drawn = " ".join(f"{a:.4f} {b:.4f} m {c:.4f} {d:.4f} l S" for a, b, c, d in lines)
    return f"q 0 0 0 1 K 0.25 w {drawn} Q\n".encode()


def _date(pdf: Pdf, book: Document) -> None:
    """Date and name the file by what is in it, so that the same content is the same file."""
    day = book.day.replace("-", "")
    for key in ("/CreationDate", "/ModDate"):
        pdf.docinfo[key] = f"D:{day}000000Z"
    made_of = hashlib.sha256(f"{book.title}\0{book.html}".encode()).hexdigest()
    with pdf.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as meta:
        for key in ("xmp:CreateDate", "xmp:ModifyDate", "xmp:MetadataDate"):
            meta[key] = f"{book.day}T00:00:00Z"
        meta["xmpMM:DocumentID"] = f"uuid:{uuid.uuid5(_NAMESPACE, made_of)}"
