"""How many copies a person asks for, in figures or in words."""

from __future__ import annotations

import re

_TO_NINETEEN = """one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen
    seventeen eighteen nineteen"""
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
NUMBER_WORDS = {word: number for number, word in enumerate(_TO_NINETEEN.split(), 1)}
NUMBER_WORDS |= {word: 10 * number for number, word in enumerate(_TENS.split(), 2)}

_AROUND = re.compile(r"(?:[x×] ?)?(?P<count>.*?)(?: ?[x×]| cop(?:y|ies)(?: each)?)?\.?")


def copies_of(text: str) -> int | None:
    """The number of copies in "20", "twenty", "20x", "x 20", "20 copies", "two dozen", "a hundred and five".

    None for anything else, such as 0, -3, 2.5 or "a few". It is not held against the most that may be ordered.
    """
    if len(text) > 80:
        return None
    around = _AROUND.fullmatch(" ".join(text.casefold().split()))
    count = around["count"] if around else ""
    if re.fullmatch(r"[0-9]{1,9}", count):
        return int(count) or None
    return _in_words(re.findall(r"[a-z]+", count)) if re.fullmatch(r"[a-z]+(?:[ -][a-z]+)*", count) else None


def _in_words(words: list[str]) -> int | None:
    if words == ["half", "a", "dozen"]:
        return 6
    if words[-1] == "dozen":
        times = _below_hundred(words[:-1])
        return times and times * 12
    if "hundred" not in words:
        return _below_hundred(words)
    at = words.index("hundred")
    hundreds, rest = _below_hundred(words[:at]), words[at + 1 :]
    if not hundreds or hundreds > 9:
        return None
    if not rest:
        return hundreds * 100
    more = _below_hundred(rest[1:] if rest[0] == "and" else rest)
    return more and hundreds * 100 + more


def _below_hundred(words: list[str]) -> int | None:
    """From one to ninety-nine; "a" is one, as in "a dozen"."""
    if words == ["a"]:
        return 1
    if len(words) == 1:
        return NUMBER_WORDS.get(words[0])
    tens, unit = [NUMBER_WORDS.get(word, 0) for word in words] if len(words) == 2 else (0, 0)
    return tens + unit if tens >= 20 and 1 <= unit <= 9 else None
