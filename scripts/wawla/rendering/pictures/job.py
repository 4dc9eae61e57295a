"""One picture to make for the site, and the files that come of it: plain data that can cross a pipe."""

from __future__ import annotations

import base64
import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Self

BUILT_ON = ("Pillow",)
"""The package that decides how a job comes out."""


@dataclass(frozen=True)
class SitePictureJob:
    """One picture: its path, the bytes of its file, and whether the site offers it in several sizes."""

    path: str
    data: bytes
    in_sizes: bool = True

    @property
    def name(self) -> str:
        """The name of its file, which says its kind."""
        return self.path.rpartition("/")[2]

    def to_json(self) -> str:
        """One line of JSON."""
        return json.dumps({"path": self.path, "data": base64.b64encode(self.data).decode(), "in_sizes": self.in_sizes})

    @classmethod
    def from_json(cls, line: str | bytes) -> Self:
        """The job that `to_json` wrote."""
        plain = json.loads(line)
        return cls(plain["path"], base64.b64decode(plain["data"]), plain["in_sizes"])


@dataclass(frozen=True)
class SitePicture:
    """The files of a picture, by their addresses from the folder that the picture is in."""

    files: Mapping[str, bytes]

    def to_json(self) -> str:
        """One line of JSON."""
        return json.dumps({name: base64.b64encode(data).decode() for name, data in self.files.items()})

    @classmethod
    def from_json(cls, line: str | bytes) -> Self:
        """What `to_json` wrote."""
        return cls({name: base64.b64decode(text) for name, text in json.loads(line).items()})
