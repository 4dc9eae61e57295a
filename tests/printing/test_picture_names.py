"""What readiness calls a picture in a press file: its file and its line, and never the name that it has in the PDF."""

import datetime as dt

from folders import SAMPLE

from wawla.printing.readiness import picture_names
from wawla.reading.reader import read_library
from wawla.reading.tree import tree_on_disk

HARBOUR = "accounts_of_practice/harbour-reading-groups"


def test_a_picture_is_called_by_its_file_and_the_line_that_brings_it():
    library = read_library(tree_on_disk(SAMPLE), dt.date(2026, 3, 1)).library
    lines = (SAMPLE / HARBOUR / "index.md").read_text(encoding="utf-8").splitlines()
    line = next(number for number, text in enumerate(lines, 1) if "file: harbour.png" in text)
    expected = {"i8349": f"{HARBOUR}/harbour.png ({HARBOUR}/index.md:{line})"}
    assert expected == picture_names({"i8349": f"{HARBOUR}/harbour.png"}, library)
