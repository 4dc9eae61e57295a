from collections.abc import Iterator

from wawla.checking.rule import Bad, Good, Library, Rule, RuleHit
from wawla.model import Tool


class ToolSaysTimeAndGroup(Rule):
    """A tool that people use together says how long it takes and how many people it is for.

    Whoever plans a meeting needs to know both before anything else. A data-set is read alone, and needs neither.

    To put it right, add `minutes:` and `group:`.
    """

    kind = Tool
    good = [
        Good("kind: discussion\nminutes: 45\ngroup: 4 to 12 people\n"),
        Good("kind: data-set\n", without=["minutes", "group"]),
    ]
    bad = [
        Bad("kind: worksheet\n", without=["minutes"], says="the tool does not say how long it takes"),
        Bad("kind: worksheet\n", without=["group"], says="the tool does not say how many people it is for"),
    ]

    def check(self, tool: Tool, library: Library) -> Iterator[RuleHit]:
        if tool.form == "data-set":
            return
        if tool.minutes is None:
            yield tool.at("kind"), "the tool does not say how long it takes", "add `minutes:`, such as `minutes: 45`"
        if tool.group is None:
            hint = "add `group:`, such as `group: 4 to 12 people from several schools`"
            yield tool.at("kind"), "the tool does not say how many people it is for", hint
