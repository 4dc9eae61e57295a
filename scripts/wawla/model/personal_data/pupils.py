"""Whether a name in full is certainly that of a pupil."""

from __future__ import annotations

import re

from wawla.model.personal_data.full_names import FullName
from wawla.model.personal_data.name_context import SUBJECT, is_title_of_work
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

_BEFORE = re.compile(
    rf"(?:\bone of (?:the|our|my|these) (?:[\w-]+ )?{PUPILS},"
    rf"|\b(?:{PUPIL})(?:,| called| named|:|,? (?:is|was)|, {AGE},)?|\b(?:two|three|four|five|six|some|our"
    rf"|\d+) (?:[\w-]+ )?{PUPILS},|\b{PUPILS}(?: called| named|:| such as| like| including| are| were| \()?"
    rf"|\b{YEAR_GROUP}(?:'s|[:;,|]| -|[^.\n]{{1,40}}:| pupils?,?| students?,?| children,?)|\b(?:pupil|child|student"
    rf"|learner)(?:'s)? (?:full )?name:?|\bin the picture:"
    rf"|\b{CLASS_OF},?|\b{AGE}[- ]years?[- ]old(?: (?:boy|girl|pupil|child))?,?|\baged {AGE},|\b(?:school council"
    rf"|year \d+)(?:'s)? (?:chair|rep|representative|member)|\b(?:class|form) \w{{1,3}}"
    rf"|\b(?:pupil|child|student) (?:author|artist|poet|winner|chair|leader|speaker),?)(?: |(?<=:)\n+|(?<=\())$",
    re.I,
)
_THE = re.compile(r"\bthe $", re.I)
_LABEL = re.compile(r"\b(?:full )?name: ?$", re.I)
_LABEL_AFTER = re.compile(
    r"[^\n]{0,60}?[,;.|\n ](?:age|class|form|year(?: group)?|d\.?o\.?b\.?|date of birth|born|upn|tutor group)\b ?:",
    re.I,
)
_ROLE_LABEL = re.compile(rf"role: ?[^\n:]{{0,40}}\b{PUPIL}\b[^\n:]{{0,40}}\s*name: ?$", re.I)
_AGE_SIGN = re.compile(rf"[,( ]*{IS}(?:aged? )?(?:{AGE})\b")
_AGED = re.compile(rf",? ?[(]?{IS}(?:aged? )?{AGE}(?:\b|[)])", re.I)
_JOINED = re.compile(r",? (?:and|&|or) |, (?:and )?|; ")
_TOGETHER = re.compile(
    r"(?:,| are| were|\()? ?\(?(?:both|all|aged|who are|who were|class|from|in|of|,? ?\(?[3-9])", re.I
)


def is_pupil(text: str, name: FullName) -> bool:
    """Whether the words before or after a name say so, and nothing says that a book or a lesson is about it."""
    before, after = text[max(name.start - 64, 0) : name.start], sign_after(text, name.end)
    if is_title_of_work(text, name) or _THE.search(before):  # nobody is called so
        return False
    if name.may_be_place and not (after and _AGED.match(text, name.end)):
        return False
    if after and not name.known and is_year_group_alone(text, name.end):
        return False  # as "Kirkby Lonsdale, Year 4"; whether a person is meant is asked
    if after and (name.known or not SUBJECT.search(before)):
        return bool(_AGE_SIGN.match(text, name.end)) or not SUBJECT.search(before)
    if _LABEL.search(before) and (
        _LABEL_AFTER.match(text, name.end) or _ROLE_LABEL.search(text[max(name.start - 120, 0) : name.start])
    ):
        return True
    return bool(_BEFORE.search(before))


def are_listed(text: str, name: FullName, other: FullName) -> bool:
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
    return bool(_TOGETHER.match(text, second.end)) and not SUBJECT.search(text[max(first.start - 30, 0) : first.start])
