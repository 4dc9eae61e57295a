import re
from collections.abc import Iterator

from wawla.checking.rule import Bad, Good, Library, Rule, RuleHit
from wawla.model import Entry
from wawla.model.body import Body

_ITEM = re.compile(r"\n([ \t]*+)(?:[-*+]|\d{1,2}[.)])[ \t\u00a0]++(?=\S)(?![-*+ \t]*+$)", re.M)

_WRAPPED = re.compile(r"(?<=[\w,])\n[ \t]*+\d{1,2}\. [^\n]*+(?!\n[ \t]*+\d{1,2}[.)])")
"""A line that goes on with a sentence and begins with its last word, a number; no other number is under it."""
_CLOSE = re.compile(r"[ \t]*(?:[-*+]|\d{1,2}[.)])[^\W\d_]")
"""An item that lacks its space, of which TXT027 tells."""


class ListsAreShownAsLists(Rule):
    """What is written as an item of a list is shown as one.

    A list that begins with another number than 1 straight under a line of text is read as more of that line, and so
    is an item far to the right, or one with a fixed space behind its sign: `2. talked 3. wrote` is what a reader sees.

    To put it right, leave an empty line above the list, and write a hyphen or a number with a full stop and then a
    plain space. An item that stands within another begins under the first letter of that one.
    """

    good = [
        Good(body="We brought:\n- pens\n- paper\n  - white\n  - brown\n\n1) met\n2) talked\n"),
        Good(body="1. met\n2. talked\n    - for long\n\n- - -\n\nIn 1999 we\nmet, in\n2003. Then more.\n"),
        Good(body="They were in year\n12. It went well.\n\n1.Read\n2.Write\n3. Talk\n"),
        Good(body="```\nThus:\n2. code\n```\n\n- [ ]\n- [ ]\n"),
    ]
    bad = [
        Bad(body="We did this:\n2. talked\n3. wrote\n", line=2, says="is not shown as an item of a list"),
        Bad(body="-\u00a0pens\n", line=1, says="is not shown as an item of a list"),
        Bad(body="- one\n        - two\n- three\n", line=2, says="is not shown as an item of a list"),
    ]

    def check(self, entry: Entry, library: Library) -> Iterator[RuleHit]:
        body = entry.body
        prose = f"\n{body.prose}"  # a match begins where its line does in the prose
        signs = [sign for sign in _ITEM.finditer(prose) if not _WRAPPED.match(prose, sign.start())]
        items = _items(body) if signs else set()
        shown = True
        after = -1
        for sign in signs:
            if sign.start() in items:
                shown = True
            else:
                above = prose.rfind("\n", 0, sign.start()) + 1
                if _CLOSE.match(prose, above):
                    pass
                elif shown or "\n\n" in body.prose[after : sign.start()]:  # one finding for all items of a list
                    yield body.place(sign.end(1) - 1, sign.end() - 1), "this line is not shown as an item of a list"
                shown = False
            after = sign.end() - 1


def _items(body: Body) -> set[int]:
    """Where the lines begin that are shown as items."""
    return {body.text.rfind("\n", 0, item.span.start) + 1 for item in body.list_items}
