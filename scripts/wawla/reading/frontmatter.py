"""The only reader of front matter: the bytes of a Markdown file to a Manuscript."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from wawla.model.body import Body
from wawla.model.faults import fault
from wawla.model.fields import KeyPath
from wawla.model.findings import Finding, Place
from wawla.reading.yaml_values import Values, read_values

MOST_TEXT = 256 * 1024
_OPENING = re.compile(r"---[ \t]*\n")
PLACEHOLDER = re.compile(r"«(?!\s)[^«»\n]*(?<!\s)»")
"""French puts spaces within these marks where it quotes, and German turns them round."""
"""What `wawla new` leaves where only a person can know what to write."""
_CONFLICT = re.compile(r"^(?:<{7}|={7}|>{7})(?: .*)?$", re.M)
_CLOSING = re.compile(r"^---[ \t]*$", re.M)


@dataclass(frozen=True)
class Manuscript:
    """A file as its author wrote it: values with their places, and the body. Whatever is wrong is in `faults`."""

    path: str
    values: Mapping[str, Any] | None
    places: Mapping[KeyPath, Place]
    keys: Mapping[KeyPath, Place]
    body: Body
    front: Body | None = None
    """The front matter as text, of whatever could be read of the file."""
    faults: tuple[Finding, ...] = field(default=())


def read_text(path: str, data: bytes) -> str | Finding:
    """The text of a file, with line ends made alike and a byte-order mark removed; or what is wrong with it."""
    if len(data) > MOST_TEXT:
        line = data.count(b"\n", 0, MOST_TEXT) + 1
        said = f"the file is too long: it has {len(data) // 1024} KiB, and here are the 256 that a text has at the most"
        return fault("FIL006", Place(path, line), said)
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return fault("FIL004", Place(path, 1), "the file is saved as UTF-16, and not as UTF-8")
    if b"\0" in data:
        line = data.count(b"\n", 0, data.index(b"\0")) + 1
        return fault("FIL005", Place(path, line), "a NUL byte stands in this line")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        column = error.start - (data.rfind(b"\n", 0, error.start) + 1) + 1
        return fault("FIL004", Place(path, line, column, column + 1), "a letter in this line is not encoded as UTF-8")
    return text.replace("\r\n", "\n").replace("\r", "\n")


def read_manuscript(path: str, data: bytes) -> Manuscript:
    """The manuscript of a Markdown file. `values` is None where its front matter could not be read."""
    text = read_text(path, data)
    if isinstance(text, Finding):
        return _without_values(path, text)
    opening = _OPENING.match(text)
    if not opening:
        return _without_values(path, fault("YML001", Place(path), "the file has no front matter"), text)
    closing = _CLOSING.search(text, opening.end())
    if not closing:
        return _without_values(
            path, fault("YML002", Place(path, 1, 1, 4), "the front matter is not closed"), front=Body(text, path)
        )
    values = read_values(text[opening.end() : closing.start()], path, first_line=2)
    if not values.faults and not isinstance(values.data, dict):
        values.faults.append(fault("YML009", Place(path, 2), "the front matter holds no fields"))
    fields = values.data if isinstance(values.data, dict) else None
    values.faults += _to_fill_in(Body(text, path))
    body = Body(text[closing.end() + 1 :], path, text.count("\n", 0, closing.end()) + 2)
    front = Body(text[opening.end() : closing.start()], path, 2)
    return Manuscript(path, fields, values.places, values.keys, body, front, tuple(values.faults))


def read_register(path: str, data: bytes) -> Values:
    """The values of a YAML file of its own. `data` is None where it could not be read."""
    text = read_text(path, data)
    if isinstance(text, Finding):
        return Values(faults=[text])
    whole = Body(text, path)
    if conflict := _CONFLICT.search(text):
        said = f"'{conflict[0].strip()[:40]}' is the mark of two versions that were not brought together"
        place = whole.place(*conflict.span())
        return Values(faults=[fault("YML003", place, said, "keep one version, and remove the marks")])
    values = read_values(text, path)
    if not values.faults and not isinstance(values.data, (dict, tuple)):
        values.faults.append(fault("YML009", Place(path), f"{path} holds no fields"))
    values.faults += _to_fill_in(whole)
    return values


def _to_fill_in(text: Body) -> list[Finding]:
    """What is left between « and » for a person to fill in."""
    found = PLACEHOLDER.finditer(text.text)
    return [fault("SCH010", text.place(*match.span()), f"{match[0]} is still to be filled in") for match in found]


def _without_values(path: str, finding: Finding, body: str = "", front: Body | None = None) -> Manuscript:
    return Manuscript(path, None, {}, {}, Body(body, path), front, (finding,))
