"""The digest of a piece's words: a changed word changes it, and nothing that a reader of print cannot see does."""

import re

import pytest

from wawla.checking.examples import TODAY, sample
from wawla.checking.rule import Good
from wawla.model import Tool
from wawla.reading.print_digest import print_digest
from wawla.reading.reader import read_library
from wawla.reading.tree import Tree

FIELDS = """\
title: A sheet
summary: What it says.
kind: data-set
purpose: To talk.
minutes: 30
group: 4 to 8 people
materials: [Paper, A pencil]
data: data.csv
themes: [enquiry]
practice: 2005
authors: [{role: A head, name: A. Writer}]
questions: [Who is here?]
"""
ELM = "- {file: a.png, alt: An elm., caption: The elm., credit: The school, shows_people: false}\n"
BIRCH = "- {file: b.png, alt: A birch., credit: The school, shows_people: false}\n"
FRONT = f"{FIELDS}pictures:\n{ELM}{BIRCH}"
BODY = """
## First steps

Talk about *what you know*. Ask [others](https://example.org/a).

- One
- Two

| Name | Ties |
| ---- | ---- |
| Ash  | 3    |
"""
CELLS = "year,schools\n2005,8\n"


def digest(front: str = FRONT, body: str = BODY, cells: str | bytes | None = CELLS) -> str:
    """The digest of a data-set with this front matter, this body and these figures."""
    files = {"tools/example/data.csv": cells} if cells is not None else {}
    made = sample(Good(files=files), Tool).tree
    text = f"---\n{front}---\n{body}".encode()
    tree = Tree.of({**{path: made.read(path) for path in made.sizes}, "tools/example/index.md": text})
    library = read_library(tree, TODAY).library
    return print_digest(library.pieces["tools/example"], library)


def test_a_digest_is_twelve_hexadecimal_digits():
    assert re.fullmatch("[0-9a-f]{12}", digest())


UNSEEN = {
    "another order of the front matter": {"front": f"pictures:\n{ELM}{BIRCH}{FIELDS}"},
    "another order of the pictures": {"front": f"{FIELDS}pictures:\n{BIRCH}{ELM}"},
    "quotation marks in the front matter": {"front": FRONT.replace("A sheet", "'A sheet'")},
    "other line breaks": {"body": BODY.replace("know*. Ask", "know*.\nAsk")},
    "the line ends of Windows": {"body": BODY.replace("\n", "\r\n")},
    "other marks for a list": {"body": BODY.replace("- One", "* One").replace("- Two", "* Two")},
    "another level of a heading": {"body": BODY.replace("## First", "### First")},
    "a table set in other columns": {"body": BODY.replace("| ---- |", "|:-----:|").replace("Ash  |", "Ash |")},
    "quotation marks round a figure": {"cells": 'year,"schools"\n"2005",8\n'},
    "a list that becomes paragraphs": {"body": BODY.replace("- One\n- Two", "One\n\nTwo")},
    "an empty row of figures": {"cells": CELLS + "\n"},
    "a field that is not printed": {"front": FRONT.replace("themes: [enquiry]", "themes: [trust]")},
}  # fmt: skip


@pytest.mark.parametrize("change", UNSEEN.values(), ids=UNSEEN)
def test_what_a_reader_of_print_cannot_see_changes_nothing(change: dict[str, str]):
    assert digest() == digest(**change)


WORDS = [
    "A sheet", "What it says", "To talk", "4 to 8", "A pencil", "A head", "A. Writer", "Who is here", "An elm",
    "The elm", "A birch", "The school, shows_people: false}\n-",
]  # fmt: skip


@pytest.mark.parametrize("word", WORDS)
def test_another_word_in_the_front_matter_changes_it(word: str):
    assert digest() != digest(front=FRONT.replace(word, f"Another {word}"))


def test_another_number_of_minutes_changes_it():
    assert digest() != digest(front=FRONT.replace("minutes: 30", "minutes: 45"))


@pytest.mark.parametrize("word", ["First", "know", "others", "https://example.org/a", "Two", "Ties", "3"])
def test_another_word_in_the_body_changes_it(word: str):
    assert digest() != digest(body=BODY.replace(word, f"{word}9"))


SIGNS = {
    "in the front matter": ({"front": FRONT.replace("A sheet", "1 - 2")}, {"front": FRONT.replace("A sheet", "1 + 2")}),
    "in a cell of the figures": ({"cells": CELLS.replace("8", "-")}, {"cells": CELLS.replace("8", "+")}),
    "in a cell of the body": ({"body": BODY.replace(" 3 ", " - ")}, {"body": BODY.replace(" 3 ", " + ")}),
    "in a line of the body": ({"body": BODY.replace("you", "you -")}, {"body": BODY.replace("you", "you >")}),
}  # fmt: skip


@pytest.mark.parametrize(("one", "other"), SIGNS.values(), ids=SIGNS)
def test_another_sign_that_stands_alone_changes_it(one: dict[str, str], other: dict[str, str]):
    assert 3 == len({digest(), digest(**one), digest(**other)})


def test_a_figure_in_the_next_column_changes_it():
    table = "\n| a | b |\n|---|---|\n"
    assert digest(body=f"{table}| 3 | |\n") != digest(body=f"{table}| | 3 |\n")


@pytest.mark.parametrize("cells", ["year,schools\n2005,9\n", "year,pupils\n2005,8\n", "year,schools\n2005,\n8\n", None])
def test_another_figure_changes_it(cells: str | None):
    assert digest() != digest(cells=cells)


def test_a_word_that_passes_from_one_part_to_the_next_changes_it():
    assert digest() != digest(FRONT.replace("A sheet", "A").replace("What it says", "sheet What it says"))


@pytest.mark.parametrize("cells", [b"\xff\xfe\x00", '"' + "a" * 200_000 + '"\n', ""])
def test_figures_that_are_no_table_have_a_digest_all_the_same(cells: str | bytes):
    assert re.fullmatch("[0-9a-f]{12}", digest(cells=cells))


def test_the_same_letter_written_in_two_ways_is_one_letter():
    composed, decomposed = "caf\u00e9", "cafe\u0301"
    assert digest(body=composed) == digest(body=decomposed)


def test_every_kind_of_piece_has_a_digest_of_its_own():
    library = read_library(sample(Good()).tree, TODAY).library
    assert 3 == len({print_digest(piece, library) for piece in library.pieces.values()})
    account = library.accounts[0]
    moved = read_library(sample(Good("setting: Another town\n")).tree, TODAY).library
    assert print_digest(account, library) != print_digest(moved.accounts[0], moved)
