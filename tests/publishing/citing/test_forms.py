"""References for other programs: every file is read back as the program would read it."""

import html
import json
from dataclasses import replace

import bibtexparser
import pytest
import rispy
from bibtexparser.bparser import BibTexParser
from folders import RESERVED, SITE

from wawla.publishing.citing.author_names import AuthorName
from wawla.publishing.citing.citation import Citation, citation_of_edition, citation_of_piece
from wawla.publishing.citing.forms import bibtex, citation_files, citation_forms, csl_json, ris

HARBOUR, SLOW, FIGURES = (
    "accounts_of_practice/harbour-reading-groups",
    "series/ask/trust-at-work/think-pieces/slow-questions",
    "tools/small-figures",
)
EDITION = "series/ask/trust-at-work"
HOSTILE = "A } title\u2028ER  - \x0bTY  - JOUR { with \\ and \x00 a @book{x,"


def read_bibtex(text: str) -> dict[str, str]:
    [entry] = bibtexparser.loads(text, parser=BibTexParser(ignore_nonstandard_types=False, common_strings=True)).entries
    return entry


@pytest.fixture
def cited(sample_site):
    """The citation of a piece or an edition, by folder."""

    def citation(folder: str) -> Citation:
        if folder in sample_site.library.editions:
            return citation_of_edition(sample_site.library.editions[folder], sample_site)
        return citation_of_piece(sample_site.library.pieces[folder], sample_site)

    return citation


def test_pieces_and_published_editions_have_a_file_of_every_form_and_others_have_none(sample_site):
    files = {asset.address for asset in citation_files(sample_site)}
    shown = [entry.folder for entry in (*sample_site.published.pieces, *sample_site.published.newest_first)]
    assert {f"{folder}/cite.{ending}" for folder in shown for ending in ("txt", "bib", "ris", "json")} == files
    assert not {address for address in files if "next-steps" in address or "bridge-draft" in address}


def test_a_page_links_to_every_file_and_holds_what_its_buttons_copy(pages, sample_site):
    for entry in (*sample_site.published.pieces, *sample_site.published.newest_first):
        page = pages[f"{entry.folder}/"]
        for asset in citation_files(sample_site):
            folder, _, file = asset.address.rpartition("/")
            if folder == entry.folder:
                assert f'<a href="{file}" download="{entry.slug}.{file.rpartition(".")[2]}">' in page.html
                assert asset.data.decode().strip() in html.unescape(page.html) or file == "cite.txt"
        assert ("copy.js",) == page.scripts
    assert "cite.bib" not in pages["series/ask/next-steps/"].html


def test_bibtex_of_a_piece_names_the_book_it_is_in(cited):
    entry = read_bibtex(bibtex(cited(SLOW)))
    assert {
        "ENTRYTYPE": "incollection",
        "ID": "series:ask:trust-at-work:think-pieces:slow-questions",
        "author": "Writer, A. and {Adviser of an LEA {\\textless}retired{\\textgreater}}",
        "title": "{Slow questions}",
        "booktitle": "{Trust \\& ``ties'': are 5 {\\textless} 6 schools {\\textgreater} 4?}",
        "series": "What do we ask?",
        "number": "1",
        "publisher": "A sample publisher",
        "year": "2005",
        "month": "March",
        "url": f"{SITE}{SLOW}/",
        "language": "british",
    } == entry


def test_bibtex_of_an_edition_is_a_book_and_of_a_data_set_something_else(cited):
    book, data = read_bibtex(bibtex(cited(EDITION))), read_bibtex(bibtex(cited(FIGURES)))
    assert ("book", "{A sample publisher}", "What do we ask?") == (book["ENTRYTYPE"], book["author"], book["series"])
    assert ("misc", "Data-set") == (data["ENTRYTYPE"], data["howpublished"])
    assert "4? What do we ask?, title 1. Compiled from: A sample paper (c. 2005)" in data["note"]
    assert "booktitle" not in book
    assert "booktitle" not in data


def test_ris_has_a_tag_to_a_line_with_cr_and_lf(cited):
    text = ris(cited(SLOW))
    lines = text.split("\r\n")
    assert ("TY  - CHAP", "ER  - ", "") == (lines[0], lines[-2], lines[-1])
    assert "\n" not in text.replace("\r\n", "")
    [entry] = rispy.loads(text)
    assert ["Writer, A.", "Adviser of an LEA <retired>"] == entry["authors"]
    assert ("2005", "2005/03/14/") == (entry["year"], entry["date"])
    assert ("Trust & “ties”: are 5 < 6 schools > 4?", "What do we ask?") == (
        entry["secondary_title"],
        entry["tertiary_title"],
    )
    assert [f"{SITE}{SLOW}/"] == entry["urls"]
    assert ["enquiry"] == entry["keywords"]


