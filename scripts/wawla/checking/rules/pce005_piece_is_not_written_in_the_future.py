from collections.abc import Iterator

from wawla.checking.rule import Bad, Good, Library, Rule, RuleHit
from wawla.model import Piece, first_day


class PieceIsNotWrittenInTheFuture(Rule):
    """The date on which a piece was written is not in the future.

    It is a slip of the finger, and it puts the piece at the head of every list by date.

    To put it right, correct `written:`.
    """

    kind = Piece
    good = [Good("written: 2026\n"), Good("written: 2005-03-14\n")]
    bad = [Bad("written: 2062\n", says="`written` is 2062, which is in the future")]

    def check(self, piece: Piece, library: Library) -> Iterator[RuleHit]:
        if first_day(piece.written) > library.today:
            yield piece.at("written"), f"`written` is {piece.written}, which is in the future"
