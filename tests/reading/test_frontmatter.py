"""From the bytes of a file to its values and its body."""

import pytest

from wawla.model.findings import Place
from wawla.reading.frontmatter import MOST_TEXT, Manuscript, read_manuscript, read_register, read_text

PATH = "accounts_of_practice/example/index.md"
WHOLE = b"---\ntitle: One\n---\n\n## Two\n"


def read(data: bytes) -> Manuscript:
    """The manuscript of these bytes."""
    return read_manuscript(PATH, data)


def found(data: bytes) -> list[tuple[str, int, int]]:
    """Code, line and column of what is wrong with these bytes."""
    return [(fault.code, fault.place.line, fault.place.column) for fault in read(data).faults]


def test_values_and_body_are_told_apart():
    manuscript = read(WHOLE)
    assert ({"title": "One"}, "\n## Two\n", ()) == (manuscript.values, manuscript.body.text, manuscript.faults)


def test_the_body_knows_its_lines_in_the_file():
    assert Place(PATH, 5, 1, 7) == read(WHOLE).body.place_of(read(WHOLE).body.headings[0].span)


READABLE = {
    "a byte-order mark": b"\xef\xbb\xbf" + WHOLE,
    "CRLF": WHOLE.replace(b"\n", b"\r\n"),
    "lone CR": WHOLE.replace(b"\n", b"\r"),
    "spaces after the dashes": WHOLE.replace(b"---", b"---  "),
    "no line end at the end": WHOLE.rstrip(b"\n"),
}


@pytest.mark.parametrize("data", READABLE.values(), ids=READABLE)
def test_the_ways_in_which_editors_save_text_are_all_read(data: bytes):
    assert ({"title": "One"}, "Two", ()) == (read(data).values, read(data).body.headings[0].text, read(data).faults)


def test_a_rule_of_dashes_in_the_body_is_no_second_end():
    assert "One\n\n---\n\nTwo\n" == read(b"---\ntitle: One\n---\nOne\n\n---\n\nTwo\n").body.text


UNREADABLE = [
    (b"", [("YML001", 1, 1)]),
    (b"## Straight in\n", [("YML001", 1, 1)]),
    (b"\n" + WHOLE, [("YML001", 1, 1)]),
    (b"----\ntitle: One\n----\n", [("YML001", 1, 1)]),
    (b"---", [("YML001", 1, 1)]),
    (b"---\ntitle: One\n", [("YML002", 1, 1)]),
    (b"---\ntitle: One\n ---\n", [("YML002", 1, 1)]),
    (b"---\ntitle: One: two\n---\n", [("YML003", 2, 11)]),
    (b"---\n---\n", [("YML009", 2, 1)]),
    (b"---\njust a sentence\n---\n", [("YML009", 2, 1)]),
    (b"---\n- a\n- b\n---\n", [("YML009", 2, 1)]),
    (b"---\n- a\n- no\n---\n", [("YML008", 3, 3)]),
    (b"---\ntitle: Caf\xe9\n---\n", [("FIL004", 2, 11)]),
    (b"\xff\xfe-\0-\0-\0\n\0", [("FIL004", 1, 1)]),
    (b"---\ntitle: One\0\n---\n", [("FIL005", 2, 1)]),
    (b"---\ntitle: \xc0\xaf\n---\n", [("FIL004", 2, 8)]),
    (b"---\ntitle: \xed\xa0\x80\n---\n", [("FIL004", 2, 8)]),
    (b"---\n" + b"#" * MOST_TEXT, [("FIL006", 2, 1)]),
]


@pytest.mark.parametrize(("data", "expected"), UNREADABLE)
def test_what_cannot_be_read_is_named_at_its_place(data: bytes, expected: list[tuple[str, int, int]]):
    assert expected == found(data)
    assert read(data).values is None


def test_a_text_of_just_256_kib_is_read():
    assert [] == found(WHOLE.ljust(MOST_TEXT, b"\n"))


def test_a_file_without_front_matter_still_has_its_body():
    assert "## Straight in\n" == read(b"## Straight in\n").body.text


def test_the_size_of_a_text_that_is_too_long_is_said():
    said = "the file is too long: it has 300 KiB, and here are the 256 that a text has at the most"
    assert said == read(b"a" * 300 * 1024).faults[0].message


def test_what_a_person_has_still_to_fill_in_is_named_in_fields_and_body():
    assert [("SCH010", 2, 8), ("SCH010", 5, 4)] == found("---\ntitle: «title»\n---\n\n## «heading»\n".encode())


def test_quotation_marks_that_close_in_another_line_are_no_placeholder():
    assert [] == found("---\ntitle: One\n---\n\n«One\ntwo»\n".encode())


def test_a_register_is_read_from_its_first_line():
    register = read_register("series/glossary.yml", b"NLC: {stands_for: A}\n")
    assert ({"NLC": {"stands_for": "A"}}, Place("series/glossary.yml", 1, 19, 20)) == (
        register.data,
        register.places["NLC", "stands_for"],
    )


@pytest.mark.parametrize(
    ("data", "code"), [(b"", "YML009"), (b"a sentence", "YML009"), (b"a: b: c", "YML003"), (b"\xff", "FIL004")]
)
def test_a_register_that_cannot_be_read_is_named(data: bytes, code: str):
    assert [code] == [fault.code for fault in read_register("series/glossary.yml", data).faults]


def test_every_line_end_becomes_one_sign():
    assert "a\nb\nc\nd" == read_text("a.md", b"a\r\nb\rc\nd")
