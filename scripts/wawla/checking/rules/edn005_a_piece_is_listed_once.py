from collections.abc import Iterator

from wawla.checking.rule import Bad, Good, Library, Rule, RuleHit
from wawla.model import Edition


class APieceIsListedOnce(Rule):
    """An edition lists each of its pieces once.

    The same piece would stand twice in the contents, and be printed twice.

    To put it right, remove one of the two lines.
    """

    kind = Edition
    good = [Good("accounts: [example]\ntools: [example]\n")]
    bad = [Bad("accounts:\n- example\n- example\n", line=3, says="'example' stands twice in `accounts:`")]

    def check(self, edition: Edition, library: Library) -> Iterator[RuleHit]:
        seen: set[str] = set()
        for listed in library.edition_items(edition):
            if listed.folder in seen:
                yield edition.at(listed.field, listed.index), f"'{listed.slug}' stands twice in `{listed.field}:`"
            seen.add(listed.folder)
