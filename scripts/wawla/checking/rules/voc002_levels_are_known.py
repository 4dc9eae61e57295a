from collections.abc import Iterator

from wawla.checking.rule import Bad, Good, Library, Rule, RuleHit
from wawla.model import Piece
from wawla.model.findings import did_you_mean
from wawla.reading.paths import VOCABULARY


class LevelsAreKnown(Rule):
    """Every level of learning that a piece names is one of the levels in the vocabulary.

    The levels are the frame of the whole programme, from pupils' learning to the learning of networks.

    To put it right, use one of the levels that are listed in series/vocabulary.yml.
    """

    kind = Piece
    good = [Good("levels: [pupil, school-to-school]\n")]
    bad = [Bad("levels:\n- pupil\n- schol-to-school\n", line=3, says="'schol-to-school' is not a level of learning")]

    def check(self, piece: Piece, library: Library) -> Iterator[RuleHit]:
        if library.vocabulary is None and library.is_there(VOCABULARY):
            return
        known = library.vocabulary.levels if library.vocabulary else {}
        for index, level in enumerate(piece.levels):
            if level not in known:
                hint = did_you_mean(level, known) + "The levels are listed in series/vocabulary.yml"
                yield piece.at("levels", index), f"level '{level}' is not a level of learning", hint
