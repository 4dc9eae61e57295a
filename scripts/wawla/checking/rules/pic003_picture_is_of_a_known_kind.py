from collections.abc import Iterator

from wawla.checking.rule import Bad, Drawn, Good, Library, Rule, RuleHit
from wawla.model import Piece

_FOLDER = "accounts_of_practice/example/"
_REST = "  alt: A river in flood.\n  credit: The school\n  shows_people: false\n"
_ENDINGS = {"PNG": (".png",), "JPEG": (".jpg", ".jpeg"), "WEBP": (".webp",)}


class PictureIsOfAKnownKind(Rule):
    """A picture is a PNG, a JPEG or a WebP, and the ending of its name says which.

    Every browser shows these three. A file with another ending is refused by some servers and printers.

    To put it right, save the picture again as JPEG or PNG; changing the name alone does not change the picture.
    """

    kind = Piece
    skippable = False  # the file is published as it is, and opened by itself anything else may run a script
    good = [Good("pictures:\n- file: river.JPG\n" + _REST, files={_FOLDER + "river.JPG": Drawn(format="JPEG")})]
    bad = [
        Bad(
            "pictures:\n- file: river.png\n" + _REST,
            files={_FOLDER + "river.png": Drawn(format="JPEG")},
            line=2,
            says="picture river.png is a JPEG, which its name does not say",
        ),
        Bad(
            "pictures:\n- file: river.png\n" + _REST,
            files={_FOLDER + "river.png": "not a picture"},
            line=2,
            says="picture river.png is not a PNG, a JPEG or a WebP, or is damaged",
        ),
    ]

    def check(self, piece: Piece, library: Library) -> Iterator[RuleHit]:
        for picture in piece.pictures:
            path = f"{piece.folder}/{picture.file}"
            if not library.is_read(path):
                continue
            facts = library.picture(path)
            if facts is None:
                yield picture.at("file"), f"picture {picture.file} is not a PNG, a JPEG or a WebP, or is damaged"
            elif not picture.file.lower().endswith(_ENDINGS[facts.format]):
                known = facts.format.replace("WEBP", "WebP")
                hint = f"rename it so that it ends in {_ENDINGS[facts.format][0]}"
                yield picture.at("file"), f"picture {picture.file} is a {known}, which its name does not say", hint
