"""The accessibility statement says what the record shows in every state of it, and never more."""

import datetime as dt
import html
import re
from collections.abc import Callable
from typing import Any

import pytest

from wawla.checking.examples import sample
from wawla.checking.rule import Good
from wawla.model import WCAG_AA, Accessibility, AutomaticTest, ManualCheck
from wawla.model.outline import Section
from wawla.publishing.statement import Standing, statement
from wawla.reading.reader import read_library

TODAY = dt.date(2026, 3, 1)
LATELY, LONG_AGO = "2025-03-01", "2025-02-28"
"""A year ago on the day, which is not over a year; and one day more."""
EVERYTHING = tuple(WCAG_AA)
CLAIMS = (
    "fully compliant",
    "partially compliant",
    "is not compliant",
    "has not been fully tested",
    "has not been tested against",
)


def axe(**changed: Any) -> AutomaticTest:
    fields = {
        "date": LATELY,
        "axe": "4.10.3",
        "chromium": 141,
        "pages": 120,
        "standards": ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"),
        "widths": (320, 1280),
        "colour_schemes": ("light", "dark"),
        "violations": 0,
    }
    return AutomaticTest(**fields | changed)


def check(result: str = "passed", date: str | None = LATELY, **changed: Any) -> ManualCheck:
    fields = {"what": "Links tell.", "criteria": EVERYTHING, "method": "Read.", "by": "the developers", "date": date}
    return ManualCheck(**fields | {"result": result} | changed)


def failed(date: str = LATELY, **changed: Any) -> ManualCheck:
    return check("failed", date, criteria=("2.4.4",), seen="Two links say no more than “more”.", **changed)


def undone(**changed: Any) -> ManualCheck:
    return ManualCheck(what="A screen reader reads it well.", criteria=("1.3.2",), result="not done", **changed)


def record(*manual: ManualCheck, automatic: AutomaticTest | None = None) -> Accessibility:
    return Accessibility(prepared="2025-01-02", last_reviewed="2026-02-03", manual=manual, automatic=automatic)


def words(kept: Accessibility | None) -> str:
    made, _ = statement(kept, TODAY, "<h2>Feedback</h2>", ())
    return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", made)).replace("’", "'").split())


STATES: list[Any] = [
    ("untested", None),
    ("untested", record()),
    ("untested", record(undone())),
    ("unfinished", record(automatic=axe())),
    ("unfinished", record(check())),
    ("unfinished", record(check(), automatic=axe(date=LONG_AGO))),
    ("unfinished", record(check(date=LONG_AGO), automatic=axe())),
    ("unfinished", record(check(date=LONG_AGO))),
    ("unfinished", record(check(), undone(), automatic=axe())),
    ("unfinished", record(check(criteria=EVERYTHING[1:]), automatic=axe())),
    ("unfinished", record(check(), automatic=axe(colour_schemes=("light",)))),
    ("unfinished", record(check(), automatic=axe(standards=("wcag2a", "wcag2aa")))),
    ("unfinished", record(check(), failed(LONG_AGO), automatic=axe())),
    ("unfinished", record(failed(), automatic=axe())),
    ("partial", record(check(), failed(), automatic=axe())),
    ("partial", record(check(), automatic=axe(violations=1))),
    ("none", record(check("failed", seen="Nothing works."), automatic=axe())),
    ("full", record(check(), automatic=axe())),
    ("full", record(check(criteria=EVERYTHING[:30]), check(criteria=EVERYTHING[30:]), automatic=axe())),
]
CLAIM_OF = dict(zip(("full", "partial", "none", "unfinished", "untested"), CLAIMS, strict=True))


@pytest.mark.parametrize(("status", "kept"), STATES)
def test_the_status_is_the_most_that_the_record_allows_and_the_page_says_it(status: str, kept: Accessibility | None):
    assert status == Standing(kept, TODAY).status
    assert [CLAIM_OF[status]] == [claim for claim in CLAIMS if claim in words(kept)]


def test_every_sentence_stands_on_the_record():
    said = words(record(check(lets_you="tell where a link leads", seen="All pages."), undone(), automatic=axe()))
    assert "We have checked within the last year that you can: tell where a link leads Feedback" not in said
    assert "within the last year that you can: tell where a link leads" in said
    assert "1 check that must be made by hand has not been made" in said
    assert "On 1 March 2025 the program axe-core 4.10.3 looked at 120 pages of this website in Chromium 141" in said
    assert "in light and dark colours and in windows 320 and 1280 CSS pixels wide" in said
    assert "WCAG 2.1 level AA and WCAG 2.2 level AA. It found no violations." in said
    assert "Nobody has checked yet whether these are so: A screen reader reads it well. WCAG 1.3.2" in said
    assert "prepared on 2 January 2025. It was last reviewed on 3 February 2026." in said
    assert "last tested as a whole, by a program, on 1 March 2025" in said
    assert "Links tell. Passed on 1 March 2025, by the developers. Read. All pages." in said


def test_with_no_record_nothing_is_claimed():
    said = words(None)
    assert "No automatic test is on record." in said
    assert "Nothing is known, because nothing has been tested." in said
    assert "None of the 55 criteria at level A and AA has been checked by hand" in said
    assert "No test of this website is on record." in said
    assert not re.search(r"you can:|Passed|no violations|prepared on|found no fault", said)


def test_a_check_of_more_than_a_year_ago_no_longer_says_what_a_reader_can_do():
    said = words(record(check(date=LONG_AGO, lets_you="tell where a link leads"), automatic=axe(date=LONG_AGO)))
    assert "you can:" not in said
    assert "These were so when they were last checked, but that is more than a year ago: Links tell." in said
    assert "the result no longer counts" in said
    assert "last checked on 28 February 2025" in said
    assert "None of the 55 criteria at level A and AA has been checked by hand within the last year." in said


