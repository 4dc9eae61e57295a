from collections.abc import Iterator

from wawla.checking.rule import Bad, Good, Library, Rule, RuleHit
from wawla.model import Piece

_PICTURE = "pictures:\n- file: river.jpg\n  alt: Children at the water.\n  credit: The school\n"


class ConsentCoversTheWeb(Rule):
    """The consent for a picture covers the web as well as print.

    Without it the picture is left out of the site, and the text may speak of something that readers cannot see.

    To put it right, ask for consent to the web and add `web` to `scope:`; or leave it so, and check that the text can
    be understood without the picture.
    """

    kind = Piece
    severity = "warning"
    good = [Good(_PICTURE + "  consent: {reference: EX-1, scope: [web, print], until: 2027-07-31}\n")]
    bad = [
        Bad(
            _PICTURE + "  consent: {reference: EX-1, scope: [print], until: 2027-07-31}\n",
            line=5,
            says="picture river.jpg will not be shown on the site: its consent covers print alone",
        )
    ]

    def check(self, piece: Piece, library: Library) -> Iterator[RuleHit]:
        for picture in piece.pictures:
            if picture.consent and "web" not in picture.consent.scope:
                said = f"picture {picture.file} will not be shown on the site: its consent covers print alone"
                yield picture.consent.at("scope"), said
