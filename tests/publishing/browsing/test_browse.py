"""Pages to find a piece by."""

import re
from dataclasses import replace
from urllib.parse import urljoin

import pytest

from wawla.publishing.browsing.browse import browse_pages

TITLES = re.compile(r"w-item-title[^>]*><a [^>]*>([^<]*)")
LINKS = re.compile(r'href="([^"]*)"')


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        (
            "accounts_of_practice/",
            [
                "A forum in the forest",
                "Marking on the moor",
                "Reading &amp; “talking”: what’s &lt;b&gt;next&lt;/b&gt;?",
                "Visits up the valley",
            ],
        ),
        ("tools/", ["A sheet for ties", "Opening a talk"]),
        ("data-sets/", ["Small figures"]),
        ("think-pieces/", ["Slow questions", "Why trust?"]),
        ("themes/evidence/", ["Marking on the moor", "Small figures"]),
        ("themes/enquiry/primary/", ["Slow questions"]),
        ("levels/pupil/", ["Reading &amp; “talking”: what’s &lt;b&gt;next&lt;/b&gt;?"]),
        ("levels/staff/primary/", ["Marking on the moor"]),
        ("phases/secondary/", ["A forum in the forest", "Slow questions"]),
        ("regions/north-east/", ["Reading &amp; “talking”: what’s &lt;b&gt;next&lt;/b&gt;?", "Visits up the valley"]),
        ("years/2002/", ["A sheet for ties", "Visits up the valley"]),
    ],
)
def test_a_list_holds_every_published_piece_of_its_kind_or_word_by_title(pages, address: str, expected: list[str]):
    assert expected == TITLES.findall(pages[address].html)


def test_a_shelf_names_its_words_with_their_sentence_and_how_many_pieces(words):
    assert "Reading & talk What is said over a book. 2 pieces" in words("themes/")
    assert "Pupil What pupils learn. 1 piece" in words("levels/")
    assert "2003 5 pieces 2002 2 pieces 2001 1 piece" in words("years/")


def test_a_list_leads_across_and_says_how_many_pieces_are_there(words):
    assert "By phase Primary schools 1 piece Secondary schools 2 pieces" in words("themes/enquiry/")
    assert "By theme Enquiry 2 pieces By level of learning School-to-school 2 pieces" in words("phases/secondary/")
    assert "Networks there Harbour & Hill 2 pieces" in words("regions/north-east/")
    assert "Other kinds Think pieces 2 pieces Development tools 2 pieces" in words("accounts_of_practice/")


def test_a_crossing_is_titled_in_words_and_leads_to_what_it_lies_in(pages, words):
    crossing = pages["themes/enquiry/primary/"]
    assert "Enquiry in primary schools" == crossing.title
    assert crossing.description.startswith("Enquiry: what comes from primary schools, or serves them. Choosing")
    assert "Enquiry 4 pieces Primary schools 3 pieces Enquiry in secondary schools 2 pieces" in words(crossing.address)
    assert "Pupil learning" == pages["levels/pupil/"].title
    assert "North East: primary schools" == pages["regions/north-east/primary/"].title


def test_a_crossing_that_holds_all_of_a_word_or_nothing_has_no_page(pages):
    assert "levels/pupil/primary/" not in pages, "every piece of the level is of that phase"
    assert "themes/trust/secondary/" not in pages
    assert 'href="../../levels/pupil/"' in pages["phases/primary/"].html


def test_one_page_leads_to_every_list_there_is(pages):
    ways = pages["browse/"]
    reached, fresh = {ways.address}, {ways.address}
    for _ in range(2):
        links = {urljoin(f"/{address}", href) for address in fresh for href in LINKS.findall(pages[address].html)}
        fresh = {link.lstrip("/") for link in links} & {
            a for a, page in pages.items() if page.kind in ("list", "network")
        }
        reached |= fresh
    lists = {address for address, page in pages.items() if page.kind in ("list", "network", "browse")}
    assert set() == lists - reached, "within two steps"
    assert [
        "By kind",
        "By theme",
        "By level of learning",
        "By phase",
        "By region",
        "By year of practice",
        "By network",
    ] == [section.title for section in ways.outline[:-1]]


def test_every_list_has_a_title_and_a_description_of_its_own(pages):
    lists = [page for page in pages.values() if page.kind in ("list", "network", "browse")]
    assert len({page.title for page in lists}) == len(lists)
    assert len({page.description for page in lists}) == len(lists)


def test_the_pages_of_a_long_list_say_which_they_are_and_lead_to_one_another(sample_site, monkeypatch):
    monkeypatch.setattr("wawla.publishing.browsing.listing.PAGED_FROM", 4)
    monkeypatch.setattr("wawla.publishing.browsing.listing.PER_PAGE", 2)
    made = {page.address: page for page in browse_pages(replace(sample_site))}
    first, second, third = (made[f"themes/trust/{more}"] for more in ("", "page-2/", "page-3/"))
    assert ["Trust", "Trust, page 2 of 3", "Trust, page 3 of 3"] == [first.title, second.title, third.title]
    assert 3 == len({first.description, second.description, third.description})
    assert '<a rel="prev" href="../">' in second.html
    assert '<a rel="next" href="../page-3/">' in second.html
    assert '<a href="./" aria-current="page"><span class="w-hidden">Page </span>2</a>' in second.html
    assert 'rel="prev"' not in first.html
    assert 'rel="next"' not in third.html
    assert "Page 2 of 3" in second.html
    assert "Pieces 3 to 4 of 5" in second.html
    assert 5 == sum(len(TITLES.findall(page.html)) for page in (first, second, third))


def test_an_empty_list_says_so_and_leads_on(sample_site):
    empty = replace(sample_site, library=replace(sample_site.library, pieces={}))
    made = {page.address: page.html for page in browse_pages(empty)}
    for address, up in (("tools/", "../"), ("themes/trust/", "../../")):
        assert f'Nothing stands here yet. <a href="{up}series/">See all editions</a>' in made[address]
    assert "no piece yet" in made["themes/"]
    assert "themes/trust/" not in made["browse/"]


def test_what_an_editor_writes_in_the_vocabulary_is_text(sample_site):
    words = sample_site.library.vocabulary.model_copy(update={"themes": {"<i>art</i> & {0}": "Of <b>all</b>."}})
    library = replace(sample_site.library, vocabulary=words)
    pieces = {
        folder: piece.model_copy(update={"themes": tuple(words.themes)}) for folder, piece in library.pieces.items()
    }
    made = {page.address: page for page in browse_pages(replace(sample_site, library=replace(library, pieces=pieces)))}
    crossing = made["themes/iarti-0/secondary/"]
    assert "<i>art</i> & {0} in secondary schools" == crossing.title
    assert "<i>" not in "".join(page.html for page in made.values())
