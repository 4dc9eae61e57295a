"""E-mail addresses and telephone numbers in a text, plain or spelt out."""

from __future__ import annotations

import re
from collections.abc import Iterator

from wawla.model.personal_data.first_names import FIRST_NAMES
from wawla.model.personal_data.legible import Legible, Stretch
from wawla.model.personal_data.word_set import word_set

_PLAIN = re.compile(r"(?<![\w.+%-])[\w+%][\w.+%'-]{0,63}@(?:[\w-]{1,63}\.){1,8}[^\W\d_]{2,24}(?![\w@])")
_NO_ENDING = re.compile(r"(?:png|jpe?g|gif|webp|svg|css|js|html?|pdf)$", re.I)
"""Of files such as river@2x.png."""
_AT = r"(?: ?[\[({<] ?(?:at|@|a) ?[\])}>] ?| at | @ |-at-| at-sign )"
_DOT = r"(?: ?[\[({<] ?(?:dot|\.|punkt|point) ?[\])}>] ?| dot | full[ -]stop |-dot-)"
_LOCAL = r"[\w+-]{1,40}(?:(?:\.|_| ?underscore ? | ?hyphen ? | dash | dot | ?[\[(]dot[\])] ?)[\w+-]{1,40}){0,4}"
_SPELT = re.compile(
    rf"(?<![\w.@+-])(?P<local>{_LOCAL})(?P<at>{_AT})(?P<domain>[\w-]{{1,63}}(?: hyphen [\w-]{{1,40}})?(?:(?:\."
    rf"|{_DOT})[\w-]{{1,63}}){{1,6}})(?![\w@])",
    re.I,
)
_ENDING = re.compile(
    r"(?:com|org|net|uk|ac|co|gov|edu|sch|info|eu|ie|biz|me|io|nhs|wales|scot|cymru|london|example|test|school|academy"
    r"|fr|de|nl|es|it|pl|in|pk|au|nz|ca|us|za|coop|mobi|name|email|online|site)$",
    re.I,
)
_SPACED = re.compile(
    rf"(?<![\w.+%'-])[\w.+%'-]{{1,64}}(?: @ |@ )(?:[\w-]{{1,63}}(?: \. |\.)){{1,4}}{_ENDING.pattern[:-1]}(?![\w@])",
    re.I,
)
_NO_LOCAL = word_set(
    """
    us me him her them it more out look looking looked looks available online website site page pages found read
    see meet met meeting held here there up down in on off and or this that the a is are was were be one all
    each school schools visit us information details working work works arrive arrived stare point shop shops
    starting begin live hosted published run free again today now only book bookshop stall college find register
    """
)
"""What stands before "at" in "read more at example.org"."""
_WRITE_TO = re.compile(
    r"\be-?mail(?:ed|s|ing)?\b|\bmailto\b|\bwrit(?:e|ing) to\b|\breach(?:ed)?\b|\bcontact(?:ed)?\b", re.I
)
_AT_SIGN = re.compile("@")
_DOMAIN_SIGN = re.compile(
    r"\bdot\b|\bfull[ -]stop\b|[.(\[](?:com|org|net|uk|ac|co|gov|edu|sch|info|eu|ie|example)\b", re.I
)
_DOMAIN_WORDS = word_set("dot stop com org net uk ac co gov edu sch info eu ie example")


def emails(read: Legible) -> Iterator[Stretch]:
    """E-mail addresses. They end with the text of the address: the sentence's own full stop is not part of them."""
    text = read.text
    if "@" in text:
        for where in read.around((found.start() for found in _AT_SIGN.finditer(text)), 70, 200):
            yield from (found.span() for found in _PLAIN.finditer(text, *where) if _is_address(found[0]))
            yield from (found.span() for found in _SPACED.finditer(text, *where))
    if not read.words.isdisjoint(("at", "a")) and not read.words.isdisjoint(_DOMAIN_WORDS):
        for where in read.around((found.start() for found in _DOMAIN_SIGN.finditer(text)), 100, 60):
            yield from (found.span() for found in _SPELT.finditer(text, *where) if _is_spelt_address(found, text))


def _is_address(address: str) -> bool:
    return not _NO_ENDING.search(address) and not address.startswith("git@")


def _is_spelt_address(found: re.Match[str], text: str) -> bool:
    local, domain = found["local"].lower(), found["domain"]
    ending = re.split(r"\W+", domain.rstrip(" ])}>"))[-1]
    if not _ENDING.match(ending) or local.split()[-1] in _NO_LOCAL:
        return False
    if found["at"].strip().lower() not in ("at", "@") or re.search(_DOT, domain, re.I):
        return domain.lower().split()[0] not in ("the", "a", "an", "this", "that", "our", "every", "each", "your")
    told = _WRITE_TO.search(text, max(found.start() - 40, 0), found.start())
    return bool(told or re.search(r"[._\d]", local) or local in FIRST_NAMES)


