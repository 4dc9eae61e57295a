"""Pupils who are named in full in a text, and other people of a school who may be."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from wawla.model.personal_data.full_names import full_names
from wawla.model.personal_data.legible import Legible
from wawla.model.personal_data.pupils import are_listed, is_pupil
from wawla.model.personal_data.staff import may_be_of_the_school
from wawla.model.personal_data.unusual_names import pupils_in_small_letters, staff_in_small_letters, surnames_first

_MOST = 300
"""Of so many names in one text the whole sentence is read; of more, the words beside them. It is a list by then."""


class Person(NamedTuple):
    """A name in full, and whether it is certainly that of a pupil."""

    start: int
    end: int
    sure: bool


def people(read: Legible, every: bool = False) -> Iterator[Person]:
    """Pupils named in full, and others of whom a reader should ask whether they may be named.

    With `every`, any name with a first name that is common is at least asked about: in what a camera writes, say.
    """
    text, names = read.text, list(full_names(read))
    sure = [not name.titled and is_pupil(text, name) for name in names]
    for near in (*range(1, len(names)), *range(len(names) - 2, -1, -1)):
        for other in (near - 1, near + 1):
            if 0 <= other < len(names) and sure[other] and not names[near].titled and not sure[near]:
                sure[near] = are_listed(text, names[near], names[other])
    for number, name in enumerate(names):
        if sure[number] or may_be_of_the_school(text, name, number < _MOST) or (every and name.known):
            yield Person(name.start, name.end, sure[number])
    yield from (Person(*where, True) for where in pupils_in_small_letters(read))
    yield from (Person(*where, False) for where in staff_in_small_letters(read))
    yield from (Person(*where, False) for where in surnames_first(read))
