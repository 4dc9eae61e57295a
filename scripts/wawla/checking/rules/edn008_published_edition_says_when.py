from collections.abc import Iterator

from wawla.checking.rule import Bad, Good, Library, Rule, RuleHit
from wawla.model import Edition


class PublishedEditionSaysWhen(Rule):
    """A published edition says when it came out.

    The date is part of how the edition is cited, and readers judge by it how old the practice is.

    To put it right, add `published:` with a year, a month or a day, such as `published: 2005`.
    """

    kind = Edition
    good = [Good("status: published\npublished: 2005-03\n"), Good("status: forthcoming\n", without=["published"])]
    bad = [Bad("status: published\n", without=["published"], says="edition is published, but does not say since when")]

    def check(self, edition: Edition, library: Library) -> Iterator[RuleHit]:
        if edition.status == "published" and edition.published is None:
            yield edition.at("status"), "edition is published, but does not say since when"
