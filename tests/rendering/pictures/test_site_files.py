"""Pictures for the site: upright, in sRGB, in several sizes, and with nothing in their files but the picture."""

import io
import re

import pytest
from PIL import Image, ImageDraw, PngImagePlugin

from wawla.checking.examples import draw
from wawla.checking.rule import Drawn
from wawla.reading.matrix_profile import matrix_profile
from wawla.rendering.pictures.job import SitePicture, SitePictureJob
from wawla.rendering.pictures.site_files import site_files
from wawla.rendering.pictures.sizes import SRCSET, sizes_of, srcset_of, widths_of

PRIVATE = "Amy Brown, 4B"
XMP = f'<x:xmpmeta xmlns:x="adobe:ns:meta/"><mwg-rs:Name>{PRIVATE}</mwg-rs:Name></x:xmpmeta>'.encode()
ADOBE_RGB = matrix_profile(2.19921875, (0.3127, 0.3290, 0.64, 0.33, 0.21, 0.71, 0.15, 0.06))
FORMATS = {"river.png": "PNG", "river.jpg": "JPEG", "river.JPEG": "JPEG", "river.webp": "WEBP"}


def scene(size: tuple[int, int] = (900, 600)) -> Image.Image:
    picture = Image.linear_gradient("L").resize(size).convert("RGB")
    ImageDraw.Draw(picture).rectangle((0, 0, size[0] // 3, size[1] // 3), fill=(200, 30, 30))
    return picture


def with_metadata(picture: Image.Image, kind: str) -> bytes:
    """A file with a name in everything that its format has room for, and an orientation."""
    exif, text, buffer = Image.Exif(), PngImagePlugin.PngInfo(), io.BytesIO()
    exif[0x0112], exif[0x010E], exif[0x8825] = 6, PRIVATE, {1: "N", 2: (54.0, 41.0, 0.0)}
    text.add_text("Description", PRIVATE)
    text.add_itxt("XML:com.adobe.xmp", XMP.decode())
    text.add_text("Comment", PRIVATE, zip=True)
    own = {"PNG": {"pnginfo": text}, "JPEG": {"xmp": XMP, "comment": PRIVATE.encode()}, "WEBP": {"xmp": XMP}}[kind]
    picture.save(buffer, kind, exif=exif, icc_profile=ADOBE_RGB, **own)
    return buffer.getvalue() + PRIVATE.encode()


def opened(data: bytes) -> Image.Image:
    return Image.open(io.BytesIO(data))


@pytest.mark.parametrize(("name", "kind"), FORMATS.items())
def test_no_file_holds_anything_but_the_picture(name: str, kind: str):
    for data in site_files(SitePictureJob(f"a/{name}", with_metadata(scene(), kind))).files.values():
        with opened(data) as picture:
            picture.load()
            assert {} == dict(picture.getexif())
            assert {"exif", "xmp", "XML:com.adobe.xmp", "comment", "icc_profile"}.isdisjoint(picture.info)
        assert PRIVATE.encode() not in data
        assert not re.search(rb"Exif\0|eXIf|EXIF|tEXt|iTXt|zTXt|XMP |ICC_PROFILE|iCCP|Photoshop|Adobe\0", data)


@pytest.mark.parametrize(("name", "kind"), FORMATS.items())
def test_a_picture_keeps_its_name_and_format_and_stands_upright(name: str, kind: str):
    with opened(site_files(SitePictureJob(f"a/{name}", with_metadata(scene(), kind))).files[name]) as picture:
        assert (kind, (600, 900)) == (picture.format, picture.size)
        red, _, blue = picture.convert("RGB").getpixel((590, 10))  # what was at the top on the left
        assert red > 190 > 90 > blue


def test_each_size_is_as_wide_as_its_name_says_and_as_high_as_it_must_be():
    files = site_files(SitePictureJob("a/river.png", draw(Drawn(1800, 900)))).files
    expected = {"river.png": 1800, **{f"sizes/river.png-{width}.webp": width for width in (480, 960, 1760)}}
    assert expected == {name: opened(data).width for name, data in files.items()}
    assert {2.0} == {opened(data).width / opened(data).height for data in files.values()}


def test_line_art_is_the_same_dot_by_dot():
    page = Image.new("RGB", (600, 400), "white")
    ImageDraw.Draw(page).text((20, 20), "Pupils read with partners.", fill=(0, 0, 120))
    buffer = io.BytesIO()
    page.save(buffer, "PNG")
    files = site_files(SitePictureJob("a/page.png", buffer.getvalue())).files
    for name in ("page.png", "sizes/page.png-600.webp"):
        assert page.tobytes() == opened(files[name]).convert("RGB").tobytes()


def test_what_is_transparent_stays_so_in_every_size():
    buffer = io.BytesIO()
    Image.new("RGB", (600, 400), (0, 0, 0)).save(buffer, "PNG", transparency=(0, 0, 0))
    for data in site_files(SitePictureJob("a/keyed.png", buffer.getvalue())).files.values():
        assert 0 == opened(data).convert("RGBA").getpixel((300, 200))[3]


def test_the_same_picture_gives_the_same_bytes():
    job = SitePictureJob("a/river.jpg", with_metadata(scene(), "JPEG"))
    assert site_files(job) == site_files(job)


def test_a_picture_of_the_look_has_one_size():
    assert ["logo.png"] == [*site_files(SitePictureJob("docs/assets/logo.png", draw(Drawn(900, 600)), False)).files]


def test_a_job_and_its_answer_cross_a_pipe():
    job = SitePictureJob("a/river.png", b"\0\xff", in_sizes=False)
    assert job == SitePictureJob.from_json(job.to_json())
    made = SitePicture({"river.png": b"\0\xff"})
    assert made == SitePicture.from_json(made.to_json().encode())


@pytest.mark.parametrize(
    ("width", "expected"),
    [(40, ()), (480, ()), (481, (480, 481)), (960, (480, 960)), (1200, (480, 960, 1200)), (9000, (480, 960, 1760))],
)
def test_a_picture_is_offered_no_wider_than_it_is(width: int, expected: tuple[int, ...]):
    assert expected == widths_of(width, 600)


def test_a_strip_is_offered_in_one_size_because_webp_holds_none_so_high():
    assert ((), (480, 500)) == (widths_of(500, 40_000), widths_of(500, 4_500))
    assert ["strip.png"] == [*site_files(SitePictureJob("a/strip.png", draw(Drawn(500, 40_000)))).files]
    wide = site_files(SitePictureJob("a/wide.png", draw(Drawn(40_000, 2)))).files
    assert (480, 1) == opened(wide["sizes/wide.png-480.webp"]).size


def test_what_a_page_says_of_sizes():
    assert "sizes/a%20b%2Cc.png-480.webp 480w, sizes/a%20b%2Cc.png-600.webp 600w" == srcset_of("a b,c.png", 600, 400)
    assert ("(max-width: 600px) 100vw, 600px", "(max-width: 880px) 100vw, 880px") == (sizes_of(600), sizes_of(4000))
    assert SRCSET.fullmatch(srcset_of("a b,c.png", 4000, 3000))


def test_the_column_of_a_page_is_as_wide_as_is_said():
    from folders import ROOT

    style = (ROOT / "docs/assets/wawla.css").read_text(encoding="utf-8")
    assert ".w-body { max-width: 44rem; }" in style  # of 20 pixels each
    assert sizes_of(4000).endswith(f" {44 * 20}px")
