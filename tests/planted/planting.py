"""Plants one fault in the sample publication, in memory, and says where it lies."""

import functools
import io
import re
import zlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import takewhile
from pathlib import Path
from typing import Any

import yaml
from folders import SAMPLE
from PIL import Image
from PIL.PngImagePlugin import PngInfo

HERE = Path(__file__).resolve().parent
ACCOUNT = "accounts_of_practice/moor-marking/index.md"
PICTURE = "accounts_of_practice/moor-marking/moor.png"
TABLE = "tools/small-figures/data.csv"


@dataclass(frozen=True)
class Planted:
    """A publication with one fault in it: all its files, and the file and lines at which it has to be named."""

    files: Mapping[str, bytes]
    path: str
    lines: range


@functools.cache
def sample_files() -> Mapping[str, bytes]:
    """The sample as it is, by path."""
    return {
        path.relative_to(SAMPLE).as_posix(): path.read_bytes() for path in sorted(SAMPLE.rglob("*")) if path.is_file()
    }


def cases(group: str) -> list[Any]:
    """The faults of a group, from its file."""
    return yaml.safe_load((HERE / f"{group}.yml").read_text(encoding="utf-8"))


def plant(case: Mapping[str, Any], default: str = ACCOUNT) -> Planted:
    """The sample with this fault in it."""
    path = case.get("file", default)
    before = sample_files().get(path, b"").decode("utf-8", "replace")
    data, lines = _changed(case, before)
    return Planted({**sample_files(), path: data}, path, lines)


def _changed(case: Mapping[str, Any], before: str) -> tuple[bytes, range]:
    if "whole_bytes" in case:
        return bytes.fromhex(case["whole_bytes"]), range(10**6)
    if "whole" in case:
        return case["whole"].encode(case.get("encoding", "utf-8")), range(10**6)
    after = before
    if "field" in case:
        after = _with_field(after, case["field"], frame="---\n" in after)
    if "text" in case:
        after = f"{after}\n{case['text']}\n"
    if "many" in case:
        after += "\n" + "".join(case["many"].format(number) for number in range(case["times"]))
    if "from" in case:
        assert case["from"] in after
        after = after.replace(case["from"], case["to"], 1)
    if "replace" in case:
        after = re.sub(case["replace"], lambda _: case["to"], after, count=1)
    assert after != before
    return after.encode(), _changed_lines(before, after)


def _with_field(text: str, field: str, *, frame: bool) -> str:
    """The text with this field in place of the one of its name; its other lines stay."""
    name = field.partition(":")[0]
    head, body = text.removeprefix("---\n").split("---\n", 1) if frame else (text, "")
    rest = re.sub(rf"^{name}:.*\n(?:[ -].*\n)*", "", head, flags=re.M)
    return f"---\n{rest}{field}\n---\n{body}" if frame else f"{rest}{field}\n"


def _changed_lines(before: str, after: str) -> range:
    """The numbers of the lines that are new; from the first that differs to the last."""
    old, new = before.split("\n"), after.split("\n")
    first = _alike(old, new)
    last = _alike(old[first:][::-1], new[first:][::-1])
    return range(first + 1, max(first + 1, len(new) - last) + 1)


def _alike(one: Sequence[str], other: Sequence[str]) -> int:
    """How many lines at the beginning are the same in both."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))


def draw(case: Mapping[str, Any]) -> bytes:
    """The picture that a case asks for."""
    data = _MAKERS[case["make"]]()
    if "cut" in case:
        data = data[: int(len(data) * case["cut"])]
    if "spoil" in case:
        data = data.replace(b"IDAT", b"IDAT\0\0\0\0", 1)
    return data


def _saved(image: Image.Image, kind: str, **options: Any) -> bytes:
    buffer = io.BytesIO()
    image.save(buffer, kind, **options)
    return buffer.getvalue()


def _photo(size: tuple[int, int] = (900, 600), mode: str = "RGB") -> Image.Image:
    return Image.linear_gradient("L").resize(size).convert(mode)


def _exif(tag: int, value: str) -> bytes:
    exif = Image.Exif()
    exif[tag] = value
    return _saved(_photo(), "JPEG", exif=exif)


def _png_text() -> bytes:
    info = PngInfo()
    info.add_text("Description", "The camera of the school.")
    return _saved(_photo(), "PNG", pnginfo=info)


def _xmp() -> bytes:
    info = PngInfo()
    packet = (
        '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'
        '<rdf:Description xmlns:mwg-rs="http://www.metadataworkinggroup.com/schemas/regions/" '
        'mwg-rs:Name="The camera of the school."/></rdf:RDF></x:xmpmeta>'
    )
    info.add_itxt("XML:com.adobe.xmp", packet)
    return _saved(_photo(), "PNG", pnginfo=info)


def _bomb() -> bytes:
    """A PNG of 60,000 by 60,000 black dots, in a few thousand bytes."""
    head = (60_000).to_bytes(4, "big") * 2 + b"\x01\x00\x00\x00\x00"
    rows = zlib.compress(b"\0" * 7501 * 1000)
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(*each) for each in ((b"IHDR", head), (b"IDAT", rows), (b"IEND", b"")))


def _chunk(name: bytes, data: bytes) -> bytes:
    return len(data).to_bytes(4, "big") + name + data + zlib.crc32(name + data).to_bytes(4, "big")


def _gps() -> bytes:
    exif = Image.Exif()
    exif[0x8825] = {1: "N", 2: (54.0, 41.0, 0.0), 3: "W", 4: (1.0, 12.0, 0.0)}
    return _saved(_photo(), "JPEG", exif=exif)


_MAKERS = {
    "jpeg": lambda: _saved(_photo(), "JPEG"),
    "png": lambda: _saved(_photo(), "PNG"),
    "text": lambda: b"This is a picture.\n",
    "html": lambda: b"<!DOCTYPE html><html><body>Sign in</body></html>",
    "bomb": _bomb,
    "cmyk": lambda: _saved(_photo(mode="CMYK"), "JPEG"),
    "tiny": lambda: _saved(_photo((40, 20)), "PNG"),
    "exif": lambda: _exif(0x010E, "The camera of the school."),
    "comment": lambda: _saved(_photo(), "JPEG", comment=b"The camera of the school."),
    "png-text": _png_text,
    "xmp": _xmp,
    "gps": _gps,
    "tail": lambda: _saved(_photo(), "JPEG") + b"The camera of the school.",
    "tiff": lambda: _saved(_photo(), "TIFF"),
    "apng": lambda: _saved(_photo(), "PNG", save_all=True, append_images=[_photo().rotate(180)]),
}
