from collections.abc import Iterator

from wawla.checking.rule import Bad, Good, Library, Rule, RuleHit
from wawla.model import Piece


class SchoolYearIsNoMonth(Rule):
    """A school year is written as the year in which it began.

    `2004-05` is read as May 2004, though in schools it mostly means the year from September 2004.

    To put it right, write the year alone. If the month is meant, add its day, or say so under `skip:`.
    """

    kind = Piece
    severity = "warning"
    good = [Good("practice: 2004\n"), Good("practice: 2004-06\n"), Good("practice: 2004-05-14\n")]
    bad = [Bad("practice: 2004-05\n", says="'2004-05' is read as a month")]

    def check(self, piece: Piece, library: Library) -> Iterator[RuleHit]:
        year, _, month = (piece.practice or "").partition("-")
        if month == f"{int(year[-2:] or 0) + 1:02}":
            said = f"'{piece.practice}' is read as a month; is it the school year that is meant?"
            yield piece.at("practice"), said, f"for the school year write {year}; for the month add its day"
