"""The page of a piece: what it is, where, who, and where to go from it."""

import re
from dataclasses import replace

from wawla.checking.examples import TODAY, sample
from wawla.checking.rule import Good
from wawla.model import Piece, Tool
from wawla.publishing.citing.metadata import head_of
from wawla.publishing.pieces import piece_assets, piece_pages
from wawla.publishing.site import SiteContext
from wawla.reading.library import Library
from wawla.reading.reader import read_library
from wawla.rendering.job import Rendered

DATA_SET = "kind: data-set\ndata: data.csv\n"
FIGURES = {"tools/example/data.csv": "figure,source\nSchools,source-1\n"}
HARBOUR = "accounts_of_practice/harbour-reading-groups/"
TRUST = "series/ask/trust-at-work/"


def test_a_piece_opens_with_what_it_is_where_and_who(words):
    said = words(HARBOUR)
    assert said.startswith("Account of practice ASK title 1: Trust & “ties”: are 5 < 6 schools > 4? ")
    assert (
        "Harbour & Hill Six primary schools & a library Primary Practice of March 2003 1 minute to read A. <Writer>"
        in said
    )
    assert "Deputy head & “reader”" in said


def test_a_think_piece_names_its_authors_and_its_licence(words):
    said = words(f"{TRUST}think-pieces/slow-questions/")
    assert "14 March 2005" in said
    assert "A. Writer, Head teacher of a primary school and Adviser of an LEA <retired>" in said
    assert "Licence: CC BY-SA 4.0. Last changed on 3 February 2026." in said


def test_a_tool_says_first_what_it_is_for_and_what_it_takes(words):
    said = words("tools/opening-talk/")
    assert said.index("What it is for To let everybody") < said.index("Before you meet")
    for part in (
        "How long 45 minutes",
        "How many people 4 to 12 people & a timekeeper",
        "What you need A clock Paper <lined>",
    ):
        assert part in said
    assert "minutes to read" not in said, "the time a tool takes is not the time it takes to read"


def test_a_data_set_shows_its_table_and_gives_the_file(pages):
    html = pages["tools/small-figures/"].html
    assert ["Figure of", "Year", "Value", "Note"] == re.findall(r'<th scope="col">([^<]*)', html)
    assert ["Schools", "Pupils"] == re.findall(r'<th scope="row">([^<]*)', html)
    assert '<caption id="_data">Small figures: the figures</caption>' in html
    assert "<td>All primary, all small</td>" in html
    assert "<td>&lt;spring&gt; &amp; walk</td>" in html
    assert '<a href="data.csv" download>' in html


def test_a_source_in_a_table_leads_to_where_it_is_described():
    made = sample(Good(DATA_SET, files=FIGURES), Tool)
    library = read_library(made.tree, TODAY).library
    site = SiteContext(library, {path: Rendered("") for path in library.entries})
    [page] = piece_pages(site, [library.pieces["tools/example"]])
    title = library.sources["source-1"].title
    assert f'<td><a href="../../sources/#_source-source-1">{title}</a></td>' in page.html
    assert "source-1<" not in page.html
    [table] = [each for each in piece_assets(site) if each.address.endswith(".csv")]
    assert f"figure,source\r\nSchools,{title}\r\n".encode() == table.data


def test_a_time_that_is_a_guess_says_so_wherever_it_stands(sample_site):
    known = sample_site.library.pieces["tools/ties-sheet"]
    guessed = known.model_copy(update={"practice": "2002/2004", "circa": True})
    [page] = piece_pages(sample_site, [guessed])
    assert "<li>Practice of about 2002 to 2004</li>" in page.html
    for year in ("2002", "2004"):
        assert f'<a href="../../years/{year}/">Practice of about {year}</a>' in page.html
    assert "Practice of about 2002 to 2004" == page.dates[0]
    head = head_of(page, replace(sample_site, library=with_piece(sample_site.library, guessed)))
    assert '<meta name="DCTERMS.temporal" content="about 2002 to 2004">' in head
    assert '"temporalCoverage": "about 2002 to 2004"' in head


def with_piece(library: Library, piece: Piece) -> Library:
    """The library with this piece in place of the one in its folder."""
    return replace(library, pieces={**library.pieces, piece.folder: piece})


