"""What goes into the setting of one book, and what comes out of it: plain data that can cross a pipe."""

from __future__ import annotations

import base64
import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, Self

BUILT_ON = ("weasyprint", "pydyf", "tinycss2", "tinyhtml5", "cssselect2", "pyphen", "pikepdf", "Pillow", "fonttools")
"""The packages that decide how a job comes out, but for those of the typefaces."""


@dataclass(frozen=True)
class Document:
    """One document, ready to be set."""

    name: str
    """The name of its files, without ending."""
    path: str
    """The file that a finding about it names."""
    title: str
    html: str
    trim: tuple[float, float]
    """Width and height of the page in millimetres."""
    day: str
    """The day its content carries, as YYYY-MM-DD: the same content has the same day, and so the same bytes."""
    pictures: Mapping[str, bytes] = field(default_factory=dict)
    """By the address under which the document asks for them."""
    anchors: Mapping[str, str] = field(default_factory=dict)
    """The folder of every piece by its anchor in the document."""
    sheets_of_four: bool = False
    """Whether the pages have to make whole sheets; then pages for notes are put before the last one."""


@dataclass(frozen=True)
class Press:
    """What makes a file one for the printer."""

    bleed: float
    """In millimetres."""
    condition: str
    """The printing condition's name, such as FOGRA39."""
    profile: str = ""
    """A printer's own CMYK profile in base64; '' for ours."""


@dataclass(frozen=True)
class SettingJob:
    """One book to set, and the file to write."""

    book: Document
    to: str
    """The path of the PDF."""
    press: Press | None = None
    """None for the screen."""

    @property
    def path(self) -> str:
        """The file that is named where this job goes wrong."""
        return self.book.path

    @cached_property
    def digest(self) -> str:
        """A digest of everything about this job that decides its outcome: all but where it is written."""
        return hashlib.sha256(json.dumps(self._plain() | {"to": ""}, sort_keys=True).encode()).hexdigest()

    def to_json(self) -> str:
        """One line of JSON."""
        return json.dumps(self._plain())

    def _plain(self) -> dict[str, Any]:
        book = dict(vars(self.book))
        book["pictures"] = {name: base64.b64encode(data).decode() for name, data in self.book.pictures.items()}
        book["anchors"] = dict(self.book.anchors)
        return {"book": book, "to": self.to, "press": vars(self.press) if self.press else None}

    @classmethod
    def from_json(cls, line: str | bytes) -> Self:
        """The job that `to_json` wrote."""
        data = json.loads(line)
        book = data["book"]
        book["pictures"] = {name: base64.b64decode(text) for name, text in book["pictures"].items()}
        book["trim"] = tuple(book["trim"])
        return cls(Document(**book), data["to"], Press(**data["press"]) if data["press"] else None)


@dataclass(frozen=True)
class TypesetResult:
    """A book that was set: how many pages, where each piece begins, and what could not be set as it is written."""

    pages: int
    starts: Mapping[str, int] = field(default_factory=dict)
    """The page on which each piece begins, by its folder."""
    missing: str = ""
    """Letters that the typefaces have not, each once."""
    pictures: Mapping[str, str] = field(default_factory=dict)
    """The path of each contributor's picture, by the names that it may have in the PDF."""

    def to_json(self) -> str:
        """One line of JSON."""
        return json.dumps(vars(self) | {"starts": dict(self.starts), "pictures": dict(self.pictures)})

    @classmethod
    def from_json(cls, line: str | bytes) -> Self:
        """What `to_json` wrote. Raises ValueError, KeyError or TypeError for anything else."""
        return cls(**json.loads(line))
