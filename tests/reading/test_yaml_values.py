"""What YAML says becomes plain values, each with its place; whatever YAML lets through silently is a finding."""

import pytest
import yaml

from wawla.model.findings import Place
from wawla.reading import yaml_values
from wawla.reading.yaml_values import read_values


def values(text: str):
    """The values of a text at line 2 of a file, as front matter is read."""
    return read_values(text, "a.md", first_line=2)


def found(text: str) -> list[tuple[str, int, int]]:
    """Code, line and column of what is wrong with a text."""
    return [(fault.code, fault.place.line, fault.place.column) for fault in values(text).faults]


MEANT = [
    ("title: Enquiry", {"title": "Enquiry"}),
    ("minutes: 45", {"minutes": 45}),
    ("minutes: -45", {"minutes": -45}),
    ("leaf_thickness: 0.12", {"leaf_thickness": 0.12}),
    ("leaf_thickness: -3.5", {"leaf_thickness": -3.5}),
    ("axe: 4.10.3", {"axe": "4.10.3"}),
    ("draft: true", {"draft": True}),
    ("draft: false", {"draft": False}),
    ("who_for:", {"who_for": None}),
    ("who_for: ~", {"who_for": None}),
    ("who_for: null", {"who_for": None}),
    ("who_for: 'no'", {"who_for": "no"}),
    ('who_for: "012"', {"who_for": "012"}),
    ("who_for: |\n  no\n", {"who_for": "no\n"}),
    ("written: 2005-03-14", {"written": "2005-03-14"}),
    ("written: 2005-03-14 10:00:00", {"written": "2005-03-14 10:00:00"}),
    ("who_for: =", {"who_for": "="}),
    ("who_for: nobody", {"who_for": "nobody"}),
    ("who_for: '<<'", {"who_for": "<<"}),
    ("themes: [a, b]", {"themes": ("a", "b")}),
    ("themes:\n- a\n- b", {"themes": ("a", "b")}),
    ("consent: {until: 2027}", {"consent": {"until": 2027}}),
    ("title: 'Enquiry: a start' # a note", {"title": "Enquiry: a start"}),
    ("- a\n- b", ("a", "b")),
    ("a sentence", "a sentence"),
    ("", None),
    ("# only a note", None),
]


@pytest.mark.parametrize(("text", "expected"), MEANT)
def test_a_value_is_what_its_author_meant(text: str, expected: object):
    assert expected == values(text).data
    assert [] == found(text)


READ_IN_TWO_WAYS = [
    "no",
    "on",
    "Yes",
    "OFF",
    "True",
    "FALSE",
    "012",
    "1:30",
    "1_000",
    "0x1F",
    "0b11",
    "1.",
    ".5",
    "01.5",
    "1.5e+3",
    "1_0.5",
    "+1",
    ".inf",
    ".NaN",
    "1234567890123456",
]


@pytest.mark.parametrize("word", READ_IN_TWO_WAYS)
def test_a_word_that_programs_read_in_two_ways_stays_a_word_and_is_named(word: str):
    assert {"who_for": word} == values(f"who_for: {word}").data
    assert [("YML008", 2, 10)] == found(f"who_for: {word}")


def test_the_remedy_for_no_offers_true_and_false():
    assert "write 'no' between quotes if the word is meant, true or false if not" == values("draft: no").faults[0].hint


def test_the_remedy_for_a_time_offers_quotes_alone():
    assert "write '1:30' between quotes if the word is meant" == values("minutes: 1:30").faults[0].hint


def test_every_key_value_and_item_has_its_place():
    read = values("title: One\nthemes: [enquiry, trust]\npictures:\n- file: a.png\n")
    assert Place("a.md", 2, 1, 6) == read.keys["title",]
    assert Place("a.md", 2, 8, 11) == read.places["title",]
    assert Place("a.md", 3, 1, 7) == read.places["themes",], "a list stands where its key does"
    assert Place("a.md", 3, 19, 24) == read.places["themes", 1]
    assert Place("a.md", 5, 9, 14) == read.places["pictures", 0, "file"]


def test_a_value_of_several_lines_is_marked_where_it_begins():
    assert Place("a.md", 2, 8, 9) == values("title: One\n  and two\n").places["title",]


def test_an_empty_value_stands_where_its_key_does():
    assert Place("a.md", 2, 1, 8) == values("who_for:\n").places["who_for",]