def test_the_time_to_read_counts_tables_figures_and_questions_too(words, sample_site):
    assert "1 minute to read" in words("tools/small-figures/")
    account = sample_site.library.pieces["accounts_of_practice/harbour-reading-groups"]
    table = f"<table>{'<tr><td>Two words</td><td>Three more words</td></tr>' * 200}</table>"
    rendered = {**sample_site.rendered, account.path: replace(sample_site.rendered[account.path], html=table)}
    [page] = piece_pages(replace(sample_site, rendered=rendered), [account])
    assert "5 minutes to read" in page.html


def test_questions_sources_and_abbreviations_stand_after_the_text(words):
    said = words(HARBOUR)
    assert "Questions for your next meeting Which book would we read <together>?" in said
    assert "NLC Networked Learning Community. A group of schools & partners. LEA local education authority" in said
    assert "Sources A. Writer & B. Writer, Schools <together> , book, 2004." in said
    assert "Sources A sample paper, ‘What heads say’, A weekly , article, about 2005." in words("tools/ties-sheet/")


def test_a_piece_of_two_editions_leads_on_in_each_the_newest_first(pages, words):
    assert re.findall(r'aria-label="In ([^"]*)"', pages[HARBOUR].html) == [
        "Trust &amp; “ties”: are 5 &lt; 6 schools &gt; 4?",
        "Sharing the lead",
    ]
    assert "Before this Slow questions After this Visits up the valley" in words(HARBOUR)
    assert "Before this A forum in the forest After this A sheet for ties" in words(HARBOUR)
    assert 'rel="prev" href="../../series/ask/trust-at-work/think-pieces/slow-questions/"' in pages[HARBOUR].html


def test_the_first_piece_has_none_before_it_and_the_last_none_after(pages):
    assert 'rel="prev"' not in pages[f"{TRUST}think-pieces/why-trust/"].html
    assert 'rel="next"' not in pages["tools/small-figures/"].html


def test_a_piece_leads_to_every_shelf_it_stands_on(pages):
    shelves = ("themes/reading-talk/", "themes/trust/", "levels/pupil/", "phases/primary/")
    for address in (*shelves, "regions/north-east/", "years/2003/"):
        assert f'href="../../{address}"' in pages[HARBOUR].html
        assert address in pages


def test_a_page_carries_what_the_theme_prints(pages):
    page = pages[HARBOUR]
    assert 'Reading & "talking": what\'s <b>next</b>?' == page.title
    assert "A. <Writer>" == page.author
    assert "The editors of this site" == pages["tools/ties-sheet/"].author
    assert "A sample publisher" == pages["series/ask/trust-at-work/"].author
    assert ("#0b5f5c", "account") == (page.hue, page.kind)
    assert ["The situation", "What we did", "What came of it", "Questions for your next meeting", "How to cite"] == [
        section.title for section in page.outline
    ]


def test_a_draft_has_no_page_and_is_named_nowhere(pages):
    assert "accounts_of_practice/bridge-draft/" not in pages
    assert [] == [address for address, page in pages.items() if "bridge" in page.html or "secret" in page.html]


def test_pictures_that_may_be_shown_come_along_and_no_others(sample_site):
    from wawla.publishing.pieces import piece_assets

    harbour = "accounts_of_practice/harbour-reading-groups"
    assert [
        f"{harbour}/harbour.png",
        f"{harbour}/readers.png",
        f"{harbour}/sizes/harbour.png-480.webp",
        f"{harbour}/sizes/harbour.png-640.webp",
        f"{harbour}/sizes/readers.png-480.webp",
        f"{harbour}/sizes/readers.png-640.webp",
        "series/ask/trust-at-work/numbers.csv",
        "tools/small-figures/data.csv",
    ] == sorted(asset.address for asset in piece_assets(sample_site))


def test_the_source_of_a_picture_is_never_published(sample_site):
    from wawla.publishing.pieces import piece_assets

    unmade = replace(sample_site, pictures={})
    assert [] == [asset.address for asset in piece_assets(unmade) if not asset.address.endswith(".csv")]


def test_what_may_not_be_shown_is_said(words):
    assert "It is not shown, because consent to it does not cover the web." in words(
        "accounts_of_practice/valley-visits/"
    )
    assert "It is not shown, because consent to it ended on 31 August 2025." in words(
        "accounts_of_practice/moor-marking/"
    )
