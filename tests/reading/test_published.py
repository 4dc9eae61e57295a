"""One view of what is published: no drafts, each piece once, the newest edition first."""

from dataclasses import replace

import pytest

from wawla.model import Output
from wawla.reading.library import Library
from wawla.reading.print_view import printed_sources
from wawla.reading.published import Published

TRUST = "series/ask/trust-at-work"
DRAFT = "accounts_of_practice/bridge-draft"


@pytest.fixture(params=["web", "print"])
def published(sample_library: Library, request: pytest.FixtureRequest) -> Published:
    output: Output = request.param
    return Published(sample_library, output)


def test_drafts_are_nowhere(published: Published):
    assert published.library.pieces[DRAFT].draft
    own = published.library.editions[TRUST]
    listing = own.model_copy(update={"accounts": (*own.accounts, "bridge-draft")})
    for pieces in (published.pieces, published.by_title, published.pieces_of(listing), published.entries):
        assert DRAFT not in {piece.folder for piece in pieces}
    assert [] == list(published.files_beside(published.library.pieces[DRAFT]))


def test_a_piece_that_is_listed_twice_is_there_once(published: Published):
    own = published.library.editions[TRUST]
    listing = own.model_copy(update={"accounts": (*own.accounts, *own.accounts)})
    assert published.pieces_of(own) == published.pieces_of(listing)


def test_the_home_of_a_piece_is_the_newest_edition_that_is_out(published: Published):
    piece = published.library.pieces["accounts_of_practice/harbour-reading-groups"]
    editions = published.library.editions
    later = editions[TRUST].model_copy(update={"published": "2099", "reference": "ASK/Later"})
    later.__dict__["folder"] = "series/ask/later"
    both = replace(published.library, editions={**editions, "series/ask/later": later})
    assert "series/ask/later" == Published(both, "web").home_of(piece).folder
    to_come = later.model_copy(update={"status": "forthcoming"})
    one = replace(published.library, editions={**editions, "series/ask/later": to_come})
    assert TRUST == Published(one, "web").home_of(piece).folder


def test_pictures_that_were_agreed_to_for_one_output_are_beside_the_piece_in_that_one(sample_library: Library):
    beside = {
        output: {path for piece in view.pieces for path in view.files_beside(piece)}
        for output, view in (("web", Published(sample_library, "web")), ("print", Published(sample_library, "print")))
    }
    assert beside["web"] != beside["print"]


def test_sources_stand_by_author_and_year_on_the_page_as_in_print(sample_library: Library):
    published = Published(sample_library, "web")
    keys = ("sample-book", "sample-article")
    assert ["A sample paper", "A. Writer & B. Writer"] == [each.author for each in published.sources_of(keys)]
    for piece in published.pieces:
        on_page = [(each.author, each.title) for each in published.sources_of(piece.sources)]
        assert on_page == [(each.author, each.title) for each in printed_sources(piece, sample_library)]
