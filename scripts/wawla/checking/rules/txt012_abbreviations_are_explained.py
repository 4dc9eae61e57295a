import re
from collections.abc import Iterator

from wawla.checking.rule import Bad, Good, Library, Rule, RuleHit
from wawla.model import Entry
from wawla.reading.paths import GLOSSARY, RULES

_CAPITALS = re.compile(r"[A-Z][A-Z]{1,7}+s?(?!\w)")
_TWO_CAPITALS = re.compile(rb"A(?=A)")
_CAPITALS_BEFORE = re.compile(r"\b[A-Z]{2,}[,;:!]?\s$")
_CAPITALS_AFTER = re.compile(r"[,;:!]?\s[A-Z]{2,}\b")
_ROMAN = re.compile(r"X{0,3}(?:IX|IV|V?I{0,3})")
_KNOWN = {
    "UK", "US", "USA", "EU", "UN", "UNESCO", "UNICEF", "NATO", "NASA", "WHO", "IMF", "BBC", "ITV", "CNN", "NHS", "GP",
    "TV", "DVD", "CD", "ROM", "PC", "IT", "ICT", "OK", "PDF", "CSV", "XML", "HTML", "CSS", "URL", "WWW", "HTTP",
    "HTTPS", "USB", "RAM", "CPU", "GPS", "SMS", "SIM", "LED", "LCD", "ID", "PIN", "FAQ", "ISBN", "ISSN", "DOI", "DIY",
    "VIP", "CEO", "HR", "PR", "PTA", "MBA", "BA", "MA", "AM", "PM", "GMT", "AD", "BC", "PE", "RE", "GCSE", "MP", "PS",
    "NB", "AGM", "AOB", "DNA", "HIV", "RAF", "BMW", "IBM", "IKEA", "LEGO", "ISO", "PLC", "LTD", "QR", "AI", "API",
    "JSON", "YAML", "SQL", "NOT", "AND", "OR", "TODO", "TBC", "XX",
}  # fmt: skip
"""Words that a reader of any age meets every day, and names; then words that other rules name, or that are stressed."""
_QUOTES = frozenset("\"'“”‘’«»")
_LONGEST = 5  # longer words in capitals are mostly words; those of five letters are asked about


class AbbreviationsAreExplained(Rule):
    """An abbreviation is explained where it first stands, or in the glossary.

    Readers come from other schools, other years and other countries. What everybody says in one building is a riddle
    in the next.

    To put it right, write it out at its first place, such as `local education authority (LEA)`; or explain it once on
    a line of its own, `*[LEA]: local education authority`; or add it to series/glossary.yml. One that all your readers
    know may stand in series/rules.yml, under `known_abbreviations:`. Capitals that somebody is quoted with may stay.
    """

    severity = "warning"
    of_style = True
    good = [
        Good(body="The NLC met. Two NLCs in the UK, in part XXXIX, on a DVD.\n"),
        Good(body="The local authority (LEA) paid. An LEA is large.\n"),
        Good(body="An HLTA (higher level teaching assistant) led it.\n"),
        Good(body="The HLTA led it; see [here](HLTA.md).\n\n*[HLTA]: higher level teaching assistant\n"),
        Good(body="“STOP THE CLOCK”, said the notice, and 'WAIT'. ICT at the BBC, by NASA; FANTASTIC.\n"),
        Good(body="The LEA met.\n", files={RULES: "known_abbreviations: [LEA]\n"}),
        Good(body="## HLTA\n\nAn assistant led it, with EX/First.\n"),
    ]
    bad = [
        Bad(body="Text.\n\nAn HLTA led it. Each HLTA did.\n", line=3, says="HLTA is not explained"),
        Bad(body="So it was, said one (JK).\n", line=1, says="JK may be somebody's initials"),
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
            if word in library.rule_settings.known_abbreviations or _is_stressed(plain, found):
                continue
            if (
                plain[start - 2 : start] == "[!"
                or _ROMAN.fullmatch(word)
                or plain[plain.rfind("\n", 0, start) + 1 :][:1] == "#"
            ):
                continue
            seen.add(word)
            in_body = any(abbreviation.text == word for abbreviation in body.abbreviations)
            if not (in_body or _is_explained(plain, found) or _is_name(word, library)):
                place = body.place(start, found.end())
                if len(word) == 2 and plain[start - 1 : found.end() + 1] == f"({word})":
                    hint = "name the role in place of the person, or write out what it stands for"
                    yield place, f"{word} may be somebody's initials, or an abbreviation that is not explained", hint
                else:
                    yield place, f"{word} is not explained here, nor in the glossary"


def _is_stressed(plain: str, found: re.Match[str]) -> bool:
    """Whether it is a word in capitals: quoted, long, or one of several in a row."""
    before, after = plain[found.start() - 1 : found.start()], plain[found.end() : found.end() + 1]
    if {before, after} & _QUOTES or len(found[0].rstrip("s")) > _LONGEST:
        return True
    return bool(
        _CAPITALS_BEFORE.search(plain, max(found.start() - 20, 0), found.start())
        or _CAPITALS_AFTER.match(plain, found.end())
    )


def _is_explained(plain: str, found: re.Match[str]) -> bool:
    """Whether it stands as `words (NLC)` or `NLC (words)`."""
    before, after = plain[max(found.start() - 40, 0) : found.start()], plain[found.end() : found.end() + 40]
    if len(found[0]) == 2 and not set(found[0]) <= {word[0].upper() for word in re.findall(r"[^\W\d_]+", before)[-4:]}:
        return False  # somebody's initials, perhaps
    in_brackets = re.search(r"[a-z]['’\w]*[*_\])]*\s\($", before) and after[:1] in {")", ",", ";", ":"}
    return bool(in_brackets or re.match(r"[*_]*\s\([^()\n]*[a-z]", after))


def _is_name(word: str, library: Library) -> bool:
    """Whether it is what a network calls itself, or what references of a series begin with."""
    prefixes = {series.order_prefix for series in library.series.values()}
    return word in prefixes or any(word in network.title for network in library.networks.values())