def test_letters_beyond_ascii_count_as_one_column_each():
    assert [("YML008", 2, 13)] == found("{été: a, b: no}")


REFUSED = [
    ("title: One\ntitle: Two", [("YML004", 3, 1)]),
    ("who_for: &a heads", [("YML005", 2, 10)]),
    ("who_for: *a", [("YML005", 2, 10)]),
    ("&a who_for: heads", [("YML005", 2, 1)]),
    ("*a : heads", [("YML009", 2, 1), ("YML005", 2, 1)]),
    ("<<: {draft: true}", [("YML006", 2, 1)]),
    ("<<: *a", [("YML006", 2, 1), ("YML005", 2, 5)]),
    ("who_for: !!str heads", [("YML007", 2, 10)]),
    ("!!str who_for: heads", [("YML007", 2, 1)]),
    ("who_for: !!python/object/apply:os.system [ls]", [("YML007", 2, 10)]),
    ("? [a, b]\n: c", [("YML009", 2, 3)]),
    ("? {a: b}\n: c", [("YML009", 2, 3)]),
    ("a: [[[[[[[[[[b]]]]]]]]]]", [("YML010", 2, 11)]),
    ("a: {b: {c: {d: {e: {f: {g: {h: {i: 1}}}}}}}}", [("YML010", 2, 32)]),
    ("a: b\n---\nc: d", [("YML003", 3, 1)]),
]


@pytest.mark.parametrize(("text", "expected"), REFUSED)
def test_what_yaml_lets_through_silently_is_refused_at_its_place(text: str, expected: list[tuple[str, int, int]]):
    assert expected == found(text)


def test_of_two_values_the_first_is_kept_and_the_second_named_with_the_line_of_the_first():
    read = values("title: One\nsummary: S\ntitle: Two\n")
    assert "One" == read.data["title"]
    assert "'title' stands twice, first in line 2" == read.faults[0].message


def test_what_is_nested_too_deeply_hides_nothing_after_it():
    assert "c" == values("a: [[[[[[[[[b]]]]]]]]]\nd: c").data["d"]


@pytest.mark.parametrize(
    "text", ["a: " + "[" * 100_000, "a: " + "{b: " * 50_000, "a:\n" + "- " * 50_000, "? " * 50_000]
)
def test_nesting_without_an_end_stops_the_reading_before_it_takes_long(text: str):
    read = values(text)
    assert ("YML010", None) == (read.faults[-1].code, read.data)


def test_a_field_of_a_merge_key_is_not_taken_over():
    assert {"title": "One"} == values("<<: {draft: true}\ntitle: One").data


BROKEN = [
    ("title: Enquiry: a start", 2, 15, "a second colon stands in this line"),
    ("a: b\n\tc: d", 3, 1, "a tab stands where spaces are needed"),
    ("a: |\n b\n\tc", 4, 1, "a tab stands where spaces are needed"),
    ("a: @home", 2, 4, "no value can begin with this sign"),
    ("a: `code`", 2, 4, "no value can begin with this sign"),
    ("a: %b", 2, 4, "no value can begin with this sign"),
    ("a: * star", 2, 5, "no value can begin with & or *"),
    ("a: & co", 2, 5, "no value can begin with & or *"),
    ("title\nsummary: b", 2, 6, "a colon is missing after the name of a field"),
    ("title:Talk\nsummary: b", 2, 7, "a space is missing after the colon"),
    ("title = Talk\n\nsummary: b", 2, 7, "an equals sign stands where a colon belongs"),
    ("title: Talk\n summary: b", 3, 9, "this line begins further to the right than the one above it"),
    ("title: a\nsummary\n", 4, 1, "a colon is missing after the name of a field"),
    ("themes: [a, b\ntitle: c", 2, 9, "a list in square brackets is not closed"),
    ("a: {b: c\nd: e: f", 2, 4, "a group in curly brackets is not closed"),
    ("a: 'b\nc: d\ne: f", 2, 4, "a quotation mark is not closed"),
    ('a: "b', 2, 4, "a quotation mark is not closed"),
    ("a: 'it's'", 2, 8, "words stand behind the closing quotation mark"),
    ('a: "Talk" at the gate', 2, 10, "words stand behind the closing quotation mark"),
    ("a: [Talk] at the gate", 2, 4, "a text that begins with a bracket is taken for a list"),
    ("a\uff1a Talk\nb: c", 2, 2, "a colon of another kind of writing stands here"),
    ("a:\n-b\nc: d", 3, 1, "a space is missing after the hyphen"),
    ("a:\n  - role: A, name: B", 3, 12, "two fields stand in one line"),
    ("a: Four schools moved the talk\nto the gate, and kept it.\nb: c", 3, 1, "this line goes on with the value above"),
    ("a:\n  - b\n - c", 4, 2, "this line does not fit the lines above it"),
    ("- a\nb: c", 3, 1, "this line does not fit the list above it"),
    ("a: - b", 2, 4, "a list begins in the middle of a line"),
    ('a: "C:\\new\\x"', 2, 13, "a backslash stands between double quotes"),
    ('a: "\\q"', 2, 5, "a backslash stands between double quotes"),
    ("a: [b,,]", 2, 7, "a bracket or comma stands here that belongs to nothing"),
    ("a: ]", 2, 4, "a bracket or comma stands here that belongs to nothing"),
    ("a: b\n...\nc: d", 4, 1, "this line belongs to nothing that stands before it"),
    ("a: >x\n  b", 2, 5, "YAML says: did not find expected comment or line break"),
    ("a: b\x07c", 2, 5, "an invisible sign stands here, U+0007"),
    ("é: é\na: b\x07c", 3, 5, "an invisible sign stands here, U+0007"),
    ("a: b\u2028c", 2, 5, "an invisible sign stands here, U+2028"),
    ("a: b\x85c: d", 2, 5, "an invisible sign stands here, U+0085"),
]


