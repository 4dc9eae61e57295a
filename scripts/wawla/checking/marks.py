"""Marks that should not stand in a text: how each is sought, what is said of it, and its remedy."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from wawla.model.body import Body, signs_of
from wawla.model.findings import Place


class Mark(NamedTuple):
    """One kind of mark. Its pattern begins with a line break where the mark begins its line.

    A group `at` is the part that is meant, where the pattern holds more than that.
    """

    sign: str
    """What must stand in a text for it; several, with a line break between, where one of them is enough."""
    pattern: re.Pattern[str]
    remedy: str
    said: str = "is shown as it stands"


class Marks:
    """Marks by their signs: most texts hold few of them, and are asked for the others in no time."""

    def __init__(self, *marks: Mark) -> None:
        self._by_sign = [(signs_of(sign), sign, mark) for mark in marks for sign in mark.sign.split("\n")]

    def found_in(self, body: Body, text: str) -> Iterator[tuple[Place, str, str]]:
        """Where the marks stand in a text of the body that is as long as the body, what is said of each, its remedy.

        There is one for each line, however many marks it has.
        """
        lines, text = set[int](), f"\n{text}"
        there = signs_of(text)
        for signs, sign, mark in self._by_sign:
            if signs in there and sign in text:
                for place, words in _places(body, text, mark):
                    if place.line not in lines:
                        lines.add(place.line)
                        yield place, f"'{words[:40]}' {mark.said}", mark.remedy


def _places(body: Body, text: str, mark: Mark) -> Iterator[tuple[Place, str]]:
    group = "at" if "at" in mark.pattern.groupindex else 0
    for found in mark.pattern.finditer(text):
        words = found[group].strip()
        start = found.start(group) + found[group].index(words) - 1
        first = words.partition("\n")[0]
        yield body.place(start, start + len(first)), first


def first_of_each_run(hits: Iterator[tuple[Place, str, str]]) -> Iterator[tuple[Place, str, str]]:
    """The hits in their order, of those in lines that follow each other only the first."""
    last = -1
    for place, said, remedy in sorted(hits):
        if place.line > last + 1:
            yield place, said, remedy
        last = place.line