def test_a_failed_check_is_named_with_what_is_being_done():
    said = words(record(failed(doing="We are rewording them.")))
    assert "We know that parts of it are not accessible." in said
    assert (
        "say no more than “more”. We are rewording them. WCAG 2.4.4 Link Purpose (In Context); found on 1 March 2025"
        in said
    )
    assert "We know of the non-compliances listed below." in said
    assert "Links tell. Failed on 1 March 2025" in said


def test_violations_are_listed_by_kind():
    said = words(record(automatic=axe(violations=3, found={"label": "Form elements need labels."})))
    assert "It found 3 violations." in said
    assert "Form elements need labels. Found by axe on 1 March 2025" in said
    bare = words(record(automatic=axe(violations=1)))
    assert "1 violation found by axe on 1 March 2025. The record does not say of which kind." in bare


def test_what_was_looked_at_where_axe_could_not_decide_is_told():
    said = words(record(automatic=axe(reviewed={"color-contrast": "Text on covers; measured."})))
    assert "by hand: How far letters stand out from what is behind them: Text on covers; measured." in said


def test_no_rule_of_axe_is_shown_by_its_name():
    rules = {"color-contrast": "Measured.", "a-new-rule": "Looked at."}
    said = words(record(automatic=axe(violations=1, found={"label-title-only": "A title."}, reviewed=rules)))
    assert [] == [name for name in ("color-contrast", "a-new-rule", "label-title-only") if name in said]
    assert "What the program asked: Looked at." in said


def test_the_statement_names_no_day_of_a_test_that_is_later_than_what_was_tested_then():
    said = words(record(check(date="2026-02-27"), automatic=axe()))
    assert "This website was last tested as a whole, by a program, on 1 March 2025." in said
    assert "Something of it was last checked by hand on 27 February 2026." in said
    assert "by hand on" not in words(record(undone(), automatic=axe()))


def test_criteria_that_no_check_in_the_list_asks_about_are_named():
    said = words(record(check(criteria=EVERYTHING[1:-2]), undone(), check(criteria=EVERYTHING[-1:], date=LONG_AGO)))
    assert "So 3 of the 55 criteria at level A and AA have not been checked by hand within the last year." in said
    assert "no check in our list asks about: 1.1.1 Non-text Content, 4.1.2 Name, Role, Value." in said
    whole = words(record(check(), automatic=axe()))
    assert "Every criterion at level A and AA was checked by hand within the last year." in whole
    assert "have not been checked" not in whole


@pytest.mark.parametrize("kept", [None, record(undone()), record(check(), failed(), automatic=axe())])
def test_the_outline_leads_to_headings_in_the_order_of_the_model(kept: Accessibility | None):
    made, outline = statement(kept, TODAY, '<h2 id="feedback">Feedback</h2>', (Section(2, "feedback", "Feedback"),))
    assert [section.anchor for section in outline] == re.findall(r'<h2 id="([^"]+)"', made)
    assert ["_accessible", "feedback", "_technical", "_inaccessible", "_preparation"] == [
        each.anchor for each in outline
    ]
    assert set(re.findall(r'href="#([^"]+)"', made)) <= set(re.findall(r'id="([^"]+)"', made))


def test_words_of_the_record_are_text_and_never_html():
    hurt = "<img onerror=hurt>"
    made, _ = statement(
        record(
            check(what=hurt, method=hurt, by=hurt, seen=hurt, lets_you=hurt),
            failed(doing=hurt),
            automatic=axe(violations=1, found={hurt: hurt}, reviewed={hurt: hurt}),
        ),
        TODAY,
        "",
        (),
    )
    assert "<img" not in made
    assert made.count("&lt;img") == 8


def test_the_page_of_that_name_is_the_statement(words: Callable[[str], str]):
    said = words("accessibility/").replace("’", "'")
    assert "How accessible this website is" in said
    assert "This website has not been tested against the Web Content Accessibility Guidelines version 2.2" in said
    assert "Compliance status" not in words("about/")


def test_the_record_is_read_from_its_file_and_knows_its_lines():
    text = "prepared: 2026-01-01\nlast_reviewed: 2026-01-01\nmanual:\n- what: Links tell.\n  criteria: [2.4.4]\n"
    made = sample(Good(files={"docs/accessibility.yml": text + "  result: not done\n"}))
    reading = read_library(made.tree, TODAY)
    assert [] == reading.findings
    assert 6 == reading.library.accessibility.manual[0].at("result").line


def test_a_criterion_that_does_not_exist_is_a_finding():
    text = "prepared: 2026-01-01\nlast_reviewed: 2026-01-01\nmanual:\n- what: Links tell.\n  criteria: [4.1.1]\n"
    made = sample(Good(files={"docs/accessibility.yml": text + "  result: not done\n"}))
    [finding] = read_library(made.tree, TODAY).findings
    assert ("SCH003", 5) == (finding.code, finding.place.line)
    assert "criterion of WCAG 2.2" in finding.message


@pytest.mark.parametrize(("date", "old"), [("2025-03-01", False), ("2025-02-28", True), ("2024-02-29", True)])
def test_a_year_is_over_on_the_day_after_its_anniversary(date: str, old: bool):
    assert old == Standing(record(automatic=axe(date=date)), TODAY).automatic_is_old


def test_there_are_55_criteria_at_level_a_and_aa_in_their_order():
    assert 55 == len(WCAG_AA)
    numbers = [tuple(map(int, number.split("."))) for number in WCAG_AA]
    assert sorted(numbers) == numbers
