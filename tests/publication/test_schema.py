"""The publication's texts fit the schema that editors' own tools read."""

from folders import ROOT
from written_texts import outside_the_schema

from wawla.reading.tree import tree_on_disk


def test_the_publication_fits_the_json_schema():
    assert {} == outside_the_schema(tree_on_disk(ROOT))
