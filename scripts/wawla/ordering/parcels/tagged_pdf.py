"""Draws simple pages as a PDF: lines of text and rules at exact places, tagged for screen readers.

Labels and packing slips are many and alike. Set as HTML, a thousand would take minutes; drawn, they take seconds, and
everything stands where the sheet has it. Tags, language and title are as PDF/UA-1 asks (ISO 14289-1:2014, 7.1 and 7.2);
fonts are embedded as Type 0 with the identity as encoding (ISO 32000-1:2008, 9.7).
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache

from fontTools.subset import Options, Subsetter, load_font, save_font  # type: ignore[import-untyped]  # it has no types
from pikepdf import Array, Dictionary, Name, Object, ObjectStreamMode, Pdf

from wawla.model.units import POINTS_PER_MM
from wawla.model.wording import LANGUAGE
from wawla.ordering.parcels.document import A4
from wawla.ordering.parcels.font_metrics import font

_WEIGHTS = (400, 600)
_CMAP = """/CIDInit /ProcSet findresource begin 12 dict begin begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
/CMapName /Adobe-Identity-UCS def /CMapType 2 def
1 begincodespacerange <0000> <FFFF> endcodespacerange
{}endcmap CMapName currentdict /CMap defineresource pop end end
"""


@dataclass(frozen=True)
class TextLine:
    """A line of text. Places are in millimetres, from the left and the top of the page; sizes in points."""

    text: str
    x: float
    """Where it begins, or where it ends if it is `right`."""
    y: float
    """Of the line on which the letters stand."""
    size: float
    weight: int = 400
    right: bool = False


@dataclass(frozen=True)
class TaggedPart:
    """What a screen reader takes for one thing: a tag of PDF (H1, P, Table, TR, TH, TD), its lines or its own parts."""

    tag: str
    lines: tuple[TextLine, ...] = ()
    parts: tuple[TaggedPart, ...] = ()
    scope: str = ""
    """Of a TH: Column or Row."""


@dataclass(frozen=True)
class PdfPage:
    """A page of A4: its parts in reading order, and rules, each with its left end and its width."""

    parts: tuple[TaggedPart, ...]
    rules: tuple[tuple[float, float, float], ...] = ()


def pdf_of(pages: Sequence[PdfPage], title: str, day: str) -> bytes:
    """The PDF of these pages, dated with a day (YYYY-MM-DD). The same pages give the same bytes."""
    pdf = Pdf.new()
    fonts = Dictionary({f"/F{weight}": _font(pdf, weight, _letters(pages, weight)) for weight in _WEIGHTS})
    resources = pdf.make_indirect(Dictionary(Font=fonts))
    root = pdf.make_indirect(Dictionary(Type=Name.StructTreeRoot))
    document = pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name.Document, P=root))
    tags, numbers = [], []
    for number, page in enumerate(pages):
        sheet = pdf.add_blank_page(page_size=(A4[0] * POINTS_PER_MM, A4[1] * POINTS_PER_MM))
        drawn = _PageDrawing(pdf, sheet.obj)
        tags += [drawn.draw(part, document) for part in page.parts]
        sheet.obj.Contents = pdf.make_stream(("\n".join([*drawn.content, *map(_rule, page.rules)])).encode())
        sheet.obj.Resources, sheet.obj.StructParents, sheet.obj.Tabs = resources, number, Name.S
        numbers += [number, pdf.make_indirect(Array(drawn.holders))]
    document.K = Array(tags)
    root.K, root.ParentTree = Array([document]), pdf.make_indirect(Dictionary(Nums=Array(numbers)))
    root.ParentTreeNextKey = len(pages)
    pdf.Root.StructTreeRoot, pdf.Root.MarkInfo = root, Dictionary(Marked=True)
    pdf.Root.Lang, pdf.Root.ViewerPreferences = LANGUAGE, Dictionary(DisplayDocTitle=True)
    with pdf.open_metadata(set_pikepdf_as_editor=False) as about:
        about["dc:title"], about["pdfuaid:part"], about["xmp:CreateDate"] = title, "1", f"{day}T00:00:00+00:00"
    pdf.docinfo["/Title"], pdf.docinfo["/CreationDate"] = title, f"D:{day.replace('-', '')}000000Z"
    buffer = io.BytesIO()
    pdf.save(buffer, deterministic_id=True, object_stream_mode=ObjectStreamMode.generate)
    return buffer.getvalue()


class _PageDrawing:
    """The content of a page as it is drawn, and which tag holds each marked piece of it."""

    def __init__(self, pdf: Pdf, sheet: Object) -> None:
        self._pdf, self._sheet = pdf, sheet
        self.content: list[str] = []
        self.holders: list[Object] = []

    def draw(self, part: TaggedPart, parent: Object) -> Object:
        """Draw a part, and give its tag."""
        tag = self._pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name(f"/{part.tag}"), P=parent))
        kids: list[Object | int] = [self.draw(each, tag) for each in part.parts]
        if part.scope:
            tag.A = Dictionary(O=Name.Table, Scope=Name(f"/{part.scope}"))
        if part.lines:
            tag.Pg = self._sheet
            kids.append(len(self.holders))
            self.content.append(f"/{part.tag} <</MCID {len(self.holders)}>> BDC BT")
            self.content += map(_text_operators, part.lines)
            self.content.append("ET EMC")
            self.holders.append(tag)
        tag.K = Array(kids)
        return tag


def _text_operators(line: TextLine) -> str:
    own = font(line.weight)
    x = line.x * POINTS_PER_MM - (own.width(line.text) * line.size if line.right else 0)
    y = (A4[1] - line.y) * POINTS_PER_MM
    return f"/F{line.weight} {line.size:g} Tf 1 0 0 1 {x:.2f} {y:.2f} Tm <{own.glyph_codes(line.text)}> Tj"


def _rule(rule: tuple[float, float, float]) -> str:
    x, y, width = rule
    left, right, high = x * POINTS_PER_MM, (x + width) * POINTS_PER_MM, (A4[1] - y) * POINTS_PER_MM
    return f"/Artifact BMC q 0.4 w {left:.2f} {high:.2f} m {right:.2f} {high:.2f} l S Q EMC"


def _letters(pages: Iterable[PdfPage], weight: int) -> str:
    """Every letter that the pages show in a weight, each once; a space at least."""
    waiting = [part for page in pages for part in page.parts]
    found = {" "}
    while waiting:
        part = waiting.pop()
        waiting += part.parts
        found.update(*(line.text for line in part.lines if line.weight == weight))
    return "".join(sorted(found))


def _font(pdf: Pdf, weight: int, letters: str) -> Object:
    """The font for these letters alone, with the numbers that its glyphs have in the whole one."""
    own = font(weight)
    glyphs = {own.glyph(letter): letter for letter in reversed(letters)}
    program = _subset(weight, tuple(sorted(glyphs)))
    name = Name(f"/SUBSET+{own.name}")
    descriptor = Dictionary(
        Type=Name.FontDescriptor,
        FontName=name,
        Flags=4,
        FontBBox=Array([round(value) for value in own.box]),
        ItalicAngle=0,
        Ascent=round(own.ascent),
        Descent=round(own.descent),
        CapHeight=round(own.capitals),
        StemV=80,
        FontFile2=pdf.make_stream(program, Length1=len(program)),
    )
    widths = [part for glyph in sorted(glyphs) for part in (glyph, Array([round(1000 * own.advances[glyph])]))]
    inner = Dictionary(
        Type=Name.Font,
        Subtype=Name.CIDFontType2,
        BaseFont=name,
        CIDSystemInfo=Dictionary(Registry=b"Adobe", Ordering=b"Identity", Supplement=0),
        FontDescriptor=pdf.make_indirect(descriptor),
        W=Array(widths),
        CIDToGIDMap=Name.Identity,
    )
    pairs = [f"<{glyph:04X}> <{letter.encode('utf-16-be').hex()}>\n" for glyph, letter in sorted(glyphs.items())]
    parts = [pairs[at : at + 100] for at in range(0, len(pairs), 100)]
    meaning = "".join(f"{len(part)} beginbfchar\n{''.join(part)}endbfchar\n" for part in parts)
    return pdf.make_indirect(
        Dictionary(
            Type=Name.Font,
            Subtype=Name.Type0,
            BaseFont=name,
            Encoding=Name("/Identity-H"),
            DescendantFonts=Array([pdf.make_indirect(inner)]),
            ToUnicode=pdf.make_stream(_CMAP.format(meaning).encode()),
        )
    )


@cache
def _subset(weight: int, glyphs: tuple[int, ...]) -> bytes:
    options = Options(retain_gids=True, hinting=False, layout_features=[], recalc_timestamp=False, notdef_outline=True)
    whole = load_font(io.BytesIO(font(weight).file.read_bytes()), options)
    subsetter = Subsetter(options)
    subsetter.populate(gids=glyphs)
    subsetter.subset(whole)
    buffer = io.BytesIO()
    save_font(whole, buffer, options)
    return buffer.getvalue()
