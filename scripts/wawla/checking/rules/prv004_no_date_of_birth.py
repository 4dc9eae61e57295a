import re
from collections.abc import Iterator

from wawla.checking.rule import Bad, Good, Library, Rule, RuleHit
from wawla.model import Entry

_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\.?"
_NTH = r"\d{1,2}(?:st|nd|rd|th)?"
_DAY = rf"(?:{_NTH}(?: of)? {_MONTH}|{_MONTH} {_NTH}(?!\d)|\d{{1,2}}[./-]\d{{1,2}}[./-]\d{{2,4}}|\d{{4}}-\d\d-\d\d)"
_BIRTH = re.compile(
    rf"\b(?:born|birthday|date of birth|d\.? ?o\.? ?b)\b\.?(?:[ ,:(]| is| was| on| the){{0,6}}{_DAY}(?:,? \d{{4}})?",
    re.I,
)
_SIGNS = ("born ", "Born ", "irth", "dob", "DOB", "o.b", "O.B")


class NoDateOfBirth(Rule):
    """The text gives nobody's date of birth.

    With a name it opens accounts and records, and no account of practice needs it.

    To put it right, take it out; where the age matters, say 'nine years old' or 'in Year 4'.
    """

    good = [
        Good(body="We never publish a date of birth. A network born in May 2003; born of need, on 3 sites.\n"),
        Good(body="The group was formed on 3 May 1996. Pupils born in 1996.\n"),
    ]
    bad = [
        Bad(body="Text.\n\nShe was born on 3 May 1996.\n", line=3, says="'born on 3 May 1996'"),
        Bad(body="Anna (d.o.b. 03/05/96)\n", line=1, says="'d.o.b. 03/05/96' gives a date of birth"),
        Bad(body="Date of birth: 3rd of May, 1996\n", line=1, says="'Date of birth: 3rd of May, 1996'"),
        Bad(body="He was born May 3, 1996.\n", line=1, says="'born May 3, 1996'"),
    ]

    def check(self, entry: Entry, library: Library) -> Iterator[RuleHit]:
        if b"0" in entry.body.shape and any(sign in entry.body.text for sign in _SIGNS):
            for birth in _BIRTH.finditer(entry.body.text):
                yield entry.body.place(*birth.span()), f"'{birth[0]}' gives a date of birth"
