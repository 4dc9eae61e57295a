from collections.abc import Iterator

from wawla.checking.rule import Bad, Good, Library, Rule, RuleHit
from wawla.model import EDITION_LISTS, KINDS, Edition, Holding, kinds_in

_SERIES = (
    "title: A series\nshort_title: Series\nsummary: What it is for.\norder_prefix: EX\nnumber_word: Title\n"
    "holds: [{at_least: 1, of: [account]}, {at_least: 2, of: [tool, data-set]}]\n"
)


class PublishedEditionHoldsWhatItsSeriesAsks(Rule):
    """A published edition holds at least the pieces that its series asks of every edition.

    Readers of a series know what to expect: something to think about, something that was tried, something to use.

    To put it right, add what is missing, or set the edition's status to `forthcoming` until it is there.
    """

    kind = Edition
    good = [Good("status: published\naccounts: [example]\n"), Good("status: forthcoming\naccounts: []\n")]
    bad = [
        Bad("status: published\naccounts: []\n", says="holds at least 1 account; this one has none"),
        Bad(
            "status: published\ntools: [example]\n",
            files={"series/example/series.yml": _SERIES},
            says="holds at least 2 tools or data-sets; this one has 1",
        ),
    ]

    def check(self, edition: Edition, library: Library) -> Iterator[RuleHit]:
        series = library.series_of(edition)
        if series is None or edition.status != "published":
            return
        held: dict[str, set[str]] = {}
        for listed in library.edition_items(edition):
            piece = library.pieces.get(listed.folder)  # one that could not be read may be of any kind of its list
            kinds = kinds_in(EDITION_LISTS[listed.field])
            held[listed.folder] = {piece.kind} if piece else {kind.name for kind in kinds}
        for holding in series.holds:
            count = sum(not kinds.isdisjoint(holding.of) for kinds in held.values())
            if count < holding.at_least:
                asked = f"a published edition of this series holds at least {_in_words(holding)}"
                yield edition.at("status"), f"{asked}; this one has {count or 'none'}"


def _in_words(holding: Holding) -> str:
    kinds = [KINDS[name] for name in holding.of]
    return f"{holding.at_least} " + " or ".join(k.words if holding.at_least > 1 else k.word for k in kinds)
