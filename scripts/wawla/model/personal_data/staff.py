"""Whether a name in full may be that of somebody of a school, so that a reader should ask."""

from __future__ import annotations

import re

from wawla.model.personal_data.full_names import FullName, is_sure_first_name
from wawla.model.personal_data.legible import words_of
from wawla.model.personal_data.name_context import SUBJECT, is_title_of_work
from wawla.model.personal_data.name_words import NO_NAMES
from wawla.model.personal_data.pupil_signs import AGE, CLASS_OF, PUPIL, YEAR_GROUP, is_year_group_alone, sign_after
from wawla.model.personal_data.roles import ROLE, ROLE_AFTER
from wawla.model.personal_data.sentences import sentence_at
from wawla.model.personal_data.word_set import word_set

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
_ROLE_BEFORE = re.compile(
    rf"(?:\b|_){ROLE}s?(?:,| \(|:|:\*\*|\*\*:)? ?[\"']?$"
    rf"|\b(?:a|an|the|our|my|their|his|her|new|old|former|then) (?:[\w-]+ ){{0,2}}{ROLE}(?: [\w'-]+){{0,5}}?"
    r"(?:,| \(| \w+,) ?$",
    re.I,
)
_WRITES = re.compile(
    r"\b(?:author|(?:wrote|writes) (?:about|in|on|that|of)\b|published|argue[sd]|poet|novelist"
    r"|(?:describe|explain|show|report)(?:s|e?d) in (?:[\"'\[]|his|her|their)"
    r"|research(?:er)?|professor|Great War)\b|^,? \(?(?:19|20)\d\d|\((?:19|20)\d\d"
)
_NAMED_AFTER = re.compile(
    r"\b(?:named (?:\w+ )?after|called|as|like|(?<!taught )(?<!led )(?<!given )by|of|from|than|visit(?:ed|s)?"
    r"|studied|celebrat(?:ed|es)|remember(?:ed|s)?|honour(?:ed|s)?|quot(?:ed|es)|following|after|St|Saint) (?:the )?$"
    r"|[\])] - (?:[A-Z][\w'-]+ [A-Z][\w'-]+(?:,| and| &) )*$"
)
_WORK_AFTER = re.compile(
    r"'s? (?:[\w-]+ )?(?:books?|novels?|poems?|poetry|plays?|stor(?:y|ies)|paintings?|music|songs?|Act|report|law|work"
    r"|theory|ideas?|model|idea|taxonomy|diary|bear|famous)\b|'s? [\[\"'(]*[A-Z]|: [\[\"'](?:[A-Z]\w+:? ){2}"
    r"|,? (?:(?:and|&) (?:Sons?|Daughters|Co|Company)|Ltd)\b"
    r"| (?:House|Class|School|Primary|Academy|Fund|Prize|Award|Trust|Foundation|Building|Hall|Centre|Day|Week)\b"
)
_OF_SCHOOL = re.compile(
    rf"\b(?:{PUPIL}|{ROLE}|{CLASS_OF}|twins?|mothers|fathers|parents|aged {AGE}|(?:lower|upper) sixth|classmates?"
    rf"|my name is|(?:from|of|his|her|our|my|then in) {YEAR_GROUP}s?|has taught"
    rf"|(?:in|into|from) (?:my|our) (?:own )?(?:class|form)|(?:his|her) (?:own |old |new )?"
    r"(?:class|teacher|classmates|table|maths|homework|mum|mother|dad|parents|desk))\b"
    rf"|\b(?:he|she) (?:is|was|is only|has just turned) {AGE}\b|\bone of them, $"
    rf"|\b(?:left to right|l to r|pictured|in the (?:photo|picture)|photo(?:graph)?:|picture \d+)"
    rf"|{YEAR_GROUP} [\w ]{{0,24}}(?:went|goes) to $|{YEAR_GROUP}'s $",
    re.I,
)
"""Beside a name that is certainly one, these tell that somebody of a school is meant."""
_MAY_BE_OF_SCHOOL = word_set(
    """
    families staff teachers class classes classroom lesson lessons playground maths homework assembly register registers
    heads governor governors meeting network cluster visitor visitors i we my our us attainment attendance progress
    predicted target grade grades level levels score scores mock sats test tests exam exams
    """
)
"""These too, where no word says that a lesson or a book is about the name."""
_OF_A_LESSON = word_set(
    """
    according act acted argue argued argues artist artists author authors award awards bill book books born bust
    campaign centenary century chapter chapters character characters charity cited cites citing composed composer
    composers fictional film films foundation fund guinea hero heroine historical history hymn hymns imaginary
    invented law legend mountain named novel novels page pages paint painted painting paintings paints play plays
    poem poems poet poets portrait poster pretend pretended prize professor published puppet puppets quotation quote
    quoted quotes read reader readers reading reads report reports research researched researcher sample sang song
    songs staged statue stories story studied studies study sung template theorem theories theory topic unit view
    views volume volumes war writes writing written wrote
    """
)
_LABEL_OF_A_ROLE = re.compile(
    r"^[\s>*-]*[\w ]*(?:pupil|student|child|teacher|head|rep|governor|parent|captain|prefect|leader|lead)[\w ]*: *"
    r"[\"']?$",
    re.I,
)
_RANK = re.compile(
    r"\b(?:Sir|Dame|Lord|Lady|Queen|King|Prince|Princess|President|Saint|St|Captain|Pope|Emperor|Baroness"
    r"|Baron|Bishop|General|Chancellor|Minister)\.? $"
)
"""Of people in history and in stories, who are not asked."""


