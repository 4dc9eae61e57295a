from collections.abc import Iterator

from wawla.checking.rule import Bad, Good, Library, Rule, RuleHit
from wawla.model import is_over_a_year
from wawla.reading.paths import ACCESSIBILITY

_TEST = (
    "prepared: 2025-01-01\nlast_reviewed: 2025-01-01\nautomatic:\n  axe: 4.10.3\n  chromium: 141\n  pages: 9\n"
    "  standards: [wcag2a]\n  widths: [320]\n  colour_schemes: [light]\n  violations: 0\n  date: "
)


class AutomaticTestIsMadeEveryYear(Rule):
    """The automatic test of the site's accessibility is not older than a year.

    Pages have been added since, and the test knows nothing of them. The statement says so, and claims nothing on the
    strength of it. It is a warning, and not an error, because a day that passes must not stop the site.

    To put it right, run `pytest --record-accessibility`, which writes the new record.
    """

    kind = Library
    severity = "warning"
    good = [Good(files={ACCESSIBILITY: _TEST + "2025-03-01\n"})]
    bad = [
        Bad(
            files={ACCESSIBILITY: _TEST + "2025-02-28\n"},
            path=ACCESSIBILITY,
            line=11,
            says="the automatic test was last made on 28 February 2025, more than a year ago",
        )
    ]

    def check(self, library: Library, _: Library) -> Iterator[RuleHit]:
        test = library.accessibility.automatic if library.accessibility else None
        if test and is_over_a_year(test.date, library.today):
            made = f"was last made on {test.date.day} {test.date:%B %Y}"
            yield test.at("date"), f"the automatic test {made}, more than a year ago"
