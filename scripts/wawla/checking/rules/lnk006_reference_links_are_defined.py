from collections.abc import Iterator

from wawla.checking.rule import Bad, Good, Library, Rule, RuleHit
from wawla.model import Entry


class ReferenceLinksAreDefined(Rule):
    """A link such as `[words][label]` has a line that says where the label leads.

    Without it the reader sees the square brackets and cannot follow them.

    To put it right, add a line such as `[label]: ../example/index.md`, or write `[words](../example/index.md)`.
    """

    good = [
        Good(body="[A tool][tool], [Tool][] and [1] or [^1][^2].\n\n[Tool]: ../../tools/example/index.md\n"),
        Good(body="A list [a] [ ] and `[x][y]`.\n"),
    ]
    bad = [
        Bad(body="Text.\n\nSee [a tool][tool].\n", line=3, says="nothing says where [tool] leads"),
        Bad(body="See [tool][].\n\n[tol]: ../tool/index.md\n", line=1, says="nothing says where [tool] leads"),
    ]

    def check(self, entry: Entry, library: Library) -> Iterator[RuleHit]:
        for link in entry.body.links:
            if link.reference is not None and not link.target.text:
                place = entry.body.place_of(link.span)
                yield place, f"nothing says where [{link.reference.strip()[:60]}] leads"
