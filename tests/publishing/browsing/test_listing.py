"""Lists of pieces: when they are grouped, and when they are cut into pages."""

import pytest

from wawla.publishing.browsing import listing
from wawla.publishing.browsing.listing import paginate


@pytest.fixture
def many(sample_library):
    """A list of so many pieces, of one account in three, and of two years."""
    account = sample_library.pieces["accounts_of_practice/valley-visits"]
    tool = sample_library.pieces["tools/opening-talk"]

    def made(number: int, kinds: int = 2) -> list:
        originals = (account, tool)[:kinds]
        return [
            originals[at % len(originals)].model_copy(update={"title": f"P {at:03}", "practice": f"{2004 + at % 2}-03"})
            for at in range(number)
        ]

    return made


@pytest.mark.parametrize(("number", "pages"), [(0, 1), (1, 1), (99, 1), (100, 2), (101, 3), (150, 3), (151, 4)])
def test_a_list_of_a_hundred_pieces_is_cut_into_pages_of_fifty(many, number: int, pages: int):
    pieces = many(number)
    made = paginate("themes/trust/", pieces)
    assert pages == len(made)
    assert ["themes/trust/", "themes/trust/page-2/", "themes/trust/page-3/"][:pages] == [
        list_page.address for list_page in made
    ][:3]
    shown = [piece.title for list_page in made for group in list_page.groups for piece in group.pieces]
    assert sorted(piece.title for piece in pieces) == sorted(shown)
    assert number == made[-1].last
    assert {number} == {list_page.total for list_page in made}


def test_a_short_list_stands_as_it_is(many):
    pieces = many(listing.GROUPED_ABOVE)
    [list_page] = paginate("tools/", pieces)
    assert [("", tuple(pieces))] == [(group.title, group.pieces) for group in list_page.groups]


def test_a_long_list_is_grouped_by_kind(many):
    [list_page] = paginate("tools/", many(listing.GROUPED_ABOVE + 1))
    assert [("Accounts of practice", "_account", 7), ("Development tools", "_tool", 6)] == [
        (group.title, group.anchor, group.total) for group in list_page.groups
    ]


def test_a_long_list_of_one_kind_is_grouped_by_year_the_newest_first(many):
    [list_page] = paginate("tools/", many(20, kinds=1))
    assert [("Practice of 2005", "_2005", 10), ("Practice of 2004", "_2004", 10)] == [
        (g.title, g.anchor, g.total) for g in list_page.groups
    ]


def test_pieces_that_tell_of_no_year_stand_last(many):
    pieces = [piece.model_copy(update={"practice": None}) for piece in many(5, kinds=1)] + many(20, kinds=1)
    [list_page] = paginate("tools/", pieces)
    assert ("Of no one year", "_other", 5) == [(g.title, g.anchor, g.total) for g in list_page.groups][-1]


def test_a_long_list_of_one_kind_and_one_year_needs_no_heading(many):
    pieces = [piece for piece in many(40, kinds=1) if piece.practice == "2005-03"]
    [list_page] = paginate("tools/", pieces)
    assert [""] == [group.title for group in list_page.whole]


def test_a_group_goes_on_over_pages_and_is_known_from_each(many):
    first, second, third, fourth = paginate("tools/", many(160, kinds=1))
    later, earlier = "Practice of 2005", "Practice of 2004"
    assert [[(later, 50)], [(later, 30), (earlier, 20)], [(earlier, 50)], [(earlier, 10)]] == [
        [(group.title, len(group.pieces)) for group in list_page.groups] for list_page in (first, second, third, fourth)
    ]
    assert [(later, 80, 1), (earlier, 80, 2)] == [(g.title, g.total, g.begins_on) for g in third.whole]
    assert (101, 150) == (third.first, third.last)


def test_a_page_of_a_list_says_which_it_is(many):
    first, second = paginate("tools/", many(100))
    assert "Development tools" == first.titled("Development tools")
    assert "Development tools, page 2 of 2" == second.titled("Development tools")
