"""The help pages, made from rules, faults and models."""

import html
import re

import pytest

from wawla.checking.rulebook import DOCUMENTED_MODELS, fields_of, rule_helps
from wawla.model.findings import help_address
from wawla.publishing.help import help_pages
from wawla.publishing.page import Page


@pytest.fixture(scope="module")
def helps() -> dict[str, Page]:
    return {page.address: page for page in help_pages()}


def words(page: Page) -> str:
    return " ".join(html.unescape(re.sub(r"<[^>]+>", "", page.html)).split())


def test_every_code_has_a_page_and_stands_in_the_list(helps: dict[str, Page]):
    for code, rule_help in rule_helps().items():
        assert f"{code}: {rule_help.title}" == helps[help_address(code)].title
        assert f'href="{code.lower()}/"' in helps["help/rules/"].html


def test_a_page_of_a_rule_says_what_why_and_how_to_put_it_right(helps: dict[str, Page]):
    rule_help = rule_helps()["PIC010"]
    said = words(helps["help/rules/pic010/"])
    parts = (rule_help.statement, rule_help.reason, "To put it right", rule_help.remedy[1:], "Wrong")
    places = [said.index(part) for part in ("PIC010 Consent is not over", *parts)]
    assert sorted(places) == places


def test_examples_are_shown_as_they_are_written(helps: dict[str, Page]):
    assert "<b>" not in helps["help/rules/txt005/"].html
    assert "&lt;" in helps["help/rules/txt005/"].html
    assert "until: 2026-02-28}" in words(helps["help/rules/pic010/"])


def test_a_long_example_is_cut_after_its_beginning(helps: dict[str, Page]):
    assert "We met each term. … (3,004 words)" in words(helps["help/rules/pce004/"])
    examples = [text for rule_help in rule_helps().values() for text in (*rule_help.bad, *rule_help.good)]
    assert [] == [text[:50] for text in examples if len(text.split()) > 70 or len(text.strip().splitlines()) > 13]


def test_allowed_values_are_listed_once(helps: dict[str, Page]):
    assert 1 == words(helps["help/fields/"]).count("worksheet")


def test_every_field_is_explained_with_an_example(helps: dict[str, Page]):
    page = helps["help/fields/"]
    names = re.findall(r"<dt><code>([^<]*)</code>", page.html)
    assert [field.name for _, part in DOCUMENTED_MODELS.values() for field in fields_of(part)] == names
    assert len(DOCUMENTED_MODELS) == len(page.outline)


def test_every_group_of_rules_has_a_name_in_words(helps: dict[str, Page]):
    assert [] == [section.title for section in helps["help/rules/"].outline if section.title.isupper()]


def test_outlines_lead_to_headings(helps: dict[str, Page]):
    for page in helps.values():
        assert {section.anchor for section in page.outline} <= set(re.findall(r'id="([^"]*)"', page.html))


def test_the_way_in_counts_the_rules(helps: dict[str, Page]):
    assert f"explain all {len(rule_helps())} of them" in words(helps["help/"])
