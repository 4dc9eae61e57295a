"""Why a picture cannot be used: what is wrong with it, in words that follow its name."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

PictureFaultKind = Literal["damaged", "large", "animated", "colours"]


@dataclass(frozen=True)
class PictureFault:
    """What is wrong with a picture. The text follows its name: 'is damaged'."""

    kind: PictureFaultKind
    text: str


class UnusablePicture(ValueError):  # noqa: N818 - what was met
    """A picture that can be shown nowhere as it is."""

    def __init__(self, kind: PictureFaultKind, text: str) -> None:
        super().__init__(text)
        self.fault = PictureFault(kind, text)
