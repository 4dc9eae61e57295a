from collections.abc import Iterator

from wawla.checking.rule import Bad, Drawn, Good, Library, Rule, RuleHit
from wawla.model import Piece
from wawla.reading.pictures import LEAST_RESOLUTION, printed_width
from wawla.reading.visible import why_withheld

_PATH = "accounts_of_practice/example/river.png"
_PICTURE = "pictures:\n- file: river.png\n  alt: A river in flood.\n  credit: The school\n  shows_people: false\n"
_LEAST = 35
"""In millimetres: a narrower picture shows nothing."""


class PictureIsLargeEnoughForPrint(Rule):
    """A picture that may be printed has pixels enough to be set 35 mm wide, at {dots} dots to the inch.

    Print sets a picture no larger than its pixels allow, because more would show them. A small one is set as a stamp.

    To put it right, send the picture as the camera made it, and a drawing or a screenshot at twice the size or more;
    1,200 pixels across are right for most.
    """

    kind = Piece
    severity = "warning"
    facts = {"dots": f"{LEAST_RESOLUTION}"}
    good = [
        Good(_PICTURE, files={_PATH: Drawn(600, 400)}),
        Good(
            _PICTURE.replace("  shows_people: false\n", "  consent: {reference: A, scope: [web], until: 2027-07-31}\n"),
            files={_PATH: Drawn(40, 20)},
        ),
    ]
    bad = [
        Bad(
            _PICTURE,
            files={_PATH: Drawn(40, 20)},
            line=2,
            says="picture river.png has 40 by 20 pixels, so print shows it 5 mm wide",
        )
    ]

    def check(self, piece: Piece, library: Library) -> Iterator[RuleHit]:
        for picture in piece.pictures:
            path = f"{piece.folder}/{picture.file}"
            facts = library.picture(path) if library.is_there(path) else None
            if facts is None or why_withheld(picture, library, "print"):
                continue
            width = printed_width(facts)
            if width < _LEAST:
                size = f"{facts.width:,} by {facts.height:,} pixels"
                yield picture.at("file"), f"picture {picture.file} has {size}, so print shows it {width:.0f} mm wide"
