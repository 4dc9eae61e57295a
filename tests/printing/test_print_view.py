"""Whatever field of a piece is changed: where the words that go to the typesetter change, the digest of them does."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest
from by_hand import with_body
from pydantic import BaseModel

from wawla.model import Account, Author, Consent, Picture, Piece, ThinkPiece, Tool
from wawla.model.body import Body
from wawla.printing.books import edition_book
from wawla.printing.print_input import PrintInput
from wawla.printing.typesetting.colour import on_screen
from wawla.reading.library import Library
from wawla.reading.print_digest import print_digest
from wawla.rendering.bodies import job_of
from wawla.rendering.markdown_to_html import Renderer

EDITION = "series/ask/trust-at-work"
PIECES = {
    ThinkPiece: f"{EDITION}/think-pieces/why-trust",
    Account: "accounts_of_practice/harbour-reading-groups",
    Tool: "tools/small-figures",
}
NO_WORDS = {
    "draft": "a draft stands in no book",
    "pictures.consent": "whether a picture may be shown today changes with the day, and no word of the piece with it",
    "pictures.shows_people": "likewise",
}
"""Fields that change what is printed and are no words of the piece, with the reason."""
ANOTHER: dict[str, Any] = {
    "licence": "CC0 1.0",
    "written": "1999-05-17",
    "compiled_by": None,
    "form": "prompts",
    "network": "moor",
    "sources": ("sample-article", "sample-book"),
    "consent": Consent(reference="7", scope=("web",), until="2099-01-01"),
}
"""Values for fields that take no text of any kind."""


def changed(field: str, value: Any) -> Any:
    """Another value of the same kind."""
    if field in ANOTHER:
        return ANOTHER[field]
    if isinstance(value, bool):
        return not value
    if isinstance(value, int):
        return value + 5
    if isinstance(value, tuple):
        return (*value, "another")
    return f"{value or ''} another"


def variants(piece: Piece) -> Iterator[tuple[str, Piece]]:
    """The piece with one field changed, and the name of that field; those of its authors and pictures too."""
    for field in type(piece).model_fields:
        value = getattr(piece, field)
        if isinstance(value, tuple) and value and isinstance(value[0], BaseModel):
            for inner in type(value[0]).model_fields:
                first = value[0].model_copy(update={inner: changed(inner, getattr(value[0], inner))})
                yield f"{field}.{inner}", piece.model_copy(update={field: (first, *value[1:])})
        elif field != "pictures":
            yield field, piece.model_copy(update={field: changed(field, value)})


def filled(piece: Piece) -> Piece:
    """The piece with something in every field, so that there is something to change."""
    values: dict[str, Any] = {"authors": (Author(role="Head", name="A. Writer"),), "compiled_by": None}
    if not piece.pictures:
        values["pictures"] = (Picture(file="a.png", alt="An elm.", credit="A school", shows_people=False),)
    return piece.model_copy(update=values)


def with_piece(library: Library, piece: Piece) -> Library:
    return replace(library, pieces={**library.pieces, piece.folder: piece})


def book_and_digest(piece: Piece, library: Library, print_input: PrintInput) -> tuple[str, str]:
    """The HTML of the edition's book with this piece in this library, and the digest of the piece."""
    given = replace(print_input, library=library)
    given = with_body(given, piece, Renderer().render(job_of(piece, library, "print")).html)
    return edition_book(library.editions[EDITION], given, on_screen).html, print_digest(piece, library)


@pytest.mark.parametrize("kind", PIECES)
def test_a_field_that_changes_the_book_changes_the_digest(kind: type[Piece], sample_print_input: PrintInput):
    library = sample_print_input.library
    piece = filled(library.pieces[PIECES[kind]])
    book, digest = book_and_digest(piece, with_piece(library, piece), sample_print_input)
    printed, missed = set(), set()
    for field, other in variants(piece):
        its_book, its_digest = book_and_digest(other, with_piece(library, other), sample_print_input)
        if its_book != book and field not in NO_WORDS:
            printed.add(field)
            missed |= {field} if its_digest == digest else set()
    assert set() == missed
    assert {
        "title",
        "summary",
        "authors.role",
        "authors.name",
        "written",
        "who_for",
        "phases",
        "questions",
        "licence",
    } <= printed
    if kind is Account:
        assert {"network", "setting"} <= printed
    if kind is Tool:
        assert {"form", "purpose", "minutes", "group", "materials"} <= printed


def test_another_title_of_its_network_changes_the_digest_of_an_account(sample_print_input: PrintInput):
    library = sample_print_input.library
    piece = library.accounts[0]
    renamed = library.networks[piece.network].model_copy(update={"title": "A network by another name"})
    other = replace(library, networks={**library.networks, piece.network: renamed})
    assert print_digest(piece, library) != print_digest(piece, other)


def test_another_year_of_a_source_changes_the_digest(sample_print_input: PrintInput):
    library = sample_print_input.library
    piece = next(piece for piece in library.pieces.values() if piece.sources)
    source = library.sources[piece.sources[0]].model_copy(update={"year": 1899})
    other = replace(library, sources={**library.sources, piece.sources[0]: source})
    assert print_digest(piece, library) != print_digest(piece, other)


def test_another_word_in_the_text_and_in_its_table_changes_both_book_and_digest(sample_print_input: PrintInput):
    library = sample_print_input.library
    piece = library.pieces[PIECES[Tool]]
    before = book_and_digest(piece, library, sample_print_input)
    other = piece.model_copy()
    other.__dict__.pop("body", None)
    other.attach(piece.path, Body(f"{piece.body.text}\nAnother word.\n", piece.path), piece.sibling_files)
    after = book_and_digest(other, with_piece(library, other), sample_print_input)
    assert before[0] != after[0]
    assert before[1] != after[1]
