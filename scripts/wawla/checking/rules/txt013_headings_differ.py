from collections.abc import Iterator

from wawla.checking.rule import Bad, Good, Library, Rule, RuleHit
from wawla.model import Entry


class HeadingsDiffer(Rule):
    """No two headings of a page have the same words.

    In the contents, and for a reader who jumps from heading to heading, two that are the same cannot be told apart.

    To put it right, say in one of the two how it differs from the other.
    """

    severity = "warning"
    of_style = True
    good = [Good(body="## What we did\n\nText.\n\n## What came of it\n\nText.\n")]
    bad = [
        Bad(body="## Steps\n\nText.\n\n## Steps\n\nText.\n", line=5, says="'Steps' is a heading of this page already"),
        Bad(body="## The *first* term\n\n### The first Term\n", line=3, says="'The first Term' is a heading"),
    ]

    def check(self, entry: Entry, library: Library) -> Iterator[RuleHit]:
        seen: set[str] = set()
        for heading in entry.body.headings:
            words = heading.text.casefold()
            if words in seen and words:
                message = f"'{heading.text[:60]}' is a heading of this page already"
                yield entry.body.place_of(heading.span), message
            seen.add(words)
