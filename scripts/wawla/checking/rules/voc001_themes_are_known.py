import re
from collections.abc import Iterator

from wawla.checking.rule import Bad, Good, Library, Rule, RuleHit
from wawla.model import Piece
from wawla.model.findings import did_you_mean
from wawla.reading.paths import VOCABULARY

_BETWEEN = re.compile(r"\s*[;/&]\s*|\s+-\s+|\s+and\s+|\s+")


class ThemesAreKnown(Rule):
    """Every theme of a piece is one of the themes in the vocabulary.

    Readers find pieces by theme. A theme in other words leads to this piece alone.

    To put it right, use one of the themes that are listed in series/vocabulary.yml.
    """

    kind = Piece
    good = [Good("themes: [enquiry, trust]\n")]
    bad = [Bad("themes: [enquirey]\n", says="theme 'enquirey' is not a theme of this publication")]

    def check(self, piece: Piece, library: Library) -> Iterator[RuleHit]:
        if library.vocabulary is None and library.is_there(VOCABULARY):
            return
        known = library.vocabulary.themes if library.vocabulary else {}
        for index, theme in enumerate(piece.themes):
            if theme not in known:
                parts = [part for part in _BETWEEN.split(theme) if part]
                several = f"put a comma between them: [{', '.join(parts)}]. " if set(parts) <= known.keys() else ""
                hint = (several or did_you_mean(theme, known)) + "The themes are listed in series/vocabulary.yml"
                yield piece.at("themes", index), f"theme '{theme}' is not a theme of this publication", hint
