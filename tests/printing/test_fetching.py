"""What a book may ask for while it is set: its own files and our typefaces. Pictures are made safe before."""

import io
import re
import struct
import zlib
from pathlib import Path

import pytest
from by_hand import job, refused, set_all
from PIL import Image
from PIL.ImageCms import ImageCmsProfile, createProfile

from wawla.printing.typesetting.colour import to_cmyk
from wawla.printing.typesetting.fetching import FONTS, OwnFiles, Unfetchable
from wawla.printing.typesetting.job import TypesetResult
from wawla.printing.typesetting.printed_picture import PdfPicture, printed_picture

OWN = "book:/accounts_of_practice/harbour/harbour.png"
ELSEWHERE = [
    "http://127.0.0.1:9/a.png",
    "https://127.0.0.1:9/a.png",
    "ftp://127.0.0.1/a.png",
    "file:///etc/passwd",
    "data:image/png;base64,iVBORw0KGgo=",
    "data:text/css,p{}",
    "book:/../../etc/passwd",
    "book:/accounts_of_practice/harbour/../../../etc/passwd",
    "book:/other.png",
    "book:/SourceSerifPro-Regular.ttf/../../etc/passwd",
    "book:SourceSerifPro-Regular.ttf",
    "BOOK:/SourceSerifPro-Regular.ttf",
    f"{OWN}?x",
    f"{OWN}#x",
    f"/{OWN}",
    "/etc/passwd",
    "",
]
HOSTILE = {
    "a picture from the network": '<img src="http://127.0.0.1:9/a.png" alt="x">',
    "a picture from the disk": '<img src="file:///etc/passwd" alt="x">',
    "a picture in its address": '<img src="data:image/svg+xml,<svg/>" alt="x">',
    "a picture that is not the book's": '<img src="book:/other.png" alt="x">',
    "a way up": '<img src="book:/../../etc/passwd" alt="x">',
    "a relative way": '<img src="../../etc/passwd" alt="x">',
    "another base": '<base href="file:///etc/"><img src="passwd" alt="x">',
    "a ground": '<p style="background: url(http://127.0.0.1:9/a.png)">x</p>',
    "a ground from the disk": '<p style="background-image: url(file:///etc/passwd)">x</p>',
    "a sign of a list": '<ul style="list-style-image: url(https://127.0.0.1:9/)"><li>x</li></ul>',
    "made-up content": "<style>p::before { content: url(https://127.0.0.1:9/) }</style><p>x</p>",
    "an import": '<style>@import "http://127.0.0.1:9/a.css";</style>',
    "an import from the disk": "<style>@import url(file:///etc/passwd);</style>",
    "a style sheet": '<link rel="stylesheet" href="file:///etc/passwd">',
    "a typeface": "<style>@font-face { font-family: A; src: url(file:///etc/passwd) } p { font-family: A }</style>",
    "an attachment": '<link rel="attachment" href="file:///etc/passwd">',
    "an attached link": '<p><a rel="attachment" href="file:///etc/passwd">x</a></p>',
    "an object": '<object data="file:///etc/passwd">x</object>',
    "something embedded": '<embed src="file:///etc/passwd">',
    "a picture in a drawing": '<svg viewBox="0 0 9 9"><image href="file:///etc/passwd" width="9" height="9"/></svg>',
}
NEVER_ASKED = {
    "a frame": '<iframe src="file:///etc/passwd"></iframe>',
    "a script": '<script src="file:///etc/passwd"></script>',
    "an icon": '<link rel="icon" href="file:///etc/passwd">',
    "other sizes": '<picture><source srcset="file:///etc/passwd"><img alt="x" srcset="file:///etc/x 2x"></picture>',
    "a part of a drawing": '<svg viewBox="0 0 9 9" width="9"><use href="file:///etc/passwd#x"/></svg>',
}


def never(data: bytes) -> PdfPicture:
    raise AssertionError("no picture was asked for")


def on_screen(data: bytes) -> PdfPicture:
    return printed_picture(data, None, (210, 297))


