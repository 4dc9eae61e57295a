"""The pages of networks."""

from dataclasses import replace

from wawla.publishing.browsing.networks import network_pages

HARBOUR, MOOR = "networks/harbour/", "networks/moor/"


def test_networks_stand_under_their_regions_and_count_no_draft(words):
    said = words("networks/")
    assert "North East 1 network Harbour & Hill Schools round a harbour that read together. 2 accounts" in said
    assert "Region not known 1 network Moor Network Schools on a moor, far from each other. 2 accounts" in said


def test_the_map_tells_in_words_what_it_shows_and_what_it_cannot_show(pages, words):
    assert 'role="img" aria-labelledby="_map-title _map-text"' in pages["networks/"].html
    assert "1 network on a map of regions: North East 1." in words("networks/")
    assert "holds 1 network whose region we do not know" in words("networks/")


def test_a_network_page_tells_how_it_appears(words, pages):
    said = words(HARBOUR)
    assert "A harbour town North East 6 schools Primary" in said
    assert "2 accounts of practice come from it, in 2 editions. 3 other pages speak of it." in said
    assert "What its accounts are about Trust 2 pieces Reading & talk 1 piece Enquiry 1 piece" in said
    assert "ASK title 1: Trust & “ties”: are 5 < 6 schools > 4? 2 accounts TALK booklet 1: Sharing the lead" in said
    assert "Opening a talk Discussion tool: leads to ‘Reading & “talking”: what’s <b>next</b>?’" in said
    assert "Sources A. Writer & B. Writer" in said
    assert 'href="../../regions/north-east/"' in pages[HARBOUR].html


def test_a_network_that_nothing_else_speaks_of_says_nothing_of_it(words):
    assert "Where else it appears" not in words(MOOR)
    assert "Other networks" not in words(MOOR), "nobody knows its region"


def test_networks_of_one_region_lead_to_one_another(sample_site):
    moor = sample_site.library.networks["moor"].model_copy(update={"region": "North East"})
    library = replace(sample_site.library, networks={**sample_site.library.networks, "moor": moor})
    made = {page.address: page.html for page in network_pages(replace(sample_site, library=library))}
    assert "Other networks: North East" in made[HARBOUR]
    assert 'href="../moor/"' in made[HARBOUR]


def test_a_network_without_accounts_says_so(sample_site):
    library = replace(sample_site.library, pieces={})
    made = {page.address: page.html for page in network_pages(replace(sample_site, library=library))}
    assert "No account from this network has been published yet." in made[MOOR]
    assert "no account yet" in made["networks/"]


def test_a_network_with_very_many_accounts_has_further_pages(sample_site, monkeypatch):
    monkeypatch.setattr("wawla.publishing.browsing.listing.PAGED_FROM", 2)
    monkeypatch.setattr("wawla.publishing.browsing.listing.PER_PAGE", 1)
    made = {page.address: page for page in network_pages(replace(sample_site))}
    assert "Harbour & Hill, page 2 of 2" == made[f"{HARBOUR}page-2/"].title
    assert 'rel="next" href="page-2/"' in made[HARBOUR].html


def test_a_publication_without_networks_says_so(sample_site):
    library = replace(sample_site.library, networks={}, vocabulary=None)
    [page] = network_pages(replace(sample_site, library=library))
    assert "No network stands in the register yet." in page.html
    assert "<svg" not in page.html
