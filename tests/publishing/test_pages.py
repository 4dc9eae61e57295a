"""All pages together."""

from wawla.publishing.pages import publish


def test_every_page_stands_at_an_address_of_its_own(sample_site):
    made = [page.address for page in publish(sample_site)]
    assert sorted(set(made)) == sorted(made)
