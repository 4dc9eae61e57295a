from collections.abc import Iterator

from wawla.checking.rule import Bad, Good, Library, Rule, RuleHit
from wawla.model import Piece


class PieceSaysWhenItWasPublished(Rule):
    """A piece that readers can see says since when they can.

    It is cited by this date, and feeds tell by it what is new. When its practice was is another date: a text of this
    year may tell of a practice of twenty years ago.

    To put it right, add `published:` with the day on which the piece is first shown here, or `draft: true` until then.
    """

    kind = Piece
    severity = "warning"
    good = [Good("published: 2026-02-14\n"), Good("draft: true\n", without=["published"])]
    bad = [Bad(without=["published"], says="this account does not say when it was published here")]

    def check(self, piece: Piece, library: Library) -> Iterator[RuleHit]:
        if not piece.draft and not piece.published:
            said = f"this {piece.word} does not say when it was published here"
            yield piece.place, said, f"add the day, such as: published: {library.today}; or draft: true"
