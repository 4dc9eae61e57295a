from collections.abc import Iterator

from wawla.checking.rule import Bad, Good, Library, Rule, RuleHit
from wawla.model import Entry


class HeadingsHaveWords(Rule):
    """A heading has words.

    An empty heading, or one that is only signs or a picture, leaves a gap in the contents and nothing to link to.

    To put it right, write what the part is about after the `#` signs, or remove them.
    """

    good = [Good(body="## 2004\n\nText.\n"), Good(body="## Ἀγορά\n\nText.\n")]
    bad = [
        Bad(body="Text.\n\n##\n\nText.\n", line=3, says="heading of level 2 has no words"),
        Bad(body="### ***\n\nText.\n", line=1, says="heading of level 3 has no words"),
        Bad(body="## ![A river](river.png)\n", line=1, says="has no words"),
    ]

    def check(self, entry: Entry, library: Library) -> Iterator[RuleHit]:
        for heading in entry.body.headings:
            if not any(map(str.isalnum, heading.text)):
                yield entry.body.place_of(heading.span), f"the heading of level {heading.level} has no words"
