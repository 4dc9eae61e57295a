"""Linked data, held against the vocabulary of schema.org: types, properties, and what may stand in each."""

import inspect
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any, get_args

import msgspec_schemaorg.models as vocabulary
import pytest
from folders import RESERVED, SITE

from wawla.model.pieces import Licence
from wawla.publishing.citing.linked_data import LICENCES
from wawla.publishing.citing.metadata import head_of
from wawla.publishing.page import Page

HARBOUR, TRUST, NEXT = (
    "accounts_of_practice/harbour-reading-groups/",
    "series/ask/trust-at-work/",
    "series/ask/next-steps/",
)


def data_of(page: Page) -> dict[str, Any] | None:
    found = re.findall(r'<script type="application/ld\+json">(.*?)</script>', page.head, re.S)
    assert len(found) < 2
    return json.loads(found[0]) if found else None


def things(data: Any) -> Iterator[dict[str, Any]]:
    """This thing and every one inside it."""
    if isinstance(data, dict):
        yield data
        for value in data.values():
            yield from things(value)
    elif isinstance(data, list):
        for value in data:
            yield from things(value)


def kinds(name: str) -> set[str]:
    """A type and everything that it is a kind of."""
    return {each.__name__ for each in getattr(vocabulary, name).__mro__}


def takes(name: str) -> Mapping[str, str]:
    """What each property of a type takes, as the vocabulary's class says it."""
    found: dict[str, str] = {}
    for each in reversed(getattr(vocabulary, name).__mro__):
        found |= inspect.get_annotations(each)
    return found


@pytest.fixture(scope="module")
def linked(pages) -> dict[str, dict[str, Any]]:
    """The linked data of every page that has any, by address."""
    return {address: data for address, page in pages.items() if (data := data_of(page))}


def test_every_type_exists_and_has_every_property_that_we_give_it(linked):
    for address, data in linked.items():
        for thing in things(data):
            known = set(getattr(vocabulary, thing["@type"]).__struct_encode_fields__)
            assert set() == set(thing) - known, (address, thing["@type"])


def test_a_thing_stands_only_where_a_thing_of_its_kind_may(linked):
    for address, data in linked.items():
        for thing in things(data):
            for name, value in thing.items():
                for inner in value if isinstance(value, list) else [value]:
                    if isinstance(inner, dict):
                        named = set(re.findall(r"\w+", takes(thing["@type"])[name]))
                        assert named & kinds(inner["@type"]), (address, thing["@type"], name, inner["@type"])


def test_the_vocabulary_would_find_a_mistake():
    assert "issueNumber" not in vocabulary.Article.__struct_encode_fields__
    assert not set(re.findall(r"\w+", takes("Article")["author"])) & kinds("Dataset")


def test_every_page_of_one_thing_says_what_it_is_and_no_list_does(linked, sample_site):
    named = [
        *(piece.folder for piece in sample_site.published.pieces),
        *sample_site.library.editions,
        *(series.folder for series in sample_site.library.series.values()),
    ]
    assert {"", *(f"{folder}/" for folder in named)} == set(linked)
    for address, data in linked.items():
        assert "https://schema.org" == data["@context"]
        assert SITE + address == data["@id"] == data["url"]
        assert data["name"]
        assert data["description"]


@pytest.mark.parametrize(
    ("address", "kind"),
    [
        ("", "WebSite"),
        ("series/ask/", "Periodical"),
        (TRUST, "PublicationIssue"),
        (NEXT, "PublicationIssue"),
        (HARBOUR, "Article"),
        (f"{TRUST}think-pieces/why-trust/", "Article"),
        ("tools/opening-talk/", "LearningResource"),
        ("tools/small-figures/", "Dataset"),
    ],
)
def test_a_page_is_of_the_type_that_fits(linked, address: str, kind: str):
    assert kind == linked[address]["@type"]


def test_an_article_names_authors_dates_licence_issue_and_periodical(linked):
    data = linked[f"{TRUST}think-pieces/slow-questions/"]
    assert [
        {"@type": "Person", "name": "A. Writer", "jobTitle": "Head teacher of a primary school"},
        {"@type": "Person", "name": "Adviser of an LEA <retired>"},
    ] == data["author"]
    assert ("2003-03-14", "2005-03-14", "2026-02-03") == (
        data["temporalCoverage"],
        data["datePublished"],
        data["dateModified"],
    )
    assert "https://creativecommons.org/licenses/by-sa/4.0/" == data["license"]
    [issue] = data["isPartOf"]
    assert (SITE + TRUST, "1") == (issue["@id"], issue["issueNumber"])
    assert ("Periodical", f"{SITE}series/ask/") == (issue["isPartOf"]["@type"], issue["isPartOf"]["@id"])
    assert data["headline"] == data["name"] == "Slow questions"


