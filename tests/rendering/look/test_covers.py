"""Covers: what stands on them, that they stay the same, and that nothing leaves the page."""

import hashlib
import os
import re
import subprocess
import sys
from importlib import resources
from xml.etree import ElementTree

import pytest
from fontTools.ttLib import TTFont

from wawla.checking.examples import TODAY, sample
from wawla.checking.rule import Good
from wawla.model import Edition
from wawla.reading.library import Library
from wawla.reading.reader import read_library
from wawla.rendering.look.covers import cover, cover_graph
from wawla.rendering.look.force_layout import Bounds, node_positions

SVG = "{http://www.w3.org/2000/svg}"
PUBLISHER = (
    "name: A publisher\nshort_name: AP\ncontact: orders@publisher.example\n"
    "motto: [learning from each other, with each other, on behalf of each other]\n"
)
LONGEST = [
    "'Making mathematics count' in school networks",
    "Professional development in school networks",
    "Leadership of school networks",
    "W" * 120,
    "a " * 59 + "b",
    "學" * 120,
    "I",
]


@pytest.fixture(scope="module")
def library() -> Library:
    return read_library(sample(Good(files={"series/publisher.yml": PUBLISHER})).tree, TODAY).library


@pytest.fixture(scope="module")
def edition(library: Library) -> Edition:
    return library.editions["series/example/first"]


def drawn(library: Library, edition: Edition, **changes: object) -> ElementTree.Element:
    """The cover of the edition with these fields changed, as a browser reads it."""
    return ElementTree.fromstring(text_of(library, edition, **changes))  # noqa: S314  # our own text


def text_of(library: Library, edition: Edition, **changes: object) -> str:
    return cover(edition.model_copy(update=changes), library.series["example"], library)


def words(svg: ElementTree.Element) -> str:
    return " ".join(span.text or "" for span in svg.iter(f"{SVG}tspan"))


def test_a_cover_says_number_title_series_motto_and_reference(library: Library, edition: Edition):
    said = words(drawn(library, edition, number=3)).replace("\u00a0", " ")
    for part in (
        "3",
        "A first edition",
        "A series",
        "EX/First",
        "learning from each other, with each other, on behalf of each other",
    ):
        assert part in said


def test_a_screen_reader_hears_one_sentence(library: Library, edition: Edition):
    svg = drawn(library, edition)
    assert ("img", "Cover of A first edition") == (svg.get("role"), svg.get("aria-label"))
    assert ["true"] == [inner.get("aria-hidden") for inner in svg]


def test_a_publication_without_motto_has_a_cover(edition: Edition):
    bare = read_library(sample(Good()).tree, TODAY).library
    assert "learning" not in words(drawn(bare, edition))


def test_straight_quotes_and_dots_are_set_as_a_printer_would(library: Library, edition: Edition):
    assert "‘Making" in words(drawn(library, edition, title="'Making' do..."))
    assert "do…" in words(drawn(library, edition, title="'Making' do..."))


def test_no_line_of_a_title_ends_in_a_short_word(library: Library, edition: Edition):
    svg = drawn(library, edition, title="Professional development in school networks")
    assert ["Professional", "development", "in\u00a0school networks"] == [
        span.text for span in svg.findall(f".//{SVG}text")[1]
    ]


@pytest.mark.parametrize("field", ["title", "reference"])
def test_hostile_words_stay_words(library: Library, edition: Edition, field: str):
    hostile = '</svg><script>alert("x")</script> & \'co\' " onload="y\x01\ufffe'
    raw = text_of(library, edition, **{field: hostile})
    svg = ElementTree.fromstring(raw)  # noqa: S314 - our own drawing
    assert "<script" not in raw
    parts = {part.tag.removeprefix(SVG) for part in svg.iter()}
    assert {"svg", "g", "rect", "path", "circle", "text", "tspan"} == parts
    assert {"viewBox", "role", "aria-label"} == set(svg.attrib)
    assert "& ‘co’" in words(svg).replace("\u00a0", " ")


def test_covers_on_one_page_cannot_disturb_each_other(library: Library, edition: Edition):
    assert not re.search(r"\s(id|class|style|href)=|<style|url\(", text_of(library, edition))


def test_there_is_a_node_for_every_piece_and_every_network(library: Library, edition: Edition):
    svg = drawn(library, edition)
    networks = {piece.network for piece in library.accounts}
    assert len(library.pieces_of(edition)) + len(networks) == len(svg.findall(f".//{SVG}circle"))


def test_ties_stand_where_pieces_and_networks_meet(library: Library, edition: Edition):
    graph = cover_graph(edition, library)
    assert (3, 1) == (graph.pieces, graph.networks)
    assert {(1, 3), (0, 1), (0, 2), (1, 2)} == set(graph.ties), "the account's network, and one theme of all three"


