"""Every rule's own examples, and what every rule must have."""

import pkgutil
import re
from collections.abc import Iterator

import pytest

from wawla.checking import rules
from wawla.checking.examples import TODAY, outcome, sample
from wawla.checking.rule import Bad, Good, Rule
from wawla.checking.run import all_rules, check
from wawla.model import Tool
from wawla.reading.reader import read_library

GOOD = [
    pytest.param(rule, example, id=f"{rule.code}-good-{n}")
    for rule in all_rules()
    for n, example in enumerate(rule.good)
]
BAD = [
    pytest.param(rule, example, id=f"{rule.code}-bad-{n}") for rule in all_rules() for n, example in enumerate(rule.bad)
]


@pytest.mark.parametrize(("rule", "example"), GOOD)
def test_a_good_example_is_left_in_peace(rule: Rule, example: Good):
    found, _ = outcome(rule, example)
    assert [] == found


@pytest.mark.parametrize(("rule", "example"), BAD)
def test_a_bad_example_is_found_at_its_line_in_its_words(rule: Rule, example: Bad):
    found, made = outcome(rule, example)
    before = 0 if example.path else made.line_before_body if example.body else made.line_before_front
    expected = (example.path or made.path, example.line + before)
    assert [expected] == [(finding.place.path, finding.place.line) for finding in found if finding.code == rule.code]
    assert example.says in found[0].message
    assert {rule.code} == {finding.code for finding in found}


def test_the_sample_publication_breaks_no_rule():
    reading = read_library(sample(Good()).tree, TODAY)
    assert [] == reading.findings + check(reading.library)


def test_every_rule_is_whole():
    assert {} == {rule.code: missing for rule in all_rules() if (missing := list(missing_in(rule)))}


def missing_in(rule: Rule) -> Iterator[str]:
    """What this rule lacks."""
    paragraphs = (type(rule).__doc__ or "").split("\n\n")
    if not re.fullmatch(r"[A-Z]{3}\d{3}", rule.code):
        yield "a code of three letters and three figures"
    if type(rule).__name__ != rule.title.title().replace(" ", ""):
        yield "a file named like its class"
    if len(paragraphs) < 3 or not paragraphs[-1].strip().startswith("To put it right, "):
        yield "statement, reason and remedy"
    if not rule.good:
        yield "a good example"
    if not rule.bad or not all(example.says for example in rule.bad):
        yield "a bad example with its message"


def test_a_code_is_given_to_one_rule():
    modules = [module.name for module in pkgutil.iter_modules(rules.__path__)]
    assert len({name.partition("_")[0] for name in modules}) == len(modules)


def test_what_a_site_without_could_not_be_built_or_would_harm_cannot_be_skipped():
    firm = sorted(rule.code for rule in all_rules() if not rule.skippable)
    example = Good("kind: data-set\ndata: data.csv\nskip: {TOL003: the file will come next week}\n", of=Tool)
    found = check(read_library(sample(example, Tool).tree, TODAY).library)
    pictures = ["PIC003", "PIC005", "PIC016", "PIC017", "PIC018", "PIC020"]
    printings = ["PRN009", "PRN010"]
    tables = ["TOL003", "TOL004", "TOL005", "TOL006", "TOL012"]
    assert ["EDN009", "PCE014", *pictures, *printings, "SIT001", *tables, "TXT017", "TXT030", "VOC006"] == firm
    assert "TOL003" in {finding.code for finding in found}


def test_a_page_under_the_name_of_a_picture_is_refused_whatever_the_piece_says():
    front = (
        "pictures:\n- {file: river.svg, alt: A river in flood., credit: Us, shows_people: false}\n"
        "skip: {PIC003: it is a fine drawing}\n"
    )
    script = "<svg xmlns='http://www.w3.org/2000/svg'><script>hurt()</script></svg>"
    example = Good(front, of=Tool, files={"tools/example/river.svg": script})
    found = check(read_library(sample(example, Tool).tree, TODAY).library)
    assert "PIC003" in {finding.code for finding in found}
