"""A picture decoded: upright, in the right colours, with what is transparent in it; or refused, with the reason."""

import io
import struct
import zlib

import pytest
from PIL import Image, ImageCms, PngImagePlugin

from wawla.checking.examples import draw
from wawla.checking.rule import Drawn
from wawla.reading.matrix_profile import matrix_profile
from wawla.reading.picture_colours import SRGB
from wawla.reading.picture_decoding import decode
from wawla.reading.picture_faults import UnusablePicture
from wawla.reading.pictures import MOST_DOTS, picture_facts

pytestmark = pytest.mark.slow

RED, BLUE = (200, 30, 30), (20, 60, 190)
ADOBE_RGB = matrix_profile(2.19921875, (0.3127, 0.3290, 0.64, 0.33, 0.21, 0.71, 0.15, 0.06))
LINEAR = 1.0


def saved(picture: Image.Image, kind: str = "PNG", **options: object) -> bytes:
    buffer = io.BytesIO()
    picture.save(buffer, kind, **options)
    return buffer.getvalue()


def png(size: tuple[int, int], bits: int, kind: int, rows: bytes, **chunks: bytes) -> bytes:
    """A PNG by hand, of a form that Pillow does not write; further chunks by name."""
    parts = [("IHDR", struct.pack(">IIBBBBB", *size, bits, kind, 0, 0, 0)), *chunks.items()]
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(data)) + name.encode() + data + struct.pack(">I", zlib.crc32(name.encode() + data))
        for name, data in [*parts, ("IDAT", zlib.compress(rows)), ("IEND", b"")]
    )


def refused(data: bytes) -> tuple[str, str]:
    with pytest.raises(UnusablePicture) as told:
        decode(data)
    return told.value.fault.kind, told.value.fault.text


def near(expected: tuple[int, ...], found: object, most: int = 3) -> bool:
    return isinstance(found, tuple) and all(abs(a - b) <= most for a, b in zip(expected, found, strict=True))


# Upright.


def half_and_half(exif: int, kind: str) -> bytes:
    """A picture of 40 by 20, its left half red, that says how the camera was held."""
    picture = Image.new("RGB", (40, 20), BLUE)
    picture.paste(RED, (0, 0, 20, 20))
    about = Image.Exif()
    about[0x0112] = exif
    options = {"quality": 95, "subsampling": 0} if kind == "JPEG" else {"lossless": True} if kind == "WEBP" else {}
    return saved(picture, kind, exif=about, **options)


WHERE_RED_IS = {1: "left", 2: "right", 3: "right", 4: "left", 5: "top", 6: "top", 7: "bottom", 8: "bottom"}
CORNERS = {"left": ((5, 10), (35, 10)), "right": ((35, 10), (5, 10)), "top": ((10, 5), (10, 35))}
CORNERS["bottom"] = CORNERS["top"][::-1]


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "WEBP"])
@pytest.mark.parametrize("exif", WHERE_RED_IS)
def test_a_picture_stands_upright_whichever_way_the_camera_was_held_and_so_it_is_measured(exif: int, kind: str):
    data = half_and_half(exif, kind)
    picture, facts = decode(data), picture_facts(data)
    assert ((20, 40) if exif >= 5 else (40, 20)) == picture.size == (facts.width, facts.height)
    red, blue = CORNERS[WHERE_RED_IS[exif]]
    assert near(RED, picture.getpixel(red), 6)
    assert near(BLUE, picture.getpixel(blue), 6)


@pytest.mark.parametrize("value", [0, 9, 77])
def test_an_orientation_that_there_is_not_turns_nothing(value: object):
    about = Image.Exif()
    about[0x0112] = value
    data = saved(Image.new("RGB", (40, 20)), "JPEG", exif=about)
    assert (40, 20) == decode(data).size == (picture_facts(data).width, picture_facts(data).height)


# Colours.


def in_another_space(colour: tuple[int, int, int], profile: bytes, kind: str) -> bytes:
    """A picture that has this colour of sRGB, written in the colours of a profile."""
    to = ImageCms.ImageCmsProfile(io.BytesIO(profile))
    mode = {"GRAY": "L", "CMYK": "CMYK"}.get(to.profile.xcolor_space.strip(), "RGB")
    here = ImageCms.createProfile("sRGB")
    how = ImageCms.Intent.RELATIVE_COLORIMETRIC, ImageCms.Flags.BLACKPOINTCOMPENSATION
    transform = ImageCms.buildTransform(here, to, "RGB", mode, *how)
    written = ImageCms.applyTransform(Image.new("RGB", (16, 16), colour), transform)
    return saved(written, kind, icc_profile=profile, **({"quality": 98, "subsampling": 0} if kind == "JPEG" else {}))


