"""Finds the personal data of a text: each detector in turn, and of two at one place the surer."""

from __future__ import annotations

from bisect import bisect
from collections.abc import Iterator
from typing import Literal, NamedTuple

from wawla.model.personal_data.addresses import addresses
from wawla.model.personal_data.births import births
from wawla.model.personal_data.contacts import emails, telephones
from wawla.model.personal_data.health import health
from wawla.model.personal_data.legible import Legible, Stretch
from wawla.model.personal_data.numbers import numbers
from wawla.model.personal_data.people import people
from wawla.model.personal_data.signs import may_hold_personal_data

DataKind = Literal["email", "telephone", "pupil", "birth", "address", "number", "health", "person"]


class PersonalData(NamedTuple):
    """Something of a person in a text: of what kind, and where it stands in the text as it was written."""

    kind: DataKind
    start: int
    end: int


def personal_data(text: str, every_name: bool = False) -> list[PersonalData]:
    """All personal data of a text, in its order; of two kinds at one place, the surer.

    With `every_name`, each name in full is at least asked about, whatever stands beside it.
    """
    if not every_name and not may_hold_personal_data(text):
        return []
    read = Legible(text)
    taken: list[Stretch] = []
    found = []
    for kind, start, end in _all(read, every_name):
        at = bisect(taken, (start, end))
        if (at == 0 or taken[at - 1][1] <= start) and (at == len(taken) or end <= taken[at][0]):
            taken.insert(at, (start, end))
            found.append(PersonalData(kind, *read.written(start, end)))
    return sorted(found, key=lambda each: each.start)


def _all(read: Legible, every_name: bool) -> Iterator[tuple[DataKind, int, int]]:
    yield from (("email", *each) for each in emails(read))
    yield from (("number", *each) for each in numbers(read))
    yield from (("birth", *each) for each in births(read))
    yield from (("telephone", *each) for each in telephones(read))
    yield from (("address", *each) for each in addresses(read))
    persons = list(people(read, every_name))
    yield from (("pupil", each.start, each.end) for each in persons if each.sure)
    yield from (("health", *each) for each in health(read))
    yield from (("person", each.start, each.end) for each in persons if not each.sure)
