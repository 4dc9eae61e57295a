"""The pages of the home, the catalogue, the series and the editions."""

import re

from wawla.checking.examples import TODAY, sample
from wawla.checking.rule import Good
from wawla.model import EDITION_LISTS
from wawla.publishing.editions import edition_pages, home_page
from wawla.publishing.site import SiteContext
from wawla.reading.reader import read_library
from wawla.rendering.job import Rendered

TRUST, NEXT = "series/ask/trust-at-work/", "series/ask/next-steps/"


def bare_site(front: str) -> SiteContext:
    """A publication of one edition, with this front matter and without bodies."""
    from wawla.model import Edition

    library = read_library(sample(Good(front), Edition).tree, TODAY).library
    return SiteContext(library, {path: Rendered("") for path in library.entries})


def test_an_edition_lists_its_pieces_by_kind_in_reading_order(pages, words):
    assert ["Think pieces", "Accounts of practice", "Development tools", "Data-sets"] == re.findall(
        r'class="w-part">([^<]*)', pages[TRUST].html
    )
    said = words(TRUST)
    titles = [
        "Why trust?",
        "Slow questions",
        "Reading & “talking”",
        "Visits up",
        "Marking on",
        "Opening a talk",
        "Small figures",
    ]
    at = said.index("Contents Think pieces")
    assert sorted(found := [said.index(title, at) for title in titles]) == found


def test_an_edition_says_how_to_order_it_and_who_made_it(pages, words):
    assert 'href="mailto:orders@publisher.sample?subject=Order%3A%20ASK/Trust%20at%20work"' in pages[TRUST].html
    said = words(TRUST)
    assert "quoting the reference ASK/Trust at work and the number of copies. It is read on Fridays." in said
    assert "People Compiled by the editors of the sample Pieces A. <Writer>, Deputy head" in said
    assert "Last changed on 3 February 2026." in said
    assert "For heads & co-leaders" in said


def test_a_forthcoming_edition_says_so_and_lists_nothing(pages, words):
    assert "ASK title 2" not in words(NEXT)
    assert "What do we ask? Title 2, forthcoming Next steps" in words(NEXT)
    assert "cannot be ordered yet. Its reference will be ASK/Next steps" in words(NEXT)
    assert "_contents" not in pages[NEXT].html
    assert "How to cite" not in words(NEXT)


def test_a_series_says_what_every_edition_holds(words):
    assert "holds at least 1 think piece, 1 account of practice and 1 development tool or data-set." in words(
        "series/ask/"
    )
    assert "holds at least 1 development tool." in words("series/talk/")
    who = "Begun by A college of samples Out of the programme A programme of samples Published here by A sample"
    assert f"2 editions Order prefix ASK {who} publisher" in words("series/ask/")


def test_the_catalogue_holds_every_series_and_what_others_made(words):
    said = words("series/")
    assert said.index("What do we ask?") < said.index("Talk it over") < said.index("Other publications and initiatives")
    assert "publication, October 2006 A toolkit of others What it holds. A college. Source: Schools" in said
    assert "None of these is on this site." in said


def test_the_home_page_opens_with_the_newest_edition(pages, words):
    said = words("")
    assert said.index("The newest edition ASK title 1") < said.index("Other editions") < said.index("Find a piece")
    assert "Read it 7 pieces, online and free" in said
    assert pages[""].hue == "#0b5f5c"
    assert "ASK title 2, forthcoming Next steps" in said


def test_a_home_page_before_the_first_edition(sample_site):
    page = home_page(bare_site("status: forthcoming\n"))
    assert "The first edition is in the making" in page.html
    assert "A publication in the making." == page.description


def test_a_published_edition_before_its_first_piece_has_no_contents():
    [page] = edition_pages(bare_site("".join(f"{name}: []\n" for name in EDITION_LISTS)))
    assert "_contents" not in page.html
    assert ["_order"] == [section.anchor for section in page.outline]


def test_the_newest_is_the_last_published_and_of_one_day_the_highest_number(sample_site):
    assert ["series/ask/trust-at-work", "series/talk/sharing-the-lead"] == [
        e.folder for e in sample_site.published.newest_first
    ]


def test_an_edition_of_which_there_was_a_printed_original_says_so_once():
    [page] = edition_pages(bare_site("original: source-1\n"))
    said = " ".join(re.sub(r"<[^>]*>", "", page.html).split())
    assert 1 == said.count("There was a printed original: A publisher (2004) A book.")
