from collections.abc import Iterator

from wawla.checking.rule import Bad, Drawn, Good, Library, Rule, RuleHit
from wawla.model import Piece
from wawla.reading.pictures import MOST_DOTS

_PATH = "accounts_of_practice/example/river.png"
_PICTURE = "pictures:\n- file: river.png\n  alt: A river in flood.\n  credit: The school\n  shows_people: false\n"


class PictureIsNotTooLarge(Rule):
    """A picture has at most 25 megapixels: its width times its height, in pixels.

    Unpacked, such a picture fills 100 MB of memory, however small its file is. A printed page needs a third of it.

    To put it right, make the picture smaller; 3,000 pixels across are enough for print.
    """

    kind = Piece
    skippable = False  # a larger one is not decoded, and so shown nowhere
    good = [Good(_PICTURE, files={_PATH: Drawn(5000, 5000)})]
    bad = [
        Bad(
            _PICTURE,
            files={_PATH: Drawn(6000, 5000)},
            line=2,
            says="picture river.png has 6,000 by 5,000 pixels, more than 25 megapixels",
        )
    ]

    def check(self, piece: Piece, library: Library) -> Iterator[RuleHit]:
        for picture in piece.pictures:
            path = f"{piece.folder}/{picture.file}"
            facts = library.picture(path) if library.is_there(path) else None
            if facts is not None and facts.width * facts.height > MOST_DOTS:
                size = f"{facts.width:,} by {facts.height:,} pixels"
                yield picture.at("file"), f"picture {picture.file} has {size}, more than 25 megapixels"
