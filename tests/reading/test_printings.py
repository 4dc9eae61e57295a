"""The register of an edition's printings, the files that lie beside it, and a printer's own profile."""

import datetime as dt
import hashlib

import pytest

from wawla.checking.examples import TODAY, sample
from wawla.checking.rule import Good
from wawla.model import Edition, Series
from wawla.model.findings import Place
from wawla.reading.library import Library
from wawla.reading.reader import ReadResult, read_library
from wawla.reading.tree import Tree

EDITION = "series/example/first"
REGISTER = f"{EDITION}/printings.yml"
SERIES = sample(Good()).tree.read("series/example/series.yml").decode()


def entry(number: int, **changed: object) -> str:
    """An entry of printings.yml, a field to a line."""
    fields = {
        "number": number,
        "on": "2026-02-01",
        "copies": 500,
        "note": "Approved by the editors.",
        "pages": 32,
        "width": 210,
        "height": 297,
        "binding": "saddle-stitched",
        "spine": 0,
        "checksum": f'"{"0" * 64}"',
    } | changed
    return "- " + "\n  ".join(f"{name}: {value}" for name, value in fields.items()) + "\n"


def read(files: dict[str, str | bytes], front: str = "") -> ReadResult:
    """The sample publication with these files in it."""
    return read_library(sample(Good(front, files=files), Edition).tree, TODAY)


def found(files: dict[str, str | bytes]) -> list[tuple[str, str, int]]:
    """Code, path and line of what is wrong with the files."""
    return [(each.code, each.place.path, each.place.line) for each in read(files).findings]


def test_the_printings_of_an_edition_are_found_by_its_folder_in_the_order_of_their_numbers():
    reading = read({REGISTER: entry(2) + entry(1), f"{EDITION}/printings/1.pdf": ""})
    assert [] == reading.findings
    assert {EDITION: [1, 2]} == {at: [each.number for each in many] for at, many in reading.library.printings.items()}


def test_a_printing_knows_its_values_its_file_and_its_places():
    pieces = '\n  - {piece: tools/example, page: 24, text: "3fa2b1c9d4e5"}'
    [printing] = read({REGISTER: entry(1, spine=4.5, pieces=pieces)}).library.printings[EDITION]
    assert (dt.date(2026, 2, 1), 4.5, "printings/1.pdf") == (printing.on, printing.spine, printing.file)
    assert (REGISTER, 10) == printing.at("checksum")[:2]
    assert ("tools/example", 24) == (printing.pieces[0].piece, printing.pieces[0].page)
    assert Place(REGISTER, 12, 34, 36) == printing.pieces[0].at("page")


def test_an_edition_without_a_register_has_no_printings():
    assert {} == read({}).library.printings


def test_a_broken_entry_is_named_at_its_line_and_hides_no_other():
    reading = read({REGISTER: entry(1, copies="many") + entry(2, colour="red") + entry(3)})
    assert [("SCH003", 3), ("SCH001", 21)] == [(each.code, each.place.line) for each in reading.findings]
    assert [3] == [printing.number for printing in reading.library.printings[EDITION]]
    assert {REGISTER} == reading.library.unreadable_paths


@pytest.mark.parametrize("text", ["1: {number: 1}\n", "a sentence\n", "", "- a\n  b: c"])
def test_a_register_that_is_no_list_is_named_once(text: str):
    assert [REGISTER] == [path for _, path, _ in found({REGISTER: text})]


def test_a_list_needs_hyphens():
    [finding] = read({REGISTER: "1: {number: 1}\n"}).findings
    assert f"{REGISTER} holds names where a list is needed" == finding.message
    assert "begin each entry with a hyphen" == finding.hint


def test_the_register_is_read_as_text_and_goes_with_no_page():
    reading = read({REGISTER: entry(1)})
    assert REGISTER in reading.examined
    assert () == reading.library.editions[EDITION].sibling_files


def test_errata_are_part_of_the_edition_and_know_their_places():
    front = (
        "errata:\n- printing: 1\n  piece: tools/example\n  page: 24\n  correction: For ten read twelve.\n"
        "  text: 3fa2b1c9d4e5\n"
    )
    reading = read({}, front)
    [erratum] = reading.library.editions[EDITION].errata
    assert ("tools/example", 24, f"{EDITION}/index.md", 5) == (erratum.piece, erratum.page, *erratum.at("page")[:2])


