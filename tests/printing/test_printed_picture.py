"""Pictures in books: the colours that were meant, black alone for what is grey, no more ink than paper takes."""

import io
import random
import zlib
from math import gcd

import pikepdf
import pytest
from PIL import Image, ImageCms, ImageDraw, ImageFilter

from wawla.checking.examples import draw
from wawla.checking.rule import Drawn
from wawla.printing.press_check.samples import most_ink
from wawla.printing.typesetting.colour import PROFILE
from wawla.printing.typesetting.place_pictures import place_pictures, placeholder
from wawla.printing.typesetting.press_inks import MOST_INK, PressInks, limited, most_ink_of
from wawla.printing.typesetting.printed_picture import PdfPicture, printed_picture
from wawla.reading.picture_faults import UnusablePicture
from wawla.rendering.pictures.line_art import is_line_art

pytestmark = pytest.mark.slow

A5 = (148.0, 210.0)


@pytest.fixture(scope="module")
def inks() -> PressInks:
    return PressInks(PROFILE.read_bytes())


def saved(picture: Image.Image, kind: str = "PNG", **options: object) -> bytes:
    buffer = io.BytesIO()
    picture.save(buffer, kind, **options)
    return buffer.getvalue()


def photograph(size: tuple[int, int] = (300, 200)) -> Image.Image:
    """A picture with every tone between dark and light, and the noise of a camera."""
    chance = random.Random(7)  # noqa: S311 - chance that repeats itself, not secrecy
    noise = Image.frombytes("RGB", size, chance.randbytes(3 * size[0] * size[1])).filter(ImageFilter.GaussianBlur(1))
    ramp = Image.linear_gradient("L").resize(size)
    slope = ramp.transpose(Image.Transpose.ROTATE_180)
    return Image.blend(Image.merge("RGB", (ramp, slope, ramp.rotate(90))), noise, 0.3)


def page_of_text(mode: str = "RGB") -> Image.Image:
    page = Image.new(mode, (300, 200), "white")
    pen = ImageDraw.Draw(page)
    for line in range(0, 200, 14):
        pen.text((10, line), "Pupils read with partners.", fill="black")
    return page


def chart() -> Image.Image:
    page = page_of_text()
    pen = ImageDraw.Draw(page)
    pen.rectangle((200, 20, 240, 190), fill=(200, 30, 30))
    pen.rectangle((250, 60, 290, 190), fill="black")
    return page


def samples(picture: PdfPicture) -> Image.Image:
    """The samples of a picture as they come out of a PDF: grey, sRGB, or the inks."""
    with pikepdf.new() as pdf:
        image = pdf.make_stream(b"", Subtype=pikepdf.Name.Image)
        page = pdf.add_blank_page()
        page.Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(picture=image))
        place_pictures(pdf, {"picture": picture})
        if picture.form == "jpeg":
            return Image.open(io.BytesIO(image.read_raw_bytes())).copy()
        data, size = image.read_bytes(), (picture.width, picture.height)
        if picture.palette:
            data = b"".join(picture.palette[4 * level : 4 * level + 4] for level in data)
        mode = {"DeviceGray": "L", "DeviceRGB": "RGB", "DeviceCMYK": "CMYK"}[picture.colours]
        return Image.frombytes(mode, size, data)


def all_black(picture: Image.Image) -> bool:
    """Whether black alone is used of the four inks."""
    return [(0, 0)] * 3 == [band.getextrema() for band in picture.split()[:3]]


# What kind of picture it is.


@pytest.mark.parametrize("mode", ["L", "RGB"])
def test_text_is_line_art_and_a_photograph_is_not(mode: str):
    assert [True, False] == [is_line_art(page_of_text().convert(mode)), is_line_art(photograph().convert(mode))]


def test_a_scan_of_text_is_line_art_in_spite_of_its_noise():
    scan = io.BytesIO(
        saved(Image.blend(page_of_text(), photograph().filter(ImageFilter.GaussianBlur(9)), 0.05), "JPEG")
    )
    assert is_line_art(Image.open(scan))


