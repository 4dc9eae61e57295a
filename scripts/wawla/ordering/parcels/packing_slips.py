"""Packing slips: a page for each parcel, which says what should be in it and for whom it is."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from wawla.model.typography import BOX, typographic
from wawla.model.units import POINTS_PER_MM
from wawla.model.wording import day
from wawla.ordering.parcels.font_metrics import visible, wrapped
from wawla.ordering.parcels.print_job import PrintJob
from wawla.ordering.parcels.tagged_pdf import PdfPage, TaggedPart, TextLine, pdf_of
from wawla.ordering.register.stored_order import StoredOrder

LEFT, WIDTH, TOP, BOTTOM = 20.0, 170.0, 20.0, 272.0
"""Where a slip is written, in millimetres."""
_TITLES, _END = LEFT + 18, LEFT + WIDTH
"""Where the references begin, and where the copies end."""
_LEADING = 1.35
_SIZE, _GAP, _SPACE = 11.0, 4.4, 8.0
"""Of the letters in points; between rows of the table, and between paragraphs, in millimetres."""


def slips_pdf(job: PrintJob, orders: Sequence[StoredOrder]) -> bytes:
    """The slips, each on a page of its own, or on several where an order is long, in the order of the numbers."""
    titles = {item.reference: typographic(visible(item.title)) for item in job.items}
    pages = [page for each in orders for page in _slip(each, job, titles)]
    return pdf_of(pages, f"Packing slips of {job.pack}", job.day)


@dataclass
class _Sheet:
    """One page of a slip as it fills, from the top down."""

    heading: str
    y: float = TOP
    parts: list[TaggedPart] = field(default_factory=list)
    rows: list[TaggedPart] = field(default_factory=list)
    rules: list[tuple[float, float, float]] = field(default_factory=list)

    def line(self, text: str, size: float = _SIZE, weight: int = 400, tag: str = "P") -> None:
        """A line of its own."""
        self.y += size * _LEADING / POINTS_PER_MM
        self.parts.append(TaggedPart(tag, (TextLine(text, LEFT, self.y, size, weight),)))

    def row(self, first: str, titles: Sequence[str], copies: str, head: bool = False) -> None:
        """A row of the table: what to tick, a reference and its title, how many copies."""
        y = self.y + _SIZE * _LEADING / POINTS_PER_MM
        lines = []
        for at, text in enumerate(titles):
            self.y += _SIZE * _LEADING / POINTS_PER_MM
            lines.append(TextLine(text, _TITLES, self.y, _SIZE, 400 if at else 600))
        tag, scope = ("TH", "Column") if head else ("TD", "")
        tick = (TextLine(first, LEFT, y, _SIZE, 600 if head else 400),) if first else ()
        number = TextLine(copies, _END, y, _SIZE, 600, right=True)
        cells = (TaggedPart(tag, tick, scope=scope), TaggedPart("TH", tuple(lines), scope=scope or "Row"))
        self.rows.append(TaggedPart("TR", parts=(*cells, TaggedPart(tag, (number,), scope=scope))))
        self.rules.append((LEFT, self.y + _GAP / 2, WIDTH))
        self.y += _GAP

    def page(self) -> PdfPage:
        """The page with everything that was added so far."""
        return PdfPage(tuple(self.parts), tuple(self.rules))

    def end_table(self) -> None:
        """Close the table: what is added next goes below it."""
        if self.rows:
            self.parts.append(TaggedPart("Table", parts=tuple(self.rows)))
            self.rows = []


def _slip(each: StoredOrder, job: PrintJob, titles: Mapping[str, str]) -> Iterator[PdfPage]:
    order = each.order
    sheet = _Sheet(f"Packing slip, order {each.number}")
    sheet.line(sheet.heading, 24, 600, "H1")
    sheet.y += _SPACE
    for text in (order.name, order.role, order.organisation, *order.address.split("\n")):
        for line in wrapped(visible(text), 120, 12):
            if sheet.y > BOTTOM:
                yield sheet.page()
                sheet = _continuation_sheet(each.number)
            sheet.line(line, 12)
    sheet.y += _SPACE
    sheet.row("Packed", ["Reference and title"], "Copies", head=True)
    for ordered in order.lines:
        title = wrapped(titles[ordered.reference], 120, _SIZE)
        if sheet.y > BOTTOM - len(title) * _SIZE * _LEADING / POINTS_PER_MM:
            sheet.end_table()
            yield sheet.page()
            sheet = _continuation_sheet(each.number)
        sheet.row(BOX, [*wrapped(visible(ordered.reference), 120, _SIZE, 600)[:1], *title], str(ordered.copies))
    sheet.row("", ["In this parcel"], str(each.copies))
    sheet.end_table()
    sheet.y += _SPACE
    for text in (*order.note.split("\n"), "", *_ending(each, job)):
        for line in wrapped(visible(text), WIDTH, _SIZE) or [""]:
            if sheet.y > BOTTOM:
                yield sheet.page()
                sheet = _continuation_sheet(each.number)
            if line:
                sheet.line(line)
            else:
                sheet.y += _SPACE / 2
    yield sheet.page()


def _continuation_sheet(number: int) -> _Sheet:
    sheet = _Sheet(f"Packing slip, order {number}, continued")
    sheet.line(sheet.heading, 14, 600, "H1")
    sheet.y += _SPACE
    return sheet


def _ending(each: StoredOrder, job: PrintJob) -> Iterator[str]:
    yield f"Ordered on {day(each.added.astimezone(dt.UTC).date())}; packed with {job.pack}."
    if job.contact:
        yield f"Is something missing? Write to {job.contact} and name order {each.number}."
    yield job.publisher