@pytest.mark.parametrize("kind", ["PNG", "JPEG"])
def test_colours_of_a_wider_space_are_shown_as_they_are_meant(kind: str):
    data = in_another_space((180, 90, 60), ADOBE_RGB, kind)
    assert not near((180, 90, 60), Image.open(io.BytesIO(data)).getpixel((8, 8)))
    assert near((180, 90, 60), decode(data).getpixel((8, 8)))


def test_inks_with_their_profile_are_shown_as_they_are_printed(cmyk_profile: bytes):
    assert near((150, 90, 70), decode(in_another_space((150, 90, 70), cmyk_profile, "JPEG")).getpixel((8, 8)), 5)


def test_greys_stay_greys_though_a_program_has_left_them_the_profile_of_colours():
    srgb = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    for kind in ("PNG", "JPEG"):
        found = decode(saved(Image.new("L", (16, 16), 120), kind, icc_profile=srgb))
        assert ("L", True) == (found.mode, abs(120 - found.getpixel((8, 8))) <= 1)


@pytest.mark.parametrize(("level", "shown"), [(0, 0), (257, 1), (32896, 128), (65535, 255)])
def test_sixteen_bits_of_grey_are_scaled_and_not_cut(level: int, shown: int):
    found = decode(png((1, 1), 16, 0, b"\0" + struct.pack(">H", level)))
    assert ("L", shown) == (found.mode, found.getpixel((0, 0)))


def test_sixteen_bits_of_colour_and_of_alpha_are_scaled():
    found = decode(png((1, 1), 16, 6, b"\0" + struct.pack(">4H", 65535, 32896, 0, 32896)))
    assert ("RGBA", (255, 128, 0, 128)) == (found.mode, found.getpixel((0, 0)))


@pytest.mark.parametrize("kind", [0, 2], ids=["grey", "colour"])
def test_a_png_whose_levels_are_light_is_shown_as_light(kind: int):
    """Half the light is at level 188 of sRGB (IEC 61966-2-1)."""
    row = b"\0" + struct.pack(">H", 32768) * (3 if kind else 1)
    found = decode(png((1, 1), 16, kind, row, gAMA=struct.pack(">I", 100_000)))
    assert ("L", True) == (found.mode, abs(188 - found.getpixel((0, 0))) <= 3)


@pytest.mark.parametrize("gamma", [0, 45455, 45000, 4_000_000_000], ids=["none", "sRGB", "nearly", "nonsense"])
def test_a_gamma_that_says_nothing_new_changes_nothing(gamma: int):
    found = decode(png((1, 1), 8, 2, bytes([0, 100, 120, 140]), gAMA=struct.pack(">I", gamma)))
    assert (100, 120, 140) == found.getpixel((0, 0))


def test_what_an_srgb_png_says_beside_is_not_believed():
    found = decode(png((1, 1), 8, 2, bytes([0, 9, 99, 140]), sRGB=b"\0", gAMA=struct.pack(">I", 100_000)))
    assert (9, 99, 140) == found.getpixel((0, 0))


def test_a_profile_made_of_the_numbers_of_srgb_changes_nothing():
    own = matrix_profile(2.2, SRGB)
    assert near((180, 90, 60), decode(in_another_space((180, 90, 60), own, "PNG")).getpixel((8, 8)), 1)


@pytest.mark.parametrize("numbers", [(), (0.3, 0.3) * 4, (0.3, 0.0) * 4, (9.0,) * 8], ids=len)
def test_numbers_that_make_no_colours_make_no_profile(numbers: tuple[float, ...]):
    assert matrix_profile(2.2, numbers) is None


# What is transparent.


def corner(data: bytes) -> int:
    """How opaque the left dot of a picture is whose left dot has the colour of its key."""
    found = decode(data)
    assert found.mode in ("LA", "RGBA")
    assert found.getpixel((1, 0))[-1] == 255
    return found.getpixel((0, 0))[-1]


KEYED = {
    "grey": png((2, 1), 8, 0, bytes([0, 7, 8]), tRNS=struct.pack(">H", 7)),
    "grey of one bit": png((2, 1), 1, 0, bytes([0, 0b10000000]), tRNS=struct.pack(">H", 1)),
    "grey of two bits": png((2, 1), 2, 0, bytes([0, 0b10010000]), tRNS=struct.pack(">H", 2)),
    "grey of four bits": png((2, 1), 4, 0, bytes([0, 0x76]), tRNS=struct.pack(">H", 7)),
    "grey of sixteen bits": png((2, 1), 16, 0, b"\0" + struct.pack(">2H", 7, 8), tRNS=struct.pack(">H", 7)),
    "colour": png((2, 1), 8, 2, bytes([0, 7, 8, 9, 7, 8, 8]), tRNS=struct.pack(">3H", 7, 8, 9)),
    "colour of sixteen bits": png(
        (2, 1), 16, 2, b"\0" + struct.pack(">6H", 999, 8, 9, 7000, 8, 8), tRNS=struct.pack(">3H", 999, 8, 9)
    ),
    "a palette with one": png((2, 1), 8, 3, bytes([0, 0, 1]), PLTE=bytes(range(6)), tRNS=b"\0\xff"),
    "a palette": png((2, 1), 4, 3, bytes([0, 0x01]), PLTE=bytes(range(6)), tRNS=b"\0"),
}