def test_a_piece_listed_twice_is_one_node(library: Library, edition: Edition):
    assert 3 == cover_graph(edition.model_copy(update={"tools": ("example", "example")}), library).pieces


def test_a_published_edition_has_a_field_of_its_hue(library: Library, edition: Edition):
    assert "#0b5f5c" == drawn(library, edition).find(f".//{SVG}rect").get("fill")


@pytest.mark.parametrize("lists", [{}, {"think_pieces": (), "accounts": (), "tools": ()}])
def test_a_forthcoming_edition_is_an_outline(library: Library, edition: Edition, lists: dict[str, tuple[()]]):
    svg = drawn(library, edition, status="forthcoming", **lists)
    filled = [part.tag for part in svg.iter() if part.get("fill") == "#0b5f5c"]
    assert {f"{SVG}text"} == set(filled)
    assert "#0b5f5c" == svg.find(f".//{SVG}rect").get("stroke")


@pytest.mark.parametrize(("number", "nodes"), [(1, 5), (9, 13), (999, 24)])
def test_an_edition_without_pieces_has_a_constellation(library: Library, edition: Edition, number: int, nodes: int):
    svg = drawn(library, edition, number=number, think_pieces=(), accounts=(), tools=())
    assert nodes == len(svg.findall(f".//{SVG}circle"))


@pytest.mark.parametrize("title", LONGEST)
@pytest.mark.parametrize("number", [1, 88, 999])
def test_everything_stays_on_the_page(library: Library, edition: Edition, title: str, number: int):
    svg = drawn(library, edition, title=title, number=number, reference="EX/" + title[:77])
    for node in svg.iter(f"{SVG}circle"):
        x, y, r = (float(node.get(name)) for name in ("cx", "cy", "r"))
        assert 18 <= x - r <= x + r <= 192
        assert 128 <= y - r <= y + r <= 222
    for text in svg.iter(f"{SVG}text"):
        size = float(text.get("font-size"))
        for span in text:
            x, y = float(span.get("x")), float(span.get("y"))
            assert 10 < x
            assert x + size * advance(span.text) <= 200
            assert size < y <= 270


FONT = TTFont(str(resources.files("font_source_serif_pro") / "files/SourceSerifPro-Regular.ttf"))


def advance(text: str) -> float:
    """How wide Source Serif sets a text, in ems; letters that it lacks as a square."""
    letters, widths = FONT.getBestCmap(), FONT["hmtx"]
    return sum(widths[letters[ord(c)]][0] / 1000 if ord(c) in letters else 1 for c in text)


def test_longer_titles_never_reach_the_drawing(library: Library, edition: Edition):
    svg = drawn(library, edition, title="A long title of many words, " * 4)
    assert 4 >= len(svg.findall(f".//{SVG}text")[1])
    assert all(float(span.get("y")) < 126 for span in svg.findall(f".//{SVG}text")[1])


@pytest.mark.slow
def test_the_same_data_give_the_same_bytes_under_every_hash_seed():
    program = (
        "from wawla.checking.examples import TODAY, sample\nfrom wawla.checking.rule import Good\n"
        "from wawla.rendering.look.covers import cover\nfrom wawla.reading.reader import read_library\n"
        "library = read_library(sample(Good()).tree, TODAY).library\n"
        "for edition in library.editions.values():\n print(cover(edition, library.series['example'], library))\n"
    )
    made = {
        subprocess.run(
            [sys.executable, "-c", program], env={**os.environ, "PYTHONHASHSEED": seed}, capture_output=True, check=True
        ).stdout
        for seed in ("1", "2")
    }
    assert 1 == len(made)
    assert b"<svg" in made.pop()


def test_places_are_the_same_on_every_machine():
    ties = [(0, 1), (1, 2), (2, 3), (3, 0), (3, 4)]
    few = node_positions(5, ties, 7, Bounds(0, 0, 100, 50))
    assert [(52.0, 0.0), (100.0, 9.1), (87.7, 42.9), (35.3, 35.6), (0.0, 50.0)] == few
    many = repr(node_positions(30, [(a, a * a % 30) for a in range(1, 30)], 7, Bounds(0, 0, 100, 100)))
    assert "f5df148ab1987ed2" == hashlib.sha256(many.encode()).hexdigest()[:16]


@pytest.mark.parametrize(("count", "points"), [(0, []), (1, [(50, 25)])])
def test_a_drawing_of_nothing_or_of_one_node_stands(count: int, points: list[tuple[float, float]]):
    assert points == node_positions(count, [], 1, Bounds(0, 0, 100, 50))
