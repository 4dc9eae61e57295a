from collections.abc import Iterator

from wawla.checking.rule import Bad, Drawn, Good, Library, Rule, RuleHit
from wawla.model import Piece

_PATH = "accounts_of_practice/example/river.jpg"
_PICTURE = "pictures:\n- file: river.jpg\n  alt: A river in flood.\n  credit: The school\n  shows_people: false\n"


class PictureHasNoPosition(Rule):
    """No picture carries the position at which it was taken.

    Telephones write it into every photograph. It can lead a stranger to a school, or to a child's home.

    To put it right, save a copy without its position: picture programs offer it as "remove location" or "remove
    personal information". Put that copy in the place of the file; and tell the editors, because the repository
    remembers the old one.
    """

    kind = Piece
    good = [Good(_PICTURE, files={_PATH: Drawn(format="JPEG")})]
    bad = [
        Bad(
            _PICTURE,
            files={_PATH: Drawn(format="JPEG", position=True)},
            line=2,
            says="picture river.jpg carries the position at which it was taken",
        )
    ]

    def check(self, piece: Piece, library: Library) -> Iterator[RuleHit]:
        for picture in piece.pictures:
            path = f"{piece.folder}/{picture.file}"
            facts = library.picture(path) if library.is_there(path) else None
            if facts is not None and facts.has_position:
                yield picture.at("file"), f"picture {picture.file} carries the position at which it was taken"
