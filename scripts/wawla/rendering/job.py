"""What goes into the rendering of one body, and what comes out of it: plain data that can cross a pipe."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from functools import cached_property
from typing import Any, Self

from wawla.model.outline import Section

BUILT_ON = ("Markdown", "pymdown-extensions", "nh3")
"""The packages that decide how a job comes out."""


@dataclass(frozen=True)
class PictureOnPage:
    """A picture as a page shows it. With `withheld`, the reason in words, it is not shown."""

    alt: str
    credit: str
    caption: str = ""
    width: int = 0
    height: int = 0
    withheld: str = ""
    in_sizes: bool = False
    """Whether the page offers it in several sizes, from which a browser takes one."""


@dataclass(frozen=True)
class RenderJob:
    """One body to render: its text, its file, and what it needs to know of the rest of the publication."""

    path: str
    text: str
    pictures: Mapping[str, PictureOnPage] = field(default_factory=dict)
    """By file name. A picture that is not named here is not shown."""
    abbreviations: Mapping[str, str] = field(default_factory=dict)
    """Abbreviations of the glossary that the text uses, and what they stand for."""
    absent: tuple[str, ...] = ()
    """Paths the text links to that have no page on the site."""

    @cached_property
    def digest(self) -> str:
        """A digest of everything about this job that decides its outcome."""
        return hashlib.sha256(self.to_json().encode()).hexdigest()

    def to_json(self) -> str:
        """One line of JSON."""
        pictures = {name: asdict(picture) for name, picture in self.pictures.items()}
        plain = {"path": self.path, "text": self.text, "absent": self.absent, "abbreviations": {**self.abbreviations}}
        return json.dumps({**plain, "pictures": pictures}, sort_keys=True)

    @classmethod
    def from_json(cls, line: str | bytes) -> Self:
        """The job that `to_json` wrote."""
        data: dict[str, Any] = json.loads(line)
        pictures = {name: PictureOnPage(**picture) for name, picture in data.pop("pictures").items()}
        return cls(pictures=pictures, **(data | {"absent": tuple(data["absent"])}))


@dataclass(frozen=True)
class Rendered:
    """Safe HTML of one body, its outline, and the abbreviations it uses in the order of their first use."""

    html: str
    outline: tuple[Section, ...] = ()
    abbreviations: tuple[str, ...] = ()

    def to_json(self) -> str:
        """One line of JSON."""
        return json.dumps(asdict(self))

    @classmethod
    def from_json(cls, line: str | bytes) -> Self:
        """What `to_json` wrote. Raises ValueError, KeyError or TypeError for anything else."""
        data = json.loads(line)
        outline = tuple(Section(**section) for section in data["outline"])
        return cls(data["html"], outline, tuple(data["abbreviations"]))
