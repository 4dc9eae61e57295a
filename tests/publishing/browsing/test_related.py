"""What to read next, and why."""

import pytest

from wawla.checking.examples import TODAY, sample
from wawla.checking.rule import Good
from wawla.publishing.browsing import related as module
from wawla.publishing.browsing.related import Relations
from wawla.reading.library import Library
from wawla.reading.published import Published
from wawla.reading.reader import read_library

ACCOUNT = (
    "---\ntitle: Account {0}\nsummary: What it says.\nnetwork: n{1}\nsetting: A town\ncompiled_by: editors\n"
    "sources: [source-1]\nthemes: [enquiry]\nlevels: [staff]\npractice: 2005\n---\n"
)


def library_of(count: int) -> Library:
    files = {f"accounts_of_practice/a-{n:04}/index.md": ACCOUNT.format(n, n % 5) for n in range(count)}
    return read_library(sample(Good(files=files)).tree, TODAY).library


def test_the_nearest_come_first_with_the_reason_in_words(sample_site):
    found = sample_site.relations.of(sample_site.library.pieces["accounts_of_practice/harbour-reading-groups"])
    assert [
        ("Visits up the valley", "from the same network; also on trust; in the same edition"),
        ("Marking on the moor", "also on trust; same level: school-to-school; in the same edition"),
        ("Why trust?", "also on trust; same level: school-to-school; in the same edition"),
    ] == [(each.piece.title, each.reason) for each in found]


def test_nothing_is_related_to_itself_or_to_a_draft_and_every_reason_says_something(sample_site):
    shown = {piece.folder for piece in sample_site.published.pieces}
    for piece in sample_site.published.pieces:
        found = sample_site.relations.of(piece)
        assert len(found) <= module.MOST
        assert {each.piece.folder for each in found} <= shown - {piece.folder}
        assert all(each.reason for each in found)


def test_the_edition_counts_only_where_readers_can_see_it_there():
    edition = "---\ntitle: A first edition\nsummary: S.\nnumber: 1\nreference: EX/First\nstatus: forthcoming\n"
    listing = {"series/example/first/index.md": f"{edition}hue: '#0b5f5c'\naccounts: [a-0000, a-0005]\n---\n"}
    accounts = {f"accounts_of_practice/a-{n:04}/index.md": ACCOUNT.format(n, n % 5) for n in (0, 5)}
    library = read_library(sample(Good(files=listing | accounts)).tree, TODAY).library
    first, second = (library.pieces[f"accounts_of_practice/a-{n:04}"] for n in (0, 5))
    [found] = Relations([first, second], Published(library, "web")).of(first)
    assert "from the same network; also on enquiry; same level: staff" == found.reason


def test_what_shares_an_edition_or_a_level_alone_is_not_related(sample_site):
    figures = sample_site.library.pieces["tools/small-figures"]
    assert ["Marking on the moor"] == [each.piece.title for each in sample_site.relations.of(figures)]


def test_two_themes_in_common_are_both_named(sample_site):
    valley = sample_site.library.pieces["accounts_of_practice/valley-visits"]
    reasons = {each.piece.title: each.reason for each in sample_site.relations.of(valley)}
    assert "also on trust and enquiry; same level: staff; in the same edition" == reasons["Why trust?"]


def test_a_piece_that_shares_nothing_has_nothing_related():
    library = library_of(0)
    tool = library.pieces["tools/example"]
    assert [] == Relations([tool], Published(library, "web")).of(tool)


def test_work_grows_with_the_library_and_not_with_its_square(monkeypatch: pytest.MonkeyPatch):
    scored = []
    real = module._score
    monkeypatch.setattr(module, "_score", lambda *pair: scored.append(pair) or real(*pair))

    def candidates(count: int) -> int:
        scored.clear()
        library = library_of(count)
        relations = Relations(library.pieces.values(), Published(library, "web"))
        assert all(len(relations.of(piece)) == module.MOST for piece in library.accounts)
        return len(scored)

    assert candidates(400) < 2.1 * candidates(200)


def test_in_a_long_list_each_piece_has_neighbours_of_its_own():
    library = library_of(100)
    relations = Relations(library.pieces.values(), Published(library, "web"))
    named = {other.piece.folder for piece in library.accounts for other in relations.of(piece)}
    assert len(named) > 50
