from collections.abc import Iterator

from wawla.checking.rule import Bad, Drawn, Good, Library, Rule, RuleHit
from wawla.model import Piece

_PATH = "accounts_of_practice/example/river.jpg"
_PICTURE = "pictures:\n- file: river.jpg\n  alt: A river in flood.\n  credit: The school\n  shows_people: false\n"


class PictureSaysItsColours(Rule):
    """A picture says in which colours it is: in sRGB, or by a colour profile that is whole and fits it.

    Four inks (CMYK) mean other colours on every press. Without a profile nobody can tell which were meant, and every
    program shows others.

    To put it right, open the picture in a picture program, convert it to sRGB, look whether the colours are right, and
    save it as JPEG or PNG.
    """

    kind = Piece
    skippable = False  # nothing could be shown but a guess
    good = [Good(_PICTURE, files={_PATH: Drawn(600, 400, "JPEG", mode="RGB")})]
    bad = [
        Bad(
            _PICTURE,
            files={_PATH: Drawn(600, 400, "JPEG", mode="CMYK")},
            line=2,
            says="picture river.jpg is in CMYK, and does not say in which inks (it has no colour profile)",
        )
    ]

    def check(self, piece: Piece, library: Library) -> Iterator[RuleHit]:
        for picture in piece.pictures:
            fault = library.picture_faults.get(f"{piece.folder}/{picture.file}")
            if fault is not None and fault.kind == "colours":
                yield picture.at("file"), f"picture {picture.file} {fault.text}"
