import re
from collections.abc import Iterator

from wawla.checking.rule import Bad, Good, Library, Rule, RuleHit
from wawla.model import Piece

_FILE = "pictures:\n- file: river.jpg\n  credit: The school\n  shows_people: false\n"
_OPENING = re.compile(r"\s*((an?|the|this) )?(image|picture|photo|photograph|pic)s? (of|shows|showing)\b", re.I)


class AlternativeTextBeginsWithWhatIsSeen(Rule):
    """An alternative text begins with what is seen, not with "image of" or "picture of".

    Screen readers say "image" of their own accord, so that a listener would hear it twice.

    To put it right, leave these words out: "Children at the water", not "Picture of children at the water".
    """

    kind = Piece
    of_style = True
    good = [Good(_FILE + "  alt: Picture books on a low shelf.\n")]
    bad = [
        Bad(_FILE + "  alt: A photograph of a river.\n", line=5, says="alternative text begins with 'A photograph of'"),
        Bad(_FILE + "  alt: image of a river\n", line=5, says="alternative text begins with 'image of'"),
    ]

    def check(self, piece: Piece, library: Library) -> Iterator[RuleHit]:
        for picture in piece.pictures:
            opening = _OPENING.match(picture.alt)
            if opening:
                yield picture.at("alt"), f"alternative text begins with '{opening[0].strip()}'"
