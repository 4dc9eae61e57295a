"""The name of a file or folder as words, in which a person's name can be told from others."""

from __future__ import annotations

import re
from itertools import pairwise

from wawla.model.personal_data.first_names import SURE_FIRST_NAMES
from wawla.model.personal_data.name_words import COMMON_SURNAMES

_ENDING = re.compile(r"\.[A-Za-z0-9]{1,8}$")
_HUMP = re.compile(r"(?<=[a-z])(?=[A-Z])|(?<=[A-Za-z])(?=\d)|(?<=\d)(?=[A-Za-z]{3})")
_BETWEEN = re.compile(r"[\W_]+")
_SIGNS = re.compile(r"\d{1,2}[a-z]?|y\d{1,2}|year|yr|age|aged|class|form|reception|pupil|p[1-7]")


def stem_of(name: str) -> str:
    """A name without its ending."""
    return _ENDING.sub("", name)


def words_of_name(name: str) -> str:
    """The words in a name, those of a person with capitals, and a figure after them as an age: 'Anna Smith, 9'.

    '' where nothing in the name could be a person's: neither a first name nor many figures nor an address.
    """
    words = [word for word in _BETWEEN.split(_HUMP.sub(" ", stem_of(name))) if word]
    lower = [word.lower() for word in words]
    if SURE_FIRST_NAMES.isdisjoint(lower) and "@" not in name and sum(map(str.isdigit, name)) < 5:
        return ""
    shown = lower[:]
    for at, (first, last) in enumerate(pairwise(lower)):
        after = lower[at + 2] if at + 2 < len(lower) else ""
        before = lower[at - 1] if at else ""
        is_name = last in COMMON_SURNAMES or (last.isalpha() and (_SIGNS.fullmatch(after) or before == "pupil"))
        if first in SURE_FIRST_NAMES and is_name:
            shown[at : at + 2] = [first.capitalize(), last.capitalize() + "," * after.isdigit()]
    return " ".join(shown)
