from collections.abc import Iterator

from wawla.checking.rule import Bad, Good, Library, Rule, RuleHit
from wawla.model import Piece

_PICTURE = "pictures:\n- file: river.jpg\n  alt: Children at the water.\n  credit: The school\n"


class ConsentLastsForAWhile(Rule):
    """The consent for a picture lasts for at least another 60 days, or as many as series/rules.yml says.

    It takes a school some weeks to ask again, and a picture without consent stops the next building of the site.

    To put it right, ask for consent again in time, and write the new date.
    """

    kind = Piece
    severity = "warning"
    of_style = True
    good = [Good(_PICTURE + "  consent: {reference: EX-1, scope: [web], until: 2026-05-01}\n")]
    bad = [
        Bad(
            _PICTURE + "  consent: {reference: EX-1, scope: [web], until: 2026-04-30}\n",
            line=5,
            says="consent for picture river.jpg ends on 30 April 2026",
        )
    ]

    def check(self, piece: Piece, library: Library) -> Iterator[RuleHit]:
        for picture in piece.pictures:
            if (
                picture.consent
                and 0 <= (picture.consent.until - library.today).days <= library.rule_settings.consent_days
            ):
                until = picture.consent.until
                said = f"consent for picture {picture.file} ends on {until.day} {until:%B %Y}"
                yield picture.consent.at("until"), said
