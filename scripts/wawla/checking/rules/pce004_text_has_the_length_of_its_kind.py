import re
from collections.abc import Iterator

from wawla.checking.rule import Bad, Good, Library, Rule, RuleHit
from wawla.model import Piece, ThinkPiece, Tool

_WORDS = {
    "account": ("an account", 200, 3000),
    "think-piece": ("a think piece", 300, 4000),
    "tool": ("a tool", 80, 2500),
    "data-set": ("a data-set", 40, 2500),
}


class TextHasTheLengthOfItsKind(Rule):
    """The text of a piece is as long as its kind asks: an account 200 to 3,000 words, a think piece 300 to 4,000,
    a tool 80 to 2,500, a data-set 40 to 2,500. A draft is counted too.

    Less does not tell enough for others to learn from. More is not read between two lessons.

    To put it right, say more of what was done and what came of it, or cut; a long piece may be two.
    """

    kind = Piece
    good = [Good(body="We met each term. " * 50), Good("kind: data-set\n", "What the figures say. " * 10, of=Tool)]
    bad = [
        Bad(body="\nWe met each term.\n", line=2, says="the text has 4 words; an account has at least 200"),
        Bad(body="We met each term. " * 751, says="the text has 3,004 words; an account has at most 3,000"),
        Bad(body="We met each term. " * 74, of=ThinkPiece, says="296 words; a think piece has at least 300"),
        Bad(body="We met each term. " * 15, of=Tool, says="the text has 60 words; a tool has at least 80"),
    ]

    def check(self, piece: Piece, library: Library) -> Iterator[RuleHit]:
        kind, least, most = _WORDS[piece.kind]
        count, body = piece.body.words, piece.body
        if not least <= count <= most:
            written = re.search(r"\S.*", body.text)
            limit = f"at least {least:,}" if count < least else f"at most {most:,}"
            said = f"the text has {count:,} word{'s' * (count != 1)}; {kind} has {limit}"
            yield body.place(*written.span() if written else (0,)), said
