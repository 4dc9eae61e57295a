"""Names of people in full in a text: a first name and a surname, in capitals or not."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from wawla.model.personal_data.first_names import ALSO_WORDS, FIRST_NAMES
from wawla.model.personal_data.known_people import KNOWN_PEOPLE
from wawla.model.personal_data.legible import Legible, plain
from wawla.model.personal_data.name_words import NO_NAMES, SURNAMES_TOO
from wawla.model.personal_data.word_set import word_set

_UPPER, _LOWER = "[A-ZÀ-ÖØ-ÞĀ-ſ]", "[^\\W\\d_A-Z]"
"""The letters beyond Latin-1 stand in pairs; of which of a pair is the capital, Python is asked."""
_WORD = rf"(?:[OD]'|[Dd]e|Mac|Mc|Fitz|[Aa]l-|el-)?{_UPPER}{_LOWER}+(?:[A-Z]{_LOWER}+)?(?:-(?:[A-Z])?{_LOWER}+)*"
_PARTICLE = r"(?:de|van|von|der|den|bin|bint|ibn|al|el|da|di|dos|la|le|du|ap|ter)"
_NAME = re.compile(
    rf"{_WORD}(?: (?:{_PARTICLE} ){{0,2}}(?:{_UPPER}\.? ){{0,2}}{_WORD}){{1,3}}(?![^\W_]|@)"
    rf"|(?:[A-Z]\.[ ]?){{1,3}}{_WORD}(?![^\W_]|@)"
)
_CAPITALS = re.compile(rf"{_UPPER}{{2,}}(?: {_UPPER}(?:{_UPPER}|['-])+)+(?![\w])")
_BEGINS = re.compile(rb"A(?=[^ A0]*+(?:A[^ A0]*+){0,2}(?: a{2,3}){0,2} A)|A(?=A{1,30} AA)|A(?=\.A)")
_FIRST_WORDS = word_set(
    """
    A An The This That These Those Each Every In On At From For With And But Or So Our My Their Her His When
    Where Which What Who How Why If As By Of To No Not All Some Many Most One Two Three Both Dear Then After
    Before While Here There Later Last Next Also Because Since Today Yesterday Tomorrow Now Yes Well Even Only
    Said Says Told Asked Like Meet Ask Call Ring Contact Email See Thank Thanks Hello Hi Name Names Pupil
    Student Boy Girl Child Children Pupils Students Boys Girls Says Did Does Has Have Had Is Was Were Are Can
    Could Would Will Should Year Class Reception Photo Photograph Picture Left Right Little Young Poor Clever
    Winner Winners Author Artist Caption Kind
    """
)
TITLES = re.compile(
    r"\b(?:Mr|Mrs|Ms|Miss|Mx|Dr|Sir|Dame|Lord|Lady|Prof|Professor|Rev|Reverend|Revd|Father|Fr|Sister|Canon|Bishop"
    r"|Cllr|Councillor"
    r"|Queen|King|Prince|Princess|President|Saint|St|Captain|Major|Colonel|General|Inspector|PC|Sergeant|Judge"
    r"|Justice|Baroness"
    r"|Baron|Pope|Emperor|Minister|Secretary|Chancellor)\.? $"
)


class FullName(NamedTuple):
    """A name in full: where it stands, and whether its first word is certainly a first name."""

    start: int
    end: int
    known: bool
    titled: bool = False
    may_be_place: bool = False
    """Whether the words could as well name a street or a school, as Grace Church does."""


def full_names(read: Legible) -> Iterator[FullName]:
    """Names in full, in the order of the text, titled ones among them; not those of people whom lessons are about."""
    past, text = 0, read.text
    for begins in _BEGINS.finditer(read.shape):
        start = begins.start()
        if start < past or text[start - 1 : start].isalnum():
            continue
        start -= text[start - 3 : start] in ("al-", "Al-", "el-") and 3
        if found := _NAME.match(text, start) or _CAPITALS.match(text, start):
            past = found.end()
            if found.re is _CAPITALS and found[0].count(" ") > 2:
                yield from _in_capitals(found)
            elif (name := _judged(text, found)) is not None:
                yield name


def _in_capitals(line: re.Match[str]) -> Iterator[FullName]:
    """Names within a line that is written in capitals throughout."""
    words = list(re.finditer(r"[^ ]+", line[0]))
    for first, last in pairwise(words):
        if is_sure_first_name(first[0]) and last[0].capitalize() not in NO_NAMES | _FIRST_WORDS:
            yield FullName(line.start() + first.start(), line.start() + last.end(), known=True)


def is_first_name(word: str) -> bool:
    """Whether a word is a first name that is common here; of two joined by a hyphen, either."""
    small = plain(word).lower()
    return small in FIRST_NAMES or ("-" in small and any(part in FIRST_NAMES for part in small.split("-")))


def is_sure_first_name(word: str) -> bool:
    """Whether a word is a first name and nothing else, so that it tells even in small letters."""
    return is_first_name(word) and plain(word).lower() not in ALSO_WORDS


def _judged(text: str, found: re.Match[str]) -> FullName | None:
    """The name within words with a capital; None where there is none."""
    words = [(each.start() + found.start(), each[0]) for each in re.finditer(r"[^ ]+", found[0])]
    while len(words) > 1 and words[0][1] in _FIRST_WORDS and not (is_sure_first_name(words[0][1])):
        words.pop(0)
    while len(words) > 2 and words[0][1] in NO_NAMES and not is_sure_first_name(words[0][1]):
        words.pop(0)
    while (
        len(words) > 2
        and not is_first_name(words[0][1])
        and is_sure_first_name(words[1][1])
        and not _is_initials(words[0][1])
    ):
        words.pop(0)
    if len(words) < 2 or any(word[0] > "\x7f" and not word[0].isupper() for _, word in words):
        return None
    first, *others = [word for _, word in words]
    while len(others) > 1 and others[-1] in NO_NAMES and others[-1] not in SURNAMES_TOO and is_first_name(first):
        return None  # the name of a school or a street that is called after somebody
    known = is_first_name(first)
    if first in NO_NAMES and not known:
        return None
    if others[-1].endswith("ing") and not is_sure_first_name(first):
        return None
    doubtful = {word for word in others if word in NO_NAMES}
    if doubtful - (SURNAMES_TOO if known else frozenset()):
        return None
    start = words[0][0]
    if any(plain(f"{first} {' '.join(part)}").lower() in KNOWN_PEOPLE for part in (others, others[-1:], others[:-1])):
        return None
    titled = bool(TITLES.search(text, max(start - 14, 0), start))
    return FullName(start, found.end(), known, titled, bool(doubtful) and not is_sure_first_name(first))


def _is_initials(word: str) -> bool:
    return len(word.rstrip(".")) == 1
