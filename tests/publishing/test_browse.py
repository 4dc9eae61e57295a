"""Pages to find a piece by."""

import re

import pytest


def titles(html: str) -> list[str]:
    return re.findall(r"w-item-title[^>]*><a [^>]*>([^<]*)", html)


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        (
            "accounts_of_practice/",
            [
                "A forum in the forest",
                "Reading &amp; “talking”: what’s &lt;b&gt;next&lt;/b&gt;?",
                "Marking on the moor",
                "Visits up the valley",
            ],
        ),
        ("tools/", ["Opening a talk", "Small figures", "A sheet for ties"]),
        ("think-pieces/", ["Slow questions", "Why trust?"]),
        ("themes/evidence/", ["Marking on the moor", "Small figures"]),
        ("levels/pupil/", ["Reading &amp; “talking”: what’s &lt;b&gt;next&lt;/b&gt;?"]),
        ("phases/secondary/", ["A forum in the forest", "Slow questions"]),
        ("networks/moor/", ["A forum in the forest", "Marking on the moor"]),
    ],
)
def test_a_list_holds_every_published_piece_of_its_kind_or_word(pages, address: str, expected: list[str]):
    assert expected == titles(pages[address].html)


def test_a_shelf_names_its_words_with_their_sentence_and_how_many_pieces(words):
    assert "Reading & talk What is said over a book. 2 pieces" in words("themes/")
    assert "Pupil What pupils learn. 1 piece" in words("levels/")


def test_networks_stand_in_the_order_of_their_names_and_count_no_draft(words):
    assert "Harbour & Hill Schools round a harbour that read together. 2 accounts Moor Network" in words("networks/")
    assert "A harbour town North East 6 schools Primary" in words("networks/harbour/")


def test_the_glossary_and_the_sources_are_whole(words):
    assert "CPD continuing professional development LEA local education authority NLC Networked" in words("glossary/")
    assert "Schools <together> A. Writer & B. Writer, Schools <together> , book, 2004. 4 pieces draw on it" in words(
        "sources/"
    )


def test_a_page_of_the_site_leads_to_the_publication(pages, words):
    assert 'href="../accounts_of_practice/harbour-reading-groups/#what-we-did"' in pages["about/"].html
    assert "Orders go to orders@publisher.example . Nobody reads this address." in words("order/")
    assert "Orders go to" not in words("about/")
    assert "Last changed on 3 February 2026." in words("about/")


def test_every_page_stands_at_an_address_of_its_own(sample_site):
    from wawla.publishing.pages import publish

    made = [page.address for page in publish(sample_site)]
    assert sorted(set(made)) == sorted(made)


def test_an_empty_list_says_so_and_leads_on(sample_site):
    from dataclasses import replace

    from wawla.publishing.browse import browse_pages

    empty = replace(sample_site, library=replace(sample_site.library, pieces={}))
    html = next(page.html for page in browse_pages(empty) if page.address == "tools/")
    assert 'Nothing stands here yet. <a href="../series/">See all editions</a>' in html
