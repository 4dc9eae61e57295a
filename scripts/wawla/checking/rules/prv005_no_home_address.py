import re
from collections.abc import Iterator

from wawla.checking.rule import Bad, Good, Library, Rule, RuleHit
from wawla.model import Entry

_POSTCODE = re.compile(r"[0-9][ABD-HJLNP-UW-Z]{2}(?!\w)")
_SECOND_HALF = re.compile(rb"0AA")
_FIRST_HALF = re.compile(r"(?<![\w#/=-])(?:[A-Z]{1,2}\d[A-Z\d]?|GIR ?0) ?$")


class NoHomeAddress(Rule):
    """The text holds no full postcode.

    A postcode is shared by a handful of homes. With a name or a story it leads to a door.

    To put it right, take the address out, and name the town or the part of the country.
    """

    good = [
        Good(body="Schools in TS24 and east Manchester, KS2 and Year 9; table A1, 2nd row; #AB12CD.\n"),
        Good(body="In 2AB, a class, 30 pupils of KS2, 4th row, met in ROOM12 4AB.\n"),
    ]
    bad = [
        Bad(body="Text.\n\nWrite to 1 High Street, TS24 8AA.\n", line=3, says="'TS24 8AA' looks like a postcode"),
        Bad(body="SW1A2AA\n", line=1, says="'SW1A2AA'"),
    ]

    def check(self, entry: Entry, library: Library) -> Iterator[RuleHit]:
        text = entry.body.text
        for second in entry.body.find(_POSTCODE, _SECOND_HALF):
            before = max(second.start() - 6, 0)
            if first := _FIRST_HALF.search(text[before : second.start()]):
                span = before + first.start(), second.end()
                yield entry.body.place(*span), f"'{text[slice(*span)]}' looks like a postcode"
