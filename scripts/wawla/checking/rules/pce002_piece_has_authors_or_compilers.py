from collections.abc import Iterator

from wawla.checking.rule import Bad, Good, Library, Rule, RuleHit
from wawla.model import Piece


class PieceHasAuthorsOrCompilers(Rule):
    """A piece names its authors, or says that editors compiled it; never both.

    A reader wants to know whether somebody tells of their own work, or editors tell of what they read.

    To put it right, write `authors:` with a role for each, or `compiled_by: editors` where the piece was made from
    published sources.
    """

    kind = Piece
    good = [Good("compiled_by: editors\n"), Good("authors: [{role: Head teacher}]\n", without=["compiled_by"])]
    bad = [
        Bad("title: By nobody\n", without=["compiled_by"], says="does not say who wrote or compiled it"),
        Bad(
            "authors: [{role: Head teacher}]\ncompiled_by: editors\n",
            line=2,
            says="names both `authors` and `compiled_by`",
        ),
    ]

    def check(self, piece: Piece, library: Library) -> Iterator[RuleHit]:
        if piece.authors and piece.compiled_by:
            yield piece.at("compiled_by"), f"the {piece.word} names both `authors` and `compiled_by`"
        elif not piece.authors and not piece.compiled_by:
            yield piece.place, f"the {piece.word} does not say who wrote or compiled it"
