"""Findings as a person reads them, and as programs do."""

import json
import re
import unicodedata
from collections.abc import Callable
from dataclasses import replace

import click
import jsonschema
import pytest
from sarif_schema import SARIF

from wawla.checking.report import FORMATS, Report, as_github, as_json, as_sarif, as_text
from wawla.checking.rulebook import rule_helps
from wawla.checking.skips import DeclaredSkip
from wawla.model.findings import Finding, Place, did_you_mean, in_order
from wawla.reading.tree import Tree

ACCOUNT, EDITION = (
    "accounts_of_practice/hartlepool-enquiry-groups/index.md",
    "series/wawla/community-leadership/index.md",
)
FILES = {
    ACCOUNT: "---\n" + "x: y\n" * 7 + "levels: [staff, schol-to-school]\n---\n",
    EDITION: "---\n" + "x: y\n" * 12 + "  - mapping-ties\n---\n",
    "tools/a/long.md": "a" * 200 + "MARKED" + "b" * 200,
    "tools/a/signs.md": "tab\there, zero\u200bwidth, \x1b[31mred, \u202eevil",
    "tools/a/river.png": "\x89PNG",
}
TWO = [
    Finding(
        Place(ACCOUNT, 9, 17, 32),
        "VOC002",
        "level 'schol-to-school' is not a level of learning",
        "did you mean 'school-to-school'? The six levels are listed in series/vocabulary.yml",
    ),
    Finding(
        Place(EDITION, 14, 5, 17),
        "EDN004",
        "edition lists the tool 'mapping-ties', which does not exist",
        "did you mean 'mapping-your-ties'? or remove it from `tools:`",
    ),
]
SKIP = DeclaredSkip(Place(ACCOUNT, 4), "PRV003", "a novel", ("Anna Smith",))
EVIL = "\x1b]0;title\x07\x1b[2J\r\n::error file=a::gotcha\u202e\u2066\x9b31m\u2028\U000e0041"


def report(*findings: Finding, examined: int = 31) -> Report:
    """A report of these findings, after 0.4 seconds."""
    return Report(findings, examined, Tree.of({path: text.encode() for path, text in FILES.items()}), 0.4)


def at(
    path: str, line: int = 1, column: int = 1, end: int = 2, message: str = "a fault", severity: str = "error"
) -> Finding:
    """A finding at this place."""
    return Finding(Place(path, line, column, end), "TXT009", message, "a remedy", severity)


def plain(text: str) -> str:
    """Text without colours; the number of rules changes with every new rule."""
    return re.sub(r"\d+ rules and fields", "N rules and fields", click.unstyle(text)) + "\n"


RUNS = {
    "errors": report(*TWO),
    "one-error": report(TWO[0], examined=1),
    "a-warning": report(at(ACCOUNT, 9, 10, 15, severity="warning"), TWO[0]),
    "nothing": report(),
    "a-long-line": report(at("tools/a/long.md", 1, 201, 207)),
    "signs-that-do-not-show": report(at("tools/a/signs.md", 1, 15, 16), at("tools/a/signs.md", 1, 33, 34)),
    "no-line-to-show": report(at("tools/a", 1), at("tools/a/river.png"), at(ACCOUNT, 99), at(EDITION, 15, 1, 90)),
}


@pytest.mark.parametrize("name", RUNS)
def test_a_run_looks_like_this(golden: Callable[[str, str], None], name: str):
    golden(f"report/{name}.txt", plain(as_text(RUNS[name])))


def test_the_mark_stands_under_what_is_meant():
    text, mark = plain(as_text(RUNS["errors"])).splitlines()[1:3]
    assert "schol-to-school" == text[mark.index("^") : mark.rindex("^") + 1]


def test_the_mark_stands_under_what_is_meant_where_signs_are_written_out():
    text, mark = plain(as_text(RUNS["signs-that-do-not-show"])).splitlines()[1:3]
    assert "<U+200B>" == text[mark.index("^") : mark.rindex("^") + 1]


@pytest.mark.parametrize("form", ["text", "json", "github", "sarif"])
def test_no_form_of_a_report_holds_a_sign_that_steers_a_terminal(form: str):
    finding = Finding(Place(f"tools/{EVIL}.md", 1, 1, 9), "TXT009", f"a {EVIL}", f"b {EVIL}")
    shown = click.unstyle(FORMATS[form](report(finding, at("tools/a/signs.md", 1, 1, 50))))
    assert [] == [
        sign for sign in shown if sign != "\n" and unicodedata.category(sign) in ("Cc", "Cf", "Zl", "Zp", "Cs")
    ]


def test_findings_in_files_that_are_no_texts_are_not_counted_among_the_examined():
    strays = [at(f"tools/a/{number}.py") for number in range(100)]
    assert "100 findings in 100 files, 44 examined (" in as_text(report(*strays, examined=44))


@pytest.mark.parametrize(
    ("form", "told"),
    [
        ("text", f"1 skip:\n  {ACCOUNT}:4  PRV003  'Anna Smith': a novel\n"),
        ("github", f"::notice file={ACCOUNT},line=4,title=PRV003 is skipped::'Anna Smith': a novel"),
        ("sarif", '"justification": "\'Anna Smith\': a novel"'),
        ("json", '"because": "a novel"'),
    ],
)
def test_every_form_lists_the_skips(form: str, told: str):
    assert told in click.unstyle(FORMATS[form](replace(report(), skips=(SKIP,))))


