from collections.abc import Iterator

from wawla.checking.rule import Bad, Good, Library, Rule, RuleHit
from wawla.model import Piece

_PICTURE = "pictures:\n- file: river.jpg\n  alt: Children at the water.\n  credit: The school\n"


class ConsentIsNotOver(Rule):
    """No picture is shown after the last day of its consent.

    The people in it agreed until that day. After it we have no right to show them, so the site leaves the picture out
    and says why in its place. It is a warning, and not an error, because a day that passes must not stop the site.

    To put it right, ask for consent again and write the new date; or remove the picture.
    """

    kind = Piece
    severity = "warning"
    good = [Good(_PICTURE + "  consent: {reference: EX-1, scope: [web], until: 2026-03-01}\n")]
    bad = [
        Bad(
            _PICTURE + "  consent: {reference: EX-1, scope: [web], until: 2026-02-28}\n",
            line=5,
            says="consent for picture river.jpg ended on 28 February 2026",
        )
    ]

    def check(self, piece: Piece, library: Library) -> Iterator[RuleHit]:
        for picture in piece.pictures:
            if picture.consent and library.today > picture.consent.until:
                until = picture.consent.until
                ended = f"consent for picture {picture.file} ended on {until.day} {until:%B %Y}"
                yield picture.consent.at("until"), f"{ended}, so the site does not show it"
