"""One picture to decode, and what was found: plain data that can cross a pipe."""

from __future__ import annotations

import base64
import json
from dataclasses import asdict, dataclass
from typing import Self

from wawla.reading.picture_faults import PictureFault

BUILT_ON = ("Pillow",)
"""The package that decides how a job comes out."""


@dataclass(frozen=True)
class PictureJob:
    """One picture to decode: its path, and the bytes of its file."""

    path: str
    data: bytes

    def to_json(self) -> str:
        """One line of JSON."""
        return json.dumps({"path": self.path, "data": base64.b64encode(self.data).decode()})

    @classmethod
    def from_json(cls, line: str | bytes) -> Self:
        """The job that `to_json` wrote."""
        plain = json.loads(line)
        return cls(plain["path"], base64.b64decode(plain["data"]))


@dataclass(frozen=True)
class DecodingResult:
    """What is wrong with a picture; None where it can be decoded."""

    fault: PictureFault | None = None

    def to_json(self) -> str:
        """One line of JSON."""
        return json.dumps(asdict(self))

    @classmethod
    def from_json(cls, line: str | bytes) -> Self:
        """What `to_json` wrote. Raises ValueError, KeyError or TypeError for anything else."""
        fault = json.loads(line)["fault"]
        return cls(fault and PictureFault(**fault))