def test_a_large_picture_is_judged_by_some_of_its_dots():
    assert [True, False] == [is_line_art(chart().resize((3000, 2000), 0)), is_line_art(photograph((1500, 1400)))]


# For a screen.


@pytest.mark.parametrize("picture", [page_of_text(), chart(), page_of_text("L")], ids=["text", "chart", "grey"])
def test_line_art_is_on_screen_what_it_was_dot_by_dot(picture: Image.Image):
    found = samples(printed_picture(saved(picture), None, A5))
    assert picture.convert("RGB").tobytes() == found.convert("RGB").tobytes()


def test_a_photograph_is_a_jpeg_without_anything_else():
    made = printed_picture(saved(photograph(), "JPEG", comment=b"Year 4", quality=95), None, A5)
    assert ("jpeg", "DeviceRGB", b"") == (made.form, made.colours, made.mask)
    assert b"Year 4" not in made.data


def test_what_is_transparent_stays_so_in_a_soft_mask():
    ground = Image.new("RGBA", (20, 20), (200, 30, 30, 0))
    ground.paste((20, 60, 190, 255), (0, 0, 10, 20))
    for made in (
        printed_picture(saved(ground), None, A5),
        printed_picture(saved(ground), PressInks(PROFILE.read_bytes()), A5),
    ):
        rows = zlib.decompress(made.mask)
        assert (255, 0) == (max(rows), min(rows))


# For the press.


@pytest.mark.parametrize("mode", ["1", "L", "RGB"])
def test_black_text_goes_to_press_in_black_alone(inks: PressInks, mode: str):
    made = printed_picture(saved(page_of_text().convert(mode)), inks, A5)
    found = samples(made)
    assert ("DeviceCMYK", "rows", True) == (made.colours, made.form, all_black(found))
    assert 254 <= found.getchannel("K").getextrema()[1]


@pytest.mark.parametrize("mode", ["L", "RGB"])
def test_a_grey_photograph_goes_to_press_in_black_alone(inks: PressInks, mode: str):
    made = printed_picture(saved(photograph().convert("L").convert(mode), "JPEG"), inks, A5)
    assert ("jpeg", True) == (made.form, all_black(samples(made)))


def test_the_black_of_a_chart_is_black_alone_and_its_colours_are_inks(inks: PressInks):
    found = samples(printed_picture(saved(chart()), inks, A5))
    assert (0, 0, 0, 255) == found.getpixel((270, 150))
    c, m, y, _ = found.getpixel((220, 150))
    assert m > 200 < y
    assert c < 80


def test_a_light_tint_of_line_art_keeps_its_colour_and_text_seen_with_a_tint_does_not(inks: PressInks):
    page = Image.new("RGB", (60, 40), (250, 246, 236))
    page.paste((34, 30, 22), (20, 10, 40, 30))
    found = samples(printed_picture(saved(page), inks, A5))
    assert sum(found.getpixel((5, 5))[:3]) > 0 < found.getpixel((5, 5))[2]
    assert (0, 0, 0) == found.getpixel((30, 20))[:3]


def test_half_a_grey_looks_half_as_light_in_black_ink(inks: PressInks):
    """Lightness between paper and black is what it was between white and black on a screen."""
    cmyk = Image.merge(
        "CMYK", [*[Image.new("L", (3, 1))] * 3, Image.frombytes("L", (3, 1), bytes((255, inks.blacks[119], 0)))]
    )
    lab = ImageCms.profileToProfile(
        cmyk, str(PROFILE), ImageCms.createProfile("LAB"), outputMode="LAB", renderingIntent=1
    )
    darkest, middle, lightest = lab.getchannel("L").tobytes()
    assert abs(middle - (darkest + lightest) / 2) <= 2  # level 119 of sRGB has a lightness of 50


