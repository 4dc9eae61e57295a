"""What to write where a date stands otherwise than as year, month and day."""

from __future__ import annotations

import re

_SCHOOL_YEAR = re.compile(r"[0-9]{4} ?[-–/] ?(?:[0-9]{2}){1,2}")
_DAY_FIRST = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-]((?:19|20)\d\d)")


def date_hint(name: str, given: str, kind: str) -> str:
    """What to write in the field of this name, in place of what is given; '' where the remedy of every date will do.

    `kind` is "day" where a day is asked for, and "when" where a year is enough.
    """
    if written := _DAY_FIRST.fullmatch(given):
        day, month, year = written.groups()
        return f"the year stands first; if the day stood first here, write {year}-{int(month):02}-{int(day):02}"
    if kind == "when" and _SCHOOL_YEAR.fullmatch(given):
        return f"for a school year write the year in which it began: {name}: {given[:4]}"
    return "write year, month and day: 2027-07-31" if kind == "day" else ""