def may_be_of_the_school(text: str, name: FullName, whole_sentence: bool) -> bool:
    """Whether the words around a name speak of pupils, their families or the staff of a school."""
    line = text.rfind("\n", 0, name.start) + 1
    if _LABEL_OF_A_ROLE.search(text[max(line, name.start - 48) : name.start]):
        return True
    if is_title_of_work(text, name) or (name.titled and _RANK.search(text, 0, name.start)):
        return False
    if not (name.known or name.titled):
        return _is_named_by_role(text, name) or (is_year_group_alone(text, name.end) and sign_after(text, name.end))
    before = text[max(name.start - 48, 0) : name.start]
    if _KIN_AFTER.match(text, name.end) or _KIN_BEFORE.search(before) or _IN_YEAR.search(before):
        return not SUBJECT.search(before)
    return _is_named_by_role(text, name) or (whole_sentence and _sentence_is_about_school(text, name))


def _is_named_by_role(text: str, name: FullName) -> bool:
    before = text[max(name.start - 64, 0) : name.start]
    if not (ROLE_AFTER.match(text, name.end) or _ROLE_BEFORE.search(before)):
        return False
    rest = re.split(r"[.!?](?:\s|$)", text[name.end : name.end + 120])[0]
    return not _WRITES.search(rest)


def _sentence_is_about_school(text: str, name: FullName) -> bool:
    """Whether the words around a name that is certainly one speak of pupils or of the staff of a school."""
    start, end = sentence_at(text, name.start, name.end)
    before, after = f"{text[start : name.start].rstrip()} ", text[name.end : end]
    if _NAMED_AFTER.search(before) or _WORK_AFTER.match(after) or SUBJECT.search(before) or name.may_be_place:
        return False
    if _OF_SCHOOL.search(before) or _OF_SCHOOL.search(after):
        return not (_WRITES.search(before) or _WRITES.search(after))
    if text[name.start : name.end].split()[-1] in NO_NAMES:
        return False  # as George Street may be both
    words = words_of(f"{before} {after}")
    if not _OF_A_LESSON.isdisjoint(words):
        return False
    first = text[name.start : name.end].split()[0]
    # what remains is somebody whom no lesson is about, as far as the sentence tells: a reader is asked
    alone = (
        len(words) > 2
        and "|" not in text[start:end]
        and is_sure_first_name(first)
        and not (_WRITES.search(before) or _WRITES.search(after))
    )
    return alone or not _MAY_BE_OF_SCHOOL.isdisjoint(words)
