"""Whether a text may hold personal data at all: a quick look before the thorough one."""

from __future__ import annotations

import re

from wawla.model.personal_data.first_names import ALSO_VERBS, FIRST_NAMES, SURE_FIRST_NAMES
from wawla.model.personal_data.health_words import HEALTH_WORDS, ONLY_OF_HEALTH
from wawla.model.personal_data.legible import LETTERS
from wawla.model.personal_data.word_set import word_set

_SHAPE = bytes(
    ord("A" if sign.isupper() else "a" if sign.islower() else "0" if sign.isdigit() else " " if sign.isspace() else ".")
    for sign in map(chr, range(128))
) + b"A" * 128  # fmt: skip
"""As that of `Legible`, but that a line's end is a space, and that any letter with an accent may be a capital."""
_FIGURE = re.compile(rb"[0-9](?<![0-9^-].)(?!(?<=1)9[0-9]{2}(?![0-9])|(?<=2)0[0-9]{2}(?![0-9]))", re.S)
_TWO_CAPITALS = re.compile(rb"A(?=[^ A0]*+(?:A[^ A0]*+)?(?: a{2,3}){0,2} A)")
_SIGNS = ("@", "&", "\\", "%4", "at)", "at]", "\uff20", "\u200b")
"""What an address needs, or may be hidden behind."""
_WORDS = frozenset(
    word.encode()
    for word in (
        SURE_FIRST_NAMES | ONLY_OF_HEALTH | word_set("born birth birthday dob dot zero nought oh miss mrs mr ms")
    )
)

_EVERYDAY = word_set("see hear walk speak care needs add plan statement risk treatment history")
_NAMES = frozenset(name.encode() for name in FIRST_NAMES - ALSO_VERBS)
_BESIDE_NAMES = frozenset(
    word.encode() for word in HEALTH_WORDS - _EVERYDAY | word_set("pupil pupils boy girl child student learner")
)
"""Beside one of these, a first name that is an ordinary word too may be that of a pupil."""


def may_hold_personal_data(text: str) -> bool:
    """Whether anything in a text could belong to personal data; most prose of schools is told from it by this alone."""
    for sign in _SIGNS:
        if sign in text:
            return True
    plain = text.encode("latin-1", "replace")
    shape = plain.translate(_SHAPE)
    if _TWO_CAPITALS.search(shape) or (b"0" in shape and _has_figure(plain)):
        return True
    words = frozenset(plain.translate(LETTERS).split())
    return not _WORDS.isdisjoint(words) or not (_BESIDE_NAMES.isdisjoint(words) or _NAMES.isdisjoint(words))


def _has_figure(plain: bytes) -> bool:
    """Whether there is a figure that is not of a year, nor of a name or a note such as source-7."""
    return _FIGURE.search(plain) is not None
