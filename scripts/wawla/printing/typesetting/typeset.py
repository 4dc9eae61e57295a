"""Typesets one book as one PDF with WeasyPrint, then completes it for PDF/UA or PDF/X-4."""

from __future__ import annotations

import base64
import html as markup
import io
import logging
import re
from functools import cache, partial
from typing import Any
from unicodedata import category

import pikepdf
from fontTools.ttLib import TTFont  # type: ignore[import-untyped]  # it has no types
from weasyprint import CSS, HTML  # type: ignore[import-untyped]  # it has no types
from weasyprint.text.fonts import FontConfiguration  # type: ignore[import-untyped]  # it has no types

from wawla.model.typography import BOX
from wawla.printing.typesetting.colour import PROFILE
from wawla.printing.typesetting.fetching import DRAWN, FONT_RULES, FONTS, OwnFiles, Unfetchable, font
from wawla.printing.typesetting.finishing import finish_for_press, finish_for_screen
from wawla.printing.typesetting.job import SettingJob, TypesetResult
from wawla.printing.typesetting.place_pictures import place_pictures
from wawla.printing.typesetting.press_inks import PressInks
from wawla.printing.typesetting.printed_picture import printed_picture
from wawla.printing.typesetting.weasyprint_footnotes import count_misplaced_notes, patch_footnotes
from wawla.runtime.job_failure import UnusableContent

_NEVER_DRAWN = ("Zs", "Cf")
"""Unicode categories that need no glyph: spaces, and invisible formatting characters."""
_NOTES = '<html lang="en-GB"><head><title>Notes</title>{head}</head><body class="notes-pages">{pages}</body></html>'
_NOTE_PAGE = f'<section class="notes"><p class="label">Notes</p>{"<div class=rule></div>" * 16}</section>'


class _WarningCollector(logging.Handler):
    """Collects the warnings of WeasyPrint, so that none is ignored."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.messages: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.messages.append(record.getMessage())


class Complaint(Exception):  # noqa: N818 - it passes on what WeasyPrint says
    """WeasyPrint warned of something in a document that we made: a bug of ours."""


def set_book(job: SettingJob) -> tuple[bytes, TypesetResult]:
    """The PDF of a book, and what is known of it. The same job gives the same bytes, on every machine.

    Raises UnusableContent where a picture cannot be used, and Complaint where WeasyPrint warns of anything.
    """
    profile = base64.b64decode(job.press.profile) if job.press and job.press.profile else PROFILE.read_bytes()
    missing = letters_missing(job.book.html)
    boxes = dict.fromkeys(map(ord, missing), BOX)
    source = job.book.html.translate(boxes)
    drawn = {name: job.book.pictures[name].decode().translate(boxes).encode() for name in DRAWN & {*job.book.pictures}}
    printed = partial(printed_picture, inks=PressInks(profile) if job.press else None, trim=job.book.trim)
    files = OwnFiles({**job.book.pictures, **drawn}, printed)
    logger, warnings = logging.getLogger("weasyprint"), _WarningCollector()
    logger.addHandler(warnings)
    try:
        variant = "pdf/x-4" if job.press else "pdf/ua-1"
        document = _laid_out(source, files, variant)
        if astray := count_misplaced_notes(source, document.pages):
            raise Complaint(f"{astray} footnotes are on the wrong page")
        if job.book.sheets_of_four:
            document = _fill_to_sheets(document, source, files, variant)
        raw = document.write_pdf(pdf_variant=variant, pdf_identifier=b"wawla")
    except Unfetchable as error:  # derived from BaseException, so that WeasyPrint does not catch it
        raise Complaint(str(error)) from error
    finally:
        logger.removeHandler(warnings)
    for path, reason in files.unusable.items():
        raise UnusableContent(f"the picture {path} {reason}", "save it anew, as a JPEG of ordinary size")
    if warnings.messages:
        raise Complaint("; ".join(warnings.messages[:5]))
    starts: dict[str, int] = {}
    for number, page in enumerate(document.pages, 1):
        for name in filter(job.book.anchors.get, page.anchors):
            starts.setdefault(
                job.book.anchors[name], number
            )  # a section that runs over several pages is an anchor of each; the first counts
    names = files.names()
    with pikepdf.open(io.BytesIO(raw)) as pdf:
        place_pictures(pdf, {name: files.printed[path] for name, path in names.items()})
        if job.press:
            finish_for_press(pdf, job.book, job.press, profile)
        else:
            finish_for_screen(pdf, job.book)
        buffer = io.BytesIO()
        pdf.save(buffer, deterministic_id=True, object_stream_mode=pikepdf.ObjectStreamMode.generate)
    return buffer.getvalue(), TypesetResult(len(document.pages), starts, missing, names)


def letters_missing(html: str) -> str:
    """The characters of a document that at least one of our two typefaces lacks, sorted, each once."""
    text = markup.unescape(re.sub(r"<style>.*?</style>|<[^>]*>", "", html, flags=re.S))
    return "".join(sorted({letter for letter in text if category(letter) not in _NEVER_DRAWN} - _letters()))


@cache
def _letters() -> frozenset[str]:
    regular = [name for name in FONTS if name.endswith("-Regular.ttf")]
    maps: list[set[int]] = [set(TTFont(io.BytesIO(font(name)), lazy=True).getBestCmap()) for name in regular]
    return frozenset("\t\n\f\r") | frozenset(map(chr, set.intersection(*maps)))


def _laid_out(html: str, files: OwnFiles, variant: str) -> Any:
    patch_footnotes()
    fonts = FontConfiguration()
    faces = CSS(string=FONT_RULES, url_fetcher=files, font_config=fonts)
    return HTML(string=html, base_url="book:/", url_fetcher=files).render(
        stylesheets=[faces], font_config=fonts, pdf_variant=variant
    )


def _fill_to_sheets(document: Any, html: str, files: OwnFiles, variant: str) -> Any:
    """The document with pages for notes inserted before its last page, so that the number of pages divides by four."""
    wanted = -len(document.pages) % 4
    if not wanted:
        return document
    styles = re.search(r"<style>.*?</style>", html, flags=re.S)
    notes = _laid_out(_NOTES.format(head=styles[0] if styles else "", pages=_NOTE_PAGE * wanted), files, variant)
    whole = document.copy([*document.pages[:-1], *notes.pages, document.pages[-1]])
    whole.keep = notes  # keep it alive: its pages use its fonts, which are freed with it
    return whole
