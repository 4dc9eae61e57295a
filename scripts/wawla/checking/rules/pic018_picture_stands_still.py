from collections.abc import Iterator

from wawla.checking.rule import Bad, Drawn, Good, Library, Rule, RuleHit
from wawla.model import Piece

_PATH = "accounts_of_practice/example/river.webp"
_PICTURE = "pictures:\n- file: river.webp\n  alt: A river in flood.\n  credit: The school\n  shows_people: false\n"


class PictureStandsStill(Rule):
    """A picture stands still: its file holds one picture and no more.

    What moves beside a text keeps some people from reading it (WCAG 2.2, 2.2.2), and print shows one picture alone.

    To put it right, save the one picture that says most as PNG or JPEG; or give several, each with its description.
    """

    kind = Piece
    skippable = False  # only the first would be published
    good = [Good(_PICTURE, files={_PATH: Drawn(600, 400, "WEBP")})]
    bad = [
        Bad(
            _PICTURE,
            files={_PATH: Drawn(600, 400, "WEBP", frames=2)},
            line=2,
            says="picture river.webp is animated: it holds 2 pictures, one after the other",
        )
    ]

    def check(self, piece: Piece, library: Library) -> Iterator[RuleHit]:
        for picture in piece.pictures:
            fault = library.picture_faults.get(f"{piece.folder}/{picture.file}")
            if fault is not None and fault.kind == "animated":
                yield picture.at("file"), f"picture {picture.file} {fault.text}"
