"""The edition schema: every field an author may write is explained, and its example is one that works."""

import datetime as dt
from collections import defaultdict
from typing import Any

import jsonschema
import pytest
from folders import SAMPLE
from pydantic import TypeAdapter, ValidationError
from pydantic.fields import FieldInfo
from written_texts import outside_the_schema

from wawla import model
from wawla.checking.json_schema import json_schema
from wawla.checking.rulebook import DOCUMENTED_MODELS
from wawla.model import (
    Author,
    Consent,
    Edition,
    Holding,
    Located,
    Picture,
    PrintedPiece,
    PrintSettings,
    Series,
    first_day,
)
from wawla.model.series import Part
from wawla.reading.tree import Tree, tree_on_disk

PARTS = sorted(
    {part for _, part in DOCUMENTED_MODELS.values()} | {Part, Holding, PrintedPiece}, key=lambda part: part.__name__
)
FIELDS = [(part, name) for part in PARTS for name in part.model_fields]
SCHEMA = json_schema()


def as_read(value: Any) -> Any:
    """A value as reading hands it over: lists are tuples."""
    if isinstance(value, list):
        return tuple(map(as_read, value))
    return {key: as_read(item) for key, item in value.items()} if isinstance(value, dict) else value


def faults(part: type[Located], fields: dict[str, Any]) -> list[tuple[str | int, str]]:
    """What the model says against these fields, and which field each of it is about."""
    try:
        part(**fields)
    except ValidationError as error:
        return [(details["loc"][0], details["msg"]) for details in error.errors()]
    return []


def test_a_field_has_title_description_and_example():
    assert [] == [f"{part.__name__}.{name}" for part, name in FIELDS if not is_explained(part.model_fields[name])]


def is_explained(info: FieldInfo) -> bool:
    """Whether a field has a title, a description in sentences and an example."""
    texts = (info.title or "", info.description or "")
    return bool(info.examples) and texts[0][:1].isupper() and texts[1].endswith((".", "?"))


def test_the_example_of_a_field_is_valid():
    wrong = {}
    for part, name in FIELDS:
        info = part.model_fields[name]
        found = faults(part, {info.alias or name: as_read(info.examples[0])})
        if said := [said for field, said in found if field in (info.alias or name, name)]:
            wrong[f"{part.__name__}.{name}"] = said
    assert {} == wrong


def test_the_example_of_a_field_fits_the_json_schema():
    wrong = {}
    for part, name in FIELDS:
        info = part.model_fields[name]
        field = SCHEMA["$defs"][part.__name__]["properties"][info.alias or name]
        validator = jsonschema.Draft202012Validator({**field, "$defs": SCHEMA["$defs"]})
        if said := [error.message for error in validator.iter_errors(info.examples[0])]:
            wrong[f"{part.__name__}.{name}"] = said
    assert {} == wrong


def test_the_json_schema_is_valid():
    jsonschema.Draft202012Validator.check_schema(SCHEMA)
    assert "https://json-schema.org/draft/2020-12/schema" == SCHEMA["$schema"]


def test_the_json_schema_has_everything_an_editor_may_write():
    many = {name for name in SCHEMA["$defs"] if name.endswith(("Register", "List"))}
    assert {part.__name__ for part in PARTS} == set(SCHEMA["$defs"]) - many


def test_the_sample_fits_the_json_schema():
    assert {} == outside_the_schema(tree_on_disk(SAMPLE))


def test_what_does_not_fit_the_json_schema_is_told():
    path = "tools/ties-sheet/index.md"
    assert [path] == list(outside_the_schema(Tree.of({path: b"---\ntitel: Ties\n---\n"})))


SAME_NAME_OTHER_THING = {
    "title": "what each thing is called",
    "summary": "what each thing says",
    "sources": "where each thing comes from",
    "reference": "of a consent in a school's register; of an edition, what copies are ordered by",
    "form": "of a tool, `kind`; of a source or an initiative, what sort of publication it is",
    "name": "of a publisher, of an author",
    "circa": "of the year of a source, of the time of the practice that a piece tells of",
    "publisher": "of a source, only where it is not the author; of an initiative, whoever ran it",
    "year": "of a source it is a number, of an initiative it may be unknown",
    "phases": "of a piece and of a network; in the vocabulary, the words themselves",
    "themes": "of a piece; in the vocabulary, the words themselves",
    "levels": "of a piece; in the vocabulary, the words themselves",
    "who_for": "of a piece, of an edition",
    "number": "of an edition in its series, of a printing of an edition",
    "pages": "of the site that were tested, of a printed copy",
    "page": "on which a piece begins, on which something is to be corrected",
    "text": "a digest of what was printed, a digest of what it has become",
    "note": "for a reader who wants to write to the publisher, for the successor of whoever approved a printing",
}
"""Names that stand in several models, and why that is no confusion."""


def test_a_name_that_means_two_things_has_its_reason():
    meanings: dict[str, set[str]] = defaultdict(set)
    for part in PARTS:
        for name, info in part.model_fields.items():
            meanings[info.alias or name].add(info.description)
    ambiguous = {name for name, said in meanings.items() if len(said) > 1}
    assert set(SAME_NAME_OTHER_THING) == ambiguous