def test_an_issue_lists_its_pieces_and_one_to_come_lists_none(linked):
    parts = [part["@id"].removeprefix(SITE) for part in linked[TRUST]["hasPart"]]
    assert f"{TRUST}think-pieces/why-trust/" == parts[0]
    assert 7 == len(parts)
    assert "hasPart" not in linked[NEXT]
    assert "datePublished" not in linked[NEXT]
    assert "Forthcoming" == linked[NEXT]["creativeWorkStatus"]


def test_a_tool_says_how_long_it_takes_and_what_for(linked):
    data = linked["tools/opening-talk/"]
    assert ("PT45M", "To let everybody say one thing before anybody says two.", "Discussion tool") == (
        data["timeRequired"],
        data["educationalUse"],
        data["learningResourceType"],
    )


def test_a_data_set_says_where_its_file_is(linked):
    [download] = linked["tools/small-figures/"]["distribution"]
    assert (f"{SITE}tools/small-figures/data.csv", "text/csv") == (download["contentUrl"], download["encodingFormat"])


def test_the_home_names_the_publisher_whom_every_other_page_means(linked):
    publisher = linked[""]["publisher"]
    assert {"@type", "@id", "name", "alternateName"} == set(publisher)
    assert publisher == linked[HARBOUR]["publisher"] == linked["series/ask/"]["publisher"] == linked[TRUST]["publisher"]


def test_text_cannot_end_the_script(pages):
    head = pages[HARBOUR].head
    assert "\\u003cb\\u003enext\\u003c/b\\u003e" in head
    data = head.partition("ld+json")[2].partition("</script>")[0].partition(">")[2]
    assert not set("<>&") & set(data)


@pytest.mark.parametrize("base", ["", RESERVED])
def test_without_an_address_that_strangers_can_reach_things_have_no_identity(pages, sample_site, base: str):
    nowhere = replace(sample_site, base=base)
    for address in (HARBOUR, TRUST, "series/ask/", "", "tools/small-figures/"):
        page = replace(pages[address], head="")
        data = data_of(replace(page, head=head_of(page, nowhere)))
        for thing in things(data):
            assert not {"@id", "url", "contentUrl"} & set(thing)
        assert not base or base not in json.dumps(data)


def test_an_edition_names_who_made_it_on_what_terms_and_from_what(linked, pages, sample_site):
    data = linked[TRUST]
    assert {"@type": "Organization", "name": "A sample publisher"} == data["author"]
    assert 2 == len(data["license"])
    sharing = sample_site.library.editions["series/talk/sharing-the-lead"].model_copy(
        update={
            "accounts": ("forest-forum",),
            "sources": ("sample-book", "sample-article"),
            "original": "sample-book",
        }
    )
    sharing.attach("series/talk/sharing-the-lead/index.md", sharing.body, ())
    library = replace(sample_site.library, editions={**sample_site.library.editions, sharing.folder: sharing})
    page = replace(pages["series/talk/sharing-the-lead/"], head="")
    head = head_of(page, replace(sample_site, library=library))
    assert ["What heads say", "Schools <together>"] == [
        source["name"] for source in data_of(replace(page, head=head))["isBasedOn"]
    ]
    assert 2 == head.count('name="DC.source"')


def test_what_others_wrote_cites_its_sources_and_is_not_based_on_them(linked):
    why, tool = linked[f"{TRUST}think-pieces/why-trust/"], linked["tools/opening-talk/"]
    assert ({"isBasedOn"}, {"isBasedOn"}) == tuple({"isBasedOn", "citation"} & set(each) for each in (why, tool))
    assert {"citation"} == {"isBasedOn", "citation"} & set(linked[HARBOUR])


@pytest.mark.parametrize(
    ("author", "named"),
    [
        ("Robert Putnam", {"@type": "Person", "name": "Robert Putnam"}),
        ("A college for heads", {"@type": "Organization", "name": "A college for heads"}),
        ("Ofsted", "Ofsted"),
        (None, None),
    ],
)
def test_the_author_of_a_source_is_a_person_a_body_or_nobody(pages, sample_site, author: str | None, named: object):
    sources = {
        **sample_site.library.sources,
        "sample-article": sample_site.library.sources["sample-article"].model_copy(update={"author": author}),
    }
    site = replace(sample_site, library=replace(sample_site.library, sources=sources))
    page = replace(pages["tools/ties-sheet/"], head="")
    [source] = data_of(replace(page, head=head_of(page, site)))["isBasedOn"]
    assert (named, {"@type": "CreativeWork", "name": "A weekly"}) == (source.get("author"), source["isPartOf"])


def test_every_licence_that_a_piece_may_have_has_an_address():
    assert set(get_args(Licence)) == set(LICENCES)
