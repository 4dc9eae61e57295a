from collections.abc import Iterator

from wawla.checking.rule import Bad, Good, Library, Rule, RuleHit
from wawla.model import Piece
from wawla.model.findings import did_you_mean
from wawla.reading.linking import resolve

_PICTURE = "pictures:\n- {file: river.jpg, alt: A river in flood., credit: The school, shows_people: false}\n"


class PicturesInTheTextAreDescribed(Rule):
    """Every picture that stands in the text is described under `pictures:`.

    Alternative text, credit and consent stand there, and a picture without them cannot be shown.

    To put it right, add the picture under `pictures:`, with `file`, `alt` and `credit`; and `consent` where people are
    shown, or `shows_people: false` where nobody is.
    """

    kind = Piece
    good = [Good(_PICTURE, body="![](river.jpg)\n"), Good(body="A [link](river.jpg), not a picture.\n")]
    bad = [
        Bad(_PICTURE, body="## The river\n\n![](rivr.jpg)\n", line=3, says="picture rivr.jpg is not described"),
        Bad(body="![The river][one]\n\n[one]: river.jpg\n", line=3, says="picture river.jpg is not described"),
    ]

    def check(self, piece: Piece, library: Library) -> Iterator[RuleHit]:
        described = {f"{piece.folder}/{picture.file}": picture.file for picture in piece.pictures}
        for link in piece.body.links:
            if link.image and link.target.text:
                path = resolve(piece.path, link.target.text).path
                if path is not None and path not in described:
                    said = f"picture {link.target.text} is not described under `pictures:`"
                    hint = did_you_mean(link.target.text, described.values()) + self.remedy
                    yield piece.body.place_of(link.target), said, hint
