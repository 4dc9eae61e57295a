"""What benchmarks stand on: the report keeps what was not measured again, and the host counts every byte it sends."""

import gzip
import urllib.request
from pathlib import Path

import pytest
from books import next_count
from hosting import Host, hosted
from printing import Making, Measured, for_browser, ratio, table
from publications import accounts_for
from run import with_section


def test_a_part_that_is_measured_anew_leaves_the_others_as_they_are():
    page = with_section(with_section("", "Search", "Old.\n\n### Sizes\n\n| a |"), "Building", "Before.")
    again = with_section(page, "Search", "New.")
    assert page.replace("Old.\n\n### Sizes\n\n| a |", "New.") == again
    assert again.index("## Building") < again.index("## Search")


@pytest.mark.parametrize("pieces", [1000, 10_000])
def test_a_publication_has_as_many_pieces_as_are_asked_for(pieces: int):
    accounts = accounts_for(pieces)
    assert pieces == accounts + 2 * -(-accounts // 12)


@pytest.fixture
def host(tmp_path: Path):
    (tmp_path / "page.html").write_text("<p>Much the same. " * 100)
    (tmp_path / "part.pf_index").write_bytes(b"pressed already" * 100)
    with hosted(tmp_path) as host:
        yield host


def ask(host: Host, path: str, **headers: str) -> bytes:
    headers = {"Accept-Encoding": "gzip"} | headers
    request = urllib.request.Request(host.address + path, headers=headers)  # noqa: S310 - our own host
    with urllib.request.urlopen(request) as answer:  # noqa: S310 - our own host
        return answer.read()


def test_text_is_sent_in_gzip_and_everything_else_as_it_is(host: Host):
    page, part = ask(host, "page.html"), ask(host, "part.pf_index")
    assert b"<p>Much the same. " * 100 == gzip.decompress(page)
    assert b"pressed already" * 100 == part
    assert [("/page.html", len(page)), ("/part.pf_index", len(part))] == [each[:2] for each in host.sent]


def test_what_is_sent_is_counted_from_a_mark_and_until_a_moment(host: Host):
    ask(host, "page.html")
    mark = len(host.sent)
    ask(host, "part.pf_index")
    assert ["/part.pf_index"] == [each.path for each in host.since(mark)]
    assert [] == host.since(mark, until=host.sent[0].at)


def test_an_edition_gets_more_accounts_or_fewer_until_it_is_as_long_as_is_wanted():
    assert 10 == next_count(60, {0: 18}, most=72)
    assert 14 == next_count(60, {10: 44}, most=72)
    assert 13 == next_count(60, {10: 44, 14: 64}, most=72)
    assert 13 == next_count(60, {10: 44, 14: 64, 13: 60}, most=72)
    assert 72 == next_count(500, {0: 18}, most=72)


def test_chromium_gets_the_same_document_with_typefaces_and_addresses_that_it_can_ask_for():
    html = for_browser('<style>p { margin: 0 }</style><img src="book:/cover.svg">')
    assert html.endswith('p { margin: 0 }</style><img src="/cover.svg">')
    assert 'font-family: "Source Serif Pro"; font-weight: 400; font-style: normal; src: url("/Source' in html


def test_a_ratio_is_taken_within_its_round():
    assert 2 == ratio([2, 20, 9], [1, 10, 3])


def test_the_table_of_print_gives_seconds_for_a_page_and_times_of_chromiums():
    seconds = {
        "Screen": 3.0,
        "Press": 6.0,
        "Both side by side": 6.0,
        "… again, with nothing changed": 0.06,
        "Chromium's plain print": 2.0,
        "… tagged": 2.0,
        "… plain, by a Chromium that runs already": 1.0,
        "`wawla print`, both": 8.0,
        "`wawla print`, both, again": 2.0,
    }
    edition = Measured(12, {name: [Making(took, 150.0, 60)] for name, took in seconds.items()})
    lines = table({60: edition}).splitlines()
    assert "| | 60 pages | Asked for |" == lines[0]
    assert "| Screen, s | 3.00 (3.00 to 3.00) |  |" == lines[2]
    assert "| … a page, s | 0.050 |  |" in lines
    assert "| **Both side by side, Chromium's plain print = 1** | 3.00 | at most 3.5 at 60 pages |" in lines
    assert "| Again, of the first making | 0.010 | at most 0.05 |" in lines
