from collections.abc import Iterator

from wawla.checking.rule import Bad, Good, Library, Rule, RuleHit
from wawla.model import Piece, first_day


class NoDateOfAPieceIsInTheFuture(Rule):
    """Neither the practice of a piece nor its publication is in the future.

    Readers judge by the one how old the practice is, and cite by the other.

    To put it right, correct `practice:` or `published:`; leave `published:` out until readers can see the piece.
    """

    kind = Piece
    good = [Good("practice: 2026\n"), Good("practice: 2005-03-14\npublished: 2026-03-01\n")]
    bad = [
        Bad("practice: 2003/2062\n", says="`practice` is 2003/2062, which is in the future"),
        Bad("practice: 2062\n", says="`practice` is 2062, which is in the future"),
        Bad("published: 2026-04\n", says="`published` is 2026-04, which is in the future"),
    ]

    def check(self, piece: Piece, library: Library) -> Iterator[RuleHit]:
        for name, when in (("practice", piece.practice), ("published", piece.published)):
            if when and first_day(when.rpartition("/")[2]) > library.today:
                yield piece.at(name), f"`{name}` is {when}, which is in the future"
