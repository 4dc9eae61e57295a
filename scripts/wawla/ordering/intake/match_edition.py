"""Which edition somebody means who writes a reference, a title or a number, and which ones come near."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz import fuzz
from rapidfuzz.distance import OSA

from wawla.ordering.intake.copies import NUMBER_WORDS
from wawla.ordering.intake.draft_order import TURNING
from wawla.reading.catalogue import CatalogueEntry

MOST_NEAREST = 3
_MOST_LETTERS = 300
"""Of what is compared at all; no reference and no title is nearly as long."""
_LETTERS_PER_SLIP = 6
_NEAR_ENOUGH_TO_OFFER = 45
_FILLING = re.compile("the|an?|ones?|on|about|of|edition|please|thanks|copies|copy|your|issue")
"""Words that do not say which one, as in "the community one"."""
_NUMBER_WORDS = ("no", "nr", "number")


@dataclass(frozen=True)
class Match:
    """What somebody wrote, and what we take it for."""

    written: str
    title: CatalogueEntry | None
    """The one it means; None where nothing is near enough, or two are as near."""
    certain: bool
    """Whether it is the same but for case, spacing, punctuation, quotes, ampersands, a missing prefix, or the title or
    number in its place. Otherwise `title` is a question."""
    nearest: tuple[CatalogueEntry, ...]
    """The best first, at most three: for the question "did you mean", or for the refusal."""


def match(written: str, titles: Sequence[CatalogueEntry]) -> Match:
    """Find the edition that is meant. An equal name is certain; a small slip, and words that only one has, are near.

    Letters are compared by Unicode's compatibility forms (UAX 15, NFKC) and case folding, so that a letter which only
    looks like another is a slip. A slip is a letter too many, too few, changed or swapped (optimal string alignment);
    one is allowed in six. Digits have none.
    """
    if len(written) > _MOST_LETTERS:
        return Match(written, None, False, ())
    words, turned = _words(written), bool(TURNING.search(written))
    same = [title for title in titles if _key(words) in _names(title)]
    if len(same) == 1 and not turned:
        return Match(written, same[0], True, (same[0],))
    near = same or _by_number(words, titles) or _by_slips(words, titles) or _by_words(words, titles)
    best = (*near, *(title for title in _nearest(words, titles) if title not in near))
    return Match(written, near[0] if len(near) == 1 and not turned else None, False, best[:MOST_NEAREST])


def _words(text: str) -> list[str]:
    """The words of a text, folded; an apostrophe parts no word, any other sign does."""
    folded = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", text).casefold()).replace("&", " and ")
    return re.findall(r"\w+", re.sub(r"['’‘`´\u00ad\u200b-\u200d\ufeff]", "", folded).replace("_", " "))


def _key(words: Sequence[str]) -> str:
    """Words without what parts them, but for figures; what begins with an article is the same without."""
    joined = " ".join(words[1:] if words[:1] == ["the"] and len(words) > 1 else words)
    return re.sub(r" (?!\d)|(?<!\d) ", "", joined)


def _series(title: CatalogueEntry) -> list[str]:
    """What the series is called, before a title or a number."""
    prefix = title.reference.partition("/")[0]
    return [*{_key(_words(name)): None for name in (prefix, title.short_series, title.series) if name}]


def _own_names(title: CatalogueEntry) -> list[str]:
    return [*{_key(_words(name)): None for name in (title.reference.partition("/")[2], title.title) if name}]


def _names_by_number(title: CatalogueEntry) -> Iterator[str]:
    """'title3', 'wawla3', 'wawlatitle3', 'wawlano3': a number that says of what."""
    in_words = (word for word, number in NUMBER_WORDS.items() if number == title.number)
    figures = {str(title.number), f"{title.number:02}", *in_words}
    own = _key(_words(title.number_word))
    for figure in figures:
        yield f"{own}{figure}"
        for series in _series(title):
            yield from (f"{series}{word}{figure}" for word in ("", own, *_NUMBER_WORDS))


@lru_cache(1024)
def _names(title: CatalogueEntry) -> frozenset[str]:
    """Everything that is this edition's name, as keys."""
    own, numbered = _own_names(title), list(_names_by_number(title))
    before = ["", *_series(title), *numbered, str(title.number)]
    after = [*_series(title), *numbered]
    whole = {_key(_words(title.reference)), *numbered, *(f"{first}{name}" for first in before for name in own)}
    return frozenset(whole | {f"{name}{last}" for name in own for last in after})


