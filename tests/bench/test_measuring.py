"""What benchmarks stand on: the report keeps what was not measured again, and the host counts every byte it sends."""

import gzip
import urllib.request
from pathlib import Path

import pytest
from hosting import Host, hosted
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
    request = urllib.request.Request(host.address + path, headers={"Accept-Encoding": "gzip"} | headers)  # noqa: S310
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