def test_no_title_stands_for_two_fields_of_one_part():
    for part in PARTS:
        titles = [info.title for info in part.model_fields.values()]
        assert sorted(set(titles)) == sorted(titles)


def test_a_part_refuses_fields_it_does_not_know_and_cannot_be_changed():
    wanted = {"extra": "forbid", "frozen": True, "strict": True}
    assert [] == [part.__name__ for part in PARTS if not wanted.items() <= part.model_config.items()]


DAYS = [("2005", dt.date(2005, 1, 1)), ("2005-03", dt.date(2005, 3, 1)), ("2005-03-14", dt.date(2005, 3, 14))]


@pytest.mark.parametrize(("when", "expected"), DAYS)
def test_a_date_as_exact_as_is_known_has_a_first_day(when: str, expected: dt.date):
    assert expected == first_day(when)


@pytest.mark.parametrize("when", ["2005", 2005, "2005-03", "2005-03-14"])
def test_a_date_may_be_a_year_a_month_or_a_day(when: object):
    assert str(when) == TypeAdapter(model.fields.When).validate_python(when)


@pytest.mark.parametrize(
    "when", ["05", "2005-3", "2005-13", "2005-02-30", "0000", "14.3.2005", True, None, 5, "2005\n"]
)
def test_nothing_else_is_a_date(when: object):
    with pytest.raises(ValidationError):
        TypeAdapter(model.fields.When).validate_python(when)


def test_a_date_is_written_in_plain_figures():
    with pytest.raises(ValidationError):
        TypeAdapter(model.fields.When).validate_python("２００５")


@pytest.mark.parametrize("written", ["2005", 2005, "2005-03-14", "2002/2004", "2004-09/2005-07", "2004/2004-06"])
def test_the_time_of_a_practice_may_have_a_first_and_a_last(written: object):
    assert str(written) == TypeAdapter(model.fields.Period).validate_python(written)
    assert first_day(str(written)).year in (2002, 2004, 2005)


@pytest.mark.parametrize("written", ["2004/05", "2004/2002", "2002/", "/2004", "2002/2003/2004", "2002 / 2004", None])
def test_nothing_else_is_a_time_of_a_practice(written: object):
    with pytest.raises(ValidationError):
        TypeAdapter(model.fields.Period).validate_python(written)


SLUGS = [
    ("letting-go", True),
    ("a1", True),
    ("Letting-go", False),
    ("a--b", False),
    ("-a", False),
    ("a_b", False),
    ("é", False),
    ("a/b", False),
    ("..", False),
    ("a\n", False),
    ("a" * 81, False),
]


@pytest.mark.parametrize(("slug", "fits"), SLUGS)
def test_a_slug_is_small_letters_figures_and_single_hyphens(slug: str, fits: bool):
    try:
        assert slug == TypeAdapter(model.fields.Slug).validate_python(slug)
        assert fits
    except ValidationError:
        assert not fits


@pytest.mark.parametrize(
    "name", ["../a.png", "a/b.png", ".hidden", "", "a b.png", "-a.png", "a.png\n", "a\\b.png", "/etc/passwd"]
)
def test_the_file_of_a_picture_lies_beside_its_text(name: str):
    with pytest.raises(ValidationError):
        TypeAdapter(model.fields.FileName).validate_python(name)


def test_a_picture_shows_people_unless_it_says_otherwise():
    assert Picture(file="a.png", alt="An elm.", credit="Us").shows_people


def test_a_consent_covers_at_least_one_output():
    with pytest.raises(ValidationError):
        Consent(reference="A", scope=(), until="2027-07-31")


def test_an_author_needs_a_role_and_no_name():
    assert Author(role="Head").name is None


def test_every_series_has_its_own_print_settings():
    fields = {"title": "A", "short_title": "B", "summary": "C", "order_prefix": "AB", "number_word": "Title"}
    one, other = Series(**fields), Series(**fields)
    assert PrintSettings() == one.print
    assert one.print is not other.print, "each knows its place"


MILLIMETRES = [(3, True), (3.5, True), (2, False), (11, False), (True, False), ("3", False), (float("nan"), False)]


@pytest.mark.parametrize(("bleed", "fits"), MILLIMETRES)
def test_a_bleed_is_a_number_of_millimetres_that_a_printer_can_cut(bleed: object, fits: bool):
    assert fits == ([] == faults(PrintSettings, {"bleed": bleed}))


PROFILES = [
    ("printer.icc", True),
    ("Printer-2.ICM", False),
    ("printer.icm", True),
    ("series.yml", False),
    ("../a.icc", False),
]


@pytest.mark.parametrize(("name", "fits"), PROFILES)
def test_a_profile_is_an_icc_file_in_the_same_folder(name: str, fits: bool):
    assert fits == ([] == faults(PrintSettings, {"profile": name}))


LIMITS = [
    (Edition, "title", 120),
    (Edition, "reference", 120),
    (Series, "title", 120),
    (Series, "short_title", 40),
    (Series, "number_word", 40),
    (model.Network, "title", 120),
    (model.Account, "title", 120),
]


@pytest.mark.parametrize(("part", "name", "most"), LIMITS)
def test_a_text_that_is_shown_in_little_room_is_short(part: type[Located], name: str, most: int):
    assert most == SCHEMA["$defs"][part.__name__]["properties"][name]["maxLength"]
