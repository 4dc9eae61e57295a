"""Names of authors in their parts: family name, given names and suffix of a person, or a body as one name."""

from __future__ import annotations

import re
import unicodedata
from itertools import pairwise
from typing import NamedTuple

_WITHOUT_GIVEN = re.compile(r"al|bin|d[aei]|del|della|de[nr]|dos|du|el|ibn|l[ae]|mac|ní|te[nr]|van|von|zu|ó|[’']t")
"""Small words with which a family name may begin that stands alone: 'van Gogh' has no given name, 'bell hooks' has."""
_CAPITAL_PARTICLE = re.compile(
    r"Al|D[aei]|De[lnrs]|Della|Dos|Du|El|L[ae]|Los|Mac|Mc|Ní|Nic|Ó|Ò|St\.?|Saint|Te[nr]|Ua|Uí|Van|Von"
)
"""Those that are often written with a capital and yet begin a family name: Ó Briain, Le Guin, Van Damme."""
_JOINING = frozenset(("y", "i", "e"))
"""Between two family names of one person: Ortega y Gasset, Puig i Cadafalch."""
_SUFFIX = re.compile(r"(?:jr|jnr|junior|sr|snr|senior)\.?|II|III|IV|VI{0,3}", re.I)
_ROMAN = re.compile(r"[IVX]+")
_TITLE = re.compile(
    r"(?:dr|prof|professor|mr|mrs|ms|miss|mx|sir|dame|lord|lady|rev|revd|reverend|fr|sr|canon)\.?", re.I
)
_HONOUR = re.compile(
    r"BA|BEd|BSc|[CDKMO]BE|CH|DPhil|DSc|EdD|FBA|FRS|FRSA|G[BC]E|JP|[KQ]C|MA|MBA|MEd|MPhil|MSc|PGCE|PhD|QPM|QTS"
)
_BODY_WORDS = re.compile(
    r"(?:academ(?:y|ies|ia)|agency|akademi\w*|alliance|archive|archives|associat\w+|authority|bureau|centre|center|"
    r"charity|coll[eè]ge|colegio|coleg|commission|committee|community|company|confederation|consorti\w+|co-?operative|"
    r"corporation|council|department|d[ée]partement|directorate|école|editors|escuela|escola|federation|forum|"
    r"foundation|fundaci[óo]n|gmbh|government|hochschule|hospital|inc|instit\w+|istituto|laborator\w+|league|library|"
    r"limited|llp|ltd|minist(?:ry|erio|[eè]re|erium|ero|erie)|museum|network|networks|observator\w+|office|"
    r"organi[sz]ation|partners|partnership|plc|polytechnic|press|prifysgol|programme|project|publications|publishers|"
    r"publishing|schools?|schule|service|services|skola|škola|society|szko[łl]a|teachers|trust|union|univer[sz]\w*|"
    r"uniwersytet\w*|universiteit|yliopisto|академия|институт|министерство|университет|школа|πανεπιστήμιο)\.?",
    re.I,
)
"""A word that names a body wherever it stands; but for some of them at the end of a name of two words."""
_BODY_ROLE = re.compile(r"body|charity|college|council|company|network|organi[sz]ation|school|university", re.I)
"""What nobody is by role, but a body is."""
_ALSO_NAMES = re.compile(r"(?:press|church|college|school|schools|trust|union|centre|center|forum|league)", re.I)
"""Those that are family names too: 'Skip Press' is a person, 'Oxford University Press' is not."""
_LINKING = re.compile(r"and|of|for|the|at|on|with|from|by|und|et|för|och|og", re.I)
"""Words that stand in the names of bodies, and in those of nobody."""
_NOT_LINKING = re.compile(r"von und zu\b", re.I)
"""What stands in the names of people, although one of these words is in it."""
_INITIALISM = re.compile(r"[B-DF-HJ-NP-TV-XZ]{3,6}")
"""Capitals that nobody could say as a name: NLC, BBC, NHS."""
_ONE_NAME = re.compile(r"[\u1100-\u11ff\u3040-\u30ff\u3130-\u318f\u3400-\u9fff\uac00-\ud7af]")
"""Letters of scripts in which the family name comes first and takes no initial."""
_LETTER = re.compile(r"[^\W\d_]")


