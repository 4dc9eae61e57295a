from collections.abc import Iterator

from wawla.checking.rule import Bad, Good, Library, Rule, RuleHit
from wawla.model import Entry


class TablesHaveRows(Rule):
    """A table has a row under its header at least.

    A header alone is shown as a table without anything in it: most likely its rows stand under an empty line, and are
    shown as words.

    To put it right, write the rows straight under the line of hyphens, or take the header out.
    """

    severity = "warning"
    good = [Good(body="| Year | Schools |\n| --- | --- |\n| 2004 | 8 |\n")]
    bad = [
        Bad(body="| Year | Schools |\n| --- | --- |\n\nText.\n", line=1, says="the table has no row under its header")
    ]

    def check(self, entry: Entry, library: Library) -> Iterator[RuleHit]:
        for table in entry.body.tables:
            if len(table.rows) < 3:
                yield entry.body.place_of(table.rows[0]), "the table has no row under its header"
