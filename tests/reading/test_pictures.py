"""What the header of a picture says, whatever its name; damaged pictures are none."""

import io
import random
import zlib

import pytest
from PIL import Image, ImageFile, PngImagePlugin

from wawla.checking.examples import draw
from wawla.checking.rule import Drawn
from wawla.reading.pictures import PictureFacts, picture_facts

GPS = {1: "N", 2: (54.0, 41.0, 0.0), 3: "W", 4: (1.0, 12.0, 0.0)}


def saved(form: str, **options: object) -> bytes:
    """A small grey picture in this format."""
    buffer = io.BytesIO()
    Image.new("RGB", (12, 9), "grey").save(buffer, form, **options)
    return buffer.getvalue()


def position(order: str = "<") -> bytes:
    """EXIF with a position, in either order of bytes."""
    exif = Image.Exif()
    exif.endian = order
    exif[0x8825] = GPS
    return exif.tobytes()


@pytest.mark.parametrize("form", ["PNG", "JPEG", "WEBP"])
def test_the_facts_of_a_picture_are_read_from_its_content(form: str):
    assert PictureFacts(form, 40, 30, has_position=False) == picture_facts(draw(Drawn(40, 30, form)))


def test_a_jpeg_with_a_preview_inside_is_a_jpeg():
    data = saved("MPO", save_all=True, append_images=[Image.new("RGB", (12, 9))])
    assert PictureFacts("JPEG", 12, 9, has_position=False) == picture_facts(data)


@pytest.mark.parametrize("order", ["<", ">"])
@pytest.mark.parametrize("form", ["PNG", "JPEG", "WEBP", "MPO"])
def test_a_position_is_found_in_every_format_and_order_of_bytes(form: str, order: str):
    assert picture_facts(saved(form, exif=position(order))).has_position


@pytest.mark.parametrize("form", ["PNG", "JPEG", "WEBP"])
def test_the_name_of_a_camera_is_no_position(form: str):
    exif = Image.Exif()
    exif[0x0110] = "A camera"
    assert not picture_facts(saved(form, exif=exif.tobytes())).has_position


def test_a_position_after_the_pixels_of_a_png_is_found():
    whole = saved("PNG", exif=position())
    at = whole.index(b"eXIf") - 4
    size = int.from_bytes(whole[at : at + 4], "big") + 12
    chunk, rest = whole[at : at + size], whole[:at] + whole[at + size :]
    end = rest.index(b"IEND") - 4
    assert picture_facts(rest[:end] + chunk + rest[end:]).has_position


def test_a_position_in_xmp_is_found():
    info = PngImagePlugin.PngInfo()
    info.add_itxt("XML:com.adobe.xmp", "<x exif:GPSLatitude='54,41N'/>")
    assert picture_facts(saved("PNG", pnginfo=info)).has_position


def test_a_position_in_damaged_exif_is_found_all_the_same():
    exif = position()
    assert picture_facts(saved("JPEG", exif=exif[:-40])).has_position


@pytest.mark.parametrize("form", ["GIF", "BMP", "TIFF", "ICO", "PPM"])
def test_a_picture_of_any_other_format_is_none(form: str):
    assert picture_facts(saved(form)) is None


NO_PICTURES = {
    "no bytes": b"",
    "text": b"hello",
    "HTML": b"<!doctype html><script>alert(1)</script>",
    "SVG": b"<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>",
    "PostScript": b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 9 9\n",
    "a PNG cut short in its header": draw(Drawn())[:20],
    "a JPEG cut short in its header": draw(Drawn(format="JPEG"))[:20],
    "a WebP cut short": draw(Drawn(format="WEBP"))[:20],
    "a text chunk that unpacks to gigabytes": None,
}


def bomb() -> bytes:
    """A PNG with a small chunk of text that unpacks to 64 MiB."""
    info = PngImagePlugin.PngInfo()
    info.add_text("a", "a" * 64 * 2**20, zip=True)
    return saved("PNG", pnginfo=info)


@pytest.mark.parametrize("data", NO_PICTURES.values(), ids=NO_PICTURES)
def test_what_is_no_whole_picture_is_none(data: bytes | None):
    assert picture_facts(bomb() if data is None else data) is None


def test_a_picture_is_read_strictly_whatever_a_library_has_set(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(ImageFile, "LOAD_TRUNCATED_IMAGES", True)
    assert picture_facts(bomb()) is None


def test_a_picture_of_a_thousand_million_pixels_is_measured_not_decoded():
    data = bytearray(draw(Drawn()))
    data[16:24] = (40_000).to_bytes(4, "big") * 2
    crc = zlib.crc32(bytes(data[12:29]))
    data[29:33] = crc.to_bytes(4, "big")
    assert PictureFacts("PNG", 40_000, 40_000, has_position=False) == picture_facts(bytes(data))


@pytest.mark.parametrize("form", ["PNG", "JPEG", "WEBP", "MPO"])
def test_no_damage_makes_reading_fail_or_warn(form: str):
    chance = random.Random(form)  # noqa: S311 - chance that repeats itself, not secrecy
    whole = saved(form, exif=position())
    for _ in range(600):
        data = bytearray(whole)
        for _ in range(chance.randint(1, 6)):
            data[chance.randrange(min(len(data), 400))] = chance.choice([0, 1, 127, 128, 255, chance.randrange(256)])
        facts = picture_facts(bytes(data[: chance.randint(1, len(data))]) if chance.random() < 0.2 else bytes(data))
        assert facts is None or facts.format in ("PNG", "JPEG", "WEBP")
