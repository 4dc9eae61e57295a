from collections.abc import Iterator

from wawla.checking.rule import Bad, Good, Library, Rule, RuleHit
from wawla.model import Piece
from wawla.model.findings import did_you_mean
from wawla.reading.paths import VOCABULARY


class PhasesAreKnown(Rule):
    """Every phase of schooling that a piece names is one of the phases in the vocabulary.

    A teacher looks first for what comes from schools like her own.

    To put it right, use one of the phases that are listed in series/vocabulary.yml.
    """

    kind = Piece
    good = [Good("phases: [primary, secondary]\n")]
    bad = [Bad("phases: [primry]\n", says="phase 'primry' is not a phase of schooling")]

    def check(self, piece: Piece, library: Library) -> Iterator[RuleHit]:
        if library.vocabulary is None and library.is_there(VOCABULARY):
            return
        known = library.vocabulary.phases if library.vocabulary else {}
        for index, phase in enumerate(piece.phases):
            if phase not in known:
                hint = did_you_mean(phase, known) + "The phases are listed in series/vocabulary.yml"
                yield piece.at("phases", index), f"phase '{phase}' is not a phase of schooling", hint
