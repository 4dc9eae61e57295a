"""What was tested of the site's accessibility, and what was not: `docs/accessibility.yml`."""

from __future__ import annotations

import datetime as dt
from typing import Annotated, Literal

from pydantic import StringConstraints

from wawla.model.criteria import Criterion
from wawla.model.fields import Day, Line, Located, Name, field

ColourScheme = Literal["light", "dark"]
Version = Annotated[str, StringConstraints(pattern=r"^\d+(\.\d+)+$", max_length=20)]
_STANDARDS = {"wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"}
"""The tags under which axe keeps what it can tell of WCAG 2.2, levels A and AA."""


def is_over_a_year(date: dt.date, today: dt.date) -> bool:
    """Whether more than a year has passed between the two: on the same day of the next year it has not."""
    return (date.year + 1, date.month, date.day) < (today.year, today.month, today.day)


class AutomaticTest(Located):
    """The last run of axe over every page, as `pytest --record-accessibility` writes it under `automatic:`."""

    date: Day = field("Date", "The day on which it was made.", "2026-03-01")
    axe: Version = field("Version of axe", "The version of axe-core that looked at the pages.", "4.10.3")
    chromium: int = field("Version of Chromium", "The major version of the browser.", 141, ge=1)
    pages: int = field("Pages", "How many pages were looked at.", 120, ge=1)
    standards: tuple[Name, ...] = field(
        "Standards", "What axe was asked for, by its own tags.", ["wcag2a", "wcag2aa"], min_length=1
    )
    widths: tuple[int, ...] = field("Widths", "How wide the window was, in CSS pixels.", [320, 1280], min_length=1)
    colour_schemes: tuple[ColourScheme, ...] = field(
        "Colour schemes", "In which colours the pages were shown.", ["light", "dark"], min_length=1
    )
    violations: int = field("Violations", "How many violations were found.", 0, ge=0)
    found: dict[Name, Line] = field(
        "Found", "The kinds of violation, by axe's name, in axe's words.", {"label": "Form elements need labels."}, {}
    )
    reviewed: dict[Name, Line] = field(
        "Reviewed",
        "What axe could not decide, by axe's name, and what a person saw who looked at it.",
        {"color-contrast": "Text on the drawn covers; measured by hand."},
        {},
    )

    @property
    def is_whole(self) -> bool:
        """Whether all that axe knows of WCAG 2.2 AA was asked, in light and in dark colours."""
        return set(self.standards) >= _STANDARDS and set(self.colour_schemes) == {"light", "dark"}


class ManualCheck(Located):
    """One thing that only a person can judge: an item of `manual:`. It stays in the list when nobody has done it."""

    what: Line = field(
        "What", "What has to be checked, as a sentence that is true where it passes.", "Links tell where."
    )
    criteria: tuple[Criterion, ...] = field(
        "Criteria", "The criteria of WCAG 2.2, levels A and AA, that it decides, if any.", ["2.4.4"], ()
    )
    result: Literal["passed", "failed", "not done"] = field("Result", "How it went.", "passed")
    date: Day | None = field("Date", "The day on which it was made.", "2026-03-01", None)
    method: Line | None = field("Method", "How it was made, with which device and aids.", "Read on a telephone.", None)
    by: Line | None = field("By", "By whom: a role, not a private person.", "the developers", None)
    seen: Line | None = field("Seen", "What was seen; of a failed check, what does not work.", "All pages.", None)
    doing: Line | None = field("Doing", "Of a failed check, what is being done about it.", "We will widen it.", None)
    lets_you: Line | None = field(
        "Lets you", "What a reader can do where it passes, after 'you can'.", "tell where a link leads", None
    )


class Accessibility(Located):
    """The facts that the accessibility statement is made from. It claims nothing that does not stand here."""

    prepared: Day = field("Prepared", "The day on which the statement was first prepared.", "2026-03-01")
    last_reviewed: Day = field("Last reviewed", "The day on which a person last went through it.", "2026-03-01")
    covers: tuple[Name, ...] = field(
        "Covers",
        "The kinds of page, and the forms, that the last review looked at. `wawla check` names what is missing.",
        ["home", "edition", "account", "search-form"],
        (),
    )
    manual: tuple[ManualCheck, ...] = field(
        "Manual checks",
        "What a person has to check, whether or not somebody has.",
        [{"what": "Links tell where.", "criteria": ["2.4.4"], "result": "not done"}],
        (),
    )
    automatic: AutomaticTest | None = field(
        "Automatic test",
        "The last run of axe over every page; `pytest --record-accessibility` writes it.",
        {
            "date": "2026-03-01",
            "axe": "4.10.3",
            "chromium": 141,
            "pages": 120,
            "standards": ["wcag2a"],
            "widths": [320],
            "colour_schemes": ["light"],
            "violations": 0,
        },
        None,
    )
