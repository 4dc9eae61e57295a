"""A skip covers what it names, no more; and every skip of a publication is listed."""

from pathlib import Path

import pytest
from click.testing import CliRunner
from folders import SAMPLE

from wawla.checking.examples import TODAY, sample
from wawla.checking.rule import Good
from wawla.checking.run import check
from wawla.checking.skips import declared_skips
from wawla.commands.main import main
from wawla.reading.reader import read_library

BODY = "The pupils Anna Smith and Tom Jones are seen first, and the pupil Anna Smith last.\n"
PATH = "accounts_of_practice/example/index.md"


def library(skip, body=BODY, **files):
    return read_library(sample(Good(f"skip: {{{skip}}}\n", body=body, files=files)).tree, TODAY).library


def codes(skip, body=BODY, **files):
    found = check(library(skip, body, **files))
    return sorted(each.code for each in found if each.code.startswith(("PRV", "SKP")))


@pytest.mark.parametrize(
    ("skip", "expected"),
    [
        ("PRV003: {text: Anna Smith, because: the heroine of a play}", ["PRV003"]),
        ("PRV003: {text: [Anna Smith, Tom Jones], because: the heroes of a play}", []),
        ("PRV003: {text: 'anna  smith and TOM JONES', because: the heroes of a play}", []),
        ("PRV003: {text: 'pupils Anna Smith', because: the heroine of a play}", ["PRV003"]),
        ("PRV003: {text: Anna, because: the heroine of a play}", ["PRV003"] * 3 + ["SKP002"]),
        ("PRV003: the heroine of a play", ["PRV003"] * 3 + ["SKP004"]),
        ("PRV003: {text: Anna Smith, because: ''}", ["PRV003"] * 3 + ["SKP001"]),
        ("PRV003: {text: [Anna Smith, Ben Cole], because: the heroes of a play}", ["PRV003", "SKP002"]),
    ],
)
def test_only_the_words_that_are_named_are_covered(skip, expected):
    assert expected == codes(skip)


def test_a_skip_covers_the_words_in_a_table_of_the_same_folder():
    table = {"accounts_of_practice/example/cast.csv": "pupil,class\nAnna Smith,4B\nTom Jones,4B\n"}
    skip = "PRV003: {text: Anna Smith, because: the heroine of a play}"
    assert ["PRV003"] == codes(skip, "Text.\n", **table)


def test_an_entry_whose_fields_do_not_fit_keeps_its_skips():
    front = "title: [wrong]\nskip: {PRV003: {text: [Anna Smith, Tom Jones], because: the heroes of a play}}\n"
    read = read_library(sample(Good(front, body=BODY)).tree, TODAY)
    assert [] == [each.code for each in check(read.library) if each.code == "PRV003"]


def test_every_skip_is_listed_with_its_words_and_reason():
    listed = declared_skips(library("PRV003: {text: Anna Smith, because: a play}, PCE004: it is a trial"))
    assert [(PATH, 2, "PCE004", "it is a trial"), (PATH, 2, "PRV003", "'Anna Smith': a play")] == sorted(
        (each.place.path, each.place.line, each.code, each.told) for each in listed
    )


def test_strict_counts_skips():
    day = ["--root", str(SAMPLE), "--today", "2026-03-01"]
    inside = [str(Path(SAMPLE) / "accounts_of_practice/moor-marking")]
    loose = CliRunner().invoke(main, ["check", *day, *inside])
    strict = CliRunner().invoke(main, ["check", *day, "--strict", *inside])
    assert (0, 1) == (loose.exit_code, strict.exit_code)
    assert "1 skip:" in loose.output
