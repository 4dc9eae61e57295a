"""The words of a PDF are those of the site: every letter of every body, in the same order, read by the tags.

A word that is lost, doubled, changed or out of its place fails. Left out on both sides are spaces and hyphens, since
lines of a PDF end where the site's do not; notes, which stand at the foot of pages, are looked for there.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import html5lib
import pytest
from by_hand import print_input_of
from day import DAY
from folders import ROOT
from paper import letters_of, notes_aloud, read_aloud

from wawla.model import Edition
from wawla.model.typography import typographic
from wawla.printing.make_pdfs import items_for_site
from wawla.printing.print_input import PrintInput, file_name
from wawla.reading.reader import read_library
from wawla.reading.tree import tree_on_disk

pytestmark = pytest.mark.slow


@dataclass(frozen=True)
class Set:
    """A publication and the folder of its PDFs."""

    print_input: PrintInput
    folder: Path


@pytest.fixture(scope="module", params=["the publication", "the sample"])
def both(request: pytest.FixtureRequest) -> Set:
    if request.param == "the sample":
        return Set(request.getfixturevalue("sample_print_input"), request.getfixturevalue("sample_printed"))
    library = read_library(tree_on_disk(ROOT), DAY).library
    return Set(print_input_of(library), request.getfixturevalue("printed"))


def body_and_notes(html: str) -> tuple[str, list[str]]:
    """The letters of a body on the site without its notes and the calls to them; and those of each note."""
    body = html5lib.parse(html, namespaceHTMLElements=False).find("body")
    notes = []
    for parent in list(body.iter()):
        before = None
        for child in list(parent):
            call = child.tag == "sup" and child.find("a[@class='footnote-ref']") is not None
            if call or child.get("class") in ("footnote", "footnote-backref"):
                notes += ["".join(_without_way_back(item)) for item in child.iter("li")]
                tail = child.tail or ""
                if before is None:
                    parent.text = (parent.text or "") + tail
                else:
                    before.tail = (before.tail or "") + tail
                parent.remove(child)
            else:
                before = child
    return letters_of("".join(body.itertext())), [letters_of(note) for note in notes]


def _without_way_back(item: object) -> Iterator[str]:
    return (text for text in item.itertext() if text != "↩ back")


def first_difference(expected: str, actual: str) -> str:
    """Where the letters that are there leave those that should be: from the longest beginning that is found."""
    low, high = 0, len(expected)
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if expected[:middle] in actual else (low, middle - 1)
    at = actual.find(expected[:low]) + low
    before, should, does = expected[max(0, low - 40) : low], expected[low : low + 40], actual[at : at + 40]
    return f"after '{before}' should come '{should}', but '{does}' does"


def test_every_piece_holds_the_letters_of_its_page_in_their_order(both: Set):
    wrong = {}
    for piece in items_for_site(both.print_input):
        if isinstance(piece, Edition):
            continue
        file = both.folder / f"{piece.slug}.pdf"
        expected, notes = body_and_notes(both.print_input.rendered[piece.path].html)
        actual, at_foot = letters_of(read_aloud(file)), letters_of(notes_aloud(file))
        if expected not in actual:
            wrong[piece.slug] = first_difference(expected, actual)
        wrong |= {f"note in {piece.slug}": note for note in notes if note not in at_foot}
    assert {} == wrong


def test_every_edition_holds_the_letters_of_its_introduction_and_then_of_its_pieces(both: Set):
    wrong = {}
    for edition in items_for_site(both.print_input):
        if not isinstance(edition, Edition):
            continue
        file, at = both.folder / f"{file_name(edition)}.pdf", 0
        actual, at_foot = letters_of(read_aloud(file)), letters_of(notes_aloud(file))
        for entry in (edition, *both.print_input.published.pieces_of(edition)):
            expected, notes = body_and_notes(both.print_input.rendered[entry.path].html)
            wrong |= {f"note in {entry.path}": note for note in notes if note not in at_foot}
            found = actual.find(expected, at)
            if found < 0:
                wrong[entry.path] = first_difference(expected, actual[at:])
            at = max(at, found + len(expected))
    assert {} == wrong


def test_titles_summaries_and_questions_are_read_before_and_after_the_body_of_a_piece(both: Set):
    for piece in items_for_site(both.print_input):
        if isinstance(piece, Edition):
            continue
        text = letters_of(read_aloud(both.folder / f"{piece.slug}.pdf"))
        body, _ = body_and_notes(both.print_input.rendered[piece.path].html)
        before, _, after = text.partition(body)
        assert letters_of(typographic(piece.title) + typographic(piece.summary)) in before
        assert [] == [question for question in piece.questions if letters_of(typographic(question)) not in after]


def test_a_word_that_is_lost_or_swapped_would_be_told():
    words = letters_of("Six schools lie round one harbour.")
    assert words not in letters_of("Six schools lie round harbour one.")
    told = first_difference(words, letters_of("Before. Six schools lie round a harbour."))
    assert "after 'Sixschoolslieround' should come 'oneharbour.', but 'aharbour.' does" == told