def test_every_level_of_grey_has_at_least_as_much_black_as_the_lighter_one(inks: PressInks):
    assert (255, 0) == (inks.blacks[0], inks.blacks[255])
    assert sorted(inks.blacks, reverse=True) == inks.blacks


DARK = Image.eval(photograph(), lambda level: level // 8)


@pytest.mark.parametrize("picture", [photograph(), DARK], ids=["any", "dark"])
@pytest.mark.parametrize("kind", ["PNG", "JPEG"])
def test_a_photograph_lays_on_no_more_ink_than_paper_takes_compressed_as_it_is(
    inks: PressInks, picture: Image.Image, kind: str
):
    made = printed_picture(saved(picture, kind), inks, A5)
    with pikepdf.new() as pdf:
        image = pdf.make_stream(b"", Subtype=pikepdf.Name.Image)
        pdf.add_blank_page().Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(picture=image))
        place_pictures(pdf, {"picture": made})
        data = image.read_bytes(pikepdf.StreamDecodeLevel.all)
        found = most_ink(data, made.width, made.height, [float(end) for end in image.get("/Decode", [])])
    assert found <= MOST_INK


@pytest.mark.parametrize(
    ("inks", "expected"),
    [
        ((255, 255, 255, 255), (170, 170, 170, 255)),
        ((255, 255, 255, 0), (255, 255, 255, 0)),
        ((255, 255, 0, 255), (255, 255, 0, 255)),
        ((200, 100, 100, 40), (200, 100, 100, 40)),
        ((0, 0, 0, 0), (0, 0, 0, 0)),
        ((255, 200, 200, 200), (219, 172, 172, 200)),
    ],
)
def test_of_too_much_ink_black_stays_and_the_others_give_way(inks: tuple[int, ...], expected: tuple[int, ...]):
    found = limited(Image.new("CMYK", (2, 1), inks), MOST_INK)
    assert (expected, True) == (found.getpixel((0, 0)), most_ink_of(found) <= MOST_INK)


def test_colours_of_a_profile_are_the_same_inks_as_those_of_srgb(inks: PressInks):
    """A CMYK picture in the press's own profile comes back to nearly the inks that it came with."""
    own = Image.new("CMYK", (16, 16), (40, 160, 180, 0))
    made = samples(printed_picture(saved(own, "JPEG", quality=98, icc_profile=PROFILE.read_bytes()), inks, A5))
    assert all(abs(a - b) <= 26 for a, b in zip((40, 160, 180, 0), made.getpixel((8, 8)), strict=True))


# Size, and place.


@pytest.mark.slow
def test_a_picture_has_no_more_dots_than_the_page_can_show():
    line_art = printed_picture(saved(chart().resize((4500, 3000))), None, A5)
    photo = printed_picture(saved(photograph((4500, 3000)), "JPEG"), None, A5)
    assert [(3496, 2331), (1748, 1165)] == [(made.width, made.height) for made in (line_art, photo)]
    small = printed_picture(draw(Drawn(600, 400)), None, A5)
    assert (600, 400) == (small.width, small.height)


@pytest.mark.parametrize("size", [(600, 400), (7, 5), (1, 9), (1000, 1000)])
def test_the_place_of_a_picture_has_exactly_its_proportions(size: tuple[int, int]):
    place = Image.open(io.BytesIO(placeholder(PdfPicture(*size, "DeviceGray", "rows", b""))))
    assert (size[0] // gcd(*size), size[1] // gcd(*size)) == place.size


def test_the_same_picture_gives_the_same_bytes(inks: PressInks):
    for data in (saved(photograph()), saved(chart())):
        assert printed_picture(data, inks, A5) == printed_picture(data, inks, A5)


@pytest.mark.parametrize("data", [b"", b"no picture", saved(photograph())[:999]], ids=["nothing", "text", "half"])
def test_a_picture_that_cannot_be_decoded_is_refused(data: bytes):
    with pytest.raises(UnusablePicture):
        printed_picture(data, None, A5)
