"""Options that several commands share."""

import datetime as dt
from pathlib import Path

import pytest
from click.testing import CliRunner
from folders import SAMPLE

from wawla.commands.main import main
from wawla.runtime import clock

NEED_A_DAY = [
    (["check"], "--today"),
    (["build"], "--today"),
    (["print", "--all"], "--today"),
    (["readiness", "ASK/Trust at work"], "--today"),
    (["approve", "ASK/Trust at work", "--copies", "5", "--note", "Approved.", "--today", "2026-05-04"], "--on"),
]


@pytest.fixture
def in_1970(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clock, "_clock", lambda: dt.datetime(1970, 1, 1, tzinfo=dt.UTC))


@pytest.mark.usefixtures("in_1970")
@pytest.mark.parametrize(("arguments", "option"), NEED_A_DAY)
def test_a_clock_in_another_century_stops_a_command_that_needs_the_day(arguments: list[str], option: str):
    result = CliRunner().invoke(main, [*arguments, "--root", str(SAMPLE)])
    said = "wawla: the clock of this machine says 1970-01-01, which cannot be. Set it, or name the day: "
    assert (2, f"{said}{option} DATE.\n") == (result.exit_code, result.stderr)


@pytest.mark.usefixtures("in_1970")
def test_where_the_day_is_named_the_clock_is_not_asked():
    result = CliRunner().invoke(main, ["check", "--root", str(SAMPLE), "--today", "2026-05-04"])
    assert (0, "") == (result.exit_code, result.stderr)


@pytest.mark.usefixtures("in_1970")
def test_nothing_is_dated_by_such_a_clock(tmp_path: Path):
    order = tmp_path / "order.txt"
    order.write_text("20 of ASK/Trust at work, please", encoding="utf-8")
    register = tmp_path / "orders.sqlite"
    result = CliRunner().invoke(main, ["order", "add", str(order), "--root", str(SAMPLE), "--register", str(register)])
    assert (2, False) == (result.exit_code, register.exists())
