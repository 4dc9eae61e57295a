"""The sentence in which something stands: what it says of a name it says of this one."""

from __future__ import annotations

import re

from wawla.model.personal_data.legible import Stretch

_END = re.compile(
    r"(?<!\bMr)(?<!\bMrs)(?<!\bMs)(?<!\bDr)(?<!\bSt)(?<!\b[A-Z])[.!?][\"')]*\s+(?=[\"'(]*[A-Z\d])|\n"
)  # fmt: skip
_FARTHEST = 240
"""In letters: a sentence that is longer is read as far as this on either side."""


def sentence_at(text: str, start: int, end: int) -> Stretch:
    """Where the sentence, the row or the line begins and ends in which this stands."""
    first = max(start - _FARTHEST, 0)
    for ending in _END.finditer(text, first, start + 1):  # with the letter that begins the next sentence
        first = ending.end()
    last = _END.search(text, end, end + _FARTHEST)
    return first, last.start() if last else min(end + _FARTHEST, len(text))
