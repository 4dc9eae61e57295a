"""Covers as PNG, for the preview of a shared link."""

import io
import time
from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image

from wawla.publishing import cover_pictures as module
from wawla.publishing.cover_pictures import cover_pictures
from wawla.publishing.page import Asset
from wawla.rendering.look import png

TRUST = "series/ask/trust-at-work/cover.png"


@pytest.fixture(scope="module")
def cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("pictures") / "not there yet"


@pytest.fixture(scope="module")
def drawn(sample_site, cache: Path) -> list[Asset]:
    return cover_pictures(sample_site, cache)


def test_every_edition_has_a_picture_the_forthcoming_too(drawn):
    assert [
        "series/ask/next-steps/cover.png",
        TRUST,
        "series/talk/sharing-the-lead/cover.png",
    ] == sorted(asset.address for asset in drawn)
    for asset in drawn:
        with Image.open(io.BytesIO(asset.data)) as image:
            assert ("PNG", (1200, 630)) == (image.format, image.size)
        assert len(asset.data) < 100_000


def test_the_cover_stands_on_a_ground_of_its_own_hue(drawn):
    picture = next(asset for asset in drawn if asset.address == TRUST)
    with Image.open(io.BytesIO(picture.data)) as image:
        colours = image.convert("RGB")
        assert (0x0B, 0x5F, 0x5C) == colours.getpixel((420, 300)), "the cover"
        assert (206, 223, 222) == colours.getpixel((20, 20)) == colours.getpixel((1180, 610))
        counts = {colour: count for count, colour in colours.crop((420, 60, 780, 240)).getcolors(100_000)}
        letters = counts[0xFF, 0xFD, 0xF8]
        assert letters > 2000, "series and title are there: the fonts were found"


def test_the_same_cover_gives_the_same_bytes_in_every_build(sample_site, drawn, tmp_path: Path):
    assert {asset.address: asset.data for asset in drawn} == {
        asset.address: asset.data for asset in cover_pictures(sample_site, tmp_path)
    }


def test_a_cover_that_has_not_changed_is_not_drawn_again(sample_site, drawn, cache, monkeypatch):
    monkeypatch.setattr(module, "png_of", lambda *_: pytest.fail("drawn again"))
    assert drawn == cover_pictures(sample_site, cache)


def test_where_what_draws_has_changed_every_cover_is_drawn_again(sample_site, drawn, cache, monkeypatch):
    monkeypatch.setattr(png, "configuration", lambda: "another program")
    monkeypatch.setattr(module, "png_of", lambda *_: b"drawn again")
    assert {b"drawn again"} == {asset.data for asset in cover_pictures(sample_site, cache)}


def test_a_cover_that_has_changed_is(sample_site, drawn, cache):
    editions = dict(sample_site.library.editions)
    before = editions["series/ask/trust-at-work"]
    after = before.model_copy(update={"title": "Another title"})
    after.attach(before.path, before.body, before.sibling_files)
    editions[before.folder] = after
    changed = cover_pictures(replace(sample_site, library=replace(sample_site.library, editions=editions)), cache)
    assert [TRUST] == [new.address for old, new in zip(drawn, changed, strict=True) if old != new]


def test_a_picture_takes_no_longer_than_a_reader_would_notice(sample_site):
    drawing = module._drawing(sample_site.cover_of(sample_site.published.newest_first[0]), "#0b5f5c")
    begun = time.process_time()
    png.png_of(drawing, module.WIDTH)
    assert time.process_time() - begun < 2
