from collections.abc import Iterator

from wawla.checking.rule import Bad, Good, Library, Rule, RuleHit
from wawla.model import Tool


class OnlyADataSetHasData(Rule):
    """Only a data-set names a file with figures.

    A page of a discussion or a worksheet does not show figures, so they would never be seen.

    To put it right, make it a data-set with `kind: data-set`, or remove `data:`.
    """

    kind = Tool
    skippable = False
    good = [Good("kind: discussion\n")]
    bad = [Bad("kind: discussion\ndata: data.csv\n", line=2, says="the tool names data.csv, but is not a data-set")]

    def check(self, tool: Tool, library: Library) -> Iterator[RuleHit]:
        if tool.form != "data-set" and tool.data is not None:
            yield tool.at("data"), f"the tool names {tool.data}, but is not a data-set; its kind is {tool.form}"
