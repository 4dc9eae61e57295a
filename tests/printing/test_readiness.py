"""What readiness says of orders: which printing they mean, and what stands in the way."""

import pytest

from wawla.checking.examples import TODAY, sample
from wawla.checking.rule import Good
from wawla.model import Edition
from wawla.printing.readiness import ReadinessAnswer, readiness
from wawla.reading.reader import read_library

FIRST = (
    "- number: 1\n  on: 2026-01-31\n  copies: 500\n  note: Approved.\n  pages: 32\n  width: 210\n  height: 297\n"
    f'  binding: saddle-stitched\n  spine: 0\n  checksum: "{"0" * 64}"\n'
)


def ordered(printings: str) -> ReadinessAnswer:
    """The answer to whether the edition of the example may be ordered, with these printings."""
    files = {"series/example/first/printings.yml": printings}
    library = read_library(sample(Good(files=files), Edition).tree, TODAY).library
    return readiness(library.editions["series/example/first"], [], library, None)[2]


@pytest.mark.parametrize(
    ("marks", "yes", "known", "point"),
    [
        ("", True, "first printing, approved on 31 January 2026, 500 copies", ""),
        ("  sample: true\n", True, "first printing, approved on 31 January 2026, a sample", "nothing was printed"),
        ("  withdrawn: it lacks a page\n", False, "nothing to order", "first printing was withdrawn: it lacks a page"),
    ],
)
def test_what_may_be_ordered_is_the_printing_that_stands(marks: str, yes: bool, known: str, point: str):
    answer = ordered(FIRST + marks)
    assert (yes, known) == (answer.yes, answer.known)
    assert point in " ".join(each.text for each in answer.points)
