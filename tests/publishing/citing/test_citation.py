"""How to cite a piece or an edition."""

import html
import re
from dataclasses import replace

import pytest
from folders import RESERVED, SITE

from wawla.model import Author, Edition
from wawla.publishing.citing.author_names import AuthorName
from wawla.publishing.citing.citation import citation_of_edition, citation_of_piece
from wawla.publishing.editions import edition_pages
from wawla.publishing.pieces import piece_pages

TITLE = "Trust & “ties”: are 5 < 6 schools > 4?"


@pytest.mark.parametrize(
    ("folder", "text"),
    [
        (
            "accounts_of_practice/harbour-reading-groups",
            f"<Writer>, A. (2005) ‘Reading & “talking”: what’s <b>next</b>?’, in {TITLE}. What do we ask?, title 1. "
            f"A sample publisher. Available at: {SITE}accounts_of_practice/harbour-reading-groups/",
        ),
        (
            "series/ask/trust-at-work/think-pieces/slow-questions",
            f"Writer, A. and Adviser of an LEA <retired> (2005) ‘Slow questions’, in {TITLE}. What do we ask?, "
            "title 1. A sample publisher. Available at: "
            f"{SITE}series/ask/trust-at-work/think-pieces/slow-questions/",
        ),
        (
            "tools/ties-sheet",
            "The editors of this site (2004) ‘A sheet for ties’, in Sharing the lead. Talk it over, booklet 1. A sample"
            f" publisher. Compiled from: A sample paper (c. 2005) ‘What heads say’, in A weekly."
            f" Available at: {SITE}tools/ties-sheet/",
        ),
    ],
)
def test_a_piece_is_cited_as_part_of_its_newest_published_edition(sample_site, folder: str, text: str):
    assert text == citation_of_piece(sample_site.library.pieces[folder], sample_site).text


def test_a_piece_that_no_edition_holds_is_cited_alone(sample_site):
    alone = replace(sample_site, library=replace(sample_site.library, editions={}), base="")
    assert (
        "The editors of this site (2004) A sheet for ties. A sample publisher. Compiled from: A sample paper "
        "(c. 2005) ‘What heads say’, in A weekly."
        == citation_of_piece(alone.library.pieces["tools/ties-sheet"], alone).text
    )


@pytest.mark.parametrize(
    ("folder", "text"),
    [
        (
            "series/talk/sharing-the-lead",
            "A sample publisher (2004) Sharing the lead. Talk it over, booklet 1.",
        ),
        (
            "series/ask/next-steps",
            "A sample publisher (forthcoming) Next steps. What do we ask?, title 2.",
        ),
    ],
)
def test_an_edition_is_cited_as_a_whole(sample_site, folder: str, text: str):
    citation = citation_of_edition(sample_site.library.editions[folder], sample_site)
    assert f"{text} Available at: {SITE}{folder}/" == citation.text


def test_without_a_publisher_the_editors_are_named(sample_site):
    nobody = replace(sample_site, library=replace(sample_site.library, publisher=None), base="")
    edition = nobody.library.editions["series/talk/sharing-the-lead"]
    assert (
        "The editors of this site (2004) Sharing the lead. Talk it over, booklet 1."
        == citation_of_edition(edition, nobody).text
    )


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
    ("author", "name"),
    [
        ({"role": "Head", "name": "Anna van der Berg"}, AuthorName("van der Berg", "Anna")),
        ({"role": "Head", "name": "Órla O'Brien"}, AuthorName("O’Brien", "Órla")),
        ({"role": "Body", "name": "University of Leeds"}, AuthorName("University of Leeds")),
        ({"role": "Network", "body": "Riverside Ark"}, AuthorName("Riverside Ark")),
        ({"role": "Head of a school"}, AuthorName("Head of a school")),
    ],
)
def test_an_author_is_a_person_by_name_a_body_or_a_role(sample_site, author: dict[str, str], name: AuthorName):
    piece = sample_site.library.pieces["tools/ties-sheet"].model_copy(update={"authors": (Author(**author),)})
    citation = citation_of_piece(piece, sample_site)
    assert ((name,), ()) == (citation.names, citation.compiled_from), "what others wrote was compiled from nothing"


def test_a_text_is_of_the_day_on_which_it_was_published_and_not_of_its_practice(sample_site):
    piece = sample_site.library.pieces["tools/ties-sheet"]
    said = [
        citation_of_piece(piece.model_copy(update=update), sample_site)
        for update in ({"practice": "1999"}, {"published": "2026-11-23"}, {"published": None})
    ]
    assert [("2004", "1999"), ("2026", "2002"), ("no date", "2002")] == [(each.year, each.practice) for each in said]


def test_an_edition_names_its_printed_original_with_its_own_publisher_and_year(sample_site):
    edition = sample_site.library.editions["series/talk/sharing-the-lead"].model_copy(
        update={"original": "sample-article", "published": "2026"}
    )
    citation = citation_of_edition(edition, sample_site)
    original = "Printed original: A sample paper (c. 2005) ‘What heads say’, in A weekly."
    assert f"A sample publisher (2026) Sharing the lead. Talk it over, booklet 1. {original} Available" in citation.text


def test_of_more_than_three_authors_the_first_is_named(sample_site):
    citation = citation_of_piece(sample_site.library.pieces["tools/ties-sheet"], sample_site)
    names = tuple(AuthorName(letter * 3, letter) for letter in "ABCD")
    assert "AAA, A., BBB, B. and CCC, C." == replace(citation, names=names[:3]).authors
    assert "AAA, A. et al." == replace(citation, names=names).authors


def test_where_the_address_is_reserved_a_reference_has_none_and_the_page_says_so(pages, sample_site):
    reserved = replace(sample_site, base=RESERVED)
    said = "This copy of the site has no public address yet."
    for entry in (*reserved.published.pieces, *reserved.published.newest_first):
        citation = (citation_of_edition if isinstance(entry, Edition) else citation_of_piece)(entry, reserved)
        assert "" == citation.address
        assert "Available at" not in citation.text
        assert said not in pages[f"{entry.folder}/"].html
    for page in (*piece_pages(reserved, reserved.published.pieces), *edition_pages(reserved)):
        assert ("How to cite</h2>" in page.html) == (said in page.html)


def test_an_edition_is_compiled_from_its_sources_where_all_its_pieces_are(sample_site):
    library = sample_site.library
    sharing = library.editions["series/talk/sharing-the-lead"].model_copy(
        update={
            "accounts": ("forest-forum",),
            "sources": ("sample-book", "sample-article"),
            "original": "sample-book",
        }
    )
    trust = library.editions["series/ask/trust-at-work"]
    cited = [citation_of_edition(edition, sample_site) for edition in (sharing, trust)]
    assert [["What heads say"], []] == [[source.title for source in each.compiled_from] for each in cited]
    assert ["What heads say", "Schools <together>"] == [source.title for source in cited[0].sources]
    assert "Compiled from: A sample paper (c. 2005) ‘What heads say’, in A weekly. Printed original: A. Writer &" in (
        cited[0].text
    )
