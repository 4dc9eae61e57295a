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
_DATE = re.compile(rf"{_WEEKDAY}(?:the )?{DAY}(?:,? (?:in )?\d{{4}})?", re.I)
_LINK = r"(?:[ ,:(=|-]| is| was| on| the|'s| as| in [A-Z]\w+| at [A-Z][\w' ]{2,30}?){0,6}"
_AGES = (
    r"(?:[3-9]|1\d|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen"
    r"|eighteen)"
)
_BEFORE = re.compile(
    rf"\b(?:(?:born|date[ _]of[ _]birth|birth[ _]?date|d\.? ?o\.? ?b|birth(?=:))\b\.?{_LINK}|b\. ?"
    rf"|\bbirthday (?:chart|board|list|wall|cards?)\b[^.\n]{{0,60}}\bon (?:the )?"
    rf"|\bbirthday\b[^.\n]{{1,40}}, \d\d on (?:the )?"
    rf"|birthdays?\b(?:[ ,:(-]| is| was| falls| fell| on| the){{0,6}}"
    rf"|(?:turn(?:s|ed)|will be|became|becomes|am|'m|is) {_AGES} on (?:the )?)$",
    re.I,
)
_AFTER = re.compile(
    r"(?:,| is| was|:|;|-| -| because it)*(?: which)?(?: is| was)?"
    r" (?:(?P<whose>(?:my|his|her|their|the (?:child|boy|girl|pupil)'s"
    r"|(?:M(?:r|rs|s|iss) )?[A-Z]\w+'s) )(?:\w+ )?(?:birth(?:day|date)|date of birth|dob)|\(?(?:date of birth|dob)\b)",
    re.I,
)
_THING = re.compile(
    r"(?:network|group|project|idea|programme|partnership|cluster|trust|website|initiative|scheme|school|academy"
    r"|centre|college"
    r"|consortium|federation|club|newsletter|series|magazine|nation|country|state|company|charity|movement"
    r"|friendship|plan|church"
    r"|tradition|union|its?|town|city|nhs|service|jesus|christ|king|queen|prince|princess|president|saint|st \w+"
    r"|shakespeare|burns|einstein|darwin|mozart)(?:'s)?"
    r"(?: (?:was|were|is|has been|had been|officially|first|itself|really|annual|own|\w+(?:th|st|nd|rd)))* $",
    re.I,
)
_OLD = re.compile(r"\b(?:1[0-8]\d\d|190\d|191\d|[5-9]\d\d)$")
_NAME = re.compile(r"[A-Z][\w.'-]*(?: (?:[A-Z][\w.-]*|de|van|von|da|the)){1,3}")


_ORDINAL = re.compile(rf"\b(?:{_ORDINALS})\b")
_BE = re.compile(rf"be {_AGES} on ")
_SIGNS = word_set("born birth birthday birthdays birthdate birthplace dob b turns turned be becomes became")
"""Of which `be` is that of "will be ten on", and `b` that of "b. 3 May" and of "d.o.b."."""


def births(read: Legible) -> Iterator[Stretch]:
    """Dates of birth and birthdays; not those of networks, of saints, or of people who were born before 1920."""
    if read.words.isdisjoint(_SIGNS):
        return
    text = read.text
    spots = [at for at in read.spots(read.words & _SIGNS) if not text.startswith("be ", at) or _BE.match(text, at)]
    for start, end in read.around(spots, 60, 110):
        if b"0" not in read.shape[start:end] and not _ORDINAL.search(text, start, end):
            continue
        for date in _DATE.finditer(text, start, end):
            birth = _birth_at(text, date)
            if birth is not None and _is_of_a_person(text, *birth):
                yield birth


def _birth_at(text: str, date: re.Match[str]) -> Stretch | None:
    """Where the words begin and end that make a date one of birth; None where nothing does."""
    start = max(date.start() - 70, 0)
    if before := _BEFORE.search(text[start : date.start()]):
        return start + before.start(), date.end()
    after = _AFTER.match(text, date.end())
    if after and not (after["whose"] and _THING.match(after["whose"])):
        return date.start(), after.end()
    return None


def _is_of_a_person(text: str, start: int, end: int) -> bool:
    before = text[max(start - 60, 0) : start]
    if _OLD.search(text[start:end]) or _THING.search(before):
        return False
    return not any(name[0].lower() in KNOWN_PEOPLE for name in _NAME.finditer(before))
