"""The clock of the machine, asked for the day and the time; one that is wrong by decades is refused."""

from __future__ import annotations

import datetime as dt

from wawla.model.errors import WawlaError

_FIRST, _LAST = 2020, 2099
"""Years that a clock may show. A machine without a battery wakes in 1970, in 1980 or in the year it was made."""


def now(remedy: str = "") -> dt.datetime:
    """The time, in the zone of the machine. Raises WawlaError where it cannot be.

    `remedy` names another way than to set the clock, such as 'or name the day: --today DATE'.
    """
    time = _clock()
    if not can_be(time):
        other = f", {remedy}" if remedy else ""
        raise WawlaError(f"the clock of this machine says {time:%Y-%m-%d}, which cannot be. Set it{other}.")
    return time


def can_be(time: dt.datetime) -> bool:
    """Whether a clock that goes right may show this time."""
    return _FIRST <= time.year <= _LAST


def today(remedy: str = "") -> dt.date:
    """The day, where the machine is. Raises WawlaError as `now` does."""
    return now(remedy).date()


def _clock() -> dt.datetime:
    return dt.datetime.now().astimezone()
