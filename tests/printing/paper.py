"""Reads PDFs as readers do: by the tags, as a screen reader, and by what lies where on the page, as the eye does."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import pikepdf
from pdfminer.pdfdevice import PDFTextDevice
from pdfminer.pdfinterp import PDFPageInterpreter, PDFResourceManager
from pdfminer.pdfpage import PDFPage
from pikepdf import Array, Dictionary

MM = 72 / 25.4


@dataclass(frozen=True)
class Letter:
    """One letter on a page, in points: where it begins and ends, and the baseline from the top of the page."""

    text: str
    font: str
    size: float
    x0: float
    x1: float
    baseline: float
    mcid: int | None


@dataclass(frozen=True)
class Part:
    """One piece of tagged text: its page, from 0, its letters, and the tags above it from the document down."""

    page: int
    mcid: int
    text: str
    tags: tuple[str, ...]
    within: tuple[int, ...]
    """A number for each of the elements that bear these tags, to tell one paragraph from the next."""


class _Reader(PDFTextDevice):
    """Notes every letter where it is drawn, with the number of the tagged part that it belongs to."""

    def begin_page(self, page: Any, ctm: Any) -> None:
        self.letters: list[Letter] = []
        self._height = page.mediabox[3]
        self._open: list[int | None] = []

    def begin_tag(self, tag: Any, props: Any = None) -> None:
        self._open.append(props.get("MCID") if isinstance(props, dict) else None)

    def end_tag(self) -> None:
        self._open.pop()

    def render_char(
        self, matrix: Any, font: Any, fontsize: float, scaling: float, rise: float, cid: int, *_: Any
    ) -> float:
        a, _, _, d, x, y = matrix
        width = float(font.char_width(cid)) * fontsize * scaling
        mcid = next((each for each in reversed(self._open) if each is not None), None)
        text = font.to_unichr(cid)
        self.letters.append(
            Letter(text, font.fontname, abs(d) * fontsize, x, x + width * a, self._height - y - rise * d, mcid)
        )
        return width


@cache
def letters_on(file: Path) -> tuple[tuple[Letter, ...], ...]:
    """The letters of every page in the order in which they are drawn."""
    resources = PDFResourceManager()
    reader = _Reader(resources)
    interpreter = PDFPageInterpreter(resources, reader)
    found = []
    with file.open("rb") as data:
        for page in PDFPage.get_pages(data):
            interpreter.process_page(page)
            found.append(tuple(reader.letters))
    return tuple(found)


@cache
def parts_of(file: Path) -> tuple[Part, ...]:
    """The tagged text in the order of the tags. What is not tagged, such as running heads, is left out."""
    drawn: dict[tuple[int, int], str] = {}
    for number, letters in enumerate(letters_on(file)):
        for letter in letters:
            if letter.mcid is not None:
                drawn[number, letter.mcid] = drawn.get((number, letter.mcid), "") + letter.text
    with pikepdf.open(file) as pdf:
        pages = {page.obj.objgen: number for number, page in enumerate(pdf.pages)}
        walk = _walk(pdf.Root.StructTreeRoot.K, pages, None, (), (), iter(range(10**6)))
        return tuple(Part(page, mcid, drawn.get((page, mcid), ""), tags, within) for page, mcid, tags, within in walk)


@cache
def heading_levels(file: Path) -> tuple[int, ...]:
    """The levels of the headings in the order of the tags."""
    with pikepdf.open(file) as pdf:
        return tuple(_headings(pdf.Root.StructTreeRoot.K))


def _headings(kid: Any) -> Iterator[int]:
    if isinstance(kid, Array):
        for each in kid:
            yield from _headings(each)
    elif isinstance(kid, Dictionary) and "/S" in kid:
        tag = str(kid.S)
        if tag.startswith("/H") and tag[2:].isdigit():
            yield int(tag[2:])
        yield from _headings(kid.get("/K"))


def _walk(
    kid: Any, pages: dict[Any, int], page: int | None, tags: tuple[str, ...], within: tuple[int, ...], numbers: Any
) -> Iterator[tuple[int, int, tuple[str, ...], tuple[int, ...]]]:
    if isinstance(kid, Array):
        for each in kid:
            yield from _walk(each, pages, page, tags, within, numbers)
    elif isinstance(kid, Dictionary):
        page = pages[kid.Pg.objgen] if "/Pg" in kid else page
        if "/MCID" in kid:
            yield page or 0, int(kid.MCID), tags, within
        elif "/S" in kid and "/K" in kid:
            below = (*tags, str(kid.S).removeprefix("/")), (*within, next(numbers))
            yield from _walk(kid.K, pages, page, *below, numbers)
    else:
        yield page or 0, int(kid), tags, within


def read_aloud(file: Path) -> str:
    """What a screen reader reads of a document, without the notes at the foot of pages and the calls to them.

    The head of a table, which comes again on each page that the table runs over, is read once.
    """
    again = _heads_again(file)
    kept = (part.text for part in parts_of(file) if not _is_furniture(part) and again.isdisjoint(part.within))
    return _without_page_numbers(" ".join(kept).replace("‐ ", ""))


def _heads_again(file: Path) -> set[int]:
    """The heads of tables that say what the one before says, with nothing but the table between the two."""
    again, said, number, now = set(), "", -1, ""
    for part in parts_of(file):
        if "THead" in part.tags:
            head = part.within[part.tags.index("THead")]
            said, number, now = (said, head, now + part.text) if head == number else (now, head, part.text)
            (again.add if now == said else again.discard)(head)
        elif "Table" not in part.tags and part.tags[1] != "NonStruct":
            said, number, now = "", -1, ""
    return again


def notes_aloud(file: Path) -> str:
    """What it reads of what stands at the foot of pages, and after the text."""
    kept = (part.text for part in parts_of(file) if part.tags[1] == "NonStruct" and not _is_made(part))
    return _without_page_numbers(" ".join(kept))


def _without_page_numbers(text: str) -> str:
    return re.sub(r"\s*\(see page\s*\d+\)", "", text)


def _is_made(part: Part) -> bool:
    """The numbers of notes, the calls to them, and the dashes of lists: nobody wrote them."""
    return part.tags[-2:] == ("NonStruct", "Span") and re.fullmatch(r"\s*(\d+|–)\s*", part.text) is not None


def _is_furniture(part: Part) -> bool:
    return part.tags[1] == "NonStruct" or "Lbl" in part.tags or _is_made(part)


def letters_of(text: str) -> str:
    """The letters alone: without spaces, and without hyphens, since lines end in some that no word has."""
    return re.sub(r"[\s\u00ad\u2010-]+", "", text)
