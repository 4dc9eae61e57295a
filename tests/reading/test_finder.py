"""An edition, a piece or a series is found by every name it has; what is not there is answered with the nearest."""

from dataclasses import replace

import pytest

from wawla.model.errors import WawlaError
from wawla.reading.finder import find_edition, find_published, find_series
from wawla.reading.library import Library
from wawla.reading.published import Published

TRUST = "series/ask/trust-at-work"


TITLE = 'TRUST & "ties": ARE 5 < 6 schools > 4?'
NAMES = ["ASK/Trust at work", "ask/trust at work", f"/{TRUST}/", "ask/trust-at-work", " trust-at-work ", TITLE]


@pytest.mark.parametrize("name", NAMES)
def test_an_edition_has_a_reference_a_folder_a_short_name_and_a_title(sample_library: Library, name: str):
    assert TRUST == find_edition(sample_library, name).folder
    assert TRUST == find_published(Published(sample_library, "print"), name).folder


def test_a_piece_is_found_where_readers_may_see_it(sample_library: Library):
    published = Published(sample_library, "print")
    assert "tools/ties-sheet" == find_published(published, "ties-sheet").folder
    with pytest.raises(WawlaError, match="no published edition or piece 'bridge-draft'"):
        find_published(published, "bridge-draft")


def test_a_forthcoming_edition_is_found_and_holds_nothing_to_print(sample_library: Library):
    assert "forthcoming" == find_edition(sample_library, "ASK/Next steps").status
    with pytest.raises(WawlaError, match="'ASK/Next steps' is forthcoming and holds nothing to print yet"):
        find_published(Published(sample_library, "print"), "ASK/Next steps")


def test_the_nearest_name_is_offered(sample_library: Library):
    with pytest.raises(WawlaError, match=r"there is no edition 'trust-at-wrok'. Did you mean 'trust-at-work'\?"):
        find_edition(sample_library, "trust-at-wrok")


def test_a_name_that_two_editions_have_asks_for_the_folder(sample_library: Library):
    trust = sample_library.editions[TRUST]
    other = next(each for each in sample_library.editions.values() if each is not trust)
    twin = other.model_copy(update={"title": trust.title})
    library = replace(sample_library, editions={**sample_library.editions, other.folder: twin})
    with pytest.raises(WawlaError, match=f"may be .*{TRUST}.*: name the folder"):
        find_edition(library, trust.title)
    assert TRUST == find_edition(library, TRUST).folder


@pytest.mark.parametrize("name", ["ask", "ASK", "series/ask/", "What do we ask?"])
def test_a_series_has_a_short_title_a_prefix_a_title_and_a_folder(sample_library: Library, name: str):
    assert "series/ask" == find_series(sample_library, name).folder


def test_a_series_that_is_not_there_is_answered_with_those_that_are(sample_library: Library):
    with pytest.raises(WawlaError, match=r"there is no series 'X'\. There are: ASK, TALK\."):
        find_series(sample_library, "X")
