"""Values that fit the schema become a model that knows its places; the others become findings in plain words."""

import pytest
from pydantic import Field

from wawla.model import Account, Edition, Located, Tool, Vocabulary
from wawla.model.findings import Finding, Place
from wawla.reading.shaping import field_names, validate_fields
from wawla.reading.yaml_values import read_values

ACCOUNT = {
    "title": "A title",
    "summary": "What it says.",
    "network": "example",
    "setting": "A town",
    "themes": "[enquiry]",
    "practice": "2005",
}
TOOL = {"title": "A", "summary": "B", "kind": "discussion", "purpose": "C", "themes": "[enquiry]", "practice": "2005"}
EDITION = {"title": "A", "summary": "B", "number": "1", "reference": "EX/A", "status": "published", "hue": "'#0b5f5c'"}
REST = {Account: ACCOUNT, Tool: TOOL, Edition: EDITION}


def parsed(model: type[Located], first: str, **without: None) -> tuple[Located | None, list[Finding]]:
    """What becomes of the given lines, with the other needed fields after them."""
    given = first.partition(":")[0]
    rest = "".join(f"{name}: {value}\n" for name, value in REST[model].items() if name not in (given, *without))
    values = read_values(first + "\n" + rest, "a.md", first_line=2)
    return validate_fields(model, values.data, values.places, values.keys)


def test_a_model_knows_where_each_of_its_values_stands():
    account, findings = parsed(Account, "pictures:\n- file: a.png\n  alt: An elm\n  credit: Us")
    assert [] == findings
    assert Place("a.md", 4, 8, 14) == account.pictures[0].at("alt")
    assert Place("a.md", 3, 3) == account.pictures[0].place._replace(end_column=2)


SAID = [
    (Account, "titel: A", "SCH001", 2, 1, "'titel' is not a field of an account"),
    (Tool, "colour: red", "SCH001", 2, 1, "'colour' is not a field of a tool"),
    (
        Account,
        "pictures: [{fil: a.png, file: a.png, alt: b, credit: c}]",
        "SCH001",
        2,
        13,
        "'fil' is not a field of an account",
    ),
    (Account, "who_for:", "SCH007", 2, 1, "who_for has no value"),
    (Account, "who_for: ''", "SCH007", 2, 1, "who_for is empty"),
    (Account, "themes: []", "SCH007", 2, 1, "themes is empty"),
    (Account, "who_for: [heads]", "SCH003", 2, 1, "who_for should be text, not a list"),
    (Account, "who_for: 5", "SCH003", 2, 10, "who_for should be text, not 5"),
    (Account, "who_for: true", "SCH003", 2, 10, "who_for should be text, not true"),
    (Account, "who_for: {a: b}", "SCH003", 2, 1, "who_for should be text, not a group of fields"),
    (Account, "questions: Why?", "SCH003", 2, 12, "questions should be a list, not 'Why?'"),
    (Account, "draft: maybe", "SCH003", 2, 8, "draft should be true or false, not 'maybe'"),
    (Account, "skip: [PIC001]", "SCH003", 2, 1, "skip should be a group of fields, not a list"),
    (Account, "skip: {PIC001: false}", "SCH003", 2, 16, "skip: PIC001 should be text, not false"),
    (Account, "pictures: [a.png]", "SCH003", 2, 12, "pictures: item 1 should be a group of fields, not 'a.png'"),
    (Tool, "minutes: an hour", "SCH003", 2, 10, "minutes should be a whole number, not 'an hour'"),
    (Account, "licence: CC BY 9.0", "SCH004", 2, 10, "licence cannot be 'CC BY 9.0'"),
    (
        Account,
        "sources: [Source One]",
        "SCH005",
        2,
        11,
        "sources: item 1 is 'Source One', which does not have the form it needs",
    ),
    (Account, "who_for: |\n  heads\n  teachers", "SCH005", 2, 10, "who_for should stand on one line"),
    (Account, "practice: March 2005", "SCH006", 2, 11, "practice is 'March 2005', which is not a date such as 2005-03"),
    (Account, "practice: 2005-02-30", "SCH006", 2, 11, "practice is '2005-02-30', which is not a date such as 2005-03"),
    (Account, "practice: true", "SCH006", 2, 11, "practice is true, which is not a date such as 2005-03"),
    (Account, "who_for: " + "a" * 401, "SCH008", 2, 10, "who_for has 401 letters; 400 at the most"),
    (Account, "themes: [a, b, c, d, e]", "SCH008", 2, 1, "themes has 5 items; 4 at the most"),
    (Tool, "minutes: 4000", "SCH009", 2, 10, "minutes is 4000; 600 at the most"),
    (Tool, "minutes: 1", "SCH009", 2, 10, "minutes is 1; 5 at the least"),
    (Edition, "hue: '#FFF'", "SCH005", 2, 6, "hue is '#FFF', which does not have the form it needs"),
]


