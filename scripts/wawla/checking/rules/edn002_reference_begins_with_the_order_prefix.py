import re
from collections.abc import Iterator

from wawla.checking.rule import Bad, Good, Library, Rule, RuleHit
from wawla.model import Edition

_WORDS = re.compile(r"[^\W_]([^\W_]|[ '’-])*(?<! )")


class ReferenceBeginsWithTheOrderPrefix(Rule):
    """An edition's reference is the order prefix of its series, a stroke, and a few words.

    Order staff read references over the telephone and type them from postcards. One form, of letters, figures,
    spaces, hyphens and apostrophes, is the only way to know which printed object is meant.

    To put it right, write the reference like `ASK/Trust at work`, with the prefix from series.yml.
    """

    kind = Edition
    good = [Good("reference: EX/Heads' first 100 days\n")]
    bad = [
        Bad("reference: FX/First\n", says="reference 'FX/First' does not begin with 'EX/'"),
        Bad("reference: EX First\n", says="does not begin with 'EX/'"),
        Bad("reference: EX/First!\n", says="after 'EX/' stands 'First!'"),
        Bad("reference: 'EX/First '\n", says="after 'EX/' stands 'First '"),
    ]

    def check(self, edition: Edition, library: Library) -> Iterator[RuleHit]:
        series = library.series_of(edition)
        if series is None:
            return
        place, begins = edition.at("reference"), f"{series.order_prefix}/"
        words = edition.reference.removeprefix(begins)
        if not edition.reference.startswith(begins):
            yield place, f"reference '{edition.reference}' does not begin with '{begins}'"
        elif not _WORDS.fullmatch(words):
            yield place, f"after '{begins}' stands '{words}', which is not letters, figures and spaces alone"
