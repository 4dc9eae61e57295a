from collections.abc import Iterator

from wawla.checking.rule import Bad, Good, Library, Rule, RuleHit
from wawla.model import Edition, first_day


class EditionIsNotPublishedInTheFuture(Rule):
    """The date on which an edition was published is not in the future.

    Readers cite the edition by it, and order staff tell from it what is in stock.

    To put it right, correct `published:`; or set `status: forthcoming` and remove the date until the edition is out.
    """

    kind = Edition
    needs = {"EDN012"}
    good = [Good("published: 2026-03-01\n")]
    bad = [Bad("published: 2026-04\n", says="`published` is 2026-04, which is in the future")]

    def check(self, edition: Edition, library: Library) -> Iterator[RuleHit]:
        if edition.published is not None and first_day(edition.published) > library.today:
            yield edition.at("published"), f"`published` is {edition.published}, which is in the future"
