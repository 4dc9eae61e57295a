"""A finding is one fault at one place in the content: data that is collected, never raised."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal, NamedTuple

Severity = Literal["error", "warning"]


class Place(NamedTuple):
    """Where something stands: lines and columns count from 1, `end_column` is the first column after it."""

    path: str
    line: int = 1
    column: int = 1
    end_column: int = 2


@dataclass(frozen=True, slots=True)
class Finding:
    """One fault: where it is, which rule it breaks, and what to do, in the author's words."""

    place: Place
    code: str
    message: str
    hint: str
    severity: Severity = "error"
    text: str = ""
    """The words that it is about, where they tell of a person: a skip may name them, and no report repeats them."""

    @property
    def help(self) -> str:
        """The address of the help page of this code, relative to the site."""
        return help_address(self.code)


def help_address(code: str) -> str:
    """The address of a code's help page on the site, without a leading slash."""
    return f"help/rules/{code.lower()}/"


def in_order(findings: list[Finding]) -> list[Finding]:
    """The findings sorted by place, then code, each said once."""
    return sorted(dict.fromkeys(findings), key=lambda finding: (finding.place, finding.code, finding.message))


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """A question that offers the known name nearest to `word`, or nothing where none is near."""
    best = nearest(word, known)
    return f"did you mean '{best}'? " if best else ""


def nearest(word: str, known: Iterable[str]) -> str:
    """The known name that comes nearest to `word`, without regard to capitals; '' where none is near."""
    from rapidfuzz import fuzz, process  # only a faulty file needs it, and it takes its time to load

    best = process.extractOne(word.lower(), list(known), scorer=fuzz.ratio, processor=str.lower, score_cutoff=65)
    return str(best[0]) if best else ""


def did_you_mean_key(word: str, titles: Mapping[str, str]) -> str:
    """As `did_you_mean`, for a key; somebody may have written what it is the key of."""
    key = key_meant(word, titles)
    return f"did you mean the key '{key}'? " if key else ""


def key_meant(word: str, titles: Mapping[str, str]) -> str:
    """The key that somebody means who writes a key with a slip, or its title; '' where none is near.

    `titles` has what is called by each key.
    """
    by_title = {title.lower(): key for key, title in titles.items()}
    best = nearest(word, [*titles, *by_title])
    return best if best in titles else by_title.get(best, "")
