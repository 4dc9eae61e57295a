"""The page of a piece: think piece, account, tool or data-set."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from wawla.model import Edition, Piece, folder_of
from wawla.model.outline import Section
from wawla.model.wording import author_names, first_published, practice_of, reading_minutes, words_in
from wawla.publishing.citing.citation import citation_of_piece
from wawla.publishing.citing.forms import citation_forms
from wawla.publishing.page import Asset, Page
from wawla.publishing.search import facets_of_piece
from wawla.publishing.site import SiteContext
from wawla.publishing.templating import html_of
from wawla.reading.pictures import SUFFIXES
from wawla.reading.tables import as_csv, rows_of, table_of
from wawla.reading.tree import THEME


@dataclass(frozen=True)
class Neighbours:
    """The pieces before and after one in the reading order of an edition."""

    edition: Edition
    before: Piece | None
    after: Piece | None


def piece_pages(site: SiteContext, pieces: Iterable[Piece]) -> Iterator[Page]:
    """A page for each of these pieces."""
    neighbours = _neighbours(site)
    for piece in pieces:
        yield _page(piece, site, neighbours.get(piece.folder, []))


def _page(piece: Piece, site: SiteContext, neighbours: list[Neighbours]) -> Page:
    rendered = site.rendered[piece.path]
    editions = site.published.editions_of(piece)
    glossary = site.library.glossary
    citation = citation_of_piece(piece, site)
    table = table_of(piece, site.library)
    html = html_of(
        "piece.html",
        f"{piece.folder}/",
        piece=piece,
        pdf=site.downloads.get(piece.folder),
        site=site,
        body=rendered.html,
        minutes=reading_minutes(_words(piece, rendered.html, table)),
        editions=editions,
        network=site.published.network_of(piece),
        table=table,
        abbreviations={word: glossary[word] for word in rendered.abbreviations if word in glossary},
        sources=site.published.sources_of(piece.sources),
        keys_by_title={source.title: key for key, source in site.library.sources.items()} if table else {},
        citation=citation,
        publisher=site.library.publisher,
        forms=citation_forms(citation),
        neighbours=neighbours,
        related=site.relations.of(piece),
        changed=site.changed(piece),
    )
    return Page(
        path=piece.path,
        title=piece.title,
        description=piece.summary,
        html=html,
        outline=tuple(section for section in rendered.outline if section.level == 2) + _outline_after(piece),
        author="; ".join(author_names(piece)),
        hue=editions[0].hue if editions else "",
        kind=piece.kind,
        facets=facets_of_piece(piece, site),
        date=piece.published or "",
        dates=tuple(filter(None, (practice_of(piece), first_published(piece.published)))),
        scripts=("copy.js",),
    )


def _words(piece: Piece, body: str, table: list[list[str]]) -> int:
    """How many words its reader reads: the body with its tables, the figures of a data-set, and the questions."""
    return words_in(body) + sum(len(text.split()) for row in (*table, piece.questions) for text in row)


def _outline_after(piece: Piece) -> tuple[Section, ...]:
    questions = (Section(2, "_questions", "Questions for your next meeting"),) if piece.questions else ()
    return (*questions, Section(2, "_cite", "How to cite"))


def _neighbours(site: SiteContext) -> dict[str, list[Neighbours]]:
    found: dict[str, list[Neighbours]] = {}
    for edition in site.published.newest_first:
        pieces = site.published.pieces_of(edition)
        for piece, before, after in zip(pieces, [None, *pieces], [*pieces[1:], None], strict=False):
            found.setdefault(piece.folder, []).append(Neighbours(edition, before, after))
    return found


def piece_assets(site: SiteContext) -> Iterator[Asset]:
    """The files that pieces and editions bring along: data, and those pictures that may be shown on the web today.

    A table goes out as the page shows it, whatever signs and encoding it came in.
    """
    for entry in (*site.published.pieces, *site.library.editions.values()):
        for path in site.published.files_beside(entry):
            if path.lower().endswith(SUFFIXES):
                yield from _picture_assets(path, entry.folder, site)
            else:
                yield Asset(path, as_csv(rows_of(path, site.library)))


def look_assets(site: SiteContext) -> Iterator[Asset]:
    """The pictures of the look, in place of their sources in docs/assets and docs/theme."""
    for path in sorted(site.library.pictures_of_the_look):
        yield from _picture_assets(path, folder_of(path.removeprefix(THEME).removeprefix("docs/")), site)


def _picture_assets(path: str, folder: str, site: SiteContext) -> Iterator[Asset]:
    """What was made of a picture, and never its source, which holds whatever a camera or a program put into it."""
    for name, file in site.pictures.get(path, {}).items():
        yield Asset(f"{folder}/{name}".lstrip("/"), copy_of=str(file))
