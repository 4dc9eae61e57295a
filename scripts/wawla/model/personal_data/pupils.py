"""Pupils who are named in full in a text, and other people of a school who may be."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from wawla.model.personal_data.full_names import SURE_FIRST_NAMES, FullName, full_names, is_first_name
from wawla.model.personal_data.legible import Legible, Stretch
from wawla.model.personal_data.name_words import ALSO_VERBS, COMMON_SURNAMES, FIRST_NAMES, NO_NAMES
from wawla.model.personal_data.pupil_signs import (
    AGE,
    CLASS_OF,
    IS,
    PUPIL,
    PUPILS,
    YEAR_GROUP,
    is_year_group_alone,
    sign_after,
)
from wawla.model.personal_data.word_set import word_set

_BEFORE = re.compile(
    rf"(?:\b(?:{PUPIL})(?:,| called| named|:|,? (?:is|was))?|\b(?:two|three|four|five|six|some|our"
    rf"|\d+) (?:[\w-]+ )?{PUPILS},|\b{PUPILS}(?: called| named|:| such as| like| including| are| were| \()?"
    rf"|\b{YEAR_GROUP}(?:'s|:| pupils?,?| students?,?| children,?)|\b(?:pupil|child|student"
    rf"|learner)(?:'s)? (?:full )?name:?|\bin the picture:"
    rf"|\b{CLASS_OF},?|\b{AGE}[- ]years?[- ]old(?: (?:boy|girl|pupil|child))?,?|\baged {AGE},|\b(?:school council"
    rf"|year \d+)(?:'s)? (?:chair|rep|representative|member)|\b(?:class|form) \w{{1,3}}"
    rf"|\b(?:pupil|child|student) (?:author|artist|poet|winner|chair|leader|speaker),?)(?: |(?<=\())$",
    re.I,
)
_THE = re.compile(r"\bthe $", re.I)
_LABEL = re.compile(r"\b(?:full )?name: ?$", re.I)
_LABEL_AFTER = re.compile(
    r"[^\n]{0,60}?[,;.|\n ](?:age|class|form|year(?: group)?|d\.?o\.?b\.?|date of birth|born|upn|tutor group)\b ?:",
    re.I,
)
_ROLE_LABEL = re.compile(rf"role: ?[^\n:]{{0,40}}\b{PUPIL}\b[^\n:]{{0,40}}\s*name: ?$", re.I)
_SUBJECT = re.compile(
    r"\b(?:read|reads|reading|stud(?:y|ied|ying|ies)|taught|teach(?:es|ing)?|author|authors|poets?|artists?"
    r"|composers?|novelists?|writers?"
    r"|illustrators?|explorers?|scientists?|inventors?|play(?:ing|ed)|portray(?:ing|ed)|perform(?:ed|ing)|staged"
    r"|explored|characters?|hero|heroine"
    r"|based on|inspired by|works? (?:of|by)|paintings? (?:of|by)|books? (?:of|by)|novels? (?:of|by)|life of"
    r"|story of) $",
    re.I,
)
_AGE_SIGN = re.compile(rf"[,( ]*{IS}(?:aged? )?(?:{AGE})\b")
_AGED = re.compile(rf",? ?[(]?{IS}(?:aged? )?{AGE}(?:\b|[)])", re.I)
_JOINED = re.compile(r",? (?:and|&|or) |, (?:and )?|; ")
_TOGETHER = re.compile(
    r"(?:,| are| were|\()? ?\(?(?:both|all|aged|who are|who were|class|from|in|of|,? ?\(?[3-9])", re.I
)
_KIN_AFTER = re.compile(
    r"'s? (?:mother|father|mum|mummy|dad|daddy|parents?|grandmother|grandfather|gran|nan|granny|carers?|family"
    r"|foster|sister|brother|homework|desk|coat peg|drawing|painting|picture)\b"
)
_KIN_BEFORE = re.compile(
    r"\b(?:(?:mother|father|mum|dad|parents?|son|daughter|brother|sister|carer|grandmother|gran|nan|aunt|uncle"
    r"|family) of|(?:her|his|their|my|our) (?:\w+ )?(?:son|daughter|grandson|granddaughter|nephew|niece|twin"
    r"|brother|sister)) $",
    re.I,
)
_IN_YEAR = re.compile(rf"\bin {YEAR_GROUP},? $", re.I)
_ROLE = (
    r"(?:head ?teacher|head|deputy(?: head)?|assistant head|(?:\w+ )?teacher|teaching assistant"
    r"|classroom assistant|learning mentor|lunchtime supervisor|nursery nurse"
    r"|SENCO|caretaker|site manager|school cook|cook|school secretary|bursar|parent governor|governor"
    r"|chair of governors|lollipop (?:man|lady|woman)|parent|mother|father|mum|dad|grandparent|grandmother|grandad"
    r"|gran|nan"
    r"|childminder|school nurse|educational psychologist|co-leader|lead learner|subject leader|literacy leader|NQT"
    r"|family worker|home-school worker)"
)
_ROLE_AFTER = re.compile(
    rf"(?:,| \(| is| was)? ?(?:the |a |an |our |then |now |former )*(?:[\w-]+ ){{0,2}}?{_ROLE}\b(?:,| of| at| in"
    rf"| from|\)|\.| for| who| said| says)"
)
_ROLE_BEFORE = re.compile(rf"\b{_ROLE},? $", re.I)
_WRITES = re.compile(
    r"\b(?:author|(?:wrote|writes) (?:about|in|on|that|of)\b|books?|volumes?|published|argues?|poet|novelist"
    r"|research(?:er)?|professor|\(?(?:19|20)\d\d\)?)\b"
)
_SMALL_BEFORE = re.compile(rf"\b{PUPIL}s?(?:,| called| named)? $", re.I)
_SMALL_CLASS = re.compile(r",? (?:in |of |from )?(?:miss|mrs|mr|ms) [\w'-]+ (?:class|group|form)\b", re.I)


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
    sure = [not name.titled and _is_pupil(text, name) for name in names]
    for near in (*range(1, len(names)), *range(len(names) - 2, -1, -1)):
        for other in (near - 1, near + 1):
            if 0 <= other < len(names) and sure[other] and not names[near].titled and not sure[near]:
                sure[near] = _are_listed(text, names[near], names[other])
    for name, is_sure in zip(names, sure, strict=True):
        if is_sure or _may_be_of_the_school(text, name) or (every and name.known):
            yield Person(name.start, name.end, is_sure)
    yield from (Person(start, end, True) for start, end in _in_small_letters(read))


def _is_pupil(text: str, name: FullName) -> bool:
    before, after = text[max(name.start - 64, 0) : name.start], sign_after(text, name.end)
    if _is_title_of_work(text, name) or _THE.search(before):  # nobody is called so
        return False
    if name.may_be_place and not (after and _AGED.match(text, name.end)):
        return False
    if after and not name.known and is_year_group_alone(text, name.end):
        return False  # as "Kirkby Lonsdale, Year 4"; whether a person is meant is asked
    if after and (name.known or not _SUBJECT.search(before)):
        return bool(_AGE_SIGN.match(text, name.end)) or not _SUBJECT.search(before)
    if _LABEL.search(before) and (
        _LABEL_AFTER.match(text, name.end) or _ROLE_LABEL.search(text[max(name.start - 120, 0) : name.start])
    ):
        return True
    return bool(_BEFORE.search(before))


def _is_title_of_work(text: str, name: FullName) -> bool:
    """Whether the name stands alone between quotation marks, as the title of a book."""
    marks = text[name.start - 1 : name.start], text[name.end : name.end + 1]
    return marks in (('"', '"'), ("'", "'"), ("_", "_"))


def _are_listed(text: str, name: FullName, other: FullName) -> bool:
    """Whether two names stand in one list, of which the other's sign holds for both."""
    first, second = sorted((name, other))
    if not _JOINED.fullmatch(text, first.end, second.start):
        return False
    if name is second:
        return bool(
            re.search(
                r"(?:s|children|:|like|such as|including|called|named) $", text[max(other.start - 12, 0) : other.start]
            )
        )
    return bool(_TOGETHER.match(text, second.end)) and not _SUBJECT.search(text[max(first.start - 30, 0) : first.start])


