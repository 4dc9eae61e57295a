"""What the head of a page says to programs, read as an HTML parser reads it."""

import re
from collections import defaultdict
from dataclasses import replace
from pathlib import Path

import html5lib
import pytest
from folders import RESERVED, SITE

from wawla.publishing.citing.metadata import head_of, with_heads
from wawla.publishing.help import help_pages
from wawla.publishing.page import Download, Page

HARBOUR, TRUST, NEXT = (
    "accounts_of_practice/harbour-reading-groups/",
    "series/ask/trust-at-work/",
    "series/ask/next-steps/",
)


def said(page: Page) -> dict[str, list[str]]:
    """What each tag of a page's head says, by name; links by their `rel`."""
    found = defaultdict(list)
    for tag in html5lib.parseFragment(page.head, namespaceHTMLElements=False):
        name = tag.get("property") or tag.get("name") or tag.get("rel")
        if name:
            found[name].append(tag.get("content") or tag.get("href"))
    return found


def test_every_page_has_what_a_shared_link_is_shown_with(pages, sample_site):
    for page in (*pages.values(), *with_heads(help_pages(), sample_site)):
        head = said(page)
        for name in ("title", "type", "description", "url", "image", "image:alt", "site_name"):
            assert 1 == len(head[f"og:{name}"]), (page.path, name)
            assert head[f"og:{name}"][0].strip(), (page.path, name)
        assert [SITE + page.address] == head["og:url"]
        assert (["en_GB"], ["1200"], ["630"]) == (head["og:locale"], head["og:image:width"], head["og:image:height"])
        assert ["summary_large_image"] == head["twitter:card"]


def test_a_link_is_shown_with_the_cover_of_its_own_edition_or_else_of_the_newest(pages):
    newest = [f"{SITE}{TRUST}cover.png"]
    assert (
        newest == said(pages[""])["og:image"] == said(pages[HARBOUR])["og:image"] == said(pages["series/"])["og:image"]
    )
    assert [f"{SITE}{NEXT}cover.png"] == said(pages[NEXT])["og:image"]
    assert [f"{SITE}series/talk/sharing-the-lead/cover.png"] == said(pages["tools/ties-sheet/"])["og:image"]
    assert ["Cover of Next steps"] == said(pages[NEXT])["og:image:alt"]


def test_the_tags_of_a_piece_say_what_its_reference_says(pages):
    head = said(pages[f"{TRUST}think-pieces/slow-questions/"])
    address = f"{SITE}{TRUST}think-pieces/slow-questions/"
    assert {
        "citation_title": ["Slow questions"],
        "citation_author": ["Writer, A.", "Adviser of an LEA <retired>"],
        "citation_publication_date": ["2005/03/14"],
        "citation_inbook_title": ["Trust & “ties”: are 5 < 6 schools > 4?"],
        "citation_series_title": ["What do we ask?"],
        "citation_publisher": ["A sample publisher"],
        "citation_language": ["en"],
        "citation_public_url": [address],
        "citation_fulltext_html_url": [address],
    } == {name: content for name, content in head.items() if name.startswith("citation_")}
    assert ["Writer, A.", "Adviser of an LEA <retired>"] == head["DC.creator"]
    assert (["2005-03-14"], ["Text"], [address]) == (head["DC.date"], head["DC.type"], head["DC.identifier"])
    assert ["https://creativecommons.org/licenses/by-sa/4.0/"] == head["DCTERMS.license"]
    assert ["http://purl.org/dc/elements/1.1/"] == head["schema.DC"]


def test_a_data_set_is_one_in_dublin_core_too(pages):
    assert ["Dataset"] == said(pages["tools/small-figures/"])["DC.type"]


@pytest.mark.parametrize("address", ["", NEXT, "series/ask/", "tools/", "glossary/"])
def test_a_page_that_nobody_can_cite_has_no_tags_of_a_reference(pages, address: str):
    assert [] == [name for name in said(pages[address]) if name.startswith(("citation_", "DC"))]


