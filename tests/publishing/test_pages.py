"""All pages together."""

import importlib

from wawla.publishing.help import help_pages
from wawla.publishing.pages import publish


def test_every_page_stands_at_an_address_of_its_own(sample_site):
    made = [page.address for page in publish(sample_site)]
    assert sorted(set(made)) == sorted(made)


def test_no_page_of_docs_may_take_the_name_of_a_page_that_is_made(sample_site):
    taken = importlib.import_module("wawla.checking.rules.sit001_page_of_the_site_has_an_address_of_its_own").TAKEN
    own = {f"{page.slug}/" for page in sample_site.library.site_pages.values()}
    made = {page.address for page in (*publish(sample_site), *help_pages())} - {*own, ""}
    assert set() == {address.partition("/")[0] for address in made} - taken