class AuthorName(NamedTuple):
    """An author: family and given names of a person, or the whole name of a body, or a role, in `family`."""

    family: str
    given: str = ""
    suffix: str = ""
    """'Jr.', 'III'."""

    @property
    def text(self) -> str:
        """'Writer, Anna', 'King, Martin Luther, Jr.', or the name of the body."""
        return ", ".join(filter(None, self))

    @property
    def plain(self) -> str:
        """'Anna Writer', 'Martin Luther King Jr.', or the name of the body."""
        return " ".join(filter(None, (self.given, self.family, self.suffix)))

    @property
    def short(self) -> str:
        """'Writer, A.', 'King, M.L., Jr.', or the name of the body."""
        return ", ".join(filter(None, (self.family, initials_of(self.given), self.suffix)))


def initials_of(given: str) -> str:
    """'A.B.' for 'Anna Berta' and for 'A.B.', 'J.-P.' for 'Jean-Paul'; small words between given names have none."""
    words = [word for word in re.split(r"[\s.]+", given) if _LETTER.search(word)]
    return "".join(map(_initials_of_word, [word for word in words if not _is_small(word)] or words))


def _initials_of_word(word: str) -> str:
    if re.fullmatch(r"[A-Z]{2,3}", word):  # initials already, as in 'JK Rowling'
        return "".join(f"{letter}." for letter in word)
    firsts = [_LETTER.search(part) for part in word.split("-")]
    return "-".join(f"{first[0]}." for first in firsts if first)


def name_of_person_or_body(whole: str, role: str = "") -> AuthorName:
    """A name as it is written, in its parts; a role that is that of a body, such as 'University', tells of a body.

    A name with a comma has its family name before that, as BibTeX has it.

    Which word of a name without a comma is the family name no rule can know for all the world: it is the last, with the
    small words before it. Who is called otherwise writes the comma; a body may say that it is one.
    """
    whole = unicodedata.normalize("NFC", whole)
    if is_body(whole) or _BODY_ROLE.fullmatch(role) or _ONE_NAME.search(whole):
        return AuthorName(whole)
    family, *rest = (part.strip() for part in whole.split(","))
    rest = [part for part in rest if part and not _HONOUR.fullmatch(part)]
    suffix = next((part for part in rest if _is_suffix(part)), "")
    given = " ".join(part for part in rest if part != suffix)
    if given and family:
        return AuthorName(family, _without_titles(given.split()), suffix)
    return _in_natural_order(family, suffix)


def is_body(name: str) -> bool:
    """Whether a name is that of a body, by the words that stand in it."""
    words = name.split()
    if len(words) < 2:
        return False
    bare = [word.strip(".,;:()’'\"“”") for word in words]
    if "&" in name or "+" in name or any(figure.isdigit() for figure in name) or bare[0].casefold() == "the":
        return True
    if not _NOT_LINKING.search(name) and any(_LINKING.fullmatch(word) for word in bare[1:-1]):
        return True
    if any(word == "in" and not re.match(r"[’']?t\b|de[nr]?\b|het\b", after) for word, after in pairwise(words[1:])):
        return True
    found = [word for word in bare if _BODY_WORDS.fullmatch(word)]
    if len(words) == 2 and found and _ALSO_NAMES.fullmatch(bare[-1]) and len(found) == 1:
        return False
    return bool(found) or bool(_INITIALISM.fullmatch(bare[-1]) and not _HONOUR.fullmatch(bare[-1]))


def _in_natural_order(name: str, suffix: str) -> AuthorName:
    words = [word for word in name.split() if word]
    while len(words) > 2 and _HONOUR.fullmatch(words[-1]):
        words.pop()
    if len(words) > 2 and not suffix and _is_suffix(words[-1]):
        suffix = words.pop()
    while len(words) > 2 and _TITLE.fullmatch(words[0]):
        words.pop(0)
    first = len(words) - 1
    while first > 1 and (_is_small(words[first - 1]) or _CAPITAL_PARTICLE.fullmatch(words[first - 1])):
        first -= 1
    if first > 1 and words[first] in _JOINING:
        first -= 1
    if first == 1 and _WITHOUT_GIVEN.fullmatch(words[0]):
        first = 0
    return AuthorName(" ".join(words[first:]), " ".join(words[:first]), suffix)


def _without_titles(words: list[str]) -> str:
    while len(words) > 1 and _TITLE.fullmatch(words[0]):
        words = words[1:]
    return " ".join(words)


def _is_suffix(word: str) -> bool:
    return bool(_SUFFIX.fullmatch(word)) and (not _ROMAN.fullmatch(word.upper()) or word.isupper())


def _is_small(word: str) -> bool:
    """Whether a word begins with a small letter, of any alphabet that has them, and is no initial."""
    letter = _LETTER.search(word)
    return bool(letter and letter[0].islower() and not word.endswith("."))
