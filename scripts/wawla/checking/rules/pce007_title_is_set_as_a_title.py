from collections.abc import Iterator

from wawla.checking.rule import Bad, Good, Library, Rule, RuleHit
from wawla.model import Piece


class TitleIsSetAsATitle(Rule):
    """A title has no full stop at its end, and is not all in capitals.

    Titles stand under one another in lists, where one that shouts or stops short stands out for no reason. Screen
    readers may spell capitals letter by letter.

    To put it right, remove the full stop, or write only the first letter and names with a capital.
    """

    kind = Piece
    of_style = True
    good = [Good("title: What did the NLC learn?\n"), Good("title: WACO\n")]
    bad = [
        Bad("title: Enquiry groups.\n", says="the title ends with a full stop"),
        Bad("title: ENQUIRY GROUPS\n", says="the title is all in capitals"),
    ]

    def check(self, piece: Piece, library: Library) -> Iterator[RuleHit]:
        if piece.title.rstrip().endswith("."):
            yield piece.at("title"), "the title ends with a full stop"
        if piece.title.isupper() and " " in piece.title.strip():
            yield piece.at("title"), "the title is all in capitals"