@pytest.mark.parametrize(("folder", "kind"), [(HARBOUR, "CHAP"), (FIGURES, "DATA"), (EDITION, "BOOK")])
def test_ris_says_what_is_cited(cited, folder: str, kind: str):
    [entry] = rispy.loads(ris(cited(folder)))
    assert kind == entry["type_of_reference"]
    assert "A sample publisher" == entry["publisher"]


def test_csl_json_parts_persons_and_keeps_bodies_whole(cited):
    [item] = json.loads(csl_json(cited(SLOW)))
    assert [{"family": "Writer", "given": "A."}, {"literal": "Adviser of an LEA <retired>"}] == item["author"]
    assert {"date-parts": [[2005, 3, 14]]} == item["issued"]
    assert ("chapter", "1") == (item["type"], item["collection-number"])
    [book] = json.loads(csl_json(cited(EDITION)))
    assert ("book", [{"literal": "A sample publisher"}]) == (book["type"], book["author"])
    assert "container-title" not in book
    assert "dataset" == json.loads(csl_json(cited(FIGURES)))[0]["type"]


CSL_VARIABLES = {
    *("id", "type", "title", "author", "container-title", "collection-title", "collection-number", "publisher"),
    *("issued", "abstract", "keyword", "URL", "language", "note"),
    *("original-date", "original-publisher", "original-title"),
}
"""Those of the CSL-JSON schema, csl-data.json of CSL 1.0.2, that we use."""


def test_csl_json_uses_no_name_that_its_schema_has_not(cited):
    for folder in (HARBOUR, SLOW, FIGURES, EDITION):
        [item] = json.loads(csl_json(cited(folder)))
        assert set(item) <= CSL_VARIABLES


@pytest.mark.parametrize("form", [lambda citation: citation.text, bibtex, ris, csl_json])
def test_no_form_names_an_address_that_is_reserved(sample_site, form):
    for site, named in ((sample_site, True), (replace(sample_site, base=RESERVED), False)):
        for piece in site.published.pieces:
            assert named == ("://" in form(citation_of_piece(piece, site)))
        for edition in site.published.newest_first:
            assert named == ("://" in form(citation_of_edition(edition, site)))


@pytest.mark.parametrize(("folder", "tag"), [(SLOW, "SV"), (EDITION, "M1"), (FIGURES, "")])
def test_the_number_in_a_series_is_no_volume_in_ris(cited, folder: str, tag: str):
    """SV is the series number of a chapter and M1 that of a book; a data-set has no tag for one."""
    lines = dict(line.split("  - ", 1) for line in ris(cited(folder)).splitlines())
    assert "VL" not in lines
    assert {tag} - {""} == {"SV", "M1"} & set(lines)
    assert "1" == lines.get(tag, "1")


def test_a_hostile_text_cannot_write_a_line_or_an_entry_of_its_own(sample_site, monkeypatch):
    piece = sample_site.library.pieces[FIGURES].model_copy(update={"title": HOSTILE, "summary": HOSTILE})
    piece.attach(f"{FIGURES}/index.md", sample_site.library.pieces[FIGURES].body, ())
    citation = citation_of_piece(piece, sample_site)
    [entry] = rispy.loads(ris(citation))
    assert "DATA" == entry["type_of_reference"]
    assert 1 == len([line for line in ris(citation).splitlines() if line.startswith("ER")])
    assert "misc" == read_bibtex(bibtex(citation))["ENTRYTYPE"]
    [item] = json.loads(csl_json(citation))
    assert "A } title ER - TY - JOUR { with \\ and a @book{x," == item["title"]


def test_a_name_that_could_be_taken_for_two_stays_one(cited):
    names = (AuthorName("Writer and Sons", "A."), AuthorName("Schools, and more"))
    entry = read_bibtex(bibtex(replace(cited(HARBOUR), names=names)))
    assert "{Writer and Sons}, A. and {Schools, and more}" == entry["author"]


def test_what_is_not_known_is_left_out(cited):
    bare = replace(cited(HARBOUR), form="page", host="", series="", number="", publisher="", address="", summary="")
    assert {"ENTRYTYPE", "ID", "author", "title", "year", "month", "language"} == set(read_bibtex(bibtex(bare)))
    assert "  - \r\n" not in ris(bare).removesuffix("ER  - \r\n")
    assert {"id", "type", "title", "author", "issued", "language", "keyword"} == set(json.loads(csl_json(bare))[0])


def test_the_forms_are_named_with_what_they_are_for(cited):
    assert {"Text": ".txt", "BibTeX": ".bib", "RIS": ".ris", "CSL-JSON": ".json"} == {
        form.name: form.ending for form in citation_forms(cited(HARBOUR))
    }
