from collections.abc import Iterator

from wawla.checking.rule import Bad, Good, Library, Rule, RuleHit
from wawla.model import Piece


class TimeOfThePracticeHasItsName(Rule):
    """The time of the practice stands under `practice:`, and no longer under `written:`.

    When a practice took place and when a text was written are two things, and readers took the one for the other. A
    text that was begun before the name changed is understood as it is.

    To put it right, write `practice:` in place of `written:`.
    """

    kind = Piece
    severity = "warning"
    good = [Good("practice: 2005\n")]
    bad = [Bad("written: 2005\n", without=["practice"], says="`written:` is called `practice:` now")]

    def check(self, piece: Piece, library: Library) -> Iterator[RuleHit]:
        place = piece.at("written")
        if place != piece.place:
            yield place, "`written:` is called `practice:` now", f"write: practice: {piece.practice}"
