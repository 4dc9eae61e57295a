"""Maps a function over items in forked copies of this process: they share its memory, so no input has to be sent."""

from __future__ import annotations

import os
import pickle
import signal
import threading
from collections.abc import Callable, Sequence
from typing import TypeVar

from wawla.model.errors import WawlaError
from wawla.runtime.processors import processors

Item = TypeVar("Item")
Result = TypeVar("Result")
WORTH_A_COPY = 300
"""So many pieces at the least for each process: below it, starting one takes longer than it saves."""
_ENDINGS = [getattr(signal, name) for name in ("SIGINT", "SIGTERM", "SIGHUP") if hasattr(signal, name)]
"""What ends a program is for the process that the others are copies of: it ends them."""


def forked_map(
    work: Callable[[Sequence[Item]], list[Result]], items: Sequence[Item], worth_a_copy: int = WORTH_A_COPY
) -> list[Result]:
    """`work` done on all items, in as many processes as there are processors; the results in no particular order.

    Each process gets at least `worth_a_copy` items.

    A copy that fails has its share done here, where the same failure is then raised. Raises WawlaError where the system
    or somebody else ends a copy: for want of memory, say, of which there would be less here.
    """
    count = min(processors(), len(items) // worth_a_copy)
    if count < 2 or not _can_copy():
        return work(items)
    shares = [items[number::count] for number in range(count)]
    pipes: dict[int, int] = {}
    """By process, what it answers through."""
    try:
        for share in shares[1:]:
            _begin(work, share, pipes)
        results = work(shares[0])
        for share, process in zip(shares[1:], [*pipes], strict=True):
            with os.fdopen(pipes[process], "rb") as answers:
                answer = answers.read()
            status = os.waitstatus_to_exitcode(os.waitpid(process, 0)[1])
            del pipes[process]
            if status < 0:
                raise WawlaError(_ending(-status))
            results += work(share) if status else pickle.loads(answer)  # noqa: S301 - written by a copy of this process
    finally:
        for process in pipes:  # this process was told to end, or failed: nobody waits for their answers
            os.kill(process, signal.SIGKILL)
            os.waitpid(process, 0)
    return results


def _can_copy() -> bool:
    """Whether this process can be copied and its copies waited for: a copy has no thread but the one that makes it."""
    if not hasattr(os, "fork") or threading.active_count() > 1:
        return False
    return signal.getsignal(signal.SIGCHLD) is not signal.SIG_IGN  # else the system does not tell how a copy ended


def _begin(work: Callable[[Sequence[Item]], list[Result]], share: Sequence[Item], pipes: dict[int, int]) -> None:
    """Start a copy, and note it before anything can end this process."""
    reading, writing = os.pipe()
    held_back = signal.pthread_sigmask(signal.SIG_BLOCK, _ENDINGS)
    try:
        process = os.fork()
        if process:
            pipes[process] = reading
            os.close(writing)
            return
        _work_as_copy(work, share, reading, writing)
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, held_back)


def _work_as_copy(
    work: Callable[[Sequence[Item]], list[Result]], share: Sequence[Item], reading: int, writing: int
) -> None:
    """Do a share and answer through the pipe; the process ends here."""
    status = 1
    try:
        for number in _ENDINGS:
            signal.signal(number, signal.SIG_IGN)
        os.close(reading)
        with os.fdopen(writing, "wb") as answers:
            pickle.dump(work(share), answers, protocol=pickle.HIGHEST_PROTOCOL)
        status = 0
    finally:
        os._exit(status)  # without the clean-up of the process this is a copy of


def _ending(number: int) -> str:
    if number == signal.SIGKILL:
        return (
            "The system killed a process of this command, most likely because memory ran short."
            " Close other programs, and try again."
        )
    return f"A process of this command was ended by {signal.Signals(number).name}. Try again."
