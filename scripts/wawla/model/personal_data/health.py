"""What a text tells of the health of somebody whom it names."""

from __future__ import annotations

import re
from collections.abc import Iterator

from wawla.model.personal_data.full_names import is_first_name, is_sure_first_name
from wawla.model.personal_data.health_words import CONDITION, HEALTH_WORDS, PROVISION
from wawla.model.personal_data.known_people import KNOWN_PEOPLE
from wawla.model.personal_data.legible import Legible, Stretch, plain, words_of
from wawla.model.personal_data.name_words import FIRST_NAMES, NO_NAMES
from wawla.model.personal_data.word_set import word_set

_WORD = r"[A-ZÀ-ÞĆČŁŚŠŻŽ](?:[\w-]|'(?!s\b))+"
_NAME = rf"(?P<name>{_WORD}(?: {_WORD}){{0,2}})"
_SMALL_NAME = r"(?P<name>[a-z]{3,}(?: [a-z'-]{3,})?)"
_GAP = (
    r"(?:(?:with|as|from|having|being|on|for|by|to|under) )?"
    r"(?:(?!(?:not|no|nor|ran|raised|gave|taught|wrote|school|about|of|on|for|with|at|in|to|from|who|that|led"
    r"|leads)\b)[\w'/-]+,? ){0,4}?"
)
"""Between a verb and what somebody has; a preposition further on would lead to somebody else."""
_MORE = (
    r"(?:,? (?:aged? \w+|\d{1,2}|in (?:Year|year) \w+|a (?:Year|year) \w+ \w+|who is [\w-]+),?"
    r"| \([^()\n]{1,24}\))?"
)
_VERB = (
    r"(?:has|had|'s got|has got|suffers|suffered|suffering|lives with|living with|struggles with|struggled with"
    r"|was diagnosed|is diagnosed|(?:has|had) been diagnosed|(?:is|was) (?:off|away|ill|at home)|diagnosed"
    r"|is being (?:assessed|treated|tested)|was (?:treated"
    r"|assessed|tested|born)"
    r"|is|was|became|takes|took|needs|needed|uses|used|receives|is on|was on|went into|fell|attempted|is awaiting"
    r"|is recovering|has been|had been|copes with|carries|developed|gets|got|is under|attends|is going|was put"
    r"|is living|was taken)"
)
_TELLS = re.compile(rf"\b{_NAME}{_MORE},? (?:who |also |still |now |sadly |really |often )*{_VERB} {_GAP}$")
_OWNS = re.compile(rf"\b{_NAME}'s? (?:[\w-]+ ){{0,2}}$")
_PRONOUN = re.compile(
    rf"\b{_NAME}\b[^.!?\n]{{1,60}}\b(?:she|he|they) (?:has|had|suffers|suffered|was diagnosed|is|takes|needs"
    rf"|uses) {_GAP}$"
)
_SMALL = re.compile(rf"\b{_SMALL_NAME}{_MORE},? (?:who )?(?:has|had|suffers from|was diagnosed with|is|takes) {_GAP}$")
"""What may stand before a condition."""
_OF = re.compile(
    rf" (?:diagnosis |attack |seizure |reaction |plan |of |for |in |from |affects |affected |means "
    rf"|meant )+(?:that )?{_NAME}\b"
)
_FITTED = re.compile(rf" (?:[a-z]+ ){{1,4}}(?:for|of) {_NAME}\b")
_HERS = re.compile(rf"(?:,| [^.!?\n,]{{1,40}},) {_NAME}\b")
"""What may stand after it; the last where a pronoun stands before it."""
_HER = re.compile(r"\b(?:[Hh]is|[Hh]er) (?:[\w-]+ ){0,2}$")
_PLAN = re.compile(
    rf"\b(?:diagnosis|statement|treatment|medication|inhaler|insulin|care plan|EHC plan|EHCP"
    rf"|history) (?:of [\w ]{{4,30}} )?"
    rf"(?:for|of|in) {_NAME}\b"
)
_ILL = re.compile(
    rf"\b{_NAME}{_MORE},? (?:fell (?:seriously |gravely |very )?ill|is (?:seriously|terminally|gravely|very) ill"
    rf"|was (?:seriously|terminally) ill|was hospitali[sz]ed|was sectioned|was rushed to hospital"
    rf"|(?:is|was|has been|had been|went) (?:in|into|to) hospital|had a breakdown|has an EHC plan|has an EHCP"
    rf"|has a statement\b|was abused"
    rf"|is a looked-after child|is looked after by|has PEG feeding|who (?:stammers|stutters|self-harms|wets|soils))"
)
_NO_SURNAMES = word_set("who and has had was also the still now often really our")


def health(read: Legible) -> Iterator[Stretch]:
    """Names of which the text says what illness, disability or care somebody has. Roles and places are not meant."""
    if read.words.isdisjoint(HEALTH_WORDS) or read.words.isdisjoint(FIRST_NAMES):
        return
    text = read.text
    for start, end in read.around(read.spots(read.words & HEALTH_WORDS), 140, 80):
        if words_of(text[start:end]).isdisjoint(FIRST_NAMES):
            continue
        for condition in CONDITION.finditer(text, start, end):
            if not PROVISION.match(text, condition.end()):
                yield from _persons_at(text, condition)
        for pattern in (_PLAN, _ILL):
            yield from filter(None, (_person(found, 0) for found in pattern.finditer(text, start, end)))


def _persons_at(text: str, condition: re.Match[str]) -> Iterator[Stretch]:
    """Whoever a text says to have this."""
    start = max(condition.start() - 140, 0)
    before = re.split(r"[.!?]\s|\n\n", text[start : condition.start()])[-1]
    start = condition.start() - len(before)
    near = [(pattern.search(before), start, sure) for pattern, sure in ((_TELLS, 0), (_OWNS, 0), (_PRONOUN, 1))]
    near += [(pattern.match(text, condition.end()), 0, sure) for pattern, sure in ((_OF, 0), (_FITTED, 1))]
    if _HER.search(before):
        near.append((_HERS.match(text, condition.end()), 0, True))
    for found, offset, only_sure in near:
        if found and (name := _person(found, offset, bool(only_sure))):
            yield name
    if (small := _SMALL.search(before)) and _is_small_name(small["name"]):
        yield start + small.start("name"), start + small.end("name")


def _is_small_name(name: str) -> bool:
    first, *rest = name.split()
    return is_sure_first_name(first) and _NO_SURNAMES.isdisjoint(rest)


def _person(found: re.Match[str], offset: int, only_sure: bool = False) -> Stretch | None:
    """Where the name stands that is certainly a person's; None where it may be a place, a school or a day."""
    words = found["name"].split()
    start = offset + found.start("name")
    while words and not is_first_name(words[0]):
        start += len(words.pop(0)) + 1
    if not words or (any(word in NO_NAMES for word in words[1:]) and not is_sure_first_name(words[0])):
        return None
    if only_sure and not is_sure_first_name(words[0]):
        return None
    if plain(" ".join(words)).lower() in KNOWN_PEOPLE:
        return None
    return start, start + len(" ".join(words))