def _may_be_of_the_school(text: str, name: FullName) -> bool:
    if _is_title_of_work(text, name):
        return False
    if not (name.known or name.titled):
        return is_year_group_alone(text, name.end) and sign_after(text, name.end)
    before = text[max(name.start - 48, 0) : name.start]
    if _KIN_AFTER.match(text, name.end) or _KIN_BEFORE.search(before) or _IN_YEAR.search(before):
        return not _SUBJECT.search(before)
    if _ROLE_AFTER.match(text, name.end) or _ROLE_BEFORE.search(before):
        return not _WRITES.search(
            re.split(r"[.!?](?:\s|$)", text[name.end : name.end + 120])[0]
        ) and not _WRITES.search(before)
    return False


def _in_small_letters(read: Legible) -> Iterator[Stretch]:
    """Pupils named in full by someone who writes no capitals."""
    text = read.text
    for at in read.spots(read.words & FIRST_NAMES):
        if text[at : at + 1].islower() and (spot := _TWO_WORDS.match(text, at)):
            first, last = spot[1], spot[2]
            before = text[max(at - 30, 0) : at]
            of_a_pupil = bool(_SMALL_CLASS.match(text, spot.end()) or _SMALL_BEFORE.search(before))
            sure = first in SURE_FIRST_NAMES or last.lower() in COMMON_SURNAMES or before.endswith(" named ")
            if _is_no_surname(last) or not (sure or (of_a_pupil and first not in ALSO_VERBS)):
                continue
            if of_a_pupil or sign_after(text, spot.end()):
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
