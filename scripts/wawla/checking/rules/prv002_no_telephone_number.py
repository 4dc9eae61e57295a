import re
from collections.abc import Iterator

from wawla.checking.rule import Bad, Good, Library, Rule, RuleHit
from wawla.model import Entry

_FIGURES = r"\d{1,12}(?:[ )(-]{1,2}\d{2,8}| ?\(0\) ?\d{2,8}){0,6}(?!\w)"
_NATIONAL, _ANY = re.compile(rf"0{_FIGURES}"), re.compile(rf"[+0]{_FIGURES}")
"""A search that begins with one certain sign takes a tenth of the time."""


class NoTelephoneNumber(Rule):
    """The text holds no telephone number.

    A number is a person's or a school's. It goes out of date, and then strangers are called about networks.

    To put it right, take it out, and name the role or the school.
    """

    good = [
        Good(body="In 2004-05, 1,500 schools; 0.1234567890 of them; £0123 456 7890; page 01234.\n"),
        Good(body="ISBN 0 7456 1234 5, ISBN-10: 0745612345, ISBN 978-0-7456-1234-5, doi 10.1000/0123456789.\n"),
        Good(body="On 01-02-2003, and 001 002 003 004 005 006, and 0 1 2 3 4 5 6 7 8 9 10, +44 schools.\n"),
    ]
    bad = [
        Bad(body="Text.\n\nRing 01632 960 001.\n", line=3, says="'01632 960 001' looks like a telephone number"),
        Bad(body="Ring (020) 7946 0018 today.\n", line=1, says="'(020) 7946 0018'"),
        Bad(body="Ring +44 (0)20 7946 0018.\n", line=1, says="'+44 (0)20 7946 0018'"),
        Bad(body="[Ring](tel:+441632960001)\n", line=1, says="'+441632960001'"),
        Bad(body="07700900123\n", line=1, says="'07700900123'"),
    ]

    def check(self, entry: Entry, library: Library) -> Iterator[RuleHit]:
        text = entry.body.text
        for number in (_ANY if "+" in text else _NATIONAL).finditer(text):
            digits = sum(map(str.isdigit, number[0]))
            if not 10 <= digits <= (14 if number[0].startswith(("+", "00")) else 11) or not number[0][2].isdigit():
                continue
            start = number.start() - (text[number.start() - 1 : number.start()] == "(")
            if _stands_alone(text[max(start - 20, 0) : start]):
                message = f"'{text[start : number.end()]}' looks like a telephone number"
                yield entry.body.place(start, number.end()), message


def _stands_alone(before: str) -> bool:
    """Whether a number may begin after these letters; not inside a longer number, sum of money, path or book number."""
    return not re.search(r"[\w£$€.,/+#=-]$|ISBN[^\n]*$", before) or before.endswith("tel:")
