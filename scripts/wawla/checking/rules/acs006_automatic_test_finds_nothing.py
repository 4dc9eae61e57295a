from collections.abc import Iterator

from wawla.checking.rule import Bad, Good, Library, Rule, RuleHit
from wawla.reading.paths import ACCESSIBILITY

_TEST = (
    "prepared: 2026-01-01\nlast_reviewed: 2026-01-01\nautomatic:\n  date: 2026-02-01\n  axe: 4.10.3\n  chromium: 141\n"
    "  pages: 9\n  standards: [wcag2a]\n  widths: [320]\n  colour_schemes: [light]\n"
)


class AutomaticTestFindsNothing(Rule):
    """The last automatic test of the site's accessibility found no violation.

    Every violation that a program can see is one that somebody cannot get past. The statement lists them, and the
    site does not call itself compliant while there are any.

    To put it right, mend the pages, and run `pytest --record-accessibility` again.
    """

    kind = Library
    severity = "warning"
    good = [Good(files={ACCESSIBILITY: _TEST + "  violations: 0\n"})]
    bad = [
        Bad(
            files={ACCESSIBILITY: _TEST + "  violations: 2\n  found: {label: Form elements need labels.}\n"},
            path=ACCESSIBILITY,
            line=11,
            says="the automatic test found 2 violations (label)",
        )
    ]

    def check(self, library: Library, _: Library) -> Iterator[RuleHit]:
        test = library.accessibility.automatic if library.accessibility else None
        if test and test.violations:
            kinds = f" ({', '.join(test.found)})" if test.found else ""
            counted = f"{test.violations} violation{'s' if test.violations > 1 else ''}"
            yield test.at("violations"), f"the automatic test found {counted}{kinds}"
