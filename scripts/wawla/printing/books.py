"""An edition or a single piece as one document to be set: cover, pieces, back cover; or the piece alone."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import Any, Literal

import segno
from markupsafe import Markup

from wawla.model import KINDS, Edition, Piece, first_day, kinds_in
from wawla.model.printing import PrintSettings
from wawla.model.wording import author_names, edition_name, listed
from wawla.printing.html_for_paper import PaperContext, adapt, mend_anchors
from wawla.printing.print_input import PrintInput, file_name
from wawla.printing.typesetting.colour import INK, PAPER, ColourWriter, palette
from wawla.printing.typesetting.job import Document
from wawla.reading.linking import address_of
from wawla.reading.print_view import PrintView, by_author, print_view, printed_abbreviations, printed_sources
from wawla.rendering.look.covers import cover
from wawla.rendering.templating import environment_of

BookForm = Literal["screen", "press"]
_NO_DATE = "2000"
"""For a PDF of which no date is known: it has to bear one, and the same at every making."""
_HERE = Path(__file__).parent / "templates"


@dataclass(frozen=True)
class _BookPart:
    anchor: str
    title: str
    says: str
    pieces: tuple[_PieceOnPaper, ...]


@dataclass(frozen=True)
class _PieceOnPaper:
    """What the template needs of one piece: its words, as everything that looks for changes knows them, and no others.

    The rendered body comes from the source that is among these words.
    """

    words: PrintView
    anchor: str
    body: Markup


def edition_book(
    edition: Edition, print_input: PrintInput, ink: ColourWriter, bleed: float = 0, printing: str = ""
) -> Document:
    """The book of an edition, with so much bleed in millimetres.

    `printing` says which printing it is, in words; '' for a file that is not a printer's.
    """
    library, published = print_input.library, print_input.published
    series, pieces = published.series_of(edition), published.pieces_of(edition)
    anchors = {piece.folder: f"p{number}" for number, piece in enumerate(pieces, 1)}
    places = {address_of(piece.path): anchors[piece.folder] for piece in pieces} | {address_of(edition.path): "top"}
    on_page = [_on_paper(piece, anchors[piece.folder], 4, places, print_input) for piece in pieces]
    address = f"{print_input.base}{address_of(edition.path)}" if print_input.base else ""
    html = _html(
        "book.html",
        edition.hue,
        (series.print, bleed),
        ink,
        edition=edition,
        series=series,
        others=[other for other in library.editions_in(series) if other is not edition],
        other_series=[other for other in library.series.values() if other is not series],
        publisher=library.publisher,
        introduction=_body(edition, "e", 3, places, print_input),
        groups=list(_parts(on_page)),
        people=sorted({item.words.author for item in on_page}),
        licences=sorted({item.words.licence for item in on_page}),
        sources=by_author(chain(printed_sources(edition, library), *(item.words.sources for item in on_page))),
        abbreviations=sorted(
            {*printed_abbreviations(edition, library), *chain(*(item.words.abbreviations for item in on_page))},
            key=lambda each: each.word,
        ),
        compiled_from=published.compiled_from(edition),
        original=library.sources.get(edition.original or ""),
        address=address,
        printing=printing,
    )
    art = {"book:/cover.svg": cover(edition, series, library, ink).encode()}
    if address:
        art["book:/code.svg"] = _code(address, ink).encode()
    return Document(
        name=file_name(edition),
        path=edition.path,
        title=f"{edition.title} ({edition_name(edition, series).partition(':')[0]})",
        html=html,
        trim=series.print.trim,
        day=first_day(edition.published or _NO_DATE).isoformat(),
        pictures=art | dict(_pictures(pieces, print_input)),
        anchors={anchor: folder for folder, anchor in anchors.items()},
        sheets_of_four=True,
    )


def piece_book(piece: Piece, print_input: PrintInput, ink: ColourWriter) -> Document:
    """One piece on A4, for a meeting, with a title block that says where it comes from."""
    home = print_input.published.home_of(piece)
    item = _on_paper(piece, "p1", 2, {address_of(piece.path): "p1"}, print_input)
    html = _html(
        "leaflet.html",
        home.hue if home else "",
        (PrintSettings(), 0),
        ink,
        item=item,
        authors=author_names(piece),
        edition=home,
        series=print_input.published.series_of(home) if home else None,
        publisher=print_input.library.publisher,
        address=f"{print_input.base}{address_of(piece.path)}" if print_input.base else "",
    )
    day = first_day(piece.published or piece.practice or _NO_DATE).isoformat()
    pictures = dict(_pictures([piece], print_input))
    return Document(
        print_input.name_of(piece),
        piece.path,
        item.words.title,
        html,
        PrintSettings().trim,
        day,
        pictures,
        {"p1": piece.folder},
    )


def _parts(items: Sequence[_PieceOnPaper]) -> Iterator[_BookPart]:
    """One part for each list of an edition, named by the kinds in it and opened with the words of the first."""
    parts: dict[str, list[_PieceOnPaper]] = {}
    for item in items:
        parts.setdefault(kinds_in(KINDS[item.words.kind].edition_list)[0].name, []).append(item)
    for part, own in parts.items():
        counts = Counter(item.words.kind for item in own)
        titles = [KINDS[kind].titles if number > 1 else KINDS[kind].title for kind, number in counts.items()]
        title = listed([titles[0], *(each[:1].lower() + each[1:] for each in titles[1:])])
        yield _BookPart(f"part-{part}", title, KINDS[own[0].words.kind].in_print, tuple(own))


def _on_paper(
    piece: Piece, anchor: str, level: int, places: Mapping[str, str], print_input: PrintInput
) -> _PieceOnPaper:
    return _PieceOnPaper(
        print_view(piece, print_input.library),
        anchor,
        _body(piece, anchor, level, places, print_input),
    )


def _body(
    entry: Piece | Edition, anchor: str, level: int, places: Mapping[str, str], print_input: PrintInput
) -> Markup:
    context = PaperContext(entry.path, anchor, level, places, print_input.base)
    return Markup(adapt(print_input.rendered[entry.path].html, context))  # noqa: S704 - safe HTML, made ready for paper


def _pictures(pieces: Sequence[Piece], print_input: PrintInput) -> Iterator[tuple[str, bytes]]:
    """The pictures that may be printed today, and no others: the document can show nothing that is not here."""
    for piece in pieces:
        named = {f"{piece.folder}/{picture.file}" for picture in piece.pictures}
        for path in print_input.published.files_beside(piece):
            if path in named:
                yield f"book:/{path}", print_input.library.tree.read(path)


def _code(address: str, ink: ColourWriter) -> str:
    """A QR code (ISO/IEC 18004) for an address as SVG, each dot one unit, with the quiet zone of four."""
    rows = segno.make(address, error="m", micro=False).matrix
    size = len(rows) + 8
    dots = "".join(f"M{x + 4} {y + 4}h1v1h-1z" for y, row in enumerate(rows) for x, dark in enumerate(row) if dark)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {size} {size}">'
        f'<rect width="{size}" height="{size}" fill="{ink(PAPER)}"/><path fill="{ink(INK)}" d="{dots}"/></svg>'
    )


def _in_points(styles: str) -> str:
    """Style sheets with distances worked out that they give in lines: the typesetter would do it for every element."""
    line = re.search(r"--line-height: ([\d.]+)pt", styles)
    if line is None:  # a page size without lines
        return styles
    points = float(line[1])
    worked = re.sub(
        r"calc\(var\(--line-height\) \* ([\d.]+)\)", lambda lines: f"{points * float(lines[1]):g}pt", styles
    )
    return worked.replace("var(--line-height)", f"{points:g}pt")


def _html(template: str, hue: str, sheet: tuple[PrintSettings, float], ink: ColourWriter, **values: Any) -> str:
    """The document, with its style sheets in it. `sheet` is the settings, and the bleed in millimetres."""
    settings, bleed = sheet
    size = (_HERE / f"{settings.page_size.lower()}.css").read_text(encoding="utf-8")
    styles = f"{palette(hue, ink)}\n@page {{ bleed: {bleed}mm }}\n{size}"
    styles += (_HERE / "book.css").read_text(encoding="utf-8")
    # No voice reads a press file; what it hides there keeps its room, so that pages break as on the screen.
    styles += "caption.unseen { visibility: hidden }" if bleed else ""
    sheets = Markup(_in_points(styles))  # noqa: S704 - our own
    html = environment_of(_HERE).get_template(template).render(styles=sheets, settings=settings, **values)
    return mend_anchors(html)
