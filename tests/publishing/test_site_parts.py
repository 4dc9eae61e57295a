"""What a review of accessibility looks at: the kinds of page and the forms that the site really has."""

import re
from collections.abc import Mapping

from folders import SAMPLE

from wawla.checking.examples import TODAY, sample
from wawla.checking.rule import Good
from wawla.model import Tool
from wawla.publishing.page import Page
from wawla.publishing.site import SiteContext
from wawla.reading.reader import read_library
from wawla.reading.site_parts import site_parts
from wawla.reading.tree import Tree, tree_on_disk

IN_THE_HEADER = "search-form"


def test_every_kind_of_page_and_every_form_is_named_and_nothing_else(
    pages: Mapping[str, Page], sample_site: SiteContext
):
    kinds = {page.kind for page in pages.values()}
    forms = {form for page in pages.values() for form in re.findall(r'<form[^>]* class="w-([a-z-]+)', page.html)}
    named = {{"order": "order-form"}.get(form, form) for form in forms} | {IN_THE_HEADER}
    assert sorted(kinds | named | {"help"}) == site_parts(sample_site.library)


def test_a_library_without_networks_and_printings_has_neither_their_pages_nor_the_form():
    tree = tree_on_disk(SAMPLE)
    left = {path: tree.read(path) for path in tree.sizes if not path.endswith("printings.yml")}
    parts = site_parts(read_library(Tree.of({**left, "accounts_of_practice/networks.yml": b"{}\n"}), TODAY).library)
    assert {"account", "edition", "search-form"} <= {*parts}
    assert not {"network", "order-form"} & {*parts}


def test_a_first_data_set_is_a_new_part():
    data_set = Good("kind: data-set\ndata: data.csv\n", files={"tools/example/data.csv": "Year,Schools\n2003,40\n"})
    before = site_parts(read_library(sample(Good()).tree, TODAY).library)
    after = site_parts(read_library(sample(data_set, Tool).tree, TODAY).library)
    assert {"data-set"} == {*after} - {*before}