_GAP = r"(?:[ ]?\(0\)[ ]?|[ ().\-/]{0,3})"
_NUMBER = re.compile(rf"(?<![\w])(?:\(?\+ ?|\(?0)\d?(?:{_GAP}\d){{8,15}}(?!\d)")
_LOCAL_NUMBER = re.compile(
    r"\b(?:tel(?:ephone)?|phone|mobile|mob|cell|fax|landline|ring|call(?: (?:him|her|them|us|me))?|text|whatsapp)"
    r"(?: (?:no|number|is|on|at|him|her|us|me|them))*[.:]* ?(?:no|number|is|on|at)?[.:]* ?"
    r"(?P<number>(?!(?:19|20)\d\d(?!\d| ?\d))[1-9](?:[ \-.]?\d){5,10})(?!\d|[ \-]?\d|%)",
    re.I,
)
_AMERICAN = re.compile(r"(?<![\w(])(?:\+?1[ .-])?\([2-9]\d\d\) ?[2-9]\d\d[ .-]\d{4}(?!\d)")
_SPELT_DIGIT = r"(?:(?:double|treble|triple)[ -])?(?:oh|o|zero|nought|one|two|three|four|five|six|seven|eight|nine)"
_SPELT_NUMBER = re.compile(rf"\b(?:oh|zero|nought)(?:[ ,-]{{1,2}}{_SPELT_DIGIT}){{6,12}}\b", re.I)
_CALL = re.compile(r"\b(?:tel|phone|telephone|mobile|call|ring|fax|text|number|dial|landline)\b", re.I)
_VALID = re.compile(
    r"(?:0|44)(?:1\d{8,9}|2[03489]\d{8}|3[0347]\d{8}|5[56]\d{8}|7\d{9}|8\d{8,9}|800\d{6,7}|9\d{9})"
    r"|(?:(?!44)[1-9]\d{7,14})"
)
"""A number of the national plan without its signs (Ofcom, National Telephone Numbering Plan), or of another country."""
_REFERENCE = re.compile(
    r"\b(?:ref(?:erence)?|grant|project|award|charity|company|order|invoice|contract|licen[cs]e|catalogue|account"
    r"|isbn(?:-1[03])?"
    r"|issn|doi|urn|ukprn|uprn|dfes|dfe|file|item|serial|version|barcode|code|ticket|case|report|document|paper"
    r"|registered|registration"
    r"|policy|batch|model|part|patent|box|archive|shelfmark|esrc|res|code|receipt|tender|edition|job|vat|purchase)s?\.?"
    r"(?:,? (?:number|numbers|no|nos|ref|reference|code|id|is|was|of|under|the|with|as))*[.:#]* ?#?$",
    re.I,
)
_BEFORE = re.compile(r"[\w£$€.,/+#=-]$|ISBN[^\n]*$|10\.\d{4,}")


_MAY_BE_NUMBER = re.compile(rb"0[0 .]{5,}")
_COUNTING = word_set("one two three four five six seven eight nine")


def telephones(read: Legible) -> Iterator[Stretch]:
    """Telephone numbers: British, national or with +44; of other countries with + or 00; and any after "phone"."""
    text = read.text
    runs = [run for run in _MAY_BE_NUMBER.finditer(read.shape) if run[0].count(b"0") > 5]
    for run in runs:
        where = max(run.start() - 4, 0), run.end() + 1
        for found in _NUMBER.finditer(text, *where):
            if (_is_telephone(found[0]) or _is_odd_telephone(found, text)) and _stands_alone(text, found.start()):
                yield found.span()
        where = max(run.start() - 40, 0), run.end() + 1
        for found in _LOCAL_NUMBER.finditer(text, *where):
            if 6 <= sum(map(str.isdigit, found["number"])) <= 11:
                yield found.span("number")
        yield from (found.span() for found in _AMERICAN.finditer(text, *where))
    if not read.words.isdisjoint(("oh", "zero", "nought")) and len(read.words & _COUNTING) > 2:
        yield from (found.span() for found in _SPELT_NUMBER.finditer(text))


_OF_A_YEAR = re.compile(r"/(?:19|20)\d\d/")
"""As the reference of a grant may have it: 01632/2004/17."""


def _is_telephone(number: str) -> bool:
    plain = re.sub(r"\D", "", number.replace("(0)", ""))
    groups = re.split(r"\D+", number.strip("() "))
    if _OF_A_YEAR.search(number):
        return False
    if number.lstrip("(").startswith("+"):
        return bool(_VALID.fullmatch(plain)) and plain[0] != "0"
    if plain.startswith("00"):
        counts = len(groups) > 2 and len(set(map(len, groups))) == 1  # 001 002 003
        return bool(_VALID.fullmatch(plain[2:])) and not counts
    if len(groups) > 5 and not all(len(group) == 1 for group in groups):
        return len(groups) <= 6 and bool(_VALID.fullmatch(plain)) and all(len(group) == 2 for group in groups[:-1])
    if len(groups) > 5:  # 0 1 2 3 4 … counts; a telephone number does not
        return bool(_VALID.fullmatch(plain)) and plain[:10] != "0123456789"
    return bool(_VALID.fullmatch(plain)) and len(groups[0]) != 1 and not _is_date(number)


def _is_odd_telephone(number: re.Match[str], text: str) -> bool:
    """Whether an odd number stands after a word such as "call": two figures by two, or with a figure too many."""
    if _OF_A_YEAR.search(number[0]):
        return False
    groups = re.split(r"\D+", number[0].strip("() "))
    told = _CALL.search(text, max(number.start() - 40, 0), number.start())
    in_pairs = max(map(len, groups)) < 3 and _VALID.fullmatch("".join(groups))
    too_long = _VALID.fullmatch("".join(groups)[:-1]) and len(groups) < 4 and not _is_date(number[0])
    return bool(told and (in_pairs or too_long))


def _is_date(number: str) -> bool:
    return bool(re.match(r"\d\d[-/.]\d\d[-/.]\d{4}", number))


def _stands_alone(text: str, start: int) -> bool:
    """Whether a number may begin here; not inside a longer number, sum of money, path, or number of a thing."""
    before = text[max(start - 48, 0) : start]
    if before.lower().endswith(("tel:", "tel.")) or (before.endswith(",") and not before[-2:-1].isdigit()):
        return True
    line = before.rpartition("\n")[2]
    return not _BEFORE.search(line) and not _REFERENCE.search(line)
