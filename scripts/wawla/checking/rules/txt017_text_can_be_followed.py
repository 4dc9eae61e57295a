from collections.abc import Iterator

from wawla.checking.rule import Bad, Good, Library, Rule, RuleHit
from wawla.model import Entry


class TextCanBeFollowed(Rule):
    """A text nests lists, quotes and brackets only so deep that it can be followed.

    Nobody reads a list in a list in a list, twenty deep. Such a text comes of a program gone wrong, or of ill will:
    to find the end of every list and bracket in it could take hours. We do not publish it.

    To put it right, look for a run of signs such as `- - - -` or `[[[[`, and take it out.
    """

    skippable = False
    good = [Good(body="- One\n    - in another\n        - in a third\n")]
    bad = [Bad(body="- " * 2000 + "x\n", line=1, says="nested more often than can be followed")]

    def check(self, entry: Entry, library: Library) -> Iterator[RuleHit]:
        if tangled := entry.body.facts.tangled:
            yield entry.body.place(0), tangled
