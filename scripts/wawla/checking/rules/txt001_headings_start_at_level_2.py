from collections.abc import Iterator

from wawla.checking.rule import Bad, Good, Library, Rule, RuleHit
from wawla.model import Entry


class HeadingsStartAtLevel2(Rule):
    """Headings in the text begin with `##`.

    The title is the heading of level 1, and stands on the page already. A second one confuses readers who move
    from heading to heading with a screen reader, and spoils the contents of the printed book.

    To put it right, write `##` in place of `#`, in front of every heading of this level; those that belong under one of
    them get one `#` more.
    """

    good = [Good(body="## The situation\n\nText.\n\n### A part of it\n\nText.\n")]
    bad = [
        Bad(body="Text.\n\n# The situation\n", line=3, says="'The situation' is a heading of level 1"),
        Bad(body="The situation\n=====\n\nText.\n", line=1, says="'The situation' is a heading of level 1"),
    ]

    def check(self, entry: Entry, library: Library) -> Iterator[RuleHit]:
        for heading in entry.body.headings:
            if heading.level == 1:
                words = heading.text[:60]
                yield entry.body.place_of(heading.span), f"'{words}' is a heading of level 1, as the title is"
