from collections.abc import Iterator

from wawla.checking.rule import Bad, Good, Library, Rule, RuleHit
from wawla.model import Piece
from wawla.reading.linking import resolve

_PICTURE = "pictures:\n- {file: river.jpg, alt: A river in flood., credit: The school, shows_people: false}\n"


class DescribedPicturesStandInTheText(Rule):
    """Every picture that is described under `pictures:` stands in the text.

    A picture is shown only where the text asks for it.

    To put it right, put the picture into the text, as in `![](river.jpg)`, or remove it from `pictures:`.
    """

    kind = Piece
    severity = "warning"
    good = [Good(_PICTURE, body="![](river.jpg)\n")]
    bad = [Bad(_PICTURE, line=2, says="picture river.jpg does not stand in the text")]

    def check(self, piece: Piece, library: Library) -> Iterator[RuleHit]:
        if not piece.pictures:
            return
        shown = {resolve(piece.path, link.target.text).path for link in piece.body.links if link.image}
        for picture in piece.pictures:
            if f"{piece.folder}/{picture.file}" not in shown:
                hint = f"put it into the text, as in `![]({picture.file})`, or remove it from `pictures:`"
                yield picture.at("file"), f"picture {picture.file} does not stand in the text", hint