def saved(picture: Image.Image, kind: str = "PNG", **options: object) -> bytes:
    buffer = io.BytesIO()
    picture.save(buffer, kind, **options)
    return buffer.getvalue()


def claims(width: int, height: int) -> bytes:
    """A PNG of a few bytes that says it is of this size."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(bytes(99))) + chunk(b"IEND", b"")


# What may be asked for.


@pytest.mark.parametrize("address", ELSEWHERE)
def test_what_is_not_the_books_own_cannot_be_fetched(address: str):
    with pytest.raises(Unfetchable):
        OwnFiles({OWN: b""}, never).fetch(address)


@pytest.mark.parametrize("name", FONTS)
def test_our_typefaces_can_be_fetched(name: str):
    assert b"\0\1\0\0" == OwnFiles({}, never).fetch(f"book:/{name}").read(4)


def test_a_place_of_the_right_proportions_is_kept_for_a_picture_which_is_known_by_the_name_it_will_have():
    files = OwnFiles({OWN: saved(Image.new("RGB", (600, 400), "red"))}, on_screen)
    response = files.fetch(OWN)
    with Image.open(io.BytesIO(response.read())) as place:
        assert ("image/png", (3, 2)) == (response.content_type, place.size)
    path = OWN.removeprefix("book:/")
    assert (600, 400) == (files.printed[path].width, files.printed[path].height)
    assert {path} == {*files.names().values()}


@pytest.mark.slow
def test_a_book_that_asks_for_anything_else_is_not_made(tmp_path: Path):
    outcomes = set_all({name: job(html) for name, html in HOSTILE.items()}, tmp_path)
    assert sorted(HOSTILE) == refused(outcomes)
    assert [] == list(tmp_path.iterdir())
    for outcome in outcomes.values():
        assert "the book cannot be set: our program fails at it (Complaint: " in str(outcome)
        assert re.search(
            r"versions: wawla [\d.]+, weasyprint [\d.]+, .*, Pango [\d.]+, .*, Python [\d.]+$", outcome.remedy
        )


@pytest.mark.slow
def test_what_paper_has_no_use_for_is_never_asked_for(tmp_path: Path):
    outcomes = set_all({name: job(html) for name, html in NEVER_ASKED.items()}, tmp_path)
    assert {name: TypesetResult(pages=1) for name in NEVER_ASKED} == outcomes
    for name in NEVER_ASKED:
        assert b"root:" not in (tmp_path / f"{name}.pdf").read_bytes()


@pytest.mark.slow
def test_a_drawing_that_a_contributor_sends_is_not_made(tmp_path: Path):
    drawing = b'<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><image href="file:///etc/passwd"/></svg>'
    page = job(f'<img src="{OWN}" alt="x">', {OWN: drawing})
    assert ["drawing"] == refused(set_all({"drawing": page}, tmp_path))


# Pictures.


@pytest.mark.slow
def test_a_book_with_a_picture_of_too_many_dots_is_not_made_and_the_next_one_is(tmp_path: Path):
    page = f'<img src="{OWN}" alt="x">'
    jobs = {"bomb": job(page, {OWN: claims(8_000, 8_000)}), "good": job(page, {OWN: saved(Image.new("L", (9, 9)))})}
    outcomes = set_all(jobs, tmp_path)
    assert ["bomb"] == refused(outcomes)
    expected = "the picture accounts_of_practice/harbour/harbour.png has 8,000 by 8,000 pixels"
    remedy = "save it anew, as a JPEG of ordinary size"
    assert (f"the book cannot be set: {expected}", remedy) == (str(outcomes["bomb"]), outcomes["bomb"].remedy)


def test_a_profile_for_a_screen_cannot_be_used_for_the_press():
    with pytest.raises(OSError, match="the output profile cannot be used"):
        to_cmyk(ImageCmsProfile(createProfile("sRGB")).tobytes())


def test_what_is_no_profile_cannot_be_used_either():
    with pytest.raises(OSError, match="profile"):
        to_cmyk(b"no profile")
