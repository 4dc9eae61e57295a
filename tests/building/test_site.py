"""The finished site of the sample publication, as browsers, search engines and screen readers meet it."""

import re
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path
from urllib.parse import urljoin, urlsplit
from xml.etree.ElementTree import Element

import html5lib
import pytest
from folders import SITE
from html_pages import documents_of, links

pytestmark = pytest.mark.slow

HARBOUR = "accounts_of_practice/harbour-reading-groups/index.html"


@pytest.fixture(scope="session")
def documents(built_site: Path) -> dict[str, Element]:
    """Every page by its address in the folder of the site."""
    found = documents_of(built_site)
    assert len(found) > 100
    return found


def text(element: Element) -> str:
    return " ".join("".join(element.itertext()).split())


def content(page: Element) -> Element:
    return next(element for element in page.iter("article") if "md-content__inner" in element.get("class", ""))


def test_every_page_has_one_main_heading_a_title_a_language_and_a_description(documents: dict[str, Element]):
    for name, page in documents.items():
        assert 1 == len(list(page.iter("h1"))), name
        assert text(page.find("head/title")), name
        assert "en" == page.get("lang"), name
        assert page.find("head/meta[@name='description']").get("content"), name


def test_headings_skip_no_level(documents: dict[str, Element]):
    for name, page in documents.items():
        levels = [int(element.tag[1]) for element in content(page).iter() if re.fullmatch("h[1-6]", str(element.tag))]
        assert [] == [(name, one, two) for one, two in pairwise(levels) if two > one + 1]


def test_labels_and_descriptions_point_at_what_is_there(documents: dict[str, Element]):
    for name, page in documents.items():
        anchors = {element.get("id") for element in page.iter()}
        for element in page.iter():
            for attribute in ("aria-labelledby", "aria-describedby", "aria-controls", "for"):
                assert set((element.get(attribute) or "").split()) <= anchors, (name, attribute)


def test_every_picture_has_words_for_those_who_do_not_see_it(documents: dict[str, Element]):
    for name, page in documents.items():
        assert [] == [img.get("src") for img in page.iter("img") if not img.get("alt")], name


def test_no_page_asks_another_host_for_anything(built_site: Path, documents: dict[str, Element]):
    for name, page in documents.items():
        for tag, attribute, target in links(page):
            if urlsplit(target).netloc and not (tag == "a" and attribute == "href"):
                assert ("link", SITE) == (tag, target[: len(SITE)]), (name, target)
        for link in page.iter("link"):
            named = link.get("rel") == "canonical" or link.get("rel").startswith("schema.")  # named, never fetched
            assert named or not urlsplit(link.get("href")).netloc, name
        inline = " ".join(element.text or "" for element in page.iter() if element.tag in ("style", "script"))
        inline += " ".join(element.get("style", "") for element in page.iter())
        assert [] == re.findall(r"(?:url\(|@import|fetch\(|import\()\s*['\"]?(?:https?:)?//[^)]*", inline), name
    for sheet in built_site.rglob("*.css"):
        css = sheet.read_text(encoding="utf-8")
        assert [] == re.findall(r"url\(\s*['\"]?(?:https?:)?//[^)]*\)|@import[^;]*//[^;]*", css), sheet


def test_every_page_waits_for_one_style_sheet(built_site: Path, documents: dict[str, Element]):
    for name, page in documents.items():
        sheets = [link.get("href") for link in page.iter("link") if link.get("rel") == "stylesheet"]
        assert ["site.css"] == [Path(urlsplit(sheet).path).name for sheet in sheets], name
    assert ["assets/site.css"] == [
        path.relative_to(built_site).as_posix() for path in built_site.rglob("*.css") if "pagefind" not in path.parts
    ]
    css = (built_site / "assets/site.css").read_text(encoding="utf-8")
    order = [css.find(first) for first in (".md-typeset", "@font-face", ".w-standfirst")]
    assert -1 not in order
    assert sorted(order) == order
    assert ".md-search" not in css, "the theme has a search of its own, which is not ours"


def test_what_an_author_wrote_is_text_wherever_it_lands(built_site: Path, documents: dict[str, Element]):
    page = documents[HARBOUR]
    title = "Reading & “talking”: what’s <b>next</b>?"
    assert title == text(page.find("head/title")).partition(" · ")[0]
    assert title == text(next(page.iter("h1")))
    assert 'Six schools read one book a term with their pupils & parents, and say "why" aloud <often>.' == page.find(
        "head/meta[@name='description']"
    ).get("content")
    assert "A. <Writer>" == page.find("head/meta[@name='author']").get("content")
    for name, document in documents.items():
        assert [] == [text(element) for element in document.iter("b")], name
        assert [] == [
            element.tag
            for element in document.iter()
            if element.tag in ("writer", "often", "together", "retired", "spring")
        ]


