from collections.abc import Iterator

from wawla.checking.rule import Bad, Drawn, Good, Library, Rule, RuleHit
from wawla.model import Piece
from wawla.model.findings import did_you_mean

_RIVER = {"accounts_of_practice/example/river.png": Drawn()}
_REST = "  alt: A river in flood.\n  credit: The school\n  shows_people: false\n"


class PictureIsThere(Rule):
    """Every picture that a piece describes lies beside its index.md.

    One folder is one submission: a piece that takes its pictures from elsewhere breaks when that place changes.

    To put it right, correct the name, or add the picture to the folder.
    """

    kind = Piece
    good = [Good("pictures:\n- file: river.png\n" + _REST, files=_RIVER)]
    bad = [
        Bad(
            "pictures:\n- file: rivr.png\n" + _REST,
            files=_RIVER,
            line=2,
            says="picture rivr.png is not in the folder of the account",
        )
    ]

    def check(self, piece: Piece, library: Library) -> Iterator[RuleHit]:
        if not piece.pictures:
            return
        names = {path.rpartition("/")[2] for path in piece.sibling_files}
        for picture in piece.pictures:
            if picture.file not in names:
                near = did_you_mean(picture.file, sorted(names))
                hint = f"{near}Put the picture into {piece.folder}, or correct its name"
                yield picture.at("file"), f"picture {picture.file} is not in the folder of the {piece.word}", hint
