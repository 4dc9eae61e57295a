"""Why a process could not do its job: something in the content, something of the machine, or a bug of ours."""

from __future__ import annotations

import json
import platform
import signal
import traceback
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from importlib.metadata import PackageNotFoundError, version
from typing import Literal, Self

from wawla.model.errors import WawlaError
from wawla.model.os_errors import sentence
from wawla.runtime.memory import is_out_of_memory, memory_is_short

FailureKind = Literal["content", "machine", "bug"]
NO_MEMORY_LEFT = "This machine has no memory left. Close other programs, and try again."
_LESS_DEEP = "put fewer lists, quotations and brackets inside one another"
_TOO_MUCH = "it needs more memory than it may have, or is nested too deeply"
_CRASHES = {signal.SIGSEGV, signal.SIGABRT, getattr(signal, "SIGBUS", signal.SIGSEGV)}
_MOST_WORDS = 300
"""So many letters of what a library said are passed on."""


class UnusableContent(Exception):  # noqa: N818 - the name of what was met, not of a mistake
    """Something in the content that cannot be used as it is; the text says what and why, the remedy what to do."""

    def __init__(self, text: str, remedy: str) -> None:
        super().__init__(text)
        self.remedy = remedy


class JobFailed(Exception):  # noqa: N818 - the name of what happened, not of a mistake
    """A job that could not be done because of its content, or because of a bug; the text says why, on one line."""

    def __init__(self, text: str, remedy: str = "") -> None:
        super().__init__(text)
        self.remedy = remedy
        """What to do, where it is not what one usually does with such content; or ''."""


@dataclass(frozen=True)
class FailureReason:
    """Why a job failed. Of the machine, the text is whole sentences; else it goes on after 'cannot be rendered: '."""

    failed: FailureKind
    text: str
    remedy: str = ""
    """What to do, where it is not what one usually does with such content; or ''."""

    def to_json(self) -> str:
        """One line of JSON."""
        return json.dumps(asdict(self))

    @classmethod
    def from_json(cls, line: bytes) -> Self:
        """What `to_json` wrote."""
        return cls(**json.loads(line))


def failure_reason(error: BaseException, packages: Sequence[str], also: str = "") -> FailureReason:
    """Why a job ended in this error. A bug is reported with the versions of `packages`, and what is said in `also`."""
    match error:
        case UnusableContent():
            return FailureReason("content", _one_line(str(error)), error.remedy)
        case RecursionError():
            return FailureReason("content", "it is nested too deeply", _LESS_DEEP)
        case MemoryError() | ImportError() if is_out_of_memory(error) and (
            memory_is_short() or isinstance(error, ImportError)
        ):
            return FailureReason("machine", NO_MEMORY_LEFT)
        case MemoryError():
            return FailureReason("content", "it needs more memory than it may have")
        case WawlaError():
            return FailureReason("machine", str(error))
        case ImportError(name=str(name)) if not name.startswith("wawla"):
            text = f"The Python package {name} is missing. Run `make site`, which installs it."
            return FailureReason("machine", text)
        case OSError(errno=int()):  # without a number it comes from a library, not from the system
            return FailureReason("machine", sentence(error))
    said = f"{type(error).__name__}: {error}" if str(error) else type(error).__name__
    return _bug(f"our program fails at it ({_one_line(said)}), a bug of ours", packages, also)


def ending_reason(status: int, thing: str, verb: str) -> FailureReason:
    """Why a process ended in the middle of a job, from its exit status; that of a signal is below 0."""
    if status == -signal.SIGKILL:
        text = (
            f"The system killed the process that had to {verb} {thing}, most likely because memory ran short."
            " Close other programs, and try again."
        )
        return FailureReason("machine", text)
    if -status in _CRASHES:
        return FailureReason("content", f"{_TOO_MUCH} ({signal.Signals(-status).name})")
    if status < 0:
        how = f"from outside, or by a library that gave up ({signal.Signals(-status).name})"
        text = f"The process that had to {verb} {thing} was ended {how}. Close other programs, and try again."
        return FailureReason("machine", text)
    return _bug(f"our program ends in the middle of it (status {status}), a bug of ours", ())


def answer_failure(error: BaseException, packages: Sequence[str], also: str = "") -> str:
    """The line in which a worker says why it could not do a job. The trace of a bug goes to standard error."""
    reason = failure_reason(error, packages, also)
    if reason.failed == "bug":
        traceback.print_exception(error)
    return reason.to_json()


def _bug(text: str, packages: Sequence[str], also: str = "") -> FailureReason:
    known = [f"{name} {_version(name)}" for name in ("wawla", *packages)]
    versions = ", ".join([*known, *filter(None, [also]), f"Python {platform.python_version()}"])
    return FailureReason("bug", text, f"please report it, with this file and these versions: {versions}")


def _version(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:
        return "(not installed)"


def _one_line(text: str) -> str:
    plain = " ".join("".join(sign if sign.isprintable() else " " for sign in text).split())
    return plain if len(plain) <= _MOST_WORDS else f"{plain[:_MOST_WORDS]}…"
