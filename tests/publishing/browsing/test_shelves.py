"""Shelves: which pieces stand under which word."""

import pytest

from wawla.publishing.browsing.shelves import SHELVES, crossings, shelved


def test_words_stand_in_the_order_of_the_vocabulary_and_years_with_the_newest_first(sample_site, sample_library):
    assert ["enquiry", "trust", "reading & talk", "evidence"] == list(sample_site.shelf("themes"))
    assert ["2003", "2002", "2001"] == list(shelved(SHELVES["years"], sample_library.pieces.values(), sample_library))


def test_what_lasted_for_years_stands_under_the_first_and_the_last(sample_library):
    long = sample_library.pieces["tools/ties-sheet"].model_copy(update={"practice": "2002/2004", "circa": True})
    assert {"2004": [long], "2002": [long]} == shelved(SHELVES["years"], [long], sample_library)


def test_a_word_without_pieces_keeps_its_place(sample_library):
    assert {"primary": [], "secondary": []} == shelved(SHELVES["phases"], [], sample_library)


def test_only_an_account_has_a_region_and_it_is_that_of_its_network(sample_site):
    [(region, pieces)] = sample_site.shelf("regions").items()
    assert ("North East", {"harbour"}) == (region, {piece.network for piece in pieces})


def test_a_publication_without_a_vocabulary_has_the_words_of_its_pieces(sample_library):
    from dataclasses import replace

    bare = replace(sample_library, vocabulary=None)
    assert {"enquiry", "trust", "reading & talk", "evidence"} == set(
        shelved(SHELVES["themes"], bare.pieces.values(), bare)
    )


@pytest.mark.parametrize(
    ("shelf", "word", "title"),
    [
        ("themes", "pupil voice", "Pupil voice"),
        ("levels", "school-to-school", "School-to-school learning"),
        ("levels", "deep learning", "Deep learning"),
        ("phases", "primary", "Primary schools"),
        ("phases", "early years", "Early years"),
        ("regions", "North East", "North East"),
    ],
)
def test_the_page_of_a_word_has_a_title_that_stands_alone(shelf: str, word: str, title: str):
    assert title == SHELVES[shelf].titled(word)


def test_a_crossing_holds_some_of_the_pieces_and_never_all(sample_site):
    pieces = sample_site.shelf("themes")["enquiry"]
    found = crossings(pieces, ["primary", "secondary", "early years"])
    assert {"primary": 1, "secondary": 2} == {phase: len(some) for phase, some in found.items()}
    assert {} == crossings(found["secondary"], ["secondary"])
