"""What a text tells of the health of somebody whom it names."""

from __future__ import annotations

import re
from collections.abc import Iterator

from wawla.model.personal_data.first_names import FIRST_NAMES
from wawla.model.personal_data.full_names import is_first_name, is_sure_first_name
from wawla.model.personal_data.health_words import CONDITION, GENERAL, HEALTH_WORDS, PROVISION
from wawla.model.personal_data.known_people import KNOWN_PEOPLE
from wawla.model.personal_data.legible import Legible, Stretch, plain
from wawla.model.personal_data.name_words import NO_NAMES, SURNAMES_TOO
from wawla.model.personal_data.sentences import sentence_at
from wawla.model.personal_data.word_set import word_set

_NAME = re.compile(r"(?<![\w'-])[^\W\d_][\w-]*(?:'(?!s\b)[\w-]+)?(?: [A-ZÀ-ÞĆČŁŚŠŻŽ][\w-]*(?:'(?!s\b)[\w-]+)?){0,3}")
_TITLED = re.compile(r"\b(?:Mr|Mrs|Ms|Miss|Mx|Dr|Sir|Dame|Lord|Lady|Prof|Professor|Rev|St|Saint|King|Queen)\.? $")
_OF_SOMETHING_ELSE = re.compile(
    r"'s? (?:Law|law|story|book|novel|poems?|play|diary|music|disease|syndrome|palsy|rule)\b"
)
_SUBJECT = re.compile(
    r" (?:has|had|is|was|takes|took|wears|wore|needs|needed|uses|used|suffers|suffered|got|gets|lives|goes|fell"
    r"|began|begins|started|stopped|came|comes|left|lost|missed|told|said|says|sees|could|can|cannot|would|did|does|joined|sat|spent"
    r"|attends|attended|returned|in (?:his|her)|with (?:his|her))\b"
    r"|'s |,? who |, (?:aged |in |\d)|:| [-(]| \("
)
"""What follows a name that is an ordinary word as well, where a person is meant."""
_LINE_BEGINS = re.compile(r"[\s>*+|-]*(?:[\w -]{0,24}: ?|\d+[.)] ?)?\[?[ x]?\]? ?[\"']?")
_PLACES = word_set(
    """
    April May June Devon Jersey Paris Milan China India Savannah Victoria Florence Chelsea Virginia Austin
    Christian Tudor Roman Summer
    """
)
"""First names that are more often places or times, also with a capital within a sentence."""
_SOMEBODY_ELSE = re.compile(
    r"(?<!, )\b(?:a|an|the|each|every|another|any|some|two|three|four|five|his|her|their|our|with|for|of|to)"
    r" (?:[\w-]+ ){0,3}?(?:boys?|girls?|child|children|pupils?|students?|people|learners?|families|parents?|friends?"
    r"|adults?|colleagues?|classmates?|cousin|neighbours?|person|man|woman|baby|pigs?|dogs?)\b"
    r"|\b(?:children|pupils|people|those|others|someone|somebody|anyone|everyone) (?:with|who|whose|in|of)\b"
    r"|\b(?:taught|teach(?:es|ing)?|wrote|writes|writing|led|leads|leading|rais(?:ed|es|ing)|train(?:ed|s|ing)?|about"
    r"|(?:ran|runs?|running) (?:an?|the|our|courses?|sessions?|training)|talk(?:ed|s)?"
    r"|sp(?:oke|eaks) (?:about|on|of|for)|explain(?:ed|s)|stud(?:y|ied|ies)|research(?:ed|es)?"
    r"|present(?:ed|s)|organi[sz]ed|collect(?:ed|s)?|support(?:s|ed|ing)? (?:[\w-]+ ){0,3}(?:with|who)"
    r"|cover(?:ed|s)|visited|campaign(?:ed|s)?|lectur(?:ed|es)|not|no|nor|never|school|schools|policy|unit|clinic|by)\b"
)
"""What stands between a name and a condition where the condition is another's, or nobody's."""
_PREDICATE = re.compile(
    r"(?:is|was|ha[sd]|have|got|gets?|takes?|took|needs?|needed|does|doesn't|cannot|can|can't|could|sees?|saw|visits?)\b",
    re.I,
)
"""Begins a condition of which the person stands before it."""
_GOES_ON = re.compile(
    r"(?:She|He|They|Her|His|Their)\b(?! (?:class|school|teacher|friend|mother|father|mum|dad|brother|sister))"
    r"|(?:Needs?|Diagnos[ei]s|Condition|SEND?|Medical|Support|Notes?):"
)
"""How a sentence begins that goes on about whom the one before named."""
_LATER = 20
"""In letters: so much nearer has a name to be that comes after the condition."""


def health(read: Legible) -> Iterator[Stretch]:
    """Names of which the text says what illness, disability or care somebody has. Roles and places are not meant."""
    if read.words.isdisjoint(HEALTH_WORDS) or read.words.isdisjoint(FIRST_NAMES):
        return
    text = read.text
    for start, end in read.around(read.spots(read.words & HEALTH_WORDS), 40, 40):
        for condition in CONDITION.finditer(text, start, end):
            if PROVISION.match(text, condition.end()) or GENERAL.search(text, start, condition.start()):
                continue
            if whose := _whose(text, *condition.span()):
                yield whose


def _whose(text: str, start: int, end: int) -> Stretch | None:
    """The person nearest to a condition, in its own sentence."""
    first, last = sentence_at(text, start, end)
    before = [each for name in _NAME.finditer(text, first, start) if (each := _person(text, name, first))]
    after = [each for name in _NAME.finditer(text, end, last) if (each := _person(text, name, first))]
    if _PREDICATE.match(text, start):
        after = []
    found = [(start - each[1], each) for each in before if not _SOMEBODY_ELSE.search(text, each[1], start)]
    found += [(each[0] - end + _LATER, each) for each in after if not _SOMEBODY_ELSE.search(text, end, each[0])]
    if found:
        return min(found)[1]
    return _last_named(text, first) if first and _GOES_ON.match(text, first) else None


def _last_named(text: str, end: int) -> Stretch | None:
    """The person of whom the sentence before speaks, where it is one alone."""
    first, last = sentence_at(text, end - 1, end - 1)
    named = [each for name in _NAME.finditer(text, first, last) if (each := _person(text, name, first))]
    return named[0] if len(named) == 1 else None


def _person(text: str, name: re.Match[str], sentence: int) -> Stretch | None:
    """Where the name stands that is certainly a person's; None where it may be a place, a school or a day."""
    start, words = name.start(), name[0].split(" ")
    while words and not is_first_name(words[0]):
        start += len(words.pop(0)) + 1
    if not words or _TITLED.search(text, max(start - 12, 0), start):
        return None
    end, sure = start + len(" ".join(words)), is_sure_first_name(words[0])
    begins = _LINE_BEGINS.fullmatch(text, sentence, start) is not None
    if words[0].islower() and not begins:
        return None
    if any(word in NO_NAMES and not (sure and word in SURNAMES_TOO) for word in words[1:]):
        return None
    within = words[0].istitle() and not begins and words[0] not in _PLACES
    if not (sure or within or _SUBJECT.match(text, end)):
        return None
    if plain(" ".join(words)).lower() in KNOWN_PEOPLE or _OF_SOMETHING_ELSE.match(text, end):
        return None
    return start, end
