"""How to cite a piece or an edition."""

import html
import re
from dataclasses import replace

import pytest

from wawla.model import Author
from wawla.publishing.citing.citation import AuthorName, citation_of_edition, citation_of_piece

TITLE = "Trust & “ties”: are 5 < 6 schools > 4?"


@pytest.mark.parametrize(
    ("folder", "text"),
    [
        (
            "accounts_of_practice/harbour-reading-groups",
            f"<Writer>, A. (2005) ‘Reading & “talking”: what’s <b>next</b>?’, in {TITLE}. What do we ask?, title 1. "
            "A sample publisher. Available at: https://wawla.example/accounts_of_practice/harbour-reading-groups/",
        ),
        (
            "series/ask/trust-at-work/think-pieces/slow-questions",
            f"Writer, A. and Adviser of an LEA <retired> (2005) ‘Slow questions’, in {TITLE}. What do we ask?, "
            "title 1. A sample publisher. Available at: "
            "https://wawla.example/series/ask/trust-at-work/think-pieces/slow-questions/",
        ),
        (
            "tools/ties-sheet",
            "The editors (2004) ‘A sheet for ties’, in Sharing the lead. Talk it over, booklet 1. A sample publisher. "
            "Available at: https://wawla.example/tools/ties-sheet/",
        ),
    ],
)
def test_a_piece_is_cited_as_part_of_its_newest_published_edition(sample_site, folder: str, text: str):
    assert text == citation_of_piece(sample_site.library.pieces[folder], sample_site).text


def test_a_piece_that_no_edition_holds_is_cited_alone(sample_site):
    alone = replace(sample_site, library=replace(sample_site.library, editions={}), base="")
    assert (
        "The editors (2004) A sheet for ties. A sample publisher."
        == citation_of_piece(alone.library.pieces["tools/ties-sheet"], alone).text
    )


@pytest.mark.parametrize(
    ("folder", "text"),
    [
        (
            "series/talk/sharing-the-lead",
            "A sample publisher (2004) Sharing the lead. Talk it over, booklet 1. A sample publisher.",
        ),
        (
            "series/ask/next-steps",
            "A sample publisher (forthcoming) Next steps. What do we ask?, title 2. A sample publisher.",
        ),
    ],
)
def test_an_edition_is_cited_as_a_whole(sample_site, folder: str, text: str):
    citation = citation_of_edition(sample_site.library.editions[folder], sample_site)
    assert f"{text} Available at: https://wawla.example/{folder}/" == citation.text


def test_without_a_publisher_the_editors_are_named(sample_site):
    nobody = replace(sample_site, library=replace(sample_site.library, publisher=None), base="")
    edition = nobody.library.editions["series/talk/sharing-the-lead"]
    assert "The editors (2004) Sharing the lead. Talk it over, booklet 1." == citation_of_edition(edition, nobody).text


def test_what_a_page_shows_is_the_reference_letter_for_letter(pages, sample_site):
    cited = {f"{piece.folder}/": citation_of_piece(piece, sample_site) for piece in sample_site.published.pieces}
    cited |= {
        f"{edition.folder}/": citation_of_edition(edition, sample_site)
        for edition in sample_site.published.newest_first
    }
    for address, citation in cited.items():
        [shown] = re.findall(r'<p class="w-citation".*?</p>', pages[address].html)
        assert citation.text == html.unescape(re.sub(r"<[^>]+>", "", shown))


@pytest.mark.parametrize(
    ("written", "name", "short"),
    [
        ("Anna Writer", AuthorName("Writer", "Anna"), "Writer, A."),
        ("A.B. Writer", AuthorName("Writer", "A.B."), "Writer, A.B."),
        ("Anna van der Berg", AuthorName("van der Berg", "Anna"), "van der Berg, A."),
        ("Writer Jones, Anna", AuthorName("Writer Jones", "Anna"), "Writer Jones, A."),
        ("Writer", AuthorName("Writer"), "Writer"),
        ("anna writer", AuthorName("anna writer"), "anna writer"),
    ],
)
def test_a_name_is_parted_as_bibtex_would_part_it(sample_site, written: str, name: AuthorName, short: str):
    piece = sample_site.library.pieces["tools/ties-sheet"].model_copy(
        update={"authors": (Author(role="A role", name=written),)}
    )
    [found] = citation_of_piece(piece, sample_site).names
    assert (name, short) == (found, found.short)


def test_of_more_than_three_authors_the_first_is_named(sample_site):
    citation = citation_of_piece(sample_site.library.pieces["tools/ties-sheet"], sample_site)
    names = tuple(AuthorName(letter * 3, letter) for letter in "ABCD")
    assert "AAA, A., BBB, B. and CCC, C." == replace(citation, names=names[:3]).authors
    assert "AAA, A. et al." == replace(citation, names=names).authors
