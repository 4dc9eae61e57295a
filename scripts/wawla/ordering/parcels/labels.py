"""Address labels for parcels, on sheets of Avery L7160: what fits is drawn as large as it may be, the rest is cut.

The sheet (Avery L7160, and its equals of other makers): A4, 3 across and 7 down, each 63.5 by 38.1 mm; 15.1 mm from the
top edge, 7.2 mm from the left, 2.5 mm between two across and nothing between two down.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from wawla.model.units import POINTS_PER_MM
from wawla.ordering.parcels.font_metrics import lacks_letters, visible, wrapped
from wawla.ordering.parcels.tagged_pdf import PdfPage, TaggedPart, TextLine, pdf_of
from wawla.ordering.register.stored_order import StoredOrder

ACROSS, DOWN = 3, 7
WIDTH, HEIGHT = 63.5, 38.1
TOP, LEFT, GAP = 15.1, 7.2, 2.5
"""Of the sheet, in millimetres."""
SIDE, HEAD = 4.0, 2.6
"""What stays free inside each label, at its sides, and above and below: no printer feeds sheets exactly."""
NUMBER_SIZE, LEADING = 7.0, 1.2
"""The size of the order's number in points, and how far it is from line to line in sizes."""
SIZES = (11.0, 10.0, 9.0, 8.0, 7.0)
"""In points, largest first; an address smaller than 7 points is read by no carrier."""
LAST_LINES = 3
"""Of an address that is cut, so many lines at its end stay: town and postcode."""


@dataclass(frozen=True)
class Label:
    """One label as it is drawn."""

    number: int
    """Of the order."""
    lines: tuple[str, ...]
    names: int
    """So many of them, the first, are the name."""
    size: float
    """Of its letters, in points."""
    shortened: bool
    """Whether something was cut; a mark shows where."""
    missing: bool
    """Whether the typeface lacks letters: they are boxes, and the label has to be written by hand."""

    @property
    def remark(self) -> str:
        """What a clerk has to know of it; '' where it is as it was written."""
        if self.missing:
            return "letters missing: write this label by hand"
        return "shortened: compare it with the address" if self.shortened else ""


def label_of(registered: StoredOrder) -> Label:
    """The label for an order: name, organisation, address, without empty lines and without saying anything twice."""
    order = registered.order
    written = [order.name, order.organisation, *order.address.split("\n")]
    lines = list(dict.fromkeys(filter(None, map(visible, written)))) or ["no name or address"]
    missing = any(map(lacks_letters, lines))
    room = WIDTH - 2 * SIDE
    for size in SIZES:
        name = wrapped(lines[0], room, size, 600)
        whole = [*name, *(part for line in lines[1:] for part in wrapped(line, room, size))]
        if len(whole) <= _most_lines(size):
            return Label(registered.number, tuple(whole), len(name), size, False, missing)
    first = whole[: _most_lines(size) - 1 - LAST_LINES]
    cut = (*first, "…", *whole[-LAST_LINES:])
    return Label(registered.number, cut, min(len(name), len(first)), size, True, missing)


def labels_pdf(labels: Sequence[Label], pack: str, day: str) -> bytes:
    """The labels on sheets, row by row in the order of the numbers."""
    sheet = ACROSS * DOWN
    pages = [
        PdfPage(
            tuple(
                part for place, label in enumerate(labels[at : at + sheet]) for part in _label_parts(label, place, pack)
            )
        )
        for at in range(0, len(labels), sheet)
    ]
    return pdf_of(pages, f"Labels of {pack}", day)


def _most_lines(size: float) -> int:
    """How many lines of this size there are under the number."""
    high = (HEIGHT - 2 * HEAD) * POINTS_PER_MM - NUMBER_SIZE * LEADING
    return int(high / (size * LEADING))


def _label_parts(label: Label, place: int, pack: str) -> Iterator[TaggedPart]:
    """The label in one of the places of a sheet, counted row by row from 0."""
    left = LEFT + place % ACROSS * (WIDTH + GAP) + SIDE
    y = TOP + place // ACROSS * HEIGHT + HEAD + NUMBER_SIZE / POINTS_PER_MM
    number = f"{pack}, order {label.number}"
    yield TaggedPart("P", (TextLine(number, left + WIDTH - 2 * SIDE, y, NUMBER_SIZE, right=True),))
    lines = []
    for at, text in enumerate(label.lines):
        y += label.size * LEADING / POINTS_PER_MM
        lines.append(TextLine(text, left, y, label.size, 600 if at < label.names else 400))
    yield TaggedPart("P", tuple(lines))
