"""What a picture says in words beside what it shows: EXIF, XMP, IPTC, comments and text, as far as it can be read.

Nothing is decoded or unpacked but text, and of that a little. What is damaged for one program may be plain to the next,
so that words are taken wherever they stand, and no block needs to be whole.
"""

from __future__ import annotations

import html
import re
import struct
import zlib
from collections.abc import Iterator

MOST_TEXT = 64 * 1024
"""So many bytes of one block are read: a caption is shorter, and a thumbnail longer."""
SHOWN = "in the picture: "
"""What stands before a name that the picture gives to one of the faces that it shows."""
_MOST_BLOCKS = 200
_JPEG, _PNG = b"\xff\xd8", b"\x89PNG\r\n\x1a\n"
_COMMENT, _SCAN, _END = 0xFE, 0xDA, 0xD9
_WITHOUT_LENGTH = {0x01, *range(0xD0, 0xD9)}
_NOT_WORDS = (b"ICC_PROFILE", b"JFIF", b"JFXX", b"Adobe\0", b"MPF\0")
"""How blocks begin that hold numbers: colours, sizes, and where a second picture is."""
_WORDS = re.compile(rb"[\x20-\x7e\xa0-\xff]{4,}")
_WIDE_WORDS = re.compile(rb"(?<![\x20-\x7e])(?:[\x20-\x7e\xc0-\xff]\0){4,}")
"""Words in UTF-16, as Windows writes them into EXIF."""
_XML = re.compile(rb"<[?a-zA-Z!/]")
_FACE = re.compile(
    r"(?:\bmwg-rs:Name|PersonDisplayName|\bstArea:name)\s*=\s*[\"']([^\"'<>]{1,200})[\"']"
    r"|<(?:mwg-rs:Name|MPReg:PersonDisplayName|Iptc4xmpExt:PersonInImage|GettyImagesGIFT:Personality)\b[^>]*>(.{1,2000}?)</",
    re.S,
)
_VALUE = re.compile(r"\b(?!xmlns)[\w-]+:(\w+)\s*=\s*[\"']([^\"'<>]{4,2000})[\"']|>([^<>]{4,2000})<")
_TAG = re.compile(r"<[^<>]*>")
_OF_THE_PROGRAM = re.compile(r"(?:CreatorTool|DocumentID|InstanceID|softwareAgent|History|when|changed|format|Date)")


def picture_texts(data: bytes) -> Iterator[str]:
    """The texts in the metadata of a JPEG, PNG or WebP, one by one; nothing for any other bytes."""
    told: set[str] = set()
    for block in _blocks(data):
        for text in _texts(block[:MOST_TEXT]):
            if text not in told:
                told.add(text)
                yield text


def _blocks(data: bytes) -> Iterator[bytes]:
    if data.startswith(_JPEG):
        yield from _jpeg_blocks(data)
    elif data.startswith(_PNG):
        yield from _png_blocks(data)
    elif data.startswith(b"RIFF") and data[8:12] == b"WEBP":
        yield from _webp_blocks(data)


def _jpeg_blocks(data: bytes) -> Iterator[bytes]:
    """The application segments and comments up to the first scan (ITU-T T.81, B.1.1)."""
    at = len(_JPEG)
    while at + 4 <= len(data) and data[at] == 0xFF:
        marker = data[at + 1]
        if marker in _WITHOUT_LENGTH or marker == 0xFF:
            at += 2 if marker != 0xFF else 1
            continue
        if marker in (_SCAN, _END):
            return
        [length] = struct.unpack(">H", data[at + 2 : at + 4])
        block = data[at + 4 : at + 2 + length]
        if (marker == _COMMENT or 0xE0 <= marker <= 0xEF) and not block.startswith(_NOT_WORDS):
            yield block
        at += 2 + max(length, 2)


def _png_blocks(data: bytes) -> Iterator[bytes]:
    """The chunks of text and of EXIF, before the picture and after it (PNG, third edition, 5.3 and 11.3)."""
    at, found = len(_PNG), 0
    while at + 8 <= len(data) and found < _MOST_BLOCKS:
        [length] = struct.unpack(">I", data[at : at + 4])
        kind, block = data[at + 4 : at + 8], data[at + 8 : at + 8 + min(length, 4 * MOST_TEXT)]
        if kind in (b"tEXt", b"zTXt", b"iTXt", b"eXIf"):
            found += 1
            yield _unpacked(kind, block)
        at += 12 + length


def _unpacked(kind: bytes, block: bytes) -> bytes:
    """The words of a chunk, unpacked as far as a text goes."""
    keyword, _, rest = block.partition(b"\0")
    if kind == b"zTXt":
        return keyword + b": " + _inflated(rest[1:])
    if kind == b"iTXt":
        packed, rest = rest[:1] == b"\1", rest[2:].partition(b"\0")[2].partition(b"\0")[2]
        return keyword + b": " + (_inflated(rest) if packed else rest)
    return block.replace(b"\0", b": ", 1) if kind == b"tEXt" else block


def _inflated(packed: bytes) -> bytes:
    try:
        return zlib.decompressobj().decompress(packed, MOST_TEXT)
    except zlib.error:
        return b""


def _webp_blocks(data: bytes) -> Iterator[bytes]:
    """The chunks of EXIF and XMP (RFC 9649, 2.7)."""
    at, found = 12, 0
    while at + 8 <= len(data) and found < _MOST_BLOCKS:
        [length] = struct.unpack("<I", data[at + 4 : at + 8])
        if data[at : at + 4] in (b"EXIF", b"XMP "):
            found += 1
            yield data[at + 8 : at + 8 + min(length, MOST_TEXT)]
        at += 8 + length + length % 2


def _texts(block: bytes) -> Iterator[str]:
    if (_XML.search(block) and b"<rdf:" in block) or b"<x:xmpmeta" in block:
        yield from _xmp_texts(block.decode("utf-8", "replace"))
        return
    for words in _WORDS.findall(block):
        yield _decoded(words)
    for words in _WIDE_WORDS.findall(block):
        yield words.decode("utf-16-le", "replace")


def _decoded(words: bytes) -> str:
    try:
        return words.decode("utf-8")
    except UnicodeDecodeError:
        return words.decode("latin-1")


def _xmp_texts(xmp: str) -> Iterator[str]:
    for face in _FACE.finditer(xmp):
        names = [face[1]] if face[1] else _TAG.split(face[2])
        yield from (f"{SHOWN}{html.unescape(name).strip()}" for name in names if name.strip())
    for value in _VALUE.finditer(_FACE.sub("", xmp)):
        if not (value[1] and _OF_THE_PROGRAM.search(value[1])) and (text := (value[2] or value[3]).strip()):
            yield html.unescape(text)
