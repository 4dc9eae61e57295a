"""The programme's map."""

import re
from xml.etree import ElementTree

import pytest

from wawla.publishing.browsing.programme_map import programme_map

ENGLAND = dict.fromkeys(
    [
        "North East",
        "North West",
        "Yorkshire and the Humber",
        "East Midlands",
        "West Midlands",
        "East of England",
        "London",
        "South East",
        "South West",
    ],
    0,
)
SVG = "{http://www.w3.org/2000/svg}"


def tiles(svg: str) -> dict[str, ElementTree.Element]:
    """The tile of each region."""
    groups = ElementTree.fromstring(svg).findall(f"{SVG}g")  # noqa: S314 - our own drawing
    return {" ".join(span.text for span in group.iter(f"{SVG}tspan")): group for group in groups}


def test_each_region_has_a_tile_with_a_dot_for_every_network():
    drawn = tiles(programme_map({**ENGLAND, "London": 3, "South West": 12}))
    assert set(ENGLAND) == set(drawn)
    assert (3, 12, 0) == tuple(
        len(drawn[region].findall(f"{SVG}circle")) for region in ("London", "South West", "North East")
    )


def test_too_many_networks_to_tell_apart_are_told_by_their_number():
    tile = tiles(programme_map({"London": 400}))["London"]
    assert [] == tile.findall(f"{SVG}circle")
    assert "400" == tile.findall(f"{SVG}text")[-1].text


def test_tiles_lie_roughly_where_regions_lie_and_none_on_another():
    corner = {}
    for region, group in tiles(programme_map(ENGLAND)).items():
        rect = group.find(f"{SVG}rect")
        corner[region] = (int(rect.get("x")), int(rect.get("y")))
    assert len(ENGLAND) == len(set(corner.values()))
    assert corner["North West"][0] < corner["Yorkshire and the Humber"][0]
    assert corner["North East"][1] < corner["East Midlands"][1] < corner["London"][1] < corner["South East"][1]
    assert corner["South West"][0] < corner["South East"][0]
    assert corner["West Midlands"][0] < corner["East Midlands"][0] < corner["East of England"][0]


def test_everything_drawn_stands_inside_its_tile():
    for group in tiles(programme_map(dict.fromkeys(ENGLAND, 12))).values():
        rect = group.find(f"{SVG}rect")
        left, top, side = (int(rect.get(name)) for name in ("x", "y", "width"))
        for circle in group.findall(f"{SVG}circle"):
            assert left + 5 < int(circle.get("cx")) < left + side - 5
            assert top + 42 < int(circle.get("cy")) < top + side - 25, "between the name and the number"


def test_the_words_say_the_same_as_the_drawing():
    said = re.search(r"<desc[^>]*>(.*)</desc>", programme_map({"North East": 1, "London": 2, "South East": 0}))[1]
    assert "3 networks on a map of regions: North East 1 and London 2. None known: South East." == said


@pytest.mark.parametrize("regions", [{}, {"Atlantis": 2}])
def test_where_no_region_has_a_place_nothing_is_drawn(regions: dict[str, int]):
    assert "" == programme_map(regions)


def test_a_region_without_a_place_is_left_to_the_list():
    assert ["London"] == list(tiles(programme_map({"Atlantis": 2, "London": 1})))
    assert "Atlantis" not in programme_map({"Atlantis": 2, "London": 1})


def test_the_drawing_is_as_small_as_its_tiles_and_always_the_same():
    assert 'viewBox="0 0 98 98"' in programme_map({"London": 1})
    assert programme_map(ENGLAND) == programme_map(dict(ENGLAND))