STRAY = [
    f"{EDITION}/printings/cover.pdf",
    f"{EDITION}/printings/0.pdf",
    f"{EDITION}/printings/01.pdf",
    f"{EDITION}/printings/1.PDF",
    f"{EDITION}/printings/1.txt",
    f"{EDITION}/printings/old/1.pdf",
]


@pytest.mark.parametrize("path", STRAY)
def test_another_file_among_the_printed_ones_is_named_with_what_belongs_there(path: str):
    [finding] = read({path: "%PDF", REGISTER: entry(1)}).findings
    assert ("FIL010", path) == (finding.code, finding.place.path)
    assert "is not the file of a printing, which is named by its number" in finding.message
    assert "take everything else out of the folder" in finding.hint


def test_printings_of_an_edition_that_is_not_there_are_named():
    assert [("FIL008", "series/example/second", 1)] == found({"series/example/second/printings/1.pdf": "%PDF"})
    assert [("FIL008", "series/example/second", 1)] == found({"series/example/second/printings.yml": entry(1)})


def test_printings_have_their_place_in_the_folder_of_an_edition_only():
    assert [("FIL010", "series/example/printings.yml", 1)] == found({"series/example/printings.yml": entry(1)})
    assert [("FIL010", "tools/example/printings/1.pdf", 1)] == found({"tools/example/printings/1.pdf": "%PDF"})


PROFILE = "series/example/printer.icc"


def test_the_profile_that_a_series_names_has_its_place_beside_it():
    assert [] == found({"series/example/series.yml": SERIES + "print: {profile: printer.icc}\n", PROFILE: "a"})


@pytest.mark.parametrize("settings", ["", "print: {profile: other.icc}\n", "print: {page_size: A5}\n"])
def test_a_profile_that_no_series_prints_with_is_named(settings: str):
    [finding] = read({"series/example/series.yml": SERIES + settings, PROFILE: "a"}).findings
    assert ("FIL010", PROFILE) == (finding.code, finding.place.path)
    assert "name it in series.yml, as `profile: printer.icc` under `print:`, or remove it" == finding.hint


def test_the_profile_of_another_series_is_named():
    named = {"series/example/series.yml": SERIES + "print: {profile: printer.icc}\n", PROFILE: "a"}
    assert [("FIL010", "series/other/printer.icc", 1)] == found({**named, "series/other/printer.icc": "a"})


@pytest.mark.parametrize("broken", ["a: b: c", "print: [", "- a\n", "a sentence\n"])
def test_where_series_yml_cannot_be_read_nothing_is_said_of_a_profile(broken: str):
    assert {"series/example/series.yml"} == {
        path for _, path, _ in found({"series/example/series.yml": broken, PROFILE: "a"})
    }


def test_print_settings_know_their_places_and_decimals_need_no_quotation_marks():
    text = SERIES + "print:\n  page_size: A5\n  leaf_thickness: 0.12\n"
    series: Series = read({"series/example/series.yml": text}).library.series["example"]
    assert ("A5", 0.12) == (series.print.page_size, series.print.leaf_thickness)
    assert text.count("\n") == series.print.at("leaf_thickness").line


WRONG = [
    ("{leaf_thickness: 0}", "print: leaf_thickness is 0; it must be more than 0"),
    ("{bleed: 2.5}", "print: bleed is 2.5; 3 at the least"),
    ("{bleed: '3'}", "print: bleed should be a number, not '3'"),
    ("{bleed: true}", "print: bleed should be a number, not true"),
    ("{page_size: B5}", "print: page_size cannot be 'B5'"),
]


@pytest.mark.parametrize(("settings", "says"), WRONG)
def test_a_setting_that_cannot_be_printed_is_named_in_plain_words(settings: str, says: str):
    [finding] = read({"series/example/series.yml": f"{SERIES}print: {settings}\n"}).findings
    assert says == finding.message


def test_a_printed_file_is_read_only_when_its_checksum_is_asked_for_and_then_once():
    whole = b"%PDF-1.6" + b" " * 2000  # more than a pointer of Git LFS could have
    made = sample(Good(files={REGISTER: entry(1), f"{EDITION}/printings/1.pdf": whole})).tree
    asked: list[str] = []
    tree = Tree(made.sizes, lambda path: (asked.append(path), made.read(path))[1])
    library: Library = read_library(tree, TODAY).library
    assert f"{EDITION}/printings/1.pdf" not in asked
    asked.clear()
    expected = hashlib.sha256(whole).hexdigest()
    assert [expected, expected] == [library.checksum(f"{EDITION}/printings/1.pdf") for _ in range(2)]
    assert [f"{EDITION}/printings/1.pdf"] == asked
