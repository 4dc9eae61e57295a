"""What stands beside the pieces: glossary, sources, and the pages of docs/."""


def test_the_glossary_and_the_sources_are_whole(words):
    assert "CPD continuing professional development LEA local education authority NLC Networked" in words("glossary/")
    assert "Schools <together> A. Writer & B. Writer, Schools <together> , book, 2004. 4 pieces draw on it" in words(
        "sources/"
    )


def test_a_source_says_that_the_list_of_other_publications_draws_on_it(pages):
    said = pages["sources/"].html.partition('id="_source-sample-article"')
    assert 'The list of <a href="../series/#_others">' in said[0]
    assert 'The list of <a href="../series/#_others">' not in said[2]


def test_a_page_of_the_site_leads_to_the_publication(pages, words):
    assert 'href="../accounts_of_practice/harbour-reading-groups/#what-we-did"' in pages["about/"].html
    assert "Orders go to orders@publisher.sample . It is read on Fridays." in words("order/")
    assert "Orders go to" not in words("about/")
    assert "Last changed on 3 February 2026." in words("about/")
