from collections.abc import Iterator

from wawla.checking.rule import Bad, Good, Library, Rule, RuleHit
from wawla.model import Piece


class CompiledPieceNamesSources(Rule):
    """A piece that editors compiled names its sources.

    Nobody speaks in it from their own work, so a reader can only trust it by looking at what it was made from.

    To put it right, add `sources:` with keys from series/sources.yml, such as `sources: [nlia-1]`.
    """

    kind = Piece
    good = [Good("compiled_by: editors\nsources: [source-1]\n")]
    bad = [Bad("compiled_by: editors\n", without=["sources"], says="compiled by editors, but names no sources")]

    def check(self, piece: Piece, library: Library) -> Iterator[RuleHit]:
        if piece.compiled_by and not piece.sources:
            yield piece.at("compiled_by"), f"the {piece.word} is compiled by editors, but names no sources"
