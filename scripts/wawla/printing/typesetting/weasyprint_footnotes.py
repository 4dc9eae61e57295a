"""Notes at the foot of the page that calls them: WeasyPrint 70 moves some away, and loses others, unless it is held.

Where two lines of a paragraph do not fit above the notes of a page, WeasyPrint moves notes to the next page to make
room. It forgets the notes of the line that it then adds; and when it lays out one of the two pages again, because a
page number in it has become known, it forgets those that it moved. Laid out as in columns, where it moves no notes, it
takes the lines to the next page instead; and with `footnote-policy: line` those too whose own notes do not fit. Our
books have no columns.
"""

from __future__ import annotations

import re
from typing import Any

from weasyprint.formatting_structure.boxes import FootnoteAreaBox  # type: ignore[import-untyped]  # it has no types
from weasyprint.layout import LayoutContext, block  # type: ignore[import-untyped]  # it has no types

_layout_lines = block._linebox_layout
_update_notes = LayoutContext._update_footnote_area


def patch_footnotes() -> None:
    """From now on, WeasyPrint moves no note away from the page that calls it."""
    block._linebox_layout = _lines_as_in_columns
    LayoutContext._update_footnote_area = _notes_as_on_pages


def _lines_as_in_columns(context: Any, *rest: Any) -> Any:
    context.in_column = True
    try:
        return _layout_lines(context, *rest)
    finally:
        context.in_column = False


def _notes_as_on_pages(context: Any) -> Any:
    before, context.in_column = context.in_column, False
    try:
        return _update_notes(context)
    finally:
        context.in_column = before


def count_misplaced_notes(html: str, pages: Any) -> int:
    """How many notes of a document are not on its pages, or there more than once."""
    called = len(re.findall(r'<span class="note[" ]', html))
    areas = (box for page in pages for box in page._page_box.children if isinstance(box, FootnoteAreaBox))
    return abs(called - sum(len(area.children) for area in areas))  # WeasyPrint has no public way to them
