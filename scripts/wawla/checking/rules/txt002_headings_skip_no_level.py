from collections.abc import Iterator

from wawla.checking.rule import Bad, Good, Library, Rule, RuleHit
from wawla.model import Entry


class HeadingsSkipNoLevel(Rule):
    """A heading is at most one level below the heading before it.

    A jump from `##` to `####` looks to a screen reader, and to the contents of the book, as if a part were missing.

    To put it right, take away a `#`, or put the heading that is missing above it.
    """

    good = [
        Good(body="## One\n\nText.\n\n### Part\n\nText.\n\n#### Small part\n\nText.\n\n## Two\n\nText.\n"),
        Good(body="Text without headings.\n"),
    ]
    bad = [
        Bad(body="## One\n\n#### Small part\n", line=3, says="'Small part' is of level 4, straight after level 2"),
        Bad(body="### Part\n\nText.\n", line=1, says="'Part' is of level 3, straight after the title"),
    ]

    def check(self, entry: Entry, library: Library) -> Iterator[RuleHit]:
        above, over, skipped = 1, 1, 0  # `over`: the level under which `skipped` is too low, it and its siblings
        for heading in entry.body.headings:
            if heading.level <= over:
                skipped = 0
            if heading.level == skipped or heading.level > above + 1:
                if heading.level != skipped:
                    over, skipped = above, heading.level
                after = "the title" if over == 1 else f"level {over}"
                way = "straight after" if above == over else "as the one before it, under"
                message = f"the heading '{heading.text[:60]}' is of level {heading.level}, {way} {after}"
                yield entry.body.place_of(heading.span), message, f"write it with {'#' * (over + 1)}"
            above = heading.level
