from collections.abc import Iterator

from wawla.checking.rule import Bad, Drawn, Good, Library, Rule, RuleHit
from wawla.model import Piece

_RIVER = {"accounts_of_practice/example/river.png": Drawn()}
_PICTURE = "pictures:\n- file: river.png\n  alt: Children at the water.\n  credit: The school\n"


class PictureHasConsent(Rule):
    """Every picture of people names the consent that lets us publish it.

    Accounts show children at work. A picture without consent can do harm that no later correction undoes.

    To put it right, add `consent:` under the picture, with the reference from the school's register; or write
    `shows_people: false` where nobody can be recognised.
    """

    kind = Piece
    good = [
        Good(_PICTURE + "  consent: {reference: EX-1, scope: [web], until: 2027-07-31}\n", files=_RIVER),
        Good(_PICTURE.replace("Children at the water", "A river in flood") + "  shows_people: false\n", files=_RIVER),
    ]
    bad = [Bad(_PICTURE, files=_RIVER, line=2, says="picture river.png has no consent")]

    def check(self, piece: Piece, library: Library) -> Iterator[RuleHit]:
        for picture in piece.pictures:
            if picture.shows_people and not picture.consent:
                yield picture.place, f"picture {picture.file} has no consent"
