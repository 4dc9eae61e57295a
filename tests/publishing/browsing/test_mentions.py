"""Where a network is spoken of."""

import pytest

from wawla.checking.examples import TODAY, sample
from wawla.checking.rule import Good
from wawla.model import Network
from wawla.publishing.browsing.mentions import mentions, names_of
from wawla.publishing.site import SiteContext
from wawla.reading.reader import read_library

REGISTER = "accounts_of_practice/networks.yml"
NETWORKS = (
    "example: {title: A network, summary: Some schools., sources: [source-1]}\n"
    "valley: {title: Valley Schools NLC, summary: S., sources: [source-1]}\n"
    "joint: {title: Valley Schools Joint Group (VSJG), summary: S., sources: [source-1]}\n"
    "fixed: {title: Fixed\u00a0Space  Schools, summary: S., sources: [source-1]}\n"
    "excel: {title: Excel, summary: S., sources: [source-1]}\n"
)


def named_by(text: str) -> dict[str, list[str]]:
    """The reasons by network that an edition with this text gives; the sample's own account is of 'example'."""
    front = (
        "---\ntitle: A first edition\nsummary: S.\nnumber: 1\nreference: EX/First\nstatus: published\n"
        "published: 2005\nhue: '#0b5f5c'\naccounts: [example]\n---\n\n"
    )
    files = {REGISTER: NETWORKS, "series/example/first/index.md": front + text}
    library = read_library(sample(Good(files=files)).tree, TODAY).library
    return {
        key: [each.reason for each in found if each.entry.path == "series/example/first/index.md"]
        for key, found in mentions(SiteContext(library, {})).items()
    }


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("In Valley Schools NLC they met.", {"valley"}),
        ("They met in Valley\nSchools, once.", {"valley"}),
        ("They met in Fixed\u00a0Space Schools, once.", {"fixed"}),
        ("They met in Fixed Space Schools, once.", {"fixed"}),
        ("They met in a valley schools like.", set()),
        ("The Valley Schools Joint Group met.", {"joint"}),
        ("The VSJG’s heads met.", {"joint"}),
        ("XVSJG and VSJGs are others.", set()),
        ("Open it in Excel.", set()),
        ("See [a page](https://example.org/VSJG).", set()),
        ("Write `VSJG`.", set()),
    ],
)
def test_a_name_is_found_as_words_and_never_as_a_part_of_others(text: str, keys: set[str]):
    assert {key: ["names it"] for key in keys} == named_by(text)


def test_a_link_to_an_account_is_a_mention_of_its_network():
    link = "See [them](../../../accounts_of_practice/example/index.md)."
    assert {"example": ["leads to its account"]} == named_by(link)
    assert {"example": ["names it and leads to its account"]} == named_by(f"A network. {link}")


def test_an_account_does_not_mention_its_own_network(sample_site):
    for key, found in mentions(sample_site).items():
        assert key not in {getattr(each.entry, "network", "") for each in found}


def test_a_draft_mentions_nothing(sample_site):
    entries = [each.entry.path for found in mentions(sample_site).values() for each in found]
    assert entries
    assert not any("draft" in path for path in entries)


@pytest.mark.parametrize(
    ("title", "names"),
    [
        ("Hartlepool NLC", ["Hartlepool NLC"]),
        ("Leading into Learning NLC", ["Leading into Learning NLC", "Leading into Learning"]),
        (
            "Walsall Consortium (WACO)",
            ["Walsall Consortium (WACO)", "Walsall Consortium", "WACO"],
        ),
        ("St Peter’s Group (the old one)", ["St Peter's Group (the old one)", "St Peter's Group"]),
        ("Excel", []),
    ],
)
def test_only_names_that_can_mean_nothing_else_are_looked_for(title: str, names: list[str]):
    network = Network(title=title, summary="S.", sources=("source-1",))
    assert names == list(names_of(network, {"NLC": None}))
