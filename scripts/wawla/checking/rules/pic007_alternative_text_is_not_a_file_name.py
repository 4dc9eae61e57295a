import re
from collections.abc import Iterator

from wawla.checking.rule import Bad, Good, Library, Rule, RuleHit
from wawla.model import Piece

_FILE = "pictures:\n- file: river_2.jpg\n  credit: The school\n  shows_people: false\n"
_NAME = re.compile(r".*\.(png|jpe?g|webp|gif|heic|tiff?|bmp|svg)|(img|dsc[nf]?|pxl|image|photo|picture)[ _-]?\d+", re.I)


class AlternativeTextIsNotAFileName(Rule):
    """An alternative text says what the picture shows; it is not the name of a file.

    A reader who cannot see the picture would hear "river underscore two dot j p g".

    To put it right, say in one sentence what somebody sees who looks at the picture.
    """

    kind = Piece
    good = [Good(_FILE + "  alt: A river in flood.\n")]
    bad = [
        Bad(_FILE + "  alt: My river.jpg\n", line=5, says="alternative text 'My river.jpg' is the name of a file"),
        Bad(_FILE + "  alt: river_2\n", line=5, says="alternative text 'river_2' is the name of a file"),
        Bad(_FILE + "  alt: IMG_2034\n", line=5, says="alternative text 'IMG_2034' is the name of a file"),
    ]

    def check(self, piece: Piece, library: Library) -> Iterator[RuleHit]:
        for picture in piece.pictures:
            text = picture.alt.strip()
            stem = picture.file.rpartition(".")[0]
            if _NAME.fullmatch(text) or (text.casefold() == stem.casefold() and not text.isalpha()):
                yield picture.at("alt"), f"alternative text '{picture.alt}' is the name of a file"
