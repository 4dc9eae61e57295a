"""Where code stands within a line or paragraph, and a text with stretches blanked out, letter for letter."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

_TICKS = re.compile(r"`++|\n[ \t]*+(?:\d++[.)]|[-+*#>|:=\n]?)")


def code_spans(text: str) -> Iterator[tuple[int, int]]:
    """Where code stands inside a line or paragraph: between two runs of as many backticks."""
    block: list[tuple[int, int]] = []
    for m in _TICKS.finditer(text):
        if m[0][0] == "`":
            block.append(m.span())
        elif block and (m[0].strip(" \t") != "\n" or text[text.rfind("\n", 0, m.start()) + 1] in "#="):
            yield from _pairs(text, block)
            block = []
    yield from _pairs(text, block)


def _pairs(text: str, runs: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    next_of_length: dict[int, int] = {}
    partner: list[int | None] = [None] * len(runs)
    for number in range(len(runs) - 1, -1, -1):
        start, end = runs[number]
        backslashes = start - len(text[max(start - 40, 0) : start].rstrip("\\")) - max(start - 40, 0)
        partner[number] = next_of_length.get(end - start - backslashes % 2)
        next_of_length[end - start] = number
    past = -1
    for number, (start, _) in enumerate(runs):
        close = partner[number]
        if number > past and close is not None:
            past = close
            yield start, runs[close][1]


def blanked(text: str, spans: Iterable[tuple[int, int]]) -> str:
    """The text with these stretches blanked, letter for letter; they come in order, and may overlap."""
    parts, at = [], 0
    for start, end in spans:
        if end > at:
            hidden = text[max(start, at) : end]
            parts += [text[at : max(start, at)], "\n".join(" " * len(line) for line in hidden.split("\n"))]
            at = end
    return "".join([*parts, text[at:]])
