from collections.abc import Iterator

from wawla.checking.rule import Bad, Good, Library, Rule, RuleHit
from wawla.model import Piece


class WordsAreNamedOnce(Rule):
    """A piece names each theme, level and phase once.

    Each stands as a label at the head of the page, and a label that stands twice makes readers wonder.

    To put it right, remove the second one.
    """

    kind = Piece
    good = [Good("themes: [enquiry, trust]\n")]
    bad = [Bad("themes:\n- enquiry\n- trust\n- enquiry\n", line=4, says="'enquiry' stands twice in `themes:`")]

    def check(self, piece: Piece, library: Library) -> Iterator[RuleHit]:
        for field, words in (("themes", piece.themes), ("levels", piece.levels), ("phases", piece.phases)):
            for index, word in enumerate(words):
                if word in words[:index]:
                    yield piece.at(field, index), f"'{word}' stands twice in `{field}:`"
