import math
from collections.abc import Iterator

from wawla.checking.rule import Bad, Drawn, Good, Library, Rule, RuleHit
from wawla.model import Piece

_PATH = "accounts_of_practice/example/river.png"
_PICTURE = "pictures:\n- file: river.png\n  alt: A river in flood.\n  credit: The school\n  shows_people: false\n"
_MOST = 5_000_000


class PictureIsNotTooHeavy(Rule):
    """The file of a picture has at most 5 MB.

    Every copy of the repository carries it for ever, and every building of the site reads it.

    To put it right, save the picture as a JPEG of middling quality, or make it smaller; 2,000 pixels across are plenty.
    """

    kind = Piece
    good = [Good(_PICTURE, files={_PATH: Drawn()})]
    bad = [Bad(_PICTURE, files={_PATH: Drawn(padding=_MOST)}, line=2, says="picture river.png has 5.1 MB")]

    def check(self, piece: Piece, library: Library) -> Iterator[RuleHit]:
        for picture in piece.pictures:
            size = library.tree.sizes.get(f"{piece.folder}/{picture.file}", 0)
            if size > _MOST:
                shown = math.ceil(size / 100_000) / 10
                yield picture.at("file"), f"picture {picture.file} has {shown} MB; 5 at the most"
