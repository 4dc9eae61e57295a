"""Links from list to list."""

from wawla.publishing.browsing.related_lists import kind_lists, narrower_lists, network_lists, wider_lists, word_lists
from wawla.publishing.browsing.shelves import SHELVES


def test_a_link_says_where_it_leads_and_how_many_pieces_are_there(sample_site):
    assert [
        ("Accounts of practice", "accounts_of_practice/", 4),
        ("Think pieces", "think-pieces/", 2),
        ("Development tools", "tools/", 2),
        ("Data-sets", "data-sets/", 1),
    ] == [(link.title, link.address, link.number) for link in kind_lists(sample_site).links]
    [harbour, moor] = network_lists("Network", sample_site.published.networks, sample_site).links
    assert (("Harbour & Hill", 2), ("Moor Network", 2)) == ((harbour.title, harbour.number), (moor.title, moor.number))


def test_every_link_leads_to_a_page_that_holds_so_many_pieces(sample_site, pages):
    shelves = SHELVES.values()
    found = [word_lists(shelf, sample_site) for shelf in shelves]
    for shelf in shelves:
        for word in sample_site.shelf(shelf.name):
            found += narrower_lists(shelf, word, sample_site)
            for phase in sample_site.crossing(shelf.name, word):
                found += wider_lists(shelf, word, phase, sample_site)
    links = {link for each in found for link in each.links if not link.address.startswith("networks/")}
    assert len(links) > 20
    for link in links:
        assert link.number == pages[link.address].html.count('<li class="w-item">'), link


def test_a_word_that_no_phase_divides_leads_nowhere(sample_site):
    assert [] == list(narrower_lists(SHELVES["levels"], "pupil", sample_site))
    assert [] == list(narrower_lists(SHELVES["years"], "2004", sample_site))