def _agrees(words: list[str], title: CatalogueEntry) -> bool:
    """Whether every figure that was written is this edition's number, or stands in its own name."""
    own = {str(title.number), *re.findall(r"\d+", f"{title.reference} {title.title} {title.series}")}
    return all(figure.lstrip("0") in own for figure in re.findall(r"\d+", " ".join(words)))


def _by_number(words: list[str], titles: Sequence[CatalogueEntry]) -> list[CatalogueEntry]:
    """Those of this number, where little else is written: '3', 'no 3', or a series with a slip, as in 'WALWA 3'."""
    split = re.fullmatch(r"(\D*?)0*(\d+)", _key([word for word in words if not _FILLING.fullmatch(word)]))
    if not split:
        return []
    numbered = [title for title in titles if str(title.number) == split[2]]
    if split[1] in ("", *_NUMBER_WORDS):
        return numbered
    return [title for title in numbered if any(OSA.distance(split[1], name) <= 1 for name in _before_number(title))]


def _before_number(title: CatalogueEntry) -> Iterator[str]:
    for series in _series(title):
        yield from (series, f"{series}{_key(_words(title.number_word))}")
    yield _key(_words(title.number_word))


def _by_slips(words: list[str], titles: Sequence[CatalogueEntry]) -> list[CatalogueEntry]:
    """The ones whose name was written with few slips; more than one where the next has hardly more."""
    key = _key(words)
    slips = []
    for title in titles:
        if _agrees(words, title):
            fewest, name = min((OSA.distance(key, name), name) for name in _names(title))
            if fewest <= max(len(name), len(key)) // _LETTERS_PER_SLIP:
                slips.append((fewest, title))
    least = min((number for number, _ in slips), default=0)
    return [title for number, title in sorted(slips, key=lambda pair: pair[0]) if number <= least + 1]


def _by_words(words: list[str], titles: Sequence[CatalogueEntry]) -> list[CatalogueEntry]:
    """The ones whose name has every word that says something; a long word may have one slip."""
    found = []
    for title in titles:
        own = {*_words(title.reference), *_words(title.title), *_series(title), *_words(title.number_word)}
        telling = [word for word in words if not _FILLING.fullmatch(word) and word not in own & {*_series(title)}]
        if telling and _agrees(words, title) and all(_is_among(word, own) for word in telling):
            found.append(title)
    return found


def _is_among(word: str, own: set[str]) -> bool:
    return word in own or word.isdigit() or (len(word) > 5 and any(OSA.distance(word, known) <= 1 for known in own))


def _nearest(words: list[str], titles: Sequence[CatalogueEntry]) -> tuple[CatalogueEntry, ...]:
    """By the likeness of the whole and of the words, from 0 to 100."""
    written, key = " ".join(words), _key(words)

    def likeness(title: CatalogueEntry) -> float:
        whole = max((100 * OSA.normalized_similarity(key, name) for name in _names(title)), default=0)
        names = (" ".join(_words(name)) for name in (title.reference, title.title))
        return max(whole, *(0.9 * fuzz.token_set_ratio(written, name) for name in names))

    offered = sorted(((likeness(title), title) for title in titles), key=lambda pair: -pair[0])
    return tuple(title for like, title in offered if like >= _NEAR_ENOUGH_TO_OFFER)[:MOST_NEAREST]
