from collections.abc import Iterator

from wawla.checking.rule import Bad, Good, Library, Rule, RuleHit
from wawla.model import is_over_a_year
from wawla.reading.paths import ACCESSIBILITY

_CHECK = (
    "prepared: 2025-01-01\nlast_reviewed: 2025-01-01\nmanual:\n- what: Links tell where.\n  criteria: [2.4.4]\n"
    "  result: passed\n  method: Read.\n  by: the developers\n  date: "
)


class ManualChecksAreMadeEveryYear(Rule):
    """No manual check of the site's accessibility is older than a year.

    The site changes, and so do browsers and the aids that people use with them. The statement stops counting on a
    check that is older. It is a warning, and not an error, because a day that passes must not stop the site.

    To put it right, make the check again and write the new date and result; or write `result: not done`, and remove
    its date.
    """

    kind = Library
    severity = "warning"
    good = [Good(files={ACCESSIBILITY: _CHECK + "2025-03-01\n"})]
    bad = [
        Bad(
            files={ACCESSIBILITY: _CHECK + "2025-02-28\n"},
            path=ACCESSIBILITY,
            line=9,
            says="the check 'Links tell where.' was last made on 28 February 2025, more than a year ago",
        )
    ]

    def check(self, library: Library, _: Library) -> Iterator[RuleHit]:
        for check in library.accessibility.manual if library.accessibility else ():
            if check.date and is_over_a_year(check.date, library.today):
                made = f"was last made on {check.date.day} {check.date:%B %Y}, more than a year ago"
                yield check.at("date"), f"the check '{check.what}' {made}"
