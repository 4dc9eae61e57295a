"""Dates of birth in a text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from wawla.model.personal_data.known_people import KNOWN_PEOPLE
from wawla.model.personal_data.legible import Legible, Stretch
from wawla.model.personal_data.word_set import word_set

_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\b\.?"
_ORDINALS = (
    "first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|thirteenth|fourteenth|fifteenth"
    "|sixteenth|seventeenth|eighteenth|nineteenth|twentieth|twenty-first|twenty-second|twenty-third|twenty-fourth"
    "|twenty-fifth|twenty-sixth|twenty-seventh|twenty-eighth|twenty-ninth|thirtieth|thirty-first"
)
_NTH = rf"(?:\d{{1,2}} ?(?:st|nd|rd|th)?|{_ORDINALS})"
DAY = (
    rf"(?:{_NTH}(?: day)?(?: of)? {_MONTH}|{_MONTH} (?:the )?{_NTH}(?!\d)|\d{{1,2}} ?[./-] ?\d{{1,2}} ?[./-] ?\d{{2,4}}"
    rf"|\d{{1,2}} \d{{1,2}} (?:19|20)?\d\d|\d{{4}}[-/.]\d\d?[-/.]\d\d?(?!\d)|\d{{1,2}}-{_MONTH}-\d{{2,4}})"
)
_WEEKDAY = r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,? )?"
_WHOLE = rf"{_WEEKDAY}(?:the )?{DAY}(?:,? (?:in )?\d{{4}})?"
_BIRTH = re.compile(
    rf"\b(?:(?P<born>born)|b\. ?(?=\d)|date of birth|birth ?date|d\.? ?o\.? ?b|birth(?=:))\b\.?"
    rf"(?:[ ,:(=|-]| is| was| on| the| in [A-Z]\w+| at [A-Z][\w' ]{{2,30}}?){{0,6}}(?P<day>{_WHOLE})"
    rf"|\bbirthdays?\b(?:[ ,:(-]| is| was| falls| fell| on| the){{0,6}}(?P<day2>{_WHOLE})"
    rf"|(?P<day3>{_WHOLE})(?:,| is| was|:|;|-| -)*(?: which)?(?: is| was)? (?:(?P<whose>(?:my|his|her|their"
    rf"|the (?:child|boy|girl|pupil)'s|[A-Z]\w+'s) )(?:\w+ )?(?:birth(?:day|date)|date of birth|dob)"
    rf"|\(?(?:date of birth|dob)\b)"
    rf"|\b(?P<turns>turn(?:s|ed)|will be|became|becomes) (?:[3-9]|1\d|three|four|five|six|seven|eight|nine|ten"
    rf"|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen) on (?P<day4>{_WHOLE})",
    re.I,
)
_THING = re.compile(
    r"(?:network|group|project|idea|programme|partnership|cluster|trust|website|initiative|scheme|school|academy"
    r"|centre|college"
    r"|consortium|federation|club|newsletter|series|magazine|nation|country|state|company|charity|movement"
    r"|friendship|plan|church"
    r"|tradition|union|it|town|city|nhs|service|jesus|christ|king|queen|prince|princess|president|saint|st \w+"
    r"|shakespeare|burns|einstein|darwin|mozart)(?:'s)?"
    r"(?: (?:was|were|is|has been|had been|officially|first|itself|really|annual|own|\w+(?:th|st|nd|rd)))* $",
    re.I,
)
_OLD = re.compile(r"\b(?:1[0-8]\d\d|190\d|191\d|[5-9]\d\d)$")
_NAME_BEFORE = re.compile(
    r"([A-Z][\w.'-]*(?: (?:[A-Z][\w.'-]*|de|van|von|da|the)){1,3})(?:'s)?(?:,| was| is|\(| ?\()* ?(?:was |is )?$"
)


_SIGN = re.compile(r"\b(?:born|birth\w*|d\.? ?o\.? ?b|b\.|turn(?:s|ed)|will be|becomes?|became)", re.I)
_SIGNS = word_set(
    """
    born birth birthday birthdays birthdate birthplace dob b turns turned will becomes became
    """
)


def births(read: Legible) -> Iterator[Stretch]:
    """Dates of birth and birthdays; not those of networks, of saints, or of people who were born before 1920."""
    if read.words.isdisjoint(_SIGNS):
        return
    text = read.text
    for where in read.around((found.start() for found in _SIGN.finditer(text)), 60, 110):
        yield from (birth.span() for birth in _BIRTH.finditer(text, *where) if _is_of_a_person(birth, text))


def _is_of_a_person(birth: re.Match[str], text: str) -> bool:
    before = text[max(birth.start() - 60, 0) : birth.start()]
    if _OLD.search(birth[0]) or _THING.search(before) or (birth["whose"] and _THING.match(birth["whose"])):
        return False
    name = _NAME_BEFORE.search(before)
    return not (name and name[1].lower() in KNOWN_PEOPLE)
