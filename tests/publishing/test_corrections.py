"""Where a reader says that something is wrong, and where the source of a page stands."""

from dataclasses import replace
from urllib.parse import parse_qs, urlsplit

import pytest
from folders import SITE

from wawla.model import Publisher
from wawla.publishing.corrections import with_corrections
from wawla.publishing.page import Page
from wawla.publishing.site import SiteContext

MOOR = "accounts_of_practice/moor-marking/"


def pages_of(site: SiteContext, made: dict[str, Page], **publisher: str) -> dict[str, Page]:
    """The pages as they are where the publisher names this."""
    library = replace(site.library, publisher=Publisher(name="A publisher", **publisher) if publisher else None)
    bare = [replace(page, correction="", source="") for page in made.values()]
    return {page.address: page for page in with_corrections(bare, replace(site, library=library))}


def asked(address: str) -> tuple[str, dict[str, list[str]]]:
    """An address without its query, and what the query asks."""
    parts = urlsplit(address)
    return address.partition("?")[0], parse_qs(parts.query)


def test_every_page_has_a_link_with_its_own_address_filled_in(pages, sample_site):
    made = pages_of(sample_site, pages, contact="orders@publisher.co.uk")
    for page in made.values():
        to, query = asked(page.correction)
        assert "mailto:orders@publisher.co.uk" == to
        assert f"{SITE}{page.address}" in query["body"][0].split()


def test_a_form_goes_before_the_contact_and_the_contact_before_the_repository(pages, sample_site):
    repository, contact, form = "https://forge.uk/series/", "orders@publisher.co.uk", "https://publisher.co.uk/form?a=b"
    named = {"repository": repository}
    to, query = asked(pages_of(sample_site, pages, **named)[MOOR].correction)
    assert ("https://forge.uk/series/issues/new", ["Something wrong: Marking on the moor"]) == (to, query["title"])
    assert query["body"][0].startswith(f"On this page: {SITE}{MOOR}")
    named["contact"] = contact
    assert pages_of(sample_site, pages, **named)[MOOR].correction.startswith(f"mailto:{contact}?")
    named["corrections"] = form
    to, query = asked(pages_of(sample_site, pages, **named)[MOOR].correction)
    assert ("https://publisher.co.uk/form", {"a": ["b"], "page": [f"{SITE}{MOOR}"]}) == (to, query)


@pytest.mark.parametrize(
    "named",
    [
        {},
        {"contact": "orders@publisher.example"},
        {"contact": "orders@publisher.co.uk", "contact_state": "example"},
        {"repository": "https://forge.example/series", "corrections": "https://publisher.example/form"},
    ],
)
def test_where_nobody_would_read_it_there_is_no_link(pages, sample_site, named: dict[str, str]):
    made = pages_of(sample_site, pages, **named)
    assert {("", "")} == {(page.correction, page.source) for page in made.values()}


@pytest.mark.parametrize(
    ("address", "file"),
    [
        (MOOR, "accounts_of_practice/moor-marking/index.md"),
        ("series/ask/", "series/ask/series.yml"),
        ("series/ask/trust-at-work/", "series/ask/trust-at-work/index.md"),
        ("about/", "docs/about.md"),
        ("networks/", "accounts_of_practice/networks.yml"),
        ("networks/harbour/", "accounts_of_practice/networks.yml"),
        ("glossary/", "series/glossary.yml"),
        ("sources/", "series/sources.yml"),
        ("themes/trust/", ""),
        ("", ""),
    ],
)
def test_a_page_leads_to_the_file_it_is_made_from_or_to_all_of_them(pages, sample_site, address: str, file: str):
    for repository, within in (
        ("https://forge.uk/series", "https://forge.uk/series/blob/HEAD/"),
        ("https://gitlab.forge.uk/series/", "https://gitlab.forge.uk/series/-/blob/HEAD/"),
    ):
        made = pages_of(sample_site, pages, repository=repository)
        assert (f"{within}{file}" if file else repository.rstrip("/")) == made[address].source


def test_what_a_title_holds_adds_nothing_to_the_address(pages, sample_site):
    page = replace(pages[MOOR], title='A&body=x#y"<b>')
    [found] = with_corrections([page], sample_site)
    assert '"' not in found.correction
    assert ['Something wrong: A&body=x#y"<b>'] == parse_qs(urlsplit(found.correction).query)["subject"]
