from collections.abc import Iterator

from wawla.checking.rule import Bad, Drawn, Good, Library, Rule, RuleHit
from wawla.model import Piece

_PATH = "accounts_of_practice/example/river.jpg"
_PICTURE = "pictures:\n- file: river.jpg\n  alt: A river in flood.\n  credit: The school\n  shows_people: false\n"


class PictureIsWhole(Rule):
    """Every picture is whole: all of it can be decoded, in reasonable time and memory.

    A picture that was cut off on its way shows half of what it should, or stops the book that it stands in. Each is
    decoded once, when it is new.

    To put it right, fetch the picture again from where it came, or open it in a picture program and save it as JPEG or
    PNG.
    """

    kind = Piece
    skippable = False  # what cannot be decoded cannot be published without what else its file holds
    good = [Good(_PICTURE, files={_PATH: Drawn(600, 400, "JPEG")})]
    bad = [
        Bad(
            _PICTURE,
            files={_PATH: Drawn(600, 400, "JPEG", cut=True)},
            line=2,
            says="picture river.jpg is damaged or cut off",
        )
    ]

    def check(self, piece: Piece, library: Library) -> Iterator[RuleHit]:
        for picture in piece.pictures:
            fault = library.picture_faults.get(f"{piece.folder}/{picture.file}")
            if fault is not None and fault.kind == "damaged":
                yield picture.at("file"), f"picture {picture.file} {fault.text}"