def test_every_page_leads_to_the_feed_of_all_and_those_of_a_series_to_its_own(pages):
    assert ["../../feed.xml"] == said(pages[HARBOUR])["alternate"]
    assert ["feed.xml"] == said(pages[""])["alternate"]
    assert ["../../feed.xml", "feed.xml"] == said(pages["series/ask/"])["alternate"]
    assert ["../../../feed.xml", "../feed.xml"] == said(pages[NEXT])["alternate"]


def test_hostile_text_writes_no_tag_of_its_own(sample_site):
    page = Page("a/index.md", '"><script>hurt()</script>', "</title><b onload='hurt()'>", "")
    tree = html5lib.parseFragment(head_of(page, sample_site), namespaceHTMLElements=False)
    assert {"meta", "link"} == {element.tag for element in tree}
    assert ["“><script>hurt()</script>"] == said(replace(page, head=head_of(page, sample_site)))["og:title"]


TRUST_PDF = Download(f"{TRUST}ASK Trust.pdf", 4, 1000, "")


def test_the_pdf_of_a_piece_or_an_edition_is_named(sample_site, pages):
    site = replace(sample_site, downloads={TRUST.rstrip("/"): TRUST_PDF})
    assert [f"{SITE}{TRUST}ASK%20Trust.pdf"] == said(replace(pages[TRUST], head=head_of(pages[TRUST], site)))[
        "citation_pdf_url"
    ]
    assert "citation_pdf_url" not in said(replace(pages[HARBOUR], head=head_of(pages[HARBOUR], site)))


def test_a_reserved_address_is_named_by_no_tag_of_a_reference(sample_site, pages):
    site = replace(sample_site, base=RESERVED, downloads={TRUST.rstrip("/"): TRUST_PDF})
    for address in (HARBOUR, TRUST):
        head = said(replace(pages[address], head=head_of(replace(pages[address], head=""), site)))
        cited = {name: values for name, values in head.items() if name.startswith(("citation_", "DC"))}
        assert not [values for values in cited.values() if RESERVED in "".join(values)]
        assert not {"citation_public_url", "citation_fulltext_html_url", "citation_pdf_url", "DC.identifier"} & {*cited}
        assert [RESERVED + address] == head["og:url"], "what a shared link is shown with needs an address"


def test_a_piece_is_part_of_every_edition_that_holds_it_and_an_edition_has_the_licences_of_its_pieces(pages):
    assert ["Trust & “ties”: are 5 < 6 schools > 4?", "Sharing the lead"] == said(pages[HARBOUR])["DCTERMS.isPartOf"]
    licences = [f"https://creativecommons.org/licenses/{each}/4.0/" for each in ("by-sa", "by")]
    assert licences == said(pages[TRUST])["DCTERMS.license"]


def test_without_the_address_of_the_site_nothing_pretends_to_know_it(sample_site, pages):
    nowhere = replace(sample_site, base="")
    for address in (HARBOUR, TRUST, "series/ask/", ""):
        head = said(replace(pages[address], head=head_of(replace(pages[address], head=""), nowhere)))
        assert not {"og:url", "og:image", "alternate", "citation_public_url", "DC.identifier"} & {*head}
        assert "og:title" in head


def test_what_a_page_had_in_its_head_already_stays(sample_site):
    page = Page("a/index.md", "A", "", "", head='<meta name="kept" content="so">')
    assert ["so"] == said(with_heads([page], sample_site)[0])["kept"]


def test_the_site_is_called_what_it_is_called_or_as_its_first_series(sample_site, pages):
    assert ["What do we ask?"] == said(pages[""])["og:site_name"] == said(pages[""])["og:title"]
    named = replace(sample_site, name="A named site")
    assert ["A named site"] == said(with_heads([replace(pages[HARBOUR], head="")], named)[0])["og:site_name"]


@pytest.mark.slow
def test_every_picture_that_a_built_page_names_is_there(built_site: Path):
    for path in built_site.rglob("index.html"):
        named = re.findall(rf'<meta property="og:image" content="{SITE}([^"]*)"', path.read_text("utf-8"))
        assert 1 == len(named), path
        assert (built_site / named[0]).read_bytes().startswith(b"\x89PNG"), path
