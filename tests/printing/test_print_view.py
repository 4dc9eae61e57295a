"""Whatever is changed in the publication: where the words that go to the typesetter change, so does the digest of them.

Every field of every model that a printed piece may draw on is changed, one after the other, and the HTML of its leaflet
and of its book is compared with the digest.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

import pytest
from folders import SITE
from pydantic import BaseModel

from wawla.model import Author
from wawla.model.body import Body
from wawla.printing import books
from wawla.printing.books import edition_book, piece_book
from wawla.printing.print_input import PrintInput
from wawla.printing.typesetting.colour import on_screen
from wawla.reading.library import Library
from wawla.reading.print_digest import print_digest
from wawla.reading.published import Published
from wawla.rendering.bodies import job_of
from wawla.rendering.markdown_to_html import Renderer

EDITION = "series/ask/trust-at-work"
NO_WORDS = {
    "draft": "a draft stands in no book, and the address of a link to it in none; LNK008 refuses such links",
    "pictures.shows_people": "whether a picture may be shown changes with the day, and no word of the piece with it",
    "pictures.consent": "likewise",
}
"""Fields that change what is printed and are no words of the piece, with the reason."""
REGISTERS = ("networks", "sources", "glossary")
"""What pieces take words from, by keys. Of the vocabulary they print only the words that they write themselves."""
ANOTHER: dict[str, tuple[Any, Any]] = {
    "licence": ("CC0 1.0", "CC BY-SA 4.0"),
    "practice": ("1999-05-17", "1999"),
    "published": ("1999-05-17", "1999"),
    "compiled_by": (None, "editors"),
    "network": ("moor", "harbour"),
    "sources": (("sample-article", "sample-book"), ("sample-article",)),
    "consent": (None,),
    "form": ("prompts", "worksheet"),
}
"""Values for fields that take no text of any kind; the first is taken that is another."""


NOT_FILLED = {
    "compiled_by": "authors stand in its place",
    "pictures": "a picture needs a place in the text",
    "consent": "nobody agreed",
    "data": "it needs a file",
}


def filled(part: BaseModel) -> Any:
    """The part with the example of its documentation in every empty field, so that there is something to change."""
    values: dict[str, Any] = {}
    for name, field in type(part).model_fields.items():
        value = getattr(part, name)
        if isinstance(value, tuple) and value and isinstance(value[0], BaseModel):
            values[name] = tuple(map(filled, value))
        elif name == "authors":
            values[name] = (Author(role="Head", name="A. Writer"),)
        elif value in (None, ()) and name not in NOT_FILLED:
            example = (field.examples or [None])[0]
            values[name] = tuple(example) if isinstance(example, list) else example
    return part.model_copy(update=values)


def changed(name: str, value: Any) -> Any:
    """Another value of the same kind."""
    if name in ANOTHER:
        return next((other for other in ANOTHER[name] if other != value), None)
    if isinstance(value, bool):
        return not value
    if isinstance(value, int):
        return value + 5
    if isinstance(value, tuple):
        return (*value, "another")
    if isinstance(value, Mapping):
        return {**{key: f"{each} another" for key, each in value.items()}, "another": "another"}
    return f"{value or ''} another"


def variants(part: Any) -> Iterator[tuple[str, Any]]:
    """The part with one field changed, and the name of that field; those of its authors and pictures too."""
    for name in type(part).model_fields:
        value = getattr(part, name)
        if isinstance(value, tuple) and value and isinstance(value[0], BaseModel):
            for number, inner in enumerate(value):
                for field, other in variants(inner):
                    with_other = (*value[:number], other, *value[number + 1 :])
                    yield f"{name}.{field}", part.model_copy(update={name: with_other})
        elif name != "pictures":
            yield name, part.model_copy(update={name: changed(name, value)})


@dataclass
class Paper:
    """The HTML of the book, and of each piece its leaflet and its digest, by folder."""

    book: str
    leaflets: dict[str, str]
    digests: dict[str, str]

    def __sub__(self, other: "Paper") -> tuple[bool, set[str], set[str]]:
        """Whether the book is another, which leaflets are, and which digests."""
        leaflets = {folder for folder, html in self.leaflets.items() if other.leaflets.get(folder, html) != html}
        digests = {folder for folder, digest in self.digests.items() if other.digests[folder] != digest}
        return self.book != other.book, leaflets, digests


@cache
def renderer() -> Renderer:
    return Renderer()


def on_paper(library: Library, known: dict[str, Any]) -> Paper:
    """What becomes of the edition's pieces. `known` holds the bodies rendered before, by everything they depend on."""
    edition = library.editions[EDITION]
    rendered = {}
    for entry in (edition, *library.pieces_of(edition)):
        job = job_of(entry, library, "print")
        known.setdefault(job.digest, None)
        known[job.digest] = known[job.digest] or renderer().render(job)
        rendered[entry.path] = known[job.digest]
    print_input = PrintInput(library, rendered, SITE)
    pieces = Published(library, "print").pieces_of(edition)
    return Paper(
        edition_book(edition, print_input, on_screen).html,
        {piece.folder: piece_book(piece, print_input, on_screen).html for piece in pieces},
        {piece.folder: print_digest(piece, library) for piece in library.pieces_of(edition)},
    )


