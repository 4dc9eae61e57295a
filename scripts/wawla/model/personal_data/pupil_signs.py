"""The words by which a text shows that whoever it names is a pupil: an age, a class, a year group."""

from __future__ import annotations

import re

_AGES = "three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen"
AGE = rf"(?:[3-9]|1[0-8]|{_AGES})(?:[½¼¾]| ?1/2|\.5| and a half)?"
_NUMBER = r"(?:\d{1,2}|(?i:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen))"
YEAR_GROUP = (
    rf"(?-i:(?:the )?(?:[Yy]ear|YEAR|[Yy]r\.?)[ -]?{_NUMBER}[A-Za-z]{{0,2}}\b|[Yy] ?\d{{1,2}}\b"
    rf"|(?:the )?[Rr]eception\b(?! desk| area| office)|[Nn]ursery\b(?! [Nn]urse)"
    rf"|(?:[Cc]lass|[Ff]orm|[Tt]utor [Gg]roup|[Ss]et) ?(?:{_NUMBER}[A-Za-z]{{0,2}}|[A-Z]{{1,3}})\b"
    rf"|[1-9][ABCEFGHJKLNPQRSTWXYZ][A-Z]?\b(?<!AM)|1[0-3][A-Z]{{1,2}}\b(?<!AM)(?<!PM)"
    rf"|[Pp]rimary [1-7]s?\b|P[1-7]\b|S[1-6]\b|(?:Key Stage|KS) ?[1-5]\b"
    rf"|(?:the )?(?:[Ll]ower |[Uu]pper )?[Ss]ixth [Ff]orm"
    rf"|(?:the )?Foundation Stage)"
)
CLASS_OF = (
    r"(?-i:(?:Miss|Mrs|Mr|Ms|Mx|Dr|Sir|Madame|Señor|Herr) [A-Z][\w'-]*?(?:'s?|s')? (?:\w+ )?(?:class|group|form|set"
    r"|room|lessons?|nursery|reception)\b)"
)
PUPIL = (
    r"(?:pupil|(?<!PhD )(?<!graduate )(?<!doctoral )(?<!research )(?<!university )(?<!medical )student"
    r"|boy|girl|child|schoolboy|schoolgirl|schoolchild|classmate|learner|youngster|toddler|infant"
    r"|sixth[- ]former"
    r"|(?:six|seven|eight|nine|ten|eleven|first|second|third)[- ](?:year|former)|prefect|head boy|head girl"
    r"|school councillor|\w+-year-old|\d{1,2}-year-old)"
)
PUPILS = rf"(?:{PUPIL}s?|children|schoolchildren)"
_ADULT = (
    r"(?!(?:/\d)? ?(?i:class |group |form |year |phase )?(?i:teachers?|leaders?|lead|tutors?|heads?|co-"
    r"|coordinators?|assistants?"
    r"|team|parents?|reps?|staff|TAs?|manager|practitioner|nurse|governor|mentor|curriculum|teaching"
    r"|pupils?' (?:work|book))"
    r"|-\d| to \d|'s\b)"
)
"""What follows a year group where not a pupil of it is meant but a grown-up, or several years."""
IS = r"(?:who (?:is|was|are|were) |is |was |are |were |now |both |all |just |only |then |currently |also )*"
_STOP = (
    r"(?= ?(?:[,.;:)!?\n-]|$|(?:at|in|of|from|who|whose|with|and|here|said|says|told|that|on|is|was|has|had|aged"
    r"|called|for|to)\b))"
)
_LINK = re.compile(rf"(?: ?\|)?[,;]? ?[(-]? ?{IS}")
"""What joins a name to the words that tell of whom it is; in a table, the stroke between two cells."""
_SIGN = re.compile(
    rf"(?:aged?|Aged?|AGED?):? {AGE}\b(?![\d%])|(?:an? |our |the )?{AGE}[- ]?(?:(?:years?|yrs?)[- ]olds?\b|y\.?/?o\b)"
    rf"|(?:a (?:pupil|student|boy|girl|child),? )?(?:(?:in |of |from |at )(?:my |our )?)?(?:{YEAR_GROUP}{_ADULT}"
    rf"|{CLASS_OF}(?! (?:teacher|assistant)))"
    rf"|(?:an? |our |one |another |the )(?:(?!author|teacher|about|friend|leader"
    rf"|head )[\w'-]+ ){{0,4}}?{PUPILS}\b{_STOP}"
    rf"(?! of (?:her|his|the|its) (?:time|\w+ties))|{PUPIL}[)]"
)
_SHORT = re.compile(r"(?!Y\d)[A-Z]?\d{1,2}[A-Z]{0,2}|(?:the )?(?:nursery|reception)", re.I)
"""A class or year group that may be anything, as 4B may, unless a comma joins it."""
_BARE_AGE = re.compile(
    rf"{AGE}(?:,? (?=in |from |of |at |and {AGE}\b|and |now|when |then |while |but |said|says|told|wrote|[Yy]ear"
    rf"|[Cc]lass)|\)"
    rf"|,(?! ?\d)(?! and \d)"
    rf"|\.(?!\d)|;|$|\n)"
)
_OWN = re.compile(
    rf"'s? (?:classmates?|class teacher|form tutor|reading age|spelling age|school report|year group|SATs|class\b"
    rf"|primary school|annual review|pupil profile|parents' evening)"
    rf"|,? whose (?:class|form|school|teacher|tutor|mother|mum|father|dad|parents|reading)\b"
    rf"|,? (?:who )?(?:joined|is in|was in|sits in|works in) (?:our|the|my|{CLASS_OF})(?: class)?(?<=class)\b"
)
_MOVED = re.compile(
    r",? (?:who )?(?:has |had )?(?:joined|started|began|starts|starting|moved (?:up )?(?:in)?to|moves to|goes into"
    r"|went into"
    r"|went up to|entered|left|repeated|will be in) (?:in )?(?:the )?"
)
_YEAR_GROUP_OF_A_CHILD = re.compile(rf"{YEAR_GROUP}(?! as (?:a|an|our|the)\b){_ADULT}")

_YEAR_GROUP_ALONE = re.compile(rf"(?:,| \() ?{YEAR_GROUP}")


def sign_after(text: str, end: int) -> bool:
    """Whether the words that follow a name are those that follow a pupil's."""
    if (link := _LINK.match(text, end)) and link[0]:
        sign = _SIGN.match(text, link.end())
        if sign and (not _SHORT.fullmatch(sign[0]) or re.search(r"[,;(|-]", link[0])):
            return True
        if _BARE_AGE.match(text, link.end()) and re.search(r"[,(]|(?:is|was) $", link[0]):
            return True
    moved = _MOVED.match(text, end)
    return bool(_OWN.match(text, end) or (moved and _YEAR_GROUP_OF_A_CHILD.match(text, moved.end())))


def is_year_group_alone(text: str, end: int) -> bool:
    """Whether nothing but a year group after a comma follows, as it may follow the name of a place or a school."""
    return _YEAR_GROUP_ALONE.match(text, end) is not None
