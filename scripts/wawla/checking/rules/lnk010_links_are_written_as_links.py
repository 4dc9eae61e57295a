import re
from collections.abc import Iterator

from wawla.checking.marks import Mark, Marks
from wawla.checking.rule import Bad, Good, Library, Rule, RuleHit
from wawla.model import Entry

_TO = r"(?:\.{0,2}/|#|https?:|www\.|[\w-]+\.(?:md|csv|html?|pdf)\b)"
_WRITE = "write [words](address)"
_MARKS = Marks(
    Mark("](", re.compile(r"\]\("), "close the words and the address in one paragraph: [words](address)"),
    Mark("[[", re.compile(r"(?<!!)\[\[[^\[\]\n]+\]\]"), _WRITE),
    Mark("![[", re.compile(r"!\[\[[^\[\]\n]+\]\]"), "write ![what is seen](picture.png)"),
)
_IN_PROSE = Marks(
    Mark("] (", re.compile(rf"\] +\((?={_TO})", re.I), "take out the space between `]` and `(`"),
    Mark(
        ")[",
        re.compile(rf"\([^()\n]+\)\[(?={_TO})[^\[\]\n]*\]", re.I),
        "the words stand in square brackets, the address in round ones",
    ),
    Mark(
        "](",
        re.compile(rf"\]\([^()\s]*\)(?P<at>\((?={_TO})[^()\n]*\))", re.I),
        "a link leads to one address; write a second link for the other",
    ),
    Mark("}(", re.compile(rf"\{{[^{{}}\n]+\}}\((?={_TO})[^()\n]*\)", re.I), _WRITE),
    Mark("|", re.compile(rf"\[[^\[\]|\n]+\|(?={_TO})[^\[\]|\n]*\](?!\()", re.I), _WRITE),
    Mark("<www", re.compile(r"<www\.[^<>\s]*>?"), "write <https://www…>, with its whole beginning"),
    Mark("|", re.compile(r"<https?://[^<>\s|]+\|[^<>\n]{0,200}>?"), _WRITE),
    Mark("<http", re.compile(r"<https?://[^<>\s]+(?=[ \n]|\Z)"), "put `>` behind the address"),
    Mark("://", re.compile(r"https?://[^\s<>()]{1,200}-\n[a-z]"), "write the whole address in one line"),
)


class LinksAreWrittenAsLinks(Rule):
    """A link is written as one: its words in square brackets, and straight behind them its address in round ones.

    Otherwise readers see brackets and an address, and nothing to follow.

    To put it right, write `[words](address)`.
    """

    good = [
        Good(body="[a](index.md) and (b) [c], {d} (e); <https://example.org/> and [f](<https://example.org/>).\n"),
        Good(body="[Bar|stool], (so) [sic], well-\\\nknown. [a](index.md) (see there). `](` is code.\n"),
    ]
    bad = [
        Bad(body="[The marking] (../marking/index.md)\n", line=1, says="'] (' is shown"),
        Bad(body="[The plan] (https://plan.example/a)\n", line=1, says="'] (' is shown"),
        Bad(body="See [the\n\nother](../marking/index.md).\n", line=3, says="'](' is shown"),
        Bad(body="(the plan)[https://plan.example/a]\n", line=1, says="is shown as it stands"),
        Bad(body="[a](index.md)(../b/index.md)\n", line=1, says="'(../b/index.md)' is shown"),
        Bad(body="{a}(../b/index.md)\n", line=1, says="is shown"),
        Bad(body="[a|../b/index.md]\n", line=1, says="is shown"),
        Bad(body="<www.example.org/a>\n", line=1, says="is shown"),
        Bad(body="See <https://example.org/a now.\n", line=1, says="is shown"),
    ]

    def check(self, entry: Entry, library: Library) -> Iterator[RuleHit]:
        yield from _MARKS.found_in(entry.body, entry.body.plain)
        yield from _IN_PROSE.found_in(entry.body, entry.body.prose)
