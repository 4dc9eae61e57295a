from collections.abc import Iterator

from wawla.checking.rule import Bad, Good, Library, Rule, RuleHit
from wawla.model import Edition

_ELSEWHERE = "series/exmaple/first/index.md"
_EDITION = (
    "---\ntitle: A first edition\nsummary: What it says.\nnumber: 1\nreference: EX/First\nstatus: forthcoming\n"
    "hue: '#0b5f5c'\n---\n"
)


class EditionStandsInASeries(Rule):
    """The folder of an edition stands in the folder of a series, which has its series.yml.

    Title, order prefix and look of an edition come from there.

    To put it right, move the edition into the folder of its series, or add a series.yml beside it.
    """

    kind = Edition
    skippable = False
    good = [Good()]
    bad = [
        Bad(
            files={_ELSEWHERE: _EDITION},
            path=_ELSEWHERE,
            line=2,
            says="the folder series/exmaple has no series.yml",
        )
    ]

    def check(self, edition: Edition, library: Library) -> Iterator[RuleHit]:
        if not library.is_there(f"series/{edition.series_slug}/series.yml"):
            yield edition.place, f"the folder series/{edition.series_slug} has no series.yml"
