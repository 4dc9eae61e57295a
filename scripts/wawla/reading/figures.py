"""Figures as people and spreadsheets write them: what is one, what stands where one is not known, and its unit."""

from __future__ import annotations

import re
from dataclasses import dataclass

MINUS = "−–-"
"""The true minus, the dash that stands for it in print, and the hyphen of keyboards: last, as a class wants it."""
_FIGURE = re.compile(
    rf"(?P<about>about |around |c\. ?|circa |~|≈|[<>≤≥] ?)?(?P<sign>[+{MINUS}])?(?P<before>[£€$]?) ?"
    r"(?P<number>\d{1,3}(?:[, \u00a0\u2009\u202f'’]\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?|\.\d+)"
    r"(?P<after> ?%|[ \u00a0]?(?:km|cm|mm|m|kg|g|ml|l|hrs?|h|mins?|k|bn|p|€)"
    r"|[ \u00a0][A-Z][A-Z.]{1,14}(?: [A-Z.]{1,14}){0,2})?",
    re.I,
)
_POWER = re.compile(r"[+-]?\d(?:[.,]\d+)?E[+-]?\d{1,3}", re.I)
"""A long number, such as a telephone number, as a spreadsheet shortens it: 1.23E+11."""
_FOR_NONE = "- – — − * . .. ... … : ? / x z c u na n/a n.a. n/k nk suppressed withheld unknown"
_NOT = "known available applicable recorded asked given collected"
_HELD_BACK = ("fewer than", "less than", "under", "<", "< ")
NOT_KNOWN = frozenset(
    ["", "no data", "1-4", "1–4", "1 to 4", *_FOR_NONE.split()]
    + [f"not {word}" for word in _NOT.split()]
    + [f"{before} {five}".replace("< ", "<") for before in _HELD_BACK for five in ("5", "five", "10", "ten")]
)
"""What stands, in small letters, where a figure is not known, does not exist or is held back."""
_YEARS = re.compile(r"\d{4}(?:[-/–]\d{2}(?:\d{2})?)?")
DECIMAL_COMMA = re.compile(rf"([+{MINUS}]?[£€$]? ?)(\d{{1,3}}(?:[. \u00a0\u202f']\d{{3}})+|\d+),(\d+)( ?%| ?€)?")
"""A figure with a comma before its decimals: what goes before, whole part, decimals, what follows."""
DECIMAL_POINT = re.compile(rf"[+{MINUS}]?[£€$]? ?\d+\.\d+ ?%?")
_TO_NINETEEN = "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen"
_BEYOND = "seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand million"
_WORDS = frozenset(f"{_TO_NINETEEN} {_BEYOND} zero nil none half dozen a and".split())


@dataclass(frozen=True)
class Figure:
    """A figure that stands in a cell."""

    value: float
    unit: str
    """What it is counted in: '%', '£', 'km'; '' where the cell does not say."""


def figure_of(text: str) -> Figure | None:
    """The figure that a text is; None where it is none."""
    found = _FIGURE.fullmatch(text)
    if found is None:
        return None
    value = float(re.sub(r"[^\d.]", "", found["number"]))
    unit = (found["before"] or found["after"] or "").strip().rstrip(".").lower()
    negative = found["sign"] and found["sign"] in MINUS
    return Figure(-value if negative else value, "%" if unit in ("per cent", "percent", "pc") else unit)


def is_figure(text: str) -> bool:
    """Whether a text is a figure, a year or a school year."""
    return bool(_YEARS.fullmatch(text)) or figure_of(text) is not None


def is_not_known(text: str) -> bool:
    """Whether a text says that there is no figure, or stands for one that is held back."""
    return text.casefold() in NOT_KNOWN


def is_shortened(text: str) -> bool:
    """Whether a spreadsheet has shortened a long number to this."""
    return bool(_POWER.fullmatch(text))


def is_number_in_words(text: str) -> bool:
    """Whether a text is a number written in words, such as 'twenty-five'."""
    words = re.findall(r"[a-z]+", text.casefold())
    return (
        bool(words) and not re.search(r"[^A-Za-z -]", text) and set(words) <= _WORDS and not set(words) <= {"a", "and"}
    )


def with_decimal_point(text: str) -> str:
    """A figure with a decimal comma as it is written in Britain: 1.234,5 becomes 1234.5; any other text unchanged."""
    found = DECIMAL_COMMA.fullmatch(text)
    if not found:
        return text
    return f"{found[1]}{re.sub(r'[^0-9]', '', found[2])}.{found[3]}{found[4] or ''}"
