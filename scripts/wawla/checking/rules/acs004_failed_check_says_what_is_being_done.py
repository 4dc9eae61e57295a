from collections.abc import Iterator

from wawla.checking.rule import Bad, Good, Library, Rule, RuleHit
from wawla.reading.paths import ACCESSIBILITY

_FAILED = (
    "prepared: 2026-01-01\nlast_reviewed: 2026-01-01\nmanual:\n- what: Links tell where.\n  criteria: [2.4.4]\n"
    "  result: failed\n  date: 2026-02-01\n  method: Read.\n  by: the developers\n"
)


class FailedCheckSaysWhatIsBeingDone(Rule):
    """A manual check that failed says what does not work, and what is being done about it.

    A reader who meets the difficulty has to know that it is known, what to expect, and whether it will stay.

    To put it right, add `seen:` with what does not work, and `doing:` with what is being done.
    """

    kind = Library
    good = [Good(files={ACCESSIBILITY: _FAILED + "  seen: Two links say 'more'.\n  doing: We are rewording them.\n"})]
    bad = [
        Bad(
            files={ACCESSIBILITY: _FAILED + "  seen: Two links say 'more'.\n"},
            path=ACCESSIBILITY,
            line=6,
            says="the check 'Links tell where.' failed, and `doing:` is missing",
        ),
        Bad(
            files={ACCESSIBILITY: _FAILED},
            path=ACCESSIBILITY,
            line=6,
            says="failed, and `seen:` and `doing:` are missing",
        ),
    ]

    def check(self, library: Library, _: Library) -> Iterator[RuleHit]:
        for check in library.accessibility.manual if library.accessibility else ():
            missing = [f"`{name}:`" for name in ("seen", "doing") if getattr(check, name) is None]
            if check.result == "failed" and missing:
                verb = "is" if len(missing) == 1 else "are"
                yield check.at("result"), f"the check '{check.what}' failed, and {' and '.join(missing)} {verb} missing"
