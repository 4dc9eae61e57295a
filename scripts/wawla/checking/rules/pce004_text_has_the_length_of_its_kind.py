import re
from collections.abc import Iterator

from wawla.checking.rule import Bad, Good, Library, Rule, RuleHit
from wawla.model import BROWSED, KINDS, Length, Piece, ThinkPiece, Tool
from wawla.model.wording import with_article
from wawla.reading.paths import RULES

_FIRST, *_OTHERS = BROWSED
_ASKED = [f"{with_article(_FIRST.word)} {_FIRST.fewest_words:,} to {_FIRST.most_words:,} words"]
_ASKED += [f"{with_article(kind.word)} {kind.fewest_words:,} to {kind.most_words:,}" for kind in _OTHERS]


class TextHasTheLengthOfItsKind(Rule):
    """The text of a piece is as long as its kind asks: {limits}. A draft is counted too. A
    publication may ask for other lengths in series/rules.yml.

    Less does not tell enough for others to learn from. More is not read between two lessons.

    To put it right, add what was done and what came of it, where the text is too short. Where it is too long, cut
    it, or make two pieces of it.
    """

    kind = Piece
    facts = {"limits": ", ".join(_ASKED)}
    of_style = True
    good = [
        Good(body="We met each term. " * 50),
        Good(body="We met.\n", files={RULES: "lengths: {account: {fewest: 1}}\n"}),
        Good("kind: data-set\n", "What the figures say. " * 10, of=Tool),
    ]
    bad = [
        Bad(body="\nWe met each term.\n", line=2, says="the text has 4 words; an account has at least 200"),
        Bad(body="We met each term. " * 751, says="the text has 3,004 words; an account has at most 3,000"),
        Bad(body="We met each term. " * 74, of=ThinkPiece, says="296 words; a think piece has at least 300"),
        Bad(body="We met each term. " * 15, of=Tool, says="the text has 60 words; a tool has at least 80"),
    ]

    def check(self, piece: Piece, library: Library) -> Iterator[RuleHit]:
        kind = KINDS[piece.kind]
        asked = library.rule_settings.lengths.get(piece.kind, Length())
        least, most = asked.fewest or kind.fewest_words, asked.most or kind.most_words
        count, body = piece.body.words, piece.body
        if not least <= count <= most:
            written = re.search(r"\S.*", body.text)
            if count < least:
                limit, remedy = f"at least {least:,}", "add what was done, and what came of it"
            else:
                limit, remedy = f"at most {most:,}", "cut it, or make two pieces of it"
            said = f"the text has {count:,} word{'s' * (count != 1)}; {with_article(kind.word)} has {limit}"
            yield body.place(*written.span() if written else (0,)), said, remedy
