"""A clock that is wrong by decades is told from one that is right."""

import datetime as dt
import re

import pytest

from wawla.model.errors import WawlaError
from wawla.runtime import clock


@pytest.fixture
def at(monkeypatch: pytest.MonkeyPatch):
    """Sets the clock."""

    def setting(text: str) -> None:
        monkeypatch.setattr(clock, "_clock", lambda: dt.datetime.fromisoformat(text))

    return setting


@pytest.mark.parametrize(
    "time", ["2020-01-01T00:00:00+00:00", "2026-11-26T20:00:00+00:00", "2099-12-31T23:59:59+01:00"]
)
def test_a_clock_that_may_be_right_is_believed(at, time: str):
    at(time)
    assert (time, time[:10]) == (clock.now().isoformat(), clock.today().isoformat())


@pytest.mark.parametrize(
    "time", ["1970-01-01T00:00:11+00:00", "2019-12-31T23:59:59+00:00", "2100-01-01T00:00:00+00:00"]
)
def test_a_clock_in_another_century_is_refused_with_what_to_do(at, time: str):
    at(time)
    said = f"the clock of this machine says {time[:10]}, which cannot be. Set it, or name the day: --today DATE."
    with pytest.raises(WawlaError, match=re.escape(said)):
        clock.today("or name the day: --today DATE")
    with pytest.raises(WawlaError, match=r"which cannot be\. Set it\.$"):
        clock.now()
