"""What a search knows of each page: by what it can be narrowed down, and which words it can suggest."""

import json
import re
from collections.abc import Callable, Mapping

import pytest

from wawla.publishing.page import Page
from wawla.publishing.search import MORE, facets_of_edition, facets_of_piece, filters, known_words
from wawla.publishing.site import SiteContext

ACCOUNT = "accounts_of_practice/harbour-reading-groups"


def suggested(site: SiteContext) -> list[str]:
    return json.loads(known_words(site).data)


def test_there_is_a_filter_for_every_way_to_browse():
    expected = ["kind", "theme", "level", "phase", "region", "year", "network", "series", "edition"]
    assert expected == [each.name for each in filters()]


def test_an_account_can_be_narrowed_down_to_by_all_that_it_says_of_itself(sample_site: SiteContext):
    assert facets_of_piece(sample_site.library.pieces[ACCOUNT], sample_site) == (
        ("kind", "Account of practice"),
        ("theme", "Reading & talk"),
        ("theme", "Trust"),
        ("level", "Pupil"),
        ("level", "School-to-school"),
        ("phase", "Primary"),
        ("region", "North East"),
        ("year", "2003"),
        ("network", "Harbour & Hill"),
        ("series", "ASK"),
        ("edition", "ASK title 1: Trust & “ties”: are 5 < 6 schools > 4?"),
        ("series", "TALK"),
        ("edition", "TALK booklet 1: Sharing the lead"),
    )


def test_a_piece_of_a_forthcoming_edition_does_not_name_it(sample_site: SiteContext):
    facets = facets_of_piece(sample_site.library.pieces["tools/ties-sheet"], sample_site)
    assert "ASK" not in dict(facets).values()
    assert [value for name, value in facets if name == "edition"] == ["TALK booklet 1: Sharing the lead"]


def test_every_name_of_a_facet_is_a_filter_that_readers_are_shown(sample_site: SiteContext):
    names = {name for piece in sample_site.published.pieces for name, _ in facets_of_piece(piece, sample_site)}
    assert names == {each.name for each in filters()}


@pytest.mark.parametrize("slug", ["next-steps", "trust-at-work"])
def test_only_a_published_edition_stands_among_the_pieces(sample_site: SiteContext, slug: str):
    edition = next(each for each in sample_site.library.editions.values() if each.folder.endswith(slug))
    facets = facets_of_edition(edition, sample_site)
    assert (facets == MORE) == (edition.status != "published")
    assert (("kind", "Edition") in facets) == (edition.status == "published")


def test_pages_that_are_no_pieces_stand_under_them_or_are_not_found_at_all(
    pages: Mapping[str, Page], sample_site: SiteContext
):
    under = {address for address, page in pages.items() if page.facets == MORE}
    of_the_site = {"about/", "order/", "contribute/", "privacy/", "accessibility/", "glossary/"}
    of_the_content = {"networks/harbour/", "networks/moor/", "series/ask/", "series/talk/", "series/ask/next-steps/"}
    assert under == of_the_site | of_the_content
    among = {address for address, page in pages.items() if page.facets and page.facets != MORE}
    assert among == {
        f"{entry.folder}/" for entry in (*sample_site.published.pieces, *sample_site.published.newest_first)
    }


def test_whatever_is_found_among_the_pieces_has_a_date_to_sort_by(pages: Mapping[str, Page]):
    assert [] == [address for address, page in pages.items() if page.facets not in ((), MORE) and not page.date]


def test_a_search_says_of_every_date_what_it_is_of(pages: Mapping[str, Page]):
    assert ("Practice of March 2003", "First published in March 2005") == pages[f"{ACCOUNT}/"].dates
    assert ("First published in March 2005",) == pages["series/ask/trust-at-work/"].dates
    assert () == pages["series/ask/next-steps/"].dates


def test_the_search_page_offers_ways_round_itself(words: Callable[[str], str], pages: Mapping[str, Page]):
    assert "Searching needs scripts" in words("search/")
    html = pages["search/"].html
    assert "<noscript>" in html
    for address in ("../browse/", "../themes/trust/", "../themes/reading-talk/"):
        assert f'href="{address}"' in html


def test_the_words_for_spelling_are_words_and_those_in_use(sample_site: SiteContext):
    found = suggested(sample_site)
    assert {"harbour", "questions", "trust", "marking", "schools"} <= {*found}
    assert len(found) == len({*found})
    assert [] == [word for word in found if not re.fullmatch(r"[^\W\d_]{4,24}", word) or word != word.lower()]


def test_the_words_for_spelling_come_from_nothing_that_readers_may_not_see(sample_site: SiteContext):
    assert "bridge" not in suggested(sample_site), "it stands in a draft alone"


def test_the_words_for_spelling_stay_small_enough_to_fetch(sample_site: SiteContext):
    asset = known_words(sample_site)
    assert asset.address == "search/words.json"
    assert len(asset.data) < 60_000


@pytest.mark.parametrize(("title", "value"), [('The "best" way', "The “best” way"), (r"And\or", "And/or"), ('"', "“")])
def test_a_value_is_one_that_pagefind_can_be_asked_for(sample_site: SiteContext, title: str, value: str):
    edition = sample_site.published.newest_first[0].model_copy(update={"title": title})
    names = [facet for name, facet in facets_of_edition(edition, sample_site) if name == "edition"]
    assert names[0].endswith(f": {value}")