@pytest.mark.parametrize(("model", "line", "code", "row", "column", "says"), SAID)
def test_a_value_that_does_not_fit_is_named_at_its_place(
    model: type[Located], line: str, code: str, row: int, column: int, says: str
):
    model_made, findings = parsed(model, line)
    assert [(code, Place("a.md", row, column), says)] == [
        (f.code, f.place._replace(end_column=2), f.message) for f in findings
    ]
    assert model_made is None


@pytest.mark.parametrize("day", ["2027-02-30", "31 July 2027", "2027-07"])
def test_the_end_of_a_consent_is_a_whole_day_of_the_calendar(day: str):
    consent = f"{{reference: A, scope: [web], until: {day}}}"
    _, findings = parsed(Account, f"pictures: [{{file: a.png, alt: b, credit: c, consent: {consent}}}]")
    expected = f"pictures: item 1: consent: until is '{day}', which is not a day such as 2027-07-31"
    assert [("SCH006", expected)] == [(finding.code, finding.message) for finding in findings]


def test_a_missing_field_is_named_at_the_opening_line():
    _, findings = parsed(Account, "who_for: Heads", title=None)
    assert [("SCH002", Place("a.md", 1, 1, 4), "title is missing")] == [(f.code, f.place, f.message) for f in findings]


def test_a_missing_field_of_a_part_is_named_where_the_part_stands():
    _, findings = parsed(Account, "pictures:\n- file: a.png\n  credit: Us")
    assert [("SCH002", 3, 3, "pictures: item 1: alt is missing")] == [
        (f.code, f.place.line, f.place.column, f.message) for f in findings
    ]


def test_every_fault_of_a_file_is_said_at_once():
    _, findings = parsed(Account, "titel: A\nwho_for: 5\nlicence: no licence", summary=None)
    assert ["SCH001", "SCH002", "SCH003", "SCH004"] == sorted(finding.code for finding in findings)


HINTS = [
    (Account, "sumary: A", "did you mean 'summary'? The fields you may write: title, "),
    (
        Account,
        "licence: CC-BY 4.0",
        "did you mean 'CC BY 4.0'? It may be: CC BY 4.0, CC BY-SA 4.0, CC BY-NC 4.0, CC0 1.0",
    ),
    (Tool, "kind: poem", "It may be: discussion, worksheet, prompts, data-set"),
    (Tool, "minutes: an hour", "for example: minutes: 45"),
    (Account, "sources: [Source One]", 'for example: sources: ["nlia-1"]'),
    (Account, "who_for:", "fill it in, or remove the line"),
]


@pytest.mark.parametrize(("model", "line", "expected"), HINTS)
def test_a_remedy_names_what_would_be_right(model: type[Located], line: str, expected: str):
    _, findings = parsed(model, line)
    assert findings[0].hint.startswith(expected)


def test_the_remedy_for_a_missing_field_is_its_example():
    _, findings = parsed(Account, "who_for: Heads", network=None)
    assert "add it: network: hartlepool" == findings[0].hint


def test_an_entry_that_is_no_group_of_fields_is_told_its_fields():
    values = read_values("themes: {enquiry: Asking.}", "series/vocabulary.yml")
    _, findings = validate_fields(Vocabulary, "a word", values.places, values.keys)
    assert [
        ("the entry should be a group of fields, not 'a word'", "give it its fields: themes, levels, phases, regions")
    ] == [(finding.message, finding.hint) for finding in findings]


def test_a_word_of_the_vocabulary_that_is_too_long_is_named_in_short():
    values = read_values(
        f"themes: {{{'a' * 70}: B}}\nlevels: {{}}\nphases: {{}}\nregions: {{}}", "series/vocabulary.yml"
    )
    _, findings = validate_fields(Vocabulary, values.data, values.places, values.keys)
    assert f"themes: {'a' * 60} has 70 letters; 60 at the most" == findings[0].message


def test_a_field_may_be_written_under_the_name_authors_know():
    assert "kind" in field_names(Tool)
    assert "form" not in field_names(Tool)


class Sheet(Located):
    """A model with limits that the schema does not use today, but may tomorrow."""

    names: tuple[str, ...] = Field(min_length=2)
    step: int = Field(5, multiple_of=5)


OTHER_LIMITS = [
    ("names: [a]", "SCH008", "names has 1 items; 2 at the least"),
    ("names: [a, b]\nstep: 3", "SCH003", "step does not fit: Input should be a multiple of 5"),
]


@pytest.mark.parametrize(("text", "code", "says"), OTHER_LIMITS)
def test_a_limit_that_the_schema_may_take_on_is_told_too(text: str, code: str, says: str):
    values = read_values(text, "a.yml")
    _, findings = validate_fields(Sheet, values.data, values.places, values.keys)
    assert [(code, says)] == [(finding.code, finding.message) for finding in findings]
