from collections.abc import Iterator

from wawla.checking.rule import Bad, Good, Library, Rule, RuleHit
from wawla.reading.paths import ACCESSIBILITY

_START = (
    "prepared: 2026-01-01\nlast_reviewed: 2026-01-01\nmanual:\n- what: Links tell where.\n  criteria: [2.4.4]\n"
    "  result: "
)
_HOW = ("date", "method", "by")


class CheckThatWasMadeSaysHow(Rule):
    """A manual check that was made says when, how and by whom; one that was not made says none of it.

    The accessibility statement repeats it, so that a reader can judge how much the result is worth.

    To put it right, add `date:`, `method:` and `by:`; or, where nobody has made the check, remove them.
    """

    kind = Library
    good = [
        Good(files={ACCESSIBILITY: _START + "passed\n  date: 2026-02-01\n  method: Read.\n  by: the developers\n"}),
        Good(files={ACCESSIBILITY: _START + "not done\n"}),
    ]
    bad = [
        Bad(
            files={ACCESSIBILITY: _START + "passed\n  date: 2026-02-01\n"},
            path=ACCESSIBILITY,
            line=6,
            says="the check 'Links tell where.' passed, but does not say `method:`, `by:`",
        ),
        Bad(
            files={ACCESSIBILITY: _START + "not done\n  by: the developers\n"},
            path=ACCESSIBILITY,
            line=7,
            says="the check 'Links tell where.' is not done, and yet it says `by:`",
        ),
    ]

    def check(self, library: Library, _: Library) -> Iterator[RuleHit]:
        for check in library.accessibility.manual if library.accessibility else ():
            said = [name for name in _HOW if getattr(check, name) is not None]
            if check.result != "not done" and len(said) < len(_HOW):
                missing = ", ".join(f"`{name}:`" for name in _HOW if name not in said)
                yield check.at("result"), f"the check '{check.what}' {check.result}, but does not say {missing}"
            elif check.result == "not done" and said:
                yield check.at(said[0]), f"the check '{check.what}' is not done, and yet it says `{said[0]}:`"
