from collections.abc import Iterator

from wawla.checking.rule import Bad, Good, Library, Rule, RuleHit
from wawla.model import Entry


class CodeFencesAreClosed(Rule):
    """A block of code ends with a fence of the same length as the one it began with, and both begin their lines.

    Otherwise the fence is shown as it stands, and the code is read as text.

    To put it right, put a line of three backticks after the last line of the code, without spaces before them.
    """

    good = [
        Good(body="Text.\n\n```\na, b\n1, 2\n```\n\nText.\n"),
        Good(body="~~~~ text\n~~~\n~~~~\n\n```a``` is short.\n"),
    ]
    bad = [
        Bad(body="Text.\n\n```\na, b\n1, 2\n", line=3, says="the fence ``` has no other to go with it"),
        Bad(body="- One\n\n    ~~~ text\n", line=3, says="the fence ~~~ text does not begin its line"),
    ]

    def check(self, entry: Entry, library: Library) -> Iterator[RuleHit]:
        for fence in entry.body.stray_fences:
            begins = entry.body.text[fence.start - 1 : fence.start] in ("", "\n")
            fault = "has no other to go with it" if begins else "does not begin its line"
            yield entry.body.place_of(fence), f"the fence {fence.text.strip()[:40]} {fault}"