@pytest.mark.parametrize(("text", "line", "column", "says"), BROKEN)
def test_broken_yaml_is_named_at_its_place_in_plain_words(text: str, line: int, column: int, says: str):
    read = values(text)
    assert [("YML003", line, column)] == [(f.code, f.place.line, f.place.column) for f in read.faults]
    assert says in read.faults[0].message
    assert read.data is None


@pytest.mark.parametrize(
    "text", ["!" * 9000 + " a", "a: *" + "b" * 9000, "a: &" + "b" * 9000 + " c", "a: " + "1" * 9000]
)
def test_a_message_stays_short_whatever_it_quotes(text: str):
    fault = values(text).faults[0]
    assert (True, True) == (len(fault.message) < 120, len(fault.hint) < 200)


@pytest.mark.parametrize("loader", [yaml.CSafeLoader, yaml.SafeLoader])
@pytest.mark.parametrize(("text", "expected"), REFUSED)
def test_both_parsers_of_pyyaml_find_the_same(
    monkeypatch, loader: type, text: str, expected: list[tuple[str, int, int]]
):
    monkeypatch.setattr(yaml_values, "_LOADER", loader)
    assert expected == found(text)


@pytest.mark.parametrize(
    ("text", "code", "column", "hint"),
    [
        ("title: Number #1 school", "YML011", 15, "write title: 'Number #1 school'"),
        ("hue: #8a1c4a", "YML011", 6, "write hue: '#8a1c4a'"),
        ("setting: Group # 4", "YML011", 16, "write setting: 'Group # 4'"),
        ("a:\n- Über #4", "YML011", 8, "write 'Über #4'"),
        ("title: “Reading”", "YML012", 8, "write it without them, or between straight ones: 'Reading'"),
        ("themes: [‘enquiry’]", "YML012", 10, "write it without them, or between straight ones: 'enquiry'"),
        ("pictures:\n\u00a0 - file: a.png", "YML003", 1, "type plain spaces in its place"),
        ("title:\u00a0Reading", "YML003", 7, "type plain spaces in its place"),
        ("-\u00a0a", "YML003", 2, "type plain spaces in its place"),
    ],
)
def test_what_a_value_loses_in_silence_is_named(text: str, code: str, column: int, hint: str):
    assert [(code, column, hint)] == [(f.code, f.place.column, f.hint) for f in read_values(text, "a.yml").faults]


@pytest.mark.parametrize(
    "text",
    [
        "a: b # a comment",
        "a: 'b #1'",
        "a: https://a.example/#b",
        "a: “One” and “two”",
        "# a\na: b",
        "a: b\u00a0c",
    ],
)
def test_a_comment_and_a_quotation_are_left_in_peace(text: str):
    assert [] == read_values(text, "a.yml").faults
