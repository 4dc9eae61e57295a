import re
from collections.abc import Iterator

from wawla.checking.rule import Bad, Good, Library, Rule, RuleHit
from wawla.model import Entry
from wawla.reading.paths import GLOSSARY

_CAPITALS = re.compile(r"[A-Z][A-Z]{1,7}+s?(?!\w)")
_TWO_CAPITALS = re.compile(rb"A(?=A)")
_ROMAN = re.compile(r"X{0,3}(?:IX|IV|V?I{0,3})")
_KNOWN = {
    "UK", "US", "USA", "EU", "UN", "UNESCO", "BBC", "TV", "DVD", "CD", "ROM", "PC", "IT", "OK", "PDF", "CSV",
    "HTML", "URL", "ID", "FAQ", "AM", "PM", "AD", "BC", "PE", "RE", "GCSE", "MP", "PIN", "ISBN", "AND", "OR",
    "NOT", "TODO", "TBC",
}  # fmt: skip
"""Words that a reader of any age meets every day; then words that other rules name, or that are merely stressed."""


class AbbreviationsAreExplained(Rule):
    """An abbreviation is explained where it first stands, or in the glossary.

    Readers come from other schools, other years and other countries. What everybody says in one building is a riddle
    in the next.

    To put it right, write it out at its first place, such as `local education authority (LEA)`; or explain it once on
    a line of its own, `*[LEA]: local education authority`; or add it to series/glossary.yml. A word that is no
    abbreviation is better written in small letters.
    """

    good = [
        Good(body="The NLC met. Two NLCs in the UK, in part XXXIX, on a DVD.\n"),
        Good(body="The local authority (LEA) paid. An LEA is large.\n"),
        Good(body="An HLTA (higher level teaching assistant) led it.\n"),
        Good(body="The HLTA led it; see [here](HLTA.md).\n\n*[HLTA]: higher level teaching assistant\n"),
        Good(body="## HLTA\n\nAn assistant led it, with EX/First.\n"),
    ]
    bad = [
        Bad(body="Text.\n\nAn HLTA led it. Each HLTA did.\n", line=3, says="HLTA is not explained"),
        Bad(body="Two HLTAs.\n\nA higher level teaching assistant (HLTA).\n", line=1, says="HLTA is not explained"),
    ]

    def check(self, entry: Entry, library: Library) -> Iterator[RuleHit]:
        if GLOSSARY in library.unreadable_paths:
            return
        seen: set[str] = set()
        body, plain = entry.body, entry.body.plain
        for found in body.find(_CAPITALS, _TWO_CAPITALS, plain):
            word, start = found[0].rstrip("s"), found.start()
            if word in seen or word in _KNOWN or word in library.glossary or plain[start - 1 : start].isalnum():
                continue
            if _ROMAN.fullmatch(word) or plain[plain.rfind("\n", 0, start) + 1 :][:1] == "#":
                continue
            seen.add(word)
            in_body = any(abbreviation.text == word for abbreviation in body.abbreviations)
            if not (in_body or _is_explained(plain, found) or _is_name(word, library)):
                yield body.place(start, found.end()), f"{word} is not explained here, nor in the glossary"


def _is_explained(plain: str, found: re.Match[str]) -> bool:
    """Whether it stands as `words (NLC)` or `NLC (words)`."""
    before, after = plain[max(found.start() - 40, 0) : found.start()], plain[found.end() : found.end() + 40]
    in_brackets = re.search(r"[a-z]['’\w]*[*_\])]*\s\($", before) and after[:1] in {")", ",", ";", ":"}
    return bool(in_brackets or re.match(r"[*_]*\s\([^()\n]*[a-z]", after))


def _is_name(word: str, library: Library) -> bool:
    """Whether it is what a network calls itself, or what references of a series begin with."""
    prefixes = {series.order_prefix for series in library.series.values()}
    return word in prefixes or any(word in network.title for network in library.networks.values())
