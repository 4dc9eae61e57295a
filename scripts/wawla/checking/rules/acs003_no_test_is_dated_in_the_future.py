import datetime as dt
from collections.abc import Iterator

from wawla.checking.rule import Bad, Good, Library, Rule, RuleHit
from wawla.model.findings import Place
from wawla.reading.paths import ACCESSIBILITY

_START = "prepared: 2025-01-01\nlast_reviewed: 2026-03-01\n"


class NoTestIsDatedInTheFuture(Rule):
    """No date in the record of the site's accessibility is in the future.

    It is a slip of the finger, and a check with such a date would count as fresh for longer than it is.

    To put it right, correct the date.
    """

    kind = Library
    good = [Good(files={ACCESSIBILITY: _START})]
    bad = [
        Bad(
            files={ACCESSIBILITY: "prepared: 2025-01-01\nlast_reviewed: 2026-03-02\n"},
            path=ACCESSIBILITY,
            line=2,
            says="`last_reviewed` is 2 March 2026, which is in the future",
        ),
        Bad(
            files={
                ACCESSIBILITY: _START + "manual:\n- what: Links tell where.\n  criteria: [2.4.4]\n  result: passed\n"
                "  date: 2062-03-01\n  method: Read.\n  by: the developers\n"
            },
            path=ACCESSIBILITY,
            line=7,
            says="`date` is 1 March 2062, which is in the future",
        ),
    ]

    def check(self, library: Library, _: Library) -> Iterator[RuleHit]:
        if (record := library.accessibility) is None:
            return
        dates: list[tuple[str, dt.date | None, Place]] = [
            ("prepared", record.prepared, record.at("prepared")),
            ("last_reviewed", record.last_reviewed, record.at("last_reviewed")),
            *(("date", check.date, check.at("date")) for check in record.manual),
        ]
        if record.automatic:
            dates.append(("date", record.automatic.date, record.automatic.at("date")))
        for name, date, place in dates:
            if date and date > library.today:
                yield place, f"`{name}` is {date.day} {date:%B %Y}, which is in the future"
