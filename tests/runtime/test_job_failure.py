"""Why a job failed: the content is named for what is in it, the machine for what it lacks, and the rest is a bug."""

import errno
import os
import signal
from pathlib import Path

import pytest

from wawla.model.errors import WawlaError
from wawla.runtime import memory
from wawla.runtime.job_failure import FailureReason, UnusableContent, answer_failure, ending_reason, failure_reason

MEMINFO = (
    "MemTotal:        2000000 kB\nMemFree:           10000 kB\nMemAvailable:      {} kB\nSwapFree:              0 kB\n"
)


def refused(number: int) -> OSError:
    return OSError(number, os.strerror(number), "/there/a.pdf")


@pytest.fixture
def free(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A file in which the machine tells how much memory is free: plenty."""
    told = tmp_path / "meminfo"
    told.write_text(MEMINFO.format(1_500_000), encoding="ascii")
    monkeypatch.setattr(memory, "MEMINFO", told)
    return told


@pytest.mark.parametrize(
    ("error", "expected"),
    [
        (
            UnusableContent("the picture a.png is torn", "mend it"),
            "the picture a.png is torn",
        ),
        (RecursionError("maximum depth"), "it is nested too deeply"),
        (MemoryError(), "it needs more memory than it may have"),
    ],
    ids=repr,
)
def test_a_reason_of_the_content_is_told_as_one(error: Exception, expected: str, free: Path):
    reason = failure_reason(error, ["nh3"])
    assert ("content", expected) == (reason.failed, reason.text)
    assert "report" not in reason.remedy


@pytest.mark.parametrize(
    "error",
    [
        ImportError("libXau.so.6: failed to map segment from shared object", name="_imaging", path="/a/_imaging.so"),
        ImportError("libm.so.6: cannot allocate memory in static TLS block", name="nh3", path="/a/nh3.so"),
        ImportError("/a/etree.so: failed to map segment from shared object: Cannot allocate memory", name="etree"),
    ],
    ids=str,
)
def test_a_library_that_finds_no_room_in_memory_is_not_called_missing(error: ImportError, free: Path):
    reason = failure_reason(error, [])
    assert ("machine", True) == (reason.failed, "no memory left" in reason.text)


def test_the_remedy_fits_the_reason(free: Path):
    errors = [UnusableContent("it is torn", "mend it"), RecursionError(), MemoryError()]
    expected = ["mend it", "put fewer lists, quotations and brackets inside one another", ""]
    assert expected == [failure_reason(error, []).remedy for error in errors]


@pytest.mark.parametrize(
    ("error", "expected"),
    [
        (refused(errno.ENOSPC), "/there/a.pdf: there is no space left on the disk"),
        (refused(errno.EACCES), "/there/a.pdf: this user may not open or write it"),
        (refused(errno.ENOENT), "/there/a.pdf: it is not there"),
        (
            ModuleNotFoundError("nothing", name="nh3"),
            "The Python package nh3 is missing. Run `make site`",
        ),
        (WawlaError("Pango is missing."), "Pango is missing."),
    ],
    ids=repr,
)
def test_a_reason_of_the_machine_is_told_as_one(error: Exception, expected: str):
    reason = failure_reason(error, ["nh3"])
    assert ("machine", "") == (reason.failed, reason.remedy)
    assert reason.text.startswith(expected)


def test_no_memory_is_trouble_with_the_machine_where_it_has_none_left(free: Path):
    free.write_text(MEMINFO.format(50_000), encoding="ascii")
    text = "This machine has no memory left. Close other programs, and try again."
    assert FailureReason("machine", text) == failure_reason(MemoryError(), [])


@pytest.mark.parametrize(
    ("error", "named"),
    [
        (ValueError("what\n\x1b[31mis\tthis?"), "ValueError: what [31mis this?"),
        (KeyError(), "KeyError"),
        (OSError("image file is truncated"), "OSError: image file is truncated"),
        (
            ModuleNotFoundError("nothing", name="wawla.no"),
            "ModuleNotFoundError: nothing",
        ),
    ],
    ids=["a value", "no words", "a library's", "our own module"],
)
def test_everything_else_is_a_bug_and_is_reported_with_the_versions(error: Exception, named: str):
    reason = failure_reason(error, ["nh3", "no-such-package"])
    assert ("bug", f"our program fails at it ({named}), a bug of ours") == (reason.failed, reason.text)
    assert reason.remedy.startswith("please report it, with this file and these versions: wawla ")
    assert ", nh3 0." in reason.remedy
    assert ", no-such-package (not installed), Python 3." in reason.remedy


def test_a_long_complaint_is_cut():
    assert "x" * 200 + "…), a bug of ours" in failure_reason(ValueError("x" * 9999), []).text


def test_only_a_bug_leaves_a_trace(capsys: pytest.CaptureFixture[str], free: Path):
    for error in (MemoryError(), refused(errno.ENOSPC), RecursionError()):
        answer_failure(error, [])
    assert "" == capsys.readouterr().err
    answer_failure(ValueError("what?"), [])
    assert "ValueError: what?" in capsys.readouterr().err


def test_a_reason_crosses_a_pipe():
    reason = FailureReason("bug", "a — b\n", "wawla 1")
    line = reason.to_json()
    assert (reason, "\n" in line) == (FailureReason.from_json(line.encode()), False)


@pytest.mark.parametrize(
    ("status", "expected"),
    [(-signal.SIGKILL, "machine"), (-signal.SIGSEGV, "content"), (-signal.SIGABRT, "content"), (0, "bug"), (1, "bug")],
)
def test_a_process_that_ends_in_the_middle_is_told_by_how_it_ends(status: int, expected: str):
    assert expected == ending_reason(status, "tools/a/index.md", "render").failed


def test_a_process_that_a_signal_ended_is_told_with_its_name():
    assert (
        "was ended from outside, or by a library that gave up (SIGTRAP). " in ending_reason(-5, "the book", "set").text
    )
