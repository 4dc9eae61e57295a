import re
from collections.abc import Iterator

from wawla.checking.rule import Bad, Good, Library, Rule, RuleHit
from wawla.model import Entry
from wawla.model.body.links import label_of

_LABEL = re.compile(r"[\s>]*+\[([^\[\]\n]++)\]:(?!\s*\S*[/.#:@])")


class DefinitionsOfLinksAreUsed(Rule):
    """A line such as `[label]: words` belongs to a link, or is not written so.

    Such a line is not shown: it only says where the label leads. Where no link has the label, and it leads nowhere,
    what stands in the line is lost to every reader. `[Note]: important` is one.

    To put it right, write the link as `[words][label]`, or remove the line. A line that readers should see begins
    with something other than a square bracket.
    """

    good = [
        Good(body="See [a tool][tool] and [Tool].\n\n[tool]: ../../tools/example/index.md\n"),
        Good(body="Text.\n\n[left over]: https://a.example/\n"),
        Good(body="Used.[^1]\n\n[^1]: A note.\n\n`[label]: address`\n"),
    ]
    bad = [
        Bad(body="Text.\n\n[Note]: important\n", line=3, says="the line '[Note]: important' is not shown"),
        Bad(body="See [a][a].\n\n[a]: #a\n[b]: c\n", line=4, says="no link has its label"),
    ]

    def check(self, entry: Entry, library: Library) -> Iterator[RuleHit]:
        body = entry.body
        used = {label_of(link.reference) for link in body.links if link.reference is not None}
        for start, end in body.facts.definitions:
            line = body.text[start:end]
            if (label := _LABEL.match(line)) and label_of(label[1]) not in used:
                said = f"the line '{line.strip()[:60]}' is not shown, and no link has its label"
                yield body.place(start, end), said
