"""Feeds, read back as a feed reader reads them."""

import re
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import feedparser
import pytest
from folders import RESERVED, SITE

from wawla.model import Author
from wawla.publishing.citing.earlier_feed import EarlierFeed, earlier_feed, earlier_feeds
from wawla.publishing.citing.feeds import feed_addresses, feeds


def read(site) -> dict[str, feedparser.FeedParserDict]:
    return {asset.address: feedparser.parse(asset.data) for asset in feeds(site)}


@pytest.fixture(scope="module")
def sample_feeds(sample_site) -> dict[str, feedparser.FeedParserDict]:
    return read(sample_site)


def test_there_is_one_feed_for_all_and_one_for_each_series_and_each_is_sound(sample_feeds):
    assert ["feed.xml", "series/ask/feed.xml", "series/talk/feed.xml"] == list(sample_feeds)
    for address, feed in sample_feeds.items():
        assert ("atom10", False) == (feed.version, feed.bozo)
        assert SITE + address == feed.feed.id
        links = {link.rel: link.href for link in feed.feed.links}
        assert {"self": SITE + address, "alternate": SITE + address.removesuffix("feed.xml")} == links
        assert "A sample publisher" == feed.feed.author
        assert "2026-02-03T00:00:00Z" == feed.feed.updated


def test_no_two_feeds_have_one_name(sample_feeds):
    assert [
        ("What do we ask?", "What is new in all series"),
        ("ASK: What do we ask?", "What is new in this series"),
        ("TALK: Talk it over", "What is new in this series"),
    ] == [(feed.feed.title, feed.feed.subtitle) for feed in sample_feeds.values()]


def test_entries_have_addresses_although_the_site_has_none_that_strangers_can_reach(sample_site):
    for feed in read(replace(sample_site, base=RESERVED)).values():
        assert all(entry.id.startswith(RESERVED) for entry in feed.entries)


def test_a_feed_holds_editions_and_pieces_by_the_day_on_which_each_was_published_here(sample_feeds):
    titles = [entry.title for entry in sample_feeds["feed.xml"].entries]
    assert [
        *("Slow questions", "Trust & “ties”: are 5 < 6 schools > 4?", "Reading & “talking”: what’s <b>next</b>?"),
        *("Why trust?", "Marking on the moor", "Small figures", "Opening a talk"),
        *("Visits up the valley", "Sharing the lead", "A sheet for ties", "A forum in the forest"),
    ] == titles, "and each once, though two editions hold it"


def test_a_text_that_an_old_edition_gains_is_new_and_one_that_a_new_edition_takes_up_is_not(sample_site):
    library = sample_site.library
    fresh = library.pieces["tools/ties-sheet"].model_copy(update={"published": "2026-02-01"})
    pieces = {**library.pieces, fresh.folder: fresh}
    editions = {
        folder: edition.model_copy(update={"published": "2025"} if edition.status == "published" else {})
        for folder, edition in library.editions.items()
    }
    [whole, *_] = read(replace(sample_site, library=replace(library, pieces=pieces, editions=editions))).values()
    titles = [entry.title for entry in whole.entries]
    assert "A sheet for ties" == titles[0]
    assert "A forum in the forest" == titles[-1]


def test_a_piece_in_no_edition_is_news_of_the_whole_and_of_no_series(sample_site):
    editions = {folder: each for folder, each in sample_site.library.editions.items() if each.series_slug == "ask"}
    feeds = read(replace(sample_site, library=replace(sample_site.library, editions=editions)))
    found = {address for address, feed in feeds.items() if "A sheet for ties" in [each.title for each in feed.entries]}
    assert {"feed.xml"} == found


def test_the_feed_of_a_series_holds_what_it_brought_and_no_draft(sample_feeds):
    titles = [entry.title for entry in sample_feeds["series/ask/feed.xml"].entries]
    assert "Reading & “talking”: what’s <b>next</b>?" in titles
    assert "Next steps" not in titles
    assert "A bridge that is a draft" not in titles
    assert 8 == len(titles)


def test_an_entry_says_what_when_and_by_whom(sample_feeds):
    entry = next(entry for entry in sample_feeds["feed.xml"].entries if entry.title == "Slow questions")
    address = f"{SITE}series/ask/trust-at-work/think-pieces/slow-questions/"
    assert (address, address) == (entry.id, entry.link)
    assert ["A. Writer", "Adviser of an LEA <retired>"] == [author.name for author in entry.authors]
    assert ("2005-03-14T00:00:00Z", "2026-02-03T00:00:00Z") == (entry.published, entry.updated)
    assert entry.summary.startswith("Some questions need a year.")
    assert ["enquiry"] == [tag.term for tag in entry.tags]


