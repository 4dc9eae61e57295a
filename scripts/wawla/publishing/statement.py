"""The accessibility statement: what may be said of the site, from what was tested and from nothing else.

It has the order of the model accessibility statement for public sector bodies in the United Kingdom.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from markupsafe import Markup

from wawla.model import WCAG_AA, Accessibility, AutomaticTest, ManualCheck, is_over_a_year
from wawla.model.outline import Section
from wawla.publishing.templating import html_of

SLUG = "accessibility"
"""The page of docs/ that the statement is made round."""

_STANDARDS = {
    "wcag2a": "WCAG 2.0 level A",
    "wcag2aa": "WCAG 2.0 level AA",
    "wcag21a": "WCAG 2.1 level A",
    "wcag21aa": "WCAG 2.1 level AA",
    "wcag22a": "WCAG 2.2 level A",
    "wcag22aa": "WCAG 2.2 level AA",
    "best-practice": "axe’s own advice on good practice",
}
_UNDECIDED = {
    "aria-hidden-focus": "whether the keyboard can reach what screen readers are not told",
    "bypass": "whether one can skip what is on every page",
    "color-contrast": "how far letters stand out from what is behind them",
    "duplicate-id-aria": "whether each part that is named for screen readers has a name of its own",
    "frame-tested": "what a frame in a page holds",
    "label-content-name-mismatch": "whether a control answers to the name that can be seen",
    "landmark-unique": "whether parts of a page are told apart by name",
    "link-in-text-block": "whether a link in a text can be told without its colour",
    "scrollable-region-focusable": "whether the keyboard can scroll what moves by itself",
    "target-size": "whether what can be pressed is large enough",
    "video-caption": "whether a video has captions",
}
"""What the rules of axe ask that it cannot always decide by itself, in words for readers."""
_BEFORE = {"_accessible": "How accessible this website is"}
_AFTER = {
    "_technical": "Technical information about this website’s accessibility",
    "_inaccessible": "Non-accessible content",
    "_preparation": "Preparation of this accessibility statement",
}

Conformance = Literal["untested", "unfinished", "none", "partial", "full"]


@dataclass(frozen=True)
class Standing:
    """How the site stands on a day, by its record. Nothing that is over a year old counts in its favour."""

    record: Accessibility | None
    today: dt.date

    @cached_property
    def passed(self) -> list[ManualCheck]:
        """The checks that passed within the last year."""
        return [check for check in self._checks("passed") if not self._is_old(check)]

    @cached_property
    def failed(self) -> list[ManualCheck]:
        """The checks that failed, however long ago: a difficulty does not go away by itself."""
        return self._checks("failed")

    @cached_property
    def old(self) -> list[ManualCheck]:
        """The checks that passed more than a year ago."""
        return [check for check in self._checks("passed") if self._is_old(check)]

    @cached_property
    def undone(self) -> list[ManualCheck]:
        """The checks that nobody has made."""
        return self._checks("not done")

    def _checks(self, result: str) -> list[ManualCheck]:
        return [check for check in self.record.manual if check.result == result] if self.record else []

    def _is_old(self, check: ManualCheck) -> bool:
        return check.date is None or is_over_a_year(check.date, self.today)

    @property
    def automatic(self) -> AutomaticTest | None:
        """The last automatic test, of whatever age."""
        return self.record.automatic if self.record else None

    @property
    def automatic_is_old(self) -> bool:
        """Whether there is an automatic test, and it is over a year old."""
        return self.automatic is not None and is_over_a_year(self.automatic.date, self.today)

    @property
    def violations(self) -> int:
        """How many violations the last automatic test found."""
        return self.automatic.violations if self.automatic else 0

    @cached_property
    def unchecked(self) -> list[str]:
        """The numbers of the criteria that no check decides that passed lately, or failed."""
        decided = _criteria_of([*self.passed, *self.failed])
        return [number for number in WCAG_AA if number not in decided]

    @property
    def forgotten(self) -> list[str]:
        """Those of them, with their names, that no check in the record asks about at all."""
        known = _criteria_of([*self.undone, *self.old])
        return [f"{number} {WCAG_AA[number]}" for number in self.unchecked if number not in known]

    @property
    def status(self) -> Conformance:
        """The most that may be said of compliance.

        'full', 'partial' or 'none' only where everything was tested within a year, by axe and by hand, for every
        criterion of WCAG 2.2 AA; of those, 'none' where half of the criteria or more failed. 'unfinished' where
        something was tested, and 'untested' where nothing was.
        """
        if not (self.automatic or self.passed or self.failed or self.old):
            return "untested"
        whole = self.automatic is not None and self.automatic.is_whole and not self.automatic_is_old
        if not whole or self.undone or self.old or self.unchecked or any(map(self._is_old, self.failed)):
            return "unfinished"
        failing = _criteria_of(self.failed)
        if 2 * len(failing) >= len(WCAG_AA):
            return "none"
        return "partial" if failing or self.violations else "full"

    @property
    def last_check(self) -> dt.date | None:
        """The day of the last check by hand; None where there was none."""
        return max((check.date for check in (*self.passed, *self.failed, *self.old) if check.date), default=None)

    def standards(self) -> Iterator[str]:
        """What axe was asked for, in words."""
        yield from (_STANDARDS.get(tag, tag) for tag in (self.automatic.standards if self.automatic else ()))


def undecided(rule: str) -> str:
    """What a rule of axe asks, in words; no word of ours for one that has always been decided."""
    return _UNDECIDED.get(rule, "what the program asked")


def criteria(check: ManualCheck) -> str:
    """What a check decides: 'WCAG 2.4.4 Link Purpose (In Context)', or '' where no criterion asks for it."""
    named = ", ".join(f"{number} {WCAG_AA[number]}" for number in check.criteria)
    return f"WCAG {named}" if named else ""


def _criteria_of(checks: list[ManualCheck]) -> set[str]:
    return {number for check in checks for number in check.criteria}


def statement(
    record: Accessibility | None, today: dt.date, body: Markup | str, outline: tuple[Section, ...]
) -> tuple[Markup, tuple[Section, ...]]:
    """The statement as HTML and its outline, made round the body and the outline of the page that people wrote."""
    made = html_of(
        "statement.html",
        f"{SLUG}/",
        standing=Standing(record, today),
        body=body,
        criteria=criteria,
        undecided=undecided,
        total=len(WCAG_AA),
        headings=_BEFORE | _AFTER,
    )
    before, after = (tuple(Section(2, *item) for item in part.items()) for part in (_BEFORE, _AFTER))
    return made, (*before, *outline, *after)
