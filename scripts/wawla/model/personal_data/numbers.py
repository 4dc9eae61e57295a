"""Numbers that stand for one person: of pupils, learners, patients and the insured."""

from __future__ import annotations

import re
from collections.abc import Iterator

from wawla.model.personal_data.legible import Legible, Stretch
from wawla.model.personal_data.word_set import word_set

_UPN_LETTERS = "ABCDEFGHJKLMNPQRTUVWXYZ"
_UPN = re.compile(r"(?<![\w])[A-HJ-NP-RT-Z] ?\d{3} ?\d{4} ?\d{4} ?[\dA-Z](?!\w)", re.I)
"""A unique pupil number: a letter for the check, authority, school, year and serial number (DfE, UPN guide)."""
_TEN = re.compile(r"(?<![\w.,£-])\d{3} \d{3} \d{4}(?!\w|[ .,]?\d)")
_NATIONAL_INSURANCE = re.compile(
    r"(?<![\w])(?!BG|GB|NK|KN|TN|NT|ZZ)(?:QQ|[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z]) ?\d\d ?\d\d ?\d\d ?[A-D](?!\w)", re.I
)
_NAMED = re.compile(
    r"\b(?:UPNs?|unique pupil (?:number|reference)|ULN|unique learner (?:number|reference)|learner number|UCI"
    r"|unique candidate identifier"
    r"|NHS(?:[ _](?:number|no\.?|id))|NINO|national insurance(?: (?:number|no\.?))?|NI (?:number|no\.?)"
    r"|candidate (?:number|no\.?)|exam(?:ination)? number"
    r"|adm(?:issions?)?\.? (?:number|no\.?)|pupil (?:id|no\.?|reference)|student (?:id|no\.?|number)|pupil number"
    r"|passport(?: (?:number|no\.?)|(?: [\w']+){1,6},)?"
    r"|teacher reference(?: number)?|TRN|social security number|sort code|driving licence(?: number)?)"
    r"(?: (?:is|was|of|number|no\.?|such as|like|for [A-Z]\w+(?: is"
    r"| was)?|had been|has been|mistyped|typed|given|entered|recorded|as))*"
    r"[ :#(=,-]{0,3}(?P<number>[A-Z]{0,2} ?\d(?:[ /-]?[\dA-Z]){3,14})(?![\w])",
    re.I,
)


_MANY_FIGURES = re.compile(rb"0[0 .A]{3,}")
_YEAR = re.compile(r"(?:19|20)\d\d")
_MAY_BE = re.compile(rb"A ?000 ?0000 ?0000 ?[0A]|AA ?00 ?00 ?00 ?A|000 000 0000")
_NAMES = word_set(
    """
    upn upns unique uln learner uci nhs ni nino insurance candidate exam examination admission admissions pupil
    student passport trn teacher security sort licence
    """
)


def numbers(read: Legible) -> Iterator[Stretch]:
    """Numbers of a person: those that say what they are, and those whose form and check digit tell."""
    text, shape = read.text, read.shape
    for start, end in read.around((run.start() for run in _MANY_FIGURES.finditer(shape)), 60, 30):
        for spot in _MAY_BE.finditer(shape, start, end):
            if (upn := _UPN.match(text, spot.start())) and _is_upn(upn[0].replace(" ", "")):
                yield upn.span()
            elif insured := _NATIONAL_INSURANCE.match(text, spot.start()):
                yield insured.span()
            elif (patient := _TEN.match(text, spot.start())) and _is_nhs(patient[0].replace(" ", "")):
                yield patient.span()
        for found in _NAMED.finditer(text, start, end) if not read.words.isdisjoint(_NAMES) else ():
            if sum(map(str.isdigit, found["number"])) >= 4 and not _YEAR.fullmatch(found["number"].strip()):
                yield found.end("number") - len(found["number"].lstrip()), found.end("number")


def _is_upn(number: str) -> bool:
    """Whether the letter is that of the digits; a temporary number ends with a letter, which counts as its place."""
    last = number[-1].upper()
    digits = number[1:-1] + (last if last.isdigit() else f"{_UPN_LETTERS.find(last)}")
    if not last.isdigit():
        return True
    total = sum(weight * int(digit) for weight, digit in zip(range(2, 14), digits, strict=True))
    return _UPN_LETTERS[total % 23] == number[0].upper()


def _is_nhs(number: str) -> bool:
    """Whether the last digit is that of the others (NHS Data Dictionary, NHS number: modulus 11)."""
    rest = 11 - sum(weight * int(digit) for weight, digit in zip(range(10, 1, -1), number[:9], strict=True)) % 11
    return rest % 11 == int(number[9]) and rest != 10
