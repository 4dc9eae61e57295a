from collections.abc import Iterator

from wawla.checking.rule import Bad, Good, Library, Rule, RuleHit
from wawla.model import Piece

_RIVER = "- {file: river.jpg, alt: A river in flood., credit: The school, shows_people: false}\n"
_HARBOUR = "- {file: harbour.jpg, alt: A harbour at night., credit: The school, shows_people: false}\n"


class PictureIsDescribedOnce(Rule):
    """A piece describes each of its pictures once.

    Of two descriptions one would be passed over in silence, and it might be the one with the right consent.

    To put it right, keep the true one and remove the other.
    """

    kind = Piece
    good = [Good("pictures:\n" + _RIVER + _HARBOUR)]
    bad = [Bad("pictures:\n" + _RIVER + _HARBOUR + _RIVER, line=4, says="picture river.jpg is described twice")]

    def check(self, piece: Piece, library: Library) -> Iterator[RuleHit]:
        seen: set[str] = set()
        for picture in piece.pictures:
            if picture.file in seen:
                yield picture.at("file"), f"picture {picture.file} is described twice"
            seen.add(picture.file)