@pytest.mark.parametrize("data", KEYED.values(), ids=KEYED)
def test_the_colour_that_stands_for_nothing_is_transparent(data: bytes):
    assert 0 == corner(data)


@pytest.mark.parametrize("mode", ["LA", "RGBA"])
@pytest.mark.parametrize("kind", ["PNG", "WEBP"])
def test_what_is_half_transparent_stays_so(mode: str, kind: str):
    picture = Image.new(mode, (8, 8), (90,) * (len(mode) - 1) + (128,))
    assert 128 == decode(saved(picture, kind, **({"lossless": True} if kind == "WEBP" else {}))).getpixel((4, 4))[-1]


def test_a_picture_in_which_all_is_opaque_has_no_alpha():
    assert "RGB" == decode(saved(Image.new("RGBA", (8, 8), (*RED, 255)))).mode


# What else a file holds.


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "WEBP"])
def test_nothing_but_the_dots_is_left_of_a_file(kind: str):
    about, text = Image.Exif(), PngImagePlugin.PngInfo()
    about[0x010E] = "Year 4 at the river"
    text.add_text("Description", "Year 4")
    options = {"PNG": {"pnginfo": text}, "JPEG": {"comment": b"Year 4"}}.get(kind, {"xmp": b"Year 4"})
    assert {} == decode(saved(Image.new("RGB", (8, 8)), kind, exif=about, **options)).info


# What is refused.

NOISE = Image.effect_noise((99, 99), 80)
CUT = {
    "half a PNG": saved(NOISE)[:5000],
    "a PNG without its end": saved(NOISE)[:-40],
    "half a JPEG": saved(NOISE, "JPEG", quality=95)[:2000],
    "half a progressive JPEG": saved(NOISE, "JPEG", quality=95, progressive=True)[:4000],
    "a JPEG without its last bytes": saved(NOISE, "JPEG", quality=95)[:-9],
}


@pytest.mark.parametrize("data", CUT.values(), ids=CUT)
def test_what_was_cut_off_is_refused(data: bytes):
    assert picture_facts(data) is not None
    kind, text = refused(data)
    assert ("damaged", "is damaged or cut off (") == (kind, text[:23])


def test_a_png_in_which_a_bit_has_changed_is_refused():
    data = bytearray(saved(NOISE))
    data[4000] ^= 4
    assert "damaged" == refused(bytes(data))[0]


def test_a_jpeg_with_a_preview_inside_is_one_picture():
    data = saved(Image.new("RGB", (40, 20)), "MPO", save_all=True, append_images=[Image.new("RGB", (8, 4))])
    assert (40, 20) == decode(data).size


@pytest.mark.parametrize("kind", ["PNG", "WEBP"])
def test_what_moves_is_refused(kind: str):
    found = refused(draw(Drawn(40, 20, kind, frames=2)))
    assert ("animated", "is animated: it holds 2 pictures, one after the other") == found


def test_what_claims_more_dots_than_are_ever_decoded_is_refused_before_it_is_unpacked():
    assert "large" == refused(png((5001, MOST_DOTS // 5000), 8, 2, bytes(99)))[0]


def test_inks_without_a_profile_are_refused():
    found = refused(saved(Image.new("CMYK", (8, 8)), "JPEG"))
    assert ("colours", "is in CMYK, and does not say in which inks (it has no colour profile)") == found


@pytest.mark.parametrize("mode", ["L", "RGB", "CMYK"])
def test_a_damaged_profile_is_refused(mode: str):
    found = refused(saved(Image.new(mode, (8, 8)), "JPEG", icc_profile=ADOBE_RGB[:200] + bytes(300)))
    assert "colours" == found[0]


def test_a_profile_for_other_colours_is_refused(cmyk_profile: bytes):
    found = refused(saved(Image.new("RGB", (8, 8)), "JPEG", icc_profile=cmyk_profile))
    assert ("colours", "has a colour profile for CMYK, which does not fit it") == found


@pytest.fixture
def cmyk_profile() -> bytes:
    """ISO Coated v2 300%, as books are printed with it."""
    from wawla.printing.typesetting.colour import PROFILE

    return PROFILE.read_bytes()
