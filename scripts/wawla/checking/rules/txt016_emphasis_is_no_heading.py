import re
from collections.abc import Iterator

from wawla.checking.rule import Bad, Good, Library, Rule, RuleHit, holds
from wawla.model import Entry

_BOLD_LINE = re.compile(r"(?:^|(?<=\n\n))(\*\*|__)([^*_\n]{1,100})\1 {0,9}\n[ \t]*+\n(?=[^\s*+>|#0-9-])")


class EmphasisIsNoHeading(Rule):
    """A line that is a heading is written as a heading, not as bold words.

    Bold words look like a heading and are none: they stand in no contents, have no address, and a reader who listens
    does not notice them.

    To put it right, begin the line with `##` or `###` and take the stars away.
    """

    severity = "warning"
    of_style = True
    good = [
        Good(body="## The first year\n\n**Trust** came slowly.\n\n**It was worth it.**\n"),
        Good(body="- One\n\n    **Two**\n\n    Three\n\n**Questions**\n\n1. Who?\n"),
    ]
    bad = [
        Bad(body="Text.\n\n**The first year**\n\nText.\n", line=3, says="'The first year' is bold where a heading"),
        Bad(body="__The first year__\n\nText.\n", line=1, says="'The first year' is bold"),
    ]

    def check(self, entry: Entry, library: Library) -> Iterator[RuleHit]:
        body = entry.body
        if holds(body.text, "**\n", "__\n"):
            for line in _BOLD_LINE.finditer(body.prose):
                message = f"'{line[2][:60]}' is bold where a heading is meant"
                yield body.place(line.start(), line.end(2) + 2), message
