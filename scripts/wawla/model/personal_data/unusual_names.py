"""Names in full that are written otherwise than in books: in small letters, or surname first in a row."""

from __future__ import annotations

import re
from collections.abc import Iterator

from wawla.model.personal_data.first_names import ALSO_VERBS, FIRST_NAMES, SURE_FIRST_NAMES
from wawla.model.personal_data.full_names import is_first_name, is_sure_first_name
from wawla.model.personal_data.known_people import KNOWN_PEOPLE
from wawla.model.personal_data.legible import Legible, Stretch
from wawla.model.personal_data.name_words import COMMON_SURNAMES, NO_NAMES
from wawla.model.personal_data.pupil_signs import PUPIL, YEAR_GROUP, sign_after
from wawla.model.personal_data.roles import ROLE, ROLE_AFTER
from wawla.model.personal_data.sentences import sentence_at
from wawla.model.personal_data.word_set import word_set

_SMALL_BEFORE = re.compile(rf"\b{PUPIL}s?(?:,| called| named)? $", re.I)
_SMALL_CLASS = re.compile(r",? (?:in |of |from )?(?:miss|mrs|mr|ms) [\w'-]+ (?:class|group|form)\b", re.I)
_SMALL_ROLE = re.compile(rf"\b(?:our|my|the) {ROLE} $")
_LAST, _FIRST = r"(?:surname|last name|family name)", r"(?:forename|first name|given name)s?"
_VALUE = r"\W{1,3}[^\W\d_][\w'-]*"
_LABELLED = re.compile(rf"\b(?:{_LAST}{_VALUE}\W{{1,3}}{_FIRST}|{_FIRST}{_VALUE}\W{{1,3}}{_LAST}){_VALUE}", re.I)
_SURNAME_FIRST = re.compile(r"(?<![\w'-])([A-Z][\w'-]+), ?([A-Z][\w-]+)(?=[,;|)]| \(| \||$|\n)", re.M)
_ROW_SIGN = re.compile(rf"{YEAR_GROUP}|\b(?:{ROLE}|{PUPIL})\b|\b(?:class|form|d\.?o\.?b|tutor|age)\b", re.I)

_LABELS = word_set("forename forenames first given")


def surnames_first(read: Legible) -> Iterator[Stretch]:
    """Names of a register, as 'Smith, Anna; class 3': the row says that it is one of a school."""
    text = read.text
    if not read.words.isdisjoint(_LABELS):
        yield from (name.span() for name in _LABELLED.finditer(text))
    for name in _SURNAME_FIRST.finditer(text):
        if is_sure_first_name(name[2]) and name[1] not in NO_NAMES and not is_first_name(name[1]):
            start, end = sentence_at(text, *name.span())
            if _ROW_SIGN.search(text, start, name.start()) or _ROW_SIGN.search(text, name.end(), end):
                yield name.span()


def pupils_in_small_letters(read: Legible) -> Iterator[Stretch]:
    """Pupils named in full by someone who writes no capitals."""
    text = read.text
    for at in read.spots(read.words & FIRST_NAMES):
        if text[at : at + 1].islower() and (spot := _TWO_WORDS.match(text, at)):
            first, last = spot[1], spot[2]
            before = text[max(at - 30, 0) : at]
            of_a_pupil = bool(_SMALL_CLASS.match(text, spot.end()) or _SMALL_BEFORE.search(before))
            sure = first in SURE_FIRST_NAMES or last.lower() in COMMON_SURNAMES or before.endswith(" named ")
            if (
                _is_no_surname(last)
                or f"{first} {last}" in KNOWN_PEOPLE
                or not (sure or (of_a_pupil and first not in ALSO_VERBS))
            ):
                continue
            if of_a_pupil or sign_after(text, spot.end()):
                yield spot.span()


def staff_in_small_letters(read: Legible) -> Iterator[Stretch]:
    """Others of a school whose full name stands in small letters beside what they do."""
    text = read.text
    for at in read.spots(read.words & FIRST_NAMES):
        spot = _TWO_WORDS.match(text, at) if text[at : at + 1].islower() else None
        if not spot or not spot[2].islower() or _is_no_surname(spot[2]):
            continue
        after = spot[1] in SURE_FIRST_NAMES and ROLE_AFTER.match(text, spot.end())
        if after or _SMALL_ROLE.search(text, max(at - 40, 0), at):
            yield spot.span()


_TWO_WORDS = re.compile(r"([^\W\d_]+) ([^\W\d_][\w'-]+)")
_SMALL_WORDS = word_set(
    """
    and or the a an in on at of to for with from by is was are were has had have said says told asked who whose
    which that then when while as but so aged age year years class group came went goes made did does can could
    will would may might must should shows showed about after before because spoke read reads wrote writes led
    leads works worked also now both all not no her his their our my its it he she they we you i one two three
    four five six seven eight nine ten up down out over into than just only very too here there been being get
    got gets
    """
)


def _is_no_surname(word: str) -> bool:
    return (
        word in _SMALL_WORDS
        or (word[:1].upper() + word[1:] in NO_NAMES and word not in COMMON_SURNAMES)
        or (is_first_name(word) and word.islower() and len(word) < 3)
    )
