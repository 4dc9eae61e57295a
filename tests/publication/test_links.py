"""Sound HTML, and no link that leads nowhere: in the sample's site and in the publication's own."""

import html
import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote, urldefrag, urljoin, urlsplit
from xml.etree.ElementTree import Element

import pytest
from folders import SITE
from html_pages import documents_of, links, parsed

pytestmark = pytest.mark.slow

TEXTS = {".html", ".xml", ".json", ".bib", ".ris", ".txt", ".webmanifest"}
FURNITURE = "pagefind"
"""The index is read by its own program, and has no links."""


@pytest.fixture(scope="module", params=["built_site", "published"])
def site(request: pytest.FixtureRequest) -> Path:
    """The folder of each of the two sites."""
    return request.getfixturevalue(request.param)


@pytest.fixture(scope="module")
def pages(site: Path) -> dict[str, Element]:
    found = documents_of(site)
    assert len(found) > 100
    return found


def file_of(site: Path, address: str) -> Path:
    """The file that a host sends for an address of ours."""
    path = unquote(urlsplit(address).path).lstrip("/")
    return site / (path + "index.html" * (not path or path.endswith("/")))


def files(site: Path, *suffixes: str) -> Iterator[Path]:
    """The files of a site that end so, but for those of the index."""
    return (path for path in sorted(site.rglob("*")) if path.suffix in suffixes and FURNITURE not in path.parts)


def test_every_page_is_sound_html(site: Path, pages: dict[str, Element]):
    assert {} == {name: faults for name in pages if (faults := parsed(site / name)[1])}


def test_no_anchor_stands_twice_on_a_page(pages: dict[str, Element]):
    for name, page in pages.items():
        anchors = [element.get("id") for element in page.iter() if element.get("id")]
        assert sorted(set(anchors)) == sorted(anchors), name


def test_every_link_picture_and_anchor_leads_to_something(site: Path, pages: dict[str, Element]):
    broken = []
    anchors = {name: {element.get("id") for element in page.iter()} for name, page in pages.items()}
    for name, page in pages.items():
        base = "" if name == "404.html" else SITE + name
        for tag, _, target in links(page):
            address, anchor = urldefrag(urljoin(base or SITE, target))
            if not address.startswith(SITE) or (tag, target) == ("a", "."):
                continue
            file = file_of(site, address)
            known = anchors.get(file.relative_to(site).as_posix(), set())
            if not file.is_file() or (anchor and unquote(anchor) not in known):
                broken.append((name, tag, target))
    assert [] == broken


def test_every_whole_address_of_ours_leads_to_a_file(site: Path):
    """In feeds, the sitemap, JSON-LD, citations and the text of pages, wherever one is written out."""
    broken = []
    for path in files(site, *TEXTS):
        text = html.unescape(path.read_text(encoding="utf-8"))
        for address in re.findall(re.escape(SITE) + r"[^\s\"'<>\\{}“”‘’]*", text):
            whole = urldefrag(address)[0].rstrip(".,;:)")
            if not file_of(site, whole).is_file():
                broken.append((path.relative_to(site).as_posix(), address))
    assert [] == broken


def test_whatever_a_style_sheet_asks_for_is_there(site: Path):
    broken = []
    for sheet in files(site, ".css"):
        for target in re.findall(r"url\(\s*['\"]?(?!data:|#)([^'\")]+)", sheet.read_text(encoding="utf-8")):
            if not (sheet.parent / unquote(urlsplit(target).path)).is_file():
                broken.append((sheet.relative_to(site).as_posix(), target))
    assert [] == broken


def test_whatever_a_script_brings_in_is_there(site: Path):
    broken = []
    for script in files(site, ".js"):
        text = script.read_text(encoding="utf-8")
        for target in re.findall(r"""(?:from|import)\s*\(?\s*["'](\.[^"']+)["']""", text):
            if not (script.parent / target).is_file():
                broken.append((script.relative_to(site).as_posix(), target))
    assert [] == broken