def test_where_no_history_is_known_an_entry_has_changed_when_it_came_out(sample_site):
    feed = read(replace(sample_site, changes={}))["feed.xml"]
    assert {entry.published for entry in feed.entries} == {entry.updated for entry in feed.entries}
    assert "2026-03-01T00:00:00Z" == feed.feed.updated, "the day of the build, for no other build can have said more"


def test_a_feed_is_never_taken_back_by_a_build_that_knows_less(sample_site):
    full = replace(sample_site, newest="2026-02-05")
    shallow = replace(full, changes={})
    assert ["2026-02-05T00:00:00Z"] * 3 == [feed.feed.updated for feed in read(full).values()]
    assert ["2026-02-05T00:00:00Z"] * 3 == [feed.feed.updated for feed in read(shallow).values()]


@pytest.mark.parametrize("order", [("git", "none", "git"), ("none", "git", "none"), ("git", "shallow", "none", "git")])
def test_a_feed_that_takes_the_place_of_another_never_goes_back(sample_site, tmp_path: Path, order: tuple[str, ...]):
    git = replace(sample_site, newest="2026-02-05")
    known = {"git": git, "shallow": replace(git, changes={}), "none": replace(git, changes={}, newest="")}
    days: list[dict[str, str]] = []
    for state in order:
        earlier = earlier_feeds(tmp_path, feed_addresses(sample_site.library))
        for asset in feeds(replace(known[state], earlier_feeds=earlier)):
            (tmp_path / asset.address).parent.mkdir(parents=True, exist_ok=True)
            (tmp_path / asset.address).write_bytes(asset.data)
        days.append(updated(tmp_path))
    for before, after in pairwise(days):
        assert {} == {name: (day, after[name]) for name, day in before.items() if after[name] < day}
    assert ("2026-03-01" if "none" == order[0] else "2026-02-05") == days[-1]["feed.xml"].partition("T")[0]


def updated(site: Path) -> dict[str, str]:
    """When each feed of a site was updated, and each entry of it, by the address of the feed and the id."""
    days = {}
    for file in site.rglob("feed.xml"):
        address, feed = file.relative_to(site).as_posix(), feedparser.parse(file.read_bytes())
        days[address] = feed.feed.updated
        days |= {f"{address} {entry.id}": entry.updated for entry in feed.entries}
    return days


@pytest.mark.parametrize(
    "text",
    [
        "",
        "<updated>soon</updated>",
        "<feed>\n<entry>\n<id>a</id>\n</entry>\n",
        "<feed>\n<entry>\n<updated>2026-02-05T00:00:00Z</updated>\n</entry>\n",
        "\0" * 100,
    ],
)
def test_an_earlier_feed_that_is_none_says_nothing(text: str):
    assert EarlierFeed() == earlier_feed(text)


def test_an_address_is_told_once(sample_feeds):
    for feed in sample_feeds.values():
        ids = [entry.id for entry in feed.entries]
        assert len(set(ids)) == len(ids)


def test_there_are_fifty_entries_at_the_most(sample_site, monkeypatch):
    monkeypatch.setattr("wawla.publishing.citing.feeds._MOST_ENTRIES", 3)
    assert [3, 3, 3] == [len(feed.entries) for feed in read(sample_site).values()]


def test_two_builds_give_the_same_bytes(sample_site):
    assert [*feeds(sample_site)] == [*feeds(replace(sample_site))]


def test_text_that_xml_may_not_hold_is_left_out(sample_site):
    piece = sample_site.library.pieces["tools/ties-sheet"]
    hostile = piece.model_copy(
        update={
            "title": "A\x00 \x0b]]><title>&\x1b \ufffe",
            "themes": ('"\x01<',),
            "authors": (Author(role="</name>\x08"),),
        }
    )
    hostile.attach(piece.path, piece.body, piece.sibling_files)
    pieces = {**sample_site.library.pieces, piece.folder: hostile}
    feed = read(replace(sample_site, library=replace(sample_site.library, pieces=pieces)))["feed.xml"]
    assert not feed.bozo
    entry = next(entry for entry in feed.entries if entry.id.endswith("ties-sheet/"))
    assert ("A ]]><title>&", "</name>") == (entry.title, entry.author)


def test_without_the_address_of_the_site_there_is_no_feed_and_no_link_to_one(sample_site, pages):
    assert [] == [*feeds(replace(sample_site, base=""))]
    assert re.search(r'<a href="../feed.xml"[^>]*>Follow what is new', pages["series/"].html)
    assert re.search(r'<a href="feed.xml"[^>]*>Follow what is new', pages["series/ask/"].html)
