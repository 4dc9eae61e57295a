import re
from collections.abc import Iterator

from wawla.checking.rule import Bad, Good, Library, Rule, RuleHit
from wawla.model import Piece

_ENDING = re.compile(r"[.?!][\"'”’)\]]*\s*$")


class SummaryIsASentenceOfItsOwn(Rule):
    """A summary says more than the title, and ends with a full stop, a question mark or an exclamation mark.

    Title and summary stand together in every list. A reader decides by the two of them whether to read on.

    To put it right, say in one or two whole sentences what the piece tells.
    """

    kind = Piece
    of_style = True
    good = [Good("summary: Who led? Teachers, for a term.\n"), Good('summary: They asked, "Who leads?"\n')]
    bad = [
        Bad("title: Who leads\nsummary: Who leads?\n", line=2, says="the summary only repeats the title"),
        Bad("summary: Teachers led for a term\n", says="the summary does not end with a full stop"),
    ]

    def check(self, piece: Piece, library: Library) -> Iterator[RuleHit]:
        if _bare(piece.summary) == _bare(piece.title):
            yield piece.at("summary"), "the summary only repeats the title"
        elif not _ENDING.search(piece.summary):
            said = "the summary does not end with a full stop, a question mark or an exclamation mark"
            yield piece.at("summary"), said


def _bare(text: str) -> str:
    return text.strip(" .?!").casefold()