def with_text(entry: Any, text: str) -> Any:
    other = entry.model_copy()
    other.__dict__.pop("body", None)
    other.attach(entry.path, Body(text, entry.path), entry.sibling_files)
    return other


@pytest.fixture
def library(sample_library: Library, monkeypatch: pytest.MonkeyPatch) -> Library:
    """The sample with every field filled, no consent at its end, and an edition that says nothing beside its pieces."""
    adapted: dict[Any, str] = {}
    adapt = books.adapt

    def adapt_once(html: str, setting: Any) -> str:
        key = (html, *map(str, vars(setting).values()))
        adapted[key] = adapted.get(key) or adapt(html, setting)
        return adapted[key]

    monkeypatch.setattr(books, "adapt", adapt_once)
    for drawing in ("cover", "_code"):  # they are no part of the HTML
        monkeypatch.setattr(books, drawing, lambda *_: "")
    silent = with_text(sample_library.editions[EDITION].model_copy(update={"sources": ()}), "Words.")
    silent = silent.model_copy(update={"tools": (*silent.tools, "ties-sheet")})
    return replace(
        sample_library,
        today=min(sample_library.today, sample_library.today.replace(year=2020)),
        editions={**sample_library.editions, EDITION: silent},
        pieces={folder: filled(piece) for folder, piece in sample_library.pieces.items()},
        **{name: {key: filled(each) for key, each in getattr(sample_library, name).items()} for name in REGISTERS},
    )


def changes(library: Library) -> Iterator[tuple[str, Library]]:
    """The library with one field of one piece, or of one entry of a register, changed; and the name of that field."""
    for piece in library.pieces_of(library.editions[EDITION]):
        for name, other in variants(piece):
            yield name, replace(library, pieces={**library.pieces, piece.folder: other})
    for register in REGISTERS:
        for key, entry in getattr(library, register).items():
            for name, other in variants(entry):
                entries = {**getattr(library, register), key: other}
                yield f"{register}.{name}", replace(library, **{register: entries})
    for name, vocabulary in variants(library.vocabulary):
        yield f"vocabulary.{name}", replace(library, vocabulary=vocabulary)


@pytest.mark.slow
def test_a_digest_changes_with_the_paper_and_only_then(library: Library):
    known: dict[str, Any] = {}
    before = on_paper(library, known)
    printed, missed, alarmed = set(), set(), set()
    for name, other in changes(library):
        book, leaflets, digests = before - on_paper(other, known)
        printed |= {name} if book or leaflets else set()
        missed |= {name} if not leaflets <= digests or (book and not digests) else set()
        alarmed |= {name} if not digests <= leaflets else set()
    assert ({*NO_WORDS}, set()) == (missed, alarmed)
    assert {"title", "network", "setting", "minutes", "pictures.caption", "networks.title", "sources.within"} <= printed
    assert {"glossary.stands_for"} == {name for name in printed if name.startswith("glossary.")}
    assert set() == {name for name in printed if name.startswith("vocabulary.")}


def test_words_of_the_edition_its_series_and_its_publisher_are_no_words_of_a_piece(library: Library):
    own = library.editions[EDITION]
    series = library.series[own.series_slug]
    others = [replace(library, publisher=other) for _, other in variants(library.publisher)]
    others += [replace(library, series={**library.series, series.slug: other}) for _, other in variants(series)]
    others += [replace(library, editions={**library.editions, EDITION: other}) for _, other in variants(own)]
    before = {folder: print_digest(piece, library) for folder, piece in library.pieces.items()}
    for other in others:
        assert before == {folder: print_digest(piece, other) for folder, piece in library.pieces.items()}


def test_sources_in_another_order_change_nothing(library: Library):
    piece = library.pieces_of(library.editions[EDITION])[0]
    keys = ("sample-article", "sample-book")
    ways = [piece.model_copy(update={"sources": order}) for order in (keys, keys[::-1])]
    one, other = (on_paper(replace(library, pieces={**library.pieces, piece.folder: way}), {}) for way in ways)
    assert (False, set(), set()) == one - other


TEXT = "The NLC met.\n\n| Term | Pupils |\n| --- | --- |\n| Autumn | + |\n\n- One word\n"
TEXTS = {
    "a word": TEXT.replace("One", "Another"),
    "a sign in a cell": TEXT.replace("+", "-"),
    "a cell": TEXT.replace("Autumn |", "| Autumn"),
    "the address of a link": TEXT.replace("word", "[word](https://example.org)"),
    "an abbreviation of the glossary": TEXT.replace("NLC", "LEA"),
    "an abbreviation that is in a heading now": TEXT.replace("The NLC met.", "## The NLC\n\nmet."),
}


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
def test_another_text_changes_both_paper_and_digest(library: Library, text: str):
    folder = f"{EDITION}/think-pieces/why-trust"

    def saying(text: str) -> Paper:
        return on_paper(
            replace(library, pieces={**library.pieces, folder: with_text(library.pieces[folder], text)}), {}
        )

    assert (True, {folder}, {folder}) == saying(TEXT) - saying(text)
