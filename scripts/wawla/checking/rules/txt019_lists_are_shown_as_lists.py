import re
from collections.abc import Iterator

from wawla.checking.rule import Bad, Good, Library, Rule, RuleHit
from wawla.model import Entry
from wawla.model.body import Body

_ITEM = re.compile(r"\n([ \t]*+)(?:[-*+]|\d{1,2}([.)]))[ \t\u00a0]++(?=\S)(?![-*+ \t]*+$)", re.M)
_INDENT = 4


class ListsAreShownAsLists(Rule):
    """What is written as an item of a list is shown as one.

    A list that follows straight on a line of text is read as more of that line, and `- pens - paper` is what a reader
    sees. Items within an item are told by four spaces in front of them; with fewer they are items like all others.

    To put it right, leave an empty line above the list, write a hyphen or a number with a full stop and then a space,
    and put four spaces in front of an item that stands within another.
    """

    good = [
        Good(body="We brought:\n\n- pens\n- paper\n\n    - white\n    - brown\n"),
        Good(body="1. met\n2. talked\n    - for long\n\n- - -\n\nIn 1999 we\nmet, in\n2003. Then more.\n"),
        Good(body="```\nThus:\n- code\n```\n"),
    ]
    bad = [
        Bad(body="We brought:\n- pens\n- paper\n", line=2, says="is not shown as an item of a list"),
        Bad(body="So:\n\n1) met\n2) talked\n", line=3, says="is not shown as an item of a list"),
        Bad(body="-\u00a0pens\n", line=1, says="is not shown as an item of a list"),
        Bad(body="- one\n  - two\n- three\n", line=2, says="stands within no other"),
        Bad(body="1. one\n   - a\n   - b\n", line=2, says="is not shown as an item of a list"),
    ]

    def check(self, entry: Entry, library: Library) -> Iterator[RuleHit]:
        body = entry.body
        signs = list(_ITEM.finditer(f"\n{body.prose}"))  # a match begins where its line does in the prose
        items = _items(body) if signs else {}
        shown = True
        after = -1
        for sign in signs:
            depth, place = items.get(sign.start()), body.place(sign.end(1) - 1, sign.end() - 1)
            if depth is None:
                if shown or "\n\n" in body.prose[after : sign.start()]:  # one finding for all items of a list
                    yield place, "this line is not shown as an item of a list", _hint(sign)
            elif depth == 1 and 0 < len(sign[1]) < _INDENT and "\t" not in sign[1]:
                yield place, "this item stands within no other", "put four spaces in front of it"
            shown, after = depth is not None, sign.end() - 1


def _items(body: Body) -> dict[int, int]:
    """How deep the first item of a line stands, by where the line begins."""
    depths: dict[int, int] = {}
    for item in body.list_items:
        depths.setdefault(body.text.rfind("\n", 0, item.span.start) + 1, item.depth)
    return depths


def _hint(sign: re.Match[str]) -> str:
    if sign[2] == ")":
        return "write the number with a full stop"
    if 0 < len(sign[1]) < _INDENT:
        return "put four spaces in front of it"
    return "leave an empty line above the list, and put a plain space behind the sign"
