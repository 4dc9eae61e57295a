from collections.abc import Iterator

from wawla.checking.rule import Bad, Good, Library, Rule, RuleHit
from wawla.model import Edition


class ForthcomingEditionHasNoDate(Rule):
    """A forthcoming edition does not say when it was published.

    It has not come out yet, and a date makes readers and order staff look for it.

    To put it right, remove `published:`, or set `status: published` if the edition is out.
    """

    kind = Edition
    good = [Good("status: forthcoming\n", without=["published"])]
    bad = [
        Bad(
            "status: forthcoming\npublished: 2005\n",
            line=2,
            says="edition is forthcoming, but says that it was published in 2005",
        )
    ]

    def check(self, edition: Edition, library: Library) -> Iterator[RuleHit]:
        if edition.status == "forthcoming" and edition.published is not None:
            said = f"edition is forthcoming, but says that it was published in {edition.published}"
            yield edition.at("published"), said
