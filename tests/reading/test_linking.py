"""Where links lead, inside the publication and on the site."""

import pytest

from wawla.reading.linking import Target, address_of, is_external, relative, resolve

HERE = "tools/example/index.md"
TARGETS = [
    ("sheet.md", Target("tools/example/sheet.md")),
    ("../other/index.md#how-to", Target("tools/other/index.md", "how-to")),
    ("#how-to", Target(HERE, "how-to")),
    ("", Target(HERE)),
    ("#", Target(HERE)),
    ("data.csv?download=1", Target("tools/example/data.csv")),
    ("two%20words.md#%C3%A9", Target("tools/example/two words.md", "é")),
    ("../../docs/about.md", Target("docs/about.md")),
    ("./a/../b.md", Target("tools/example/b.md")),
    ("../../../etc/passwd", Target(None)),
    ("../../..", Target(None)),
    ("%2e%2e/%2e%2e/%2e%2e/etc/passwd#x", Target(None, "x")),
    ("/etc/passwd", Target(None)),
    ("//host/path", Target(None)),
    ("https://example.org/a.md", Target(None)),
    ("mailto:a@example.org", Target(None)),
    ("JaVaScRiPt:alert(1)", Target(None)),
]


@pytest.mark.parametrize(("written", "expected"), TARGETS)
def test_a_link_leads_to_a_file_of_the_publication_or_nowhere_in_it(written: str, expected: Target):
    assert expected == resolve(HERE, written)


@pytest.mark.parametrize(
    ("written", "expected"),
    [("https://a", True), ("//a", True), ("a+b.c-1:d", True), ("a/b:c", False), ("#a:b", False)],
)
def test_a_scheme_or_host_leads_elsewhere(written: str, expected: bool):
    assert expected == is_external(written)


ADDRESSES = [
    ("tools/example/index.md", "tools/example/"),
    ("docs/index.md", ""),
    ("docs/about.md", "about/"),
    ("tools/example/data.csv", "tools/example/data.csv"),
    ("docs/assets/a.css", "assets/a.css"),
]


@pytest.mark.parametrize(("path", "expected"), ADDRESSES)
def test_a_file_has_one_address_on_the_site(path: str, expected: str):
    assert expected == address_of(path)


WAYS = [
    ("tools/b/", "tools/a/", "../b/"),
    ("tools/a/", "tools/a/", "./"),
    ("", "tools/a/", "../../"),
    ("", "", "./"),
    ("tools/a/", "", "tools/a/"),
    ("tools/a/data.csv", "tools/a/", "data.csv"),
    ("assets/a.css", "about/", "../assets/a.css"),
]


@pytest.mark.parametrize(("address", "page", "expected"), WAYS)
def test_the_way_from_page_to_page_is_relative(address: str, page: str, expected: str):
    assert expected == relative(address, page)
