"""The tables of data-sets as readers are shown them."""

import pytest

from wawla.checking.examples import TODAY, sample
from wawla.checking.rule import Good
from wawla.model import Tool
from wawla.reading.reader import read_library
from wawla.reading.tables import rows_of, table_of


def rows(column: str, cell: str) -> list[list[str]]:
    """The one row of a data-set with this cell in a column called so."""
    files = {"tools/example/data.csv": f"figure,value,{column}\nSchools,6,{cell}\n"}
    made = sample(Good("kind: data-set\ndata: data.csv\n", files=files), Tool)
    library = read_library(made.tree, TODAY).library
    shown = table_of(library.pieces["tools/example"], library)
    assert shown == rows_of("tools/example/data.csv", library)
    return shown[1:]


@pytest.mark.parametrize("column", ["source", "Source", "sources"])
def test_a_source_is_shown_by_its_title_and_not_by_its_key(column: str):
    assert [["Schools", "6", "A book"]] == rows(column, "source-1")


def test_several_sources_in_a_cell_are_shown_by_their_titles():
    assert [["Schools", "6", "A book; A book"]] == rows("source", "source-1; source-1")


@pytest.mark.parametrize(("column", "cell"), [("source", "A letter of the school"), ("note", "source-1")])
def test_any_other_cell_stays_as_it_is(column: str, cell: str):
    assert [["Schools", "6", cell]] == rows(column, cell)
