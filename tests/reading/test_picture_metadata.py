"""Words in the metadata of pictures are read from whatever is there of them."""

import io

import pytest
from PIL import Image, PngImagePlugin

from wawla.reading.picture_metadata import MOST_TEXT, picture_texts

FACE = (
    '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'
    '<rdf:Description><mwg-rs:Regions><rdf:li mwg-rs:Name="Amy Brown" mwg-rs:Type="Face"/></mwg-rs:Regions>'
    "<Iptc4xmpExt:PersonInImage><rdf:Bag><rdf:li>Ben Cole</rdf:li></rdf:Bag></Iptc4xmpExt:PersonInImage>"
    "<dc:description>Sports day</dc:description></rdf:Description></rdf:RDF></x:xmpmeta>"
)


def saved(form, **options):
    buffer = io.BytesIO()
    Image.new("RGB", (8, 8)).save(buffer, form, **options)
    return buffer.getvalue()


def exif(wide=False):
    tags = Image.Exif()
    tags[0x010E], tags[0x013B] = "Amy Brown on the wall", "Jane Porter"
    if wide:
        tags[0x9C9C] = "Amy Brown, wide".encode("utf-16-le")
    return tags


@pytest.mark.parametrize("form", ["JPEG", "WEBP", "PNG"])
def test_exif_is_read_in_every_format(form):
    assert ["Amy Brown on the wall", "Jane Porter"] == [
        text for text in picture_texts(saved(form, exif=exif())) if "Amy" in text or "Jane" in text
    ]


def test_words_that_windows_wrote_are_read():
    assert "Amy Brown, wide" in list(picture_texts(saved("JPEG", exif=exif(wide=True))))


@pytest.mark.parametrize("form", ["JPEG", "WEBP"])
def test_the_names_of_faces_are_told_as_such(form):
    told = list(picture_texts(saved(form, xmp=FACE.encode())))
    assert ["in the picture: Amy Brown", "in the picture: Ben Cole"] == told[:2]
    assert "Sports day" in told


def test_a_comment_is_read():
    assert "Amy Brown, 4B" in list(picture_texts(saved("JPEG", comment=b"Amy Brown, 4B")))


def test_a_text_that_unpacks_to_more_than_a_caption_is_cut():
    words = PngImagePlugin.PngInfo()
    words.add_text("Comment", "a " * 4_000_000, zip=True)
    assert [True] == [len(text) <= MOST_TEXT for text in picture_texts(saved("PNG", pnginfo=words))]


@pytest.mark.parametrize(
    "data", [b"", b"\xff\xd8", b"\xff\xd8\xff\xe1\xff", b"\x89PNG\r\n\x1a\n\0", b"RIFF\0\0\0\0WEBPEXIF"]
)
def test_of_what_is_no_picture_nothing_is_said(data):
    assert [] == list(picture_texts(data))


def test_a_picture_that_was_cut_off_is_read_as_far_as_it_goes():
    whole = saved("JPEG", exif=exif())
    assert "Jane Porter" in list(picture_texts(whole[: whole.index(b"Jane") + 40]))
