"""Postcodes and street addresses in a text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from wawla.model.personal_data.legible import Legible, Stretch
from wawla.model.personal_data.word_set import word_set

_AREAS = word_set(
    """
    AB AL B BA BB BD BH BL BN BR BS BT CA CB CF CH CM CO CR CT CV CW DA DD DE DG DH DL DN DT DY E EC EH EN EX FK
    FY G GL GU GY HA HD HG HP HR HS HU HX IG IM IP IV JE KA KT KW KY L LA LD LE LL LN LS LU M ME MK ML N NE NG
    NN NP NR NW OL OX PA PE PH PL PO PR RG RH RM S SA SE SG SK SL SM SN SO SP SR SS ST SW SY TA TD TF TN TQ TR
    TS TW UB W WA WC WD WF WN WR WS WV YO ZE
    """
)
"""Postcode areas (Royal Mail, Postcode Address File)."""
_SECOND_HALF = re.compile(r"\d[ABD-HJLNP-UW-Z]{2}(?!\w)", re.I)
_MAY_BE_HALF = re.compile(rb"0(?:AA|aa)")
_FIRST_HALF = re.compile(r"(?<![\w#/=&])([A-Z]{1,2})\d[A-Z\d]? {0,2}-?$", re.I)
_ORDINAL = re.compile(r"\d(?:st|nd|rd|th|pt|px|gb)", re.I)

_SURE_STREETS = (
    "Street|Str|Road|Rd|Avenue|Ave|Lane|Crescent|Cres|Terrace|Close|Drive|Grove|Mews|Cottages|Parade|Boulevard"
)
_OTHER_STREETS = (
    "St|Ln|Dr|Gardens|Gdns|Court|Ct|Place|Pl|Way|Hill|Row|Walk|Square|Sq|Rise|View|Park|Villas|Croft|Fold|Mount"
    "|Wharf|Vale|Gate|Bank|Green|End|Buildings|Heights|Broadway"
)
_WORD = r"(?:(?:St|Mt)\.? )?[A-Z][\w'.-]*"
_NUMBER = r"(?:(?:Flat|Apartment|Apt\.?|Unit|No\.?|Number|House) ?\d{0,4}[A-Za-z]?,? )?\d{1,4}[A-Za-z]?(?:-\d{1,4})?,? "
_STREET = re.compile(
    rf"(?<![\w.£$%:/-])(?<!\d[ ,])(?P<number>{_NUMBER})(?:the )?(?P<name>(?:{_WORD} ){{1,3}}?(?:{_SURE_STREETS}"
    rf"|{_OTHER_STREETS})\b\.?)"
    r"(?! (?:Primary|Junior|Infant|Infants|Nursery|School|Schools|Academy|High|Secondary|Community|College|Church"
    r"|Centre|Medical"
    r"|shops?|houses|residents|pupils|children|teachers|staff|schools|classes|parents|families|Cluster|Network|Baptist|Methodist|United"
    r"|Rangers|Station|students|governors)\b)"
)
_IN_CAPITALS = re.compile(
    rf"(?<![\w.,£$%:/-])(?P<number>\d{{1,4}}[A-Z]?,? )(?P<name>(?:[A-Z][A-Z'.-]+"
    rf" ){{1,3}}(?:{_SURE_STREETS.upper()})\b)(?! [A-Z]+ SCHOOL| SCHOOL)"
)
_HOME = (
    r"\b(?:[Ll]ive[sd]?|[Ll]iving|home is|house is|[Aa]ddress(?: is)?:?|resid(?:es|ing)|moved|stays|staying"
    r"|lodg(?:es|ing))"
)
_HOME_SIGN = re.compile(_HOME, re.I)
_AT_HOME = re.compile(
    rf"{_HOME} (?:[\w']+ ){{0,3}}?(?:at|in|on|to|near)?:? ?(?P<home>(?:{_NUMBER})?(?:[A-Z][\w'-]* (?:Cottage|House"
    rf"|Farm|Lodge|Villa)(?:,| in| on) (?:[A-Z][\w'-]* ?){{1,3}}"
    rf"|(?:{_WORD} ){{1,3}}(?:{_SURE_STREETS})\b))"
)
_ONE = re.compile(
    r"\b(?:lives|live at|lived|home is|house is|address|resides|moved|stays|is living|was living|is staying)\b"
)
_SMALL = re.compile(
    rf"{_HOME} (?:[\w']+ ){{0,3}}?(?:at|in|on|to)?:? ?(?P<home>\d{{1,4}}[a-z]? (?:[a-z'.-]+ ){{1,3}}(?:street|road"
    rf"|avenue|lane|crescent|terrace|close|drive|grove|gardens|way|court|place))\b",
    re.I,
)
_KNOWN = re.compile(
    r"(?:10|11|No\.? 10|Number 10),? Downing Street|221B? Baker Street|42 Wallaby Way|4 Privet Drive"
    r"|84 Charing Cross Road|7 Eccles Street|12 Grimmauld Place|21 Jump Street|42nd Street|32 Windsor Gardens",
    re.I,
)
_NO_NAME = re.compile(r"\bThe\b|^(?:Front|Back) End$")
_YEAR = re.compile(r"(?:1[5-9]|20)\d\d,? ")
_COUNTS = re.compile(
    r"\b(?:all|the|of|with|these|those|our|from the|nearly|about|over|some|than|and|page|pages|table|figure"
    r"|chapter|title|unit|act|scene|week|year|class|group|room|step|part|section|volume|lesson|question|phase"
    r"|stage|level|day|term|note) $",
    re.I,
)


_STREET_WORDS = frozenset(f"{_SURE_STREETS}|{_OTHER_STREETS}".lower().split("|"))
_HOME_WORDS = word_set(
    """
    lives lived live living address home house resides residing moved stays staying lodges lodging
    """
)


def addresses(read: Legible) -> Iterator[Stretch]:
    """Full postcodes, and streets with the number of a house or with the words that somebody lives there."""
    text = read.text
    for half in _MAY_BE_HALF.finditer(read.shape):
        yield from _postcode(text, half.start())
    if b"0" in read.shape:
        for where in read.around(read.spots(read.words & _STREET_WORDS), 80, 40):
            for pattern in (_STREET, _IN_CAPITALS):
                yield from (found.span() for found in pattern.finditer(text, *where) if _is_street(found, text))
    if not read.words.isdisjoint(_HOME_WORDS):
        for home_sign in _HOME_SIGN.finditer(text):
            for pattern in (_AT_HOME, _SMALL):
                home = pattern.match(text, home_sign.start())
                if home and _ONE.search(text, home.start(), home.start("home")) and not _KNOWN.match(home["home"]):
                    yield home.span("home")


def _postcode(text: str, middle: int) -> Iterator[Stretch]:
    """The postcode whose second half begins here, if one does."""
    second, before = _SECOND_HALF.match(text, middle), max(middle - 7, 0)
    first = _FIRST_HALF.search(text[before:middle])
    if second and first and first[1].upper() in _AREAS:
        found = text[before + first.start() : second.end()]
        in_capitals = found.isupper()
        if in_capitals or (found.islower() and " " in found and not _ORDINAL.match(second[0])):
            yield before + first.start(), second.end()


def _is_street(street: re.Match[str], text: str) -> bool:
    if _YEAR.fullmatch(street["number"]) or _KNOWN.match(street[0]) or _NO_NAME.search(street["name"]):
        return False
    sure = street["name"].rstrip(".").rpartition(" ")[2].capitalize() in _SURE_STREETS.split("|")
    counted = _COUNTS.search(text[max(street.start() - 12, 0) : street.start()])
    return not counted or (sure and text[max(street.start() - 5, 0) : street.start()] == " and ")
