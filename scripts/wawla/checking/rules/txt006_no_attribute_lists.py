import re
from collections.abc import Iterator

from wawla.checking.rule import Bad, Good, Library, Rule, RuleHit
from wawla.model import Entry

_NAMES = "width|height|align|style|class|id|lang|target|rel|title|start|custom-style|data-[a-z]+"
_LIST = re.compile(rf"\{{(?::(?!\}})|[ ]{{0,9}}(?:[#.][A-Za-z]|(?:{_NAMES})=|=[a-z]|-\}}))[^{{}}\n]{{0,300}}\}}?")


class NoAttributeLists(Rule):
    """The text holds no attribute lists such as `{: .wide }`, `{#name}` or `{.note}`.

    They mean something only to some programs; ours shows them to the reader as they stand. How things look is decided
    in one place for the whole series.

    To put it right, remove the braces and what is in them. Every heading has an anchor of its own without them.
    """

    good = [Good(body="## The situation\n\nA set {1, 2} and `{: .code }`.\n")]
    bad = [
        Bad(body="Text.\n{: .wide }\n", line=2, says="the attribute list {: .wide }"),
        Bad(body="## The situation {#start}\n", line=1, says="the attribute list {#start}"),
        Bad(body="![](river.png){width=50%}\n", line=1, says="the attribute list {width=50%}"),
        Bad(body="Text.\n\nA word{.note} of ours.\n", line=3, says="the attribute list {.note}"),
    ]

    def check(self, entry: Entry, library: Library) -> Iterator[RuleHit]:
        if "{" in entry.body.text:
            for braces in _LIST.finditer(entry.body.prose):
                yield entry.body.place(*braces.span()), f"the attribute list {braces[0][:40]} is shown as it stands"