def test_a_line_with_personal_data_is_not_repeated_for_any_finding_in_it():
    of_a_person = replace(TWO[0], text="schol-to-school")
    said = click.unstyle(as_text(report(of_a_person, at(ACCOUNT, 9, 1, 3), at(ACCOUNT, 8, 1, 3))))
    lines = FILES[ACCOUNT].splitlines()
    assert (False, True) == (lines[8] in said, lines[7] in said)


def test_only_our_own_colours_are_in_the_text():
    assert {"\x1b[0m", "\x1b[1m", "\x1b[31m", "\x1b[33m"} >= set(
        re.findall(r"\x1b[^m]*m?", as_text(report(at(f"tools/{EVIL}.md", message=EVIL))))
    )


def test_json_has_just_these_keys():
    expected = {
        "version": 1,
        "examined": 31,
        "findings": [
            {
                "path": ACCOUNT,
                "line": 9,
                "column": 17,
                "end_column": 32,
                "code": "VOC002",
                "severity": "error",
                "message": TWO[0].message,
                "hint": TWO[0].hint,
                "help": "help/rules/voc002/",
            }
        ],
        "skips": [{"path": ACCOUNT, "line": 4, "code": "PRV003", "because": "a novel", "text": ["Anna Smith"]}],
    }
    assert expected == json.loads(as_json(replace(report(TWO[0]), skips=(SKIP,))))


def test_json_of_a_clean_run_says_how_many_files_were_examined():
    assert {"version": 1, "examined": 31, "findings": [], "skips": []} == json.loads(as_json(report()))


def test_an_annotation_has_its_place_and_its_remedy():
    line = as_github(report(at("tools/a/index.md", 3, 4, 9, severity="warning"))).splitlines()[0]
    assert "::warning file=tools/a/index.md,line=3,col=4,endColumn=9,title=TXT009::a fault (a remedy)" == line


ESCAPED = [
    ("100% of\nlines\r", "100%25 of%0Alines%0D"),
    ("::error file=b::c", "::error file=b::c"),
    ("a\n::error::b", "a%0A::error::b"),
    ("a\x1b[31mb", "a<U+001B>[31mb"),
]


@pytest.mark.parametrize(("message", "expected"), ESCAPED)
def test_a_message_cannot_begin_another_annotation(message: str, expected: str):
    line, closing = as_github(report(at("a.md", message=message))).split("\n")
    assert f"::error file=a.md,line=1,col=1,endColumn=2,title=TXT009::{expected} (a remedy)" == line
    assert closing.startswith("1 finding in 1 file, 31 examined (")


def test_a_path_cannot_add_properties_to_an_annotation():
    line = as_github(report(at("a,line=9::b%\n.md"))).split("\n")[0]
    assert line.startswith("::error file=a%2Cline=9%3A%3Ab%25%0A.md,line=1,")


SARIF_RUNS = {
    **RUNS,
    "odd-signs": report(at(f"tools/é {EVIL}.md", message=EVIL)),
    "every-rule": report(*(Finding(Place("a.md"), code, "a", "b", "warning") for code in rule_helps())),
}


@pytest.mark.parametrize("name", SARIF_RUNS)
def test_sarif_is_valid(name: str):
    jsonschema.Draft202012Validator(SARIF).validate(json.loads(as_sarif(SARIF_RUNS[name])))


def test_the_check_of_sarif_would_find_a_fault():
    broken = json.loads(as_sarif(RUNS["errors"]))
    broken["runs"][0]["results"][0]["locations"][0]["physicalLocation"]["region"]["startLine"] = 0
    with pytest.raises(jsonschema.ValidationError, match="0 is less than the minimum of 1"):
        jsonschema.validate(broken, SARIF)


def test_sarif_explains_every_rule_that_a_result_names_once():
    run = json.loads(as_sarif(report(*TWO, *TWO)))["runs"][0]
    assert ["EDN004", "VOC002"] == [rule["id"] for rule in run["tool"]["driver"]["rules"]]
    assert {"EDN004", "VOC002"} == {result["ruleId"] for result in run["results"]}


def test_a_result_of_sarif_has_place_and_remedy():
    result = json.loads(as_sarif(report(TWO[0])))["runs"][0]["results"][0]
    assert {"startLine": 9, "startColumn": 17, "endColumn": 32} == result["locations"][0]["physicalLocation"]["region"]
    assert f"{TWO[0].message}. {TWO[0].hint}" == result["message"]["text"]


def test_findings_come_in_order_of_place_each_once():
    findings = [at("b", 2), at("b", 1, 5), at("a", 9), at("b", 1, 2), at("a", 9)]
    assert [("a", 9, 1), ("b", 1, 2), ("b", 1, 5), ("b", 2, 1)] == [finding.place[:3] for finding in in_order(findings)]


GUESSES = [
    ("schol-to-school", "did you mean 'school-to-school'? "),
    ("STAFF", "did you mean 'staff'? "),
    ("zebra", ""),
    ("", ""),
]


@pytest.mark.parametrize(("word", "expected"), GUESSES)
def test_a_near_name_is_offered_and_no_far_one(word: str, expected: str):
    assert expected == did_you_mean(word, ["staff", "school-to-school"])


def test_where_nothing_is_known_nothing_is_offered():
    assert "" == did_you_mean("staff", [])