def test_a_draft_has_no_page_and_nothing_leads_to_it(built_site: Path, documents: dict[str, Element]):
    assert [] == list(built_site.rglob("*bridge-draft*"))
    for path in built_site.rglob("*"):
        if path.suffix in (".html", ".xml", ".json", ".txt"):
            assert "bridge-draft" not in path.read_text(encoding="utf-8"), path
            assert "A bridge that is a draft" not in path.read_text(encoding="utf-8"), path


def test_forbidden_pictures_are_neither_copied_nor_shown_and_the_page_says_so(
    built_site: Path, documents: dict[str, Element]
):
    assert ["harbour.png", "readers.png"] == sorted(
        path.name for path in (built_site / "accounts_of_practice").rglob("*.png")
    )
    assert [] == [
        link for page in documents.values() for link in links(page) if re.search(r"(valley|moor)\.png", link[2])
    ]
    moor = text(content(documents["accounts_of_practice/moor-marking/index.html"]))
    assert "(Children on a path over the moor). It is not shown, because consent to it ended on 31 August 2025." in moor
    valley = text(content(documents["accounts_of_practice/valley-visits/index.html"]))
    assert "It is not shown, because consent to it does not cover the web." in valley


def test_a_picture_is_shown_with_its_size_its_caption_and_its_credit(documents: dict[str, Element]):
    figure = next(documents[HARBOUR].iter("figure"))
    img = figure.find("picture/img")
    assert ("harbour.png", "A harbour at low tide.", "640", "420") == tuple(
        map(img.get, ("src", "alt", "width", "height"))
    )
    assert "The harbour, where the walk begins. Picture: Harbour & Hill" == text(figure.find("figcaption"))


@pytest.mark.parametrize(
    "said",
    [
        "Account of practice",
        "Harbour & Hill",
        "Six primary schools & a library",
        "A. <Writer>, Deputy head",
        "Sources",
        "Trust & “ties”: are 5 < 6 schools > 4?",
        "Sharing the lead",
        "What to read next",
        "Before this",
        "After this",
        "How to cite",
        f"{SITE}accounts_of_practice/harbour-reading-groups/",
        "Last changed on 3 February 2026.",
        "Licence: CC BY 4.0",
    ],
)
def test_a_piece_says_what_a_reader_needs_to_know(documents: dict[str, Element], said: str):
    assert said in text(content(documents[HARBOUR]))


def test_an_edition_lends_its_colours_to_its_pages(documents: dict[str, Element]):
    style = text(documents[HARBOUR].find("head/style[last()]"))
    assert ":root{--w-hue:#0b5f5c;--w-tint:#a2c2c1}" in style
    assert "--w-hue" not in "".join(map(text, documents["about/index.html"].iter("style")))


def test_a_reader_finds_the_way_from_every_page(documents: dict[str, Element]):
    for name, page in documents.items():
        ways = {
            urljoin(SITE + ("" if name == "404.html" else name), target) for tag, _, target in links(page) if tag == "a"
        }
        assert {
            SITE + way for way in ("series/", "accounts_of_practice/", "tools/", "about/", "order/", "privacy/")
        } <= ways, name


def test_the_map_of_the_site_holds_every_page_and_the_day_of_the_commit(
    built_site: Path, documents: dict[str, Element]
):
    sitemap = (built_site / "sitemap.xml").read_text(encoding="utf-8")
    expected = {SITE + name.removesuffix("index.html") for name in documents if name != "404.html"}
    assert expected == set(re.findall("<loc>(.*?)</loc>", sitemap))
    assert {"2026-02-03"} == set(re.findall("<lastmod>(.*?)</lastmod>", sitemap))


def test_what_is_no_content_stays_out(built_site: Path):
    for name in (
        "decisions",
        "theme",
        "series/publisher.yml",
        "accounts_of_practice/networks.yml",
        "series/sources.yml",
    ):
        assert not (built_site / name).exists(), name


@pytest.mark.parametrize(
    ("name", "address"),
    [
        ("account.html", HARBOUR),
        ("edition.html", "series/ask/trust-at-work/index.html"),
        ("help.html", "help/rules/net001/index.html"),
    ],
)
def test_the_content_of_a_page_is_what_it_was(
    documents: dict[str, Element], golden: Callable[[str, str], None], name: str, address: str
):
    page = content(documents[address])
    for cover in page.iter("svg"):  # a drawing has tests of its own
        cover[:] = []
    made = html5lib.serialize(page, quote_attr_values="always", omit_optional_tags=False, alphabetical_attributes=True)
    made = re.sub(r"\b\d+ kB\b", "n kB", made)  # how large a PDF is lies with the Pango of the machine
    golden(f"pages/{name}", re.sub(r"\n\s*\n+", "\n", made) + "\n")
