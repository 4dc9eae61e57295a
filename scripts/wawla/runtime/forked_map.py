"""Work shared between this process and copies of it, which see all that it has read and need not be told."""

from __future__ import annotations

import os
import pickle
import signal
import threading
from collections.abc import Callable, Sequence
from typing import TypeVar

from wawla.runtime.processors import processors

Item = TypeVar("Item")
Result = TypeVar("Result")
WORTH_A_COPY = 300
"""So many pieces at the least for each process: below it, starting one takes longer than it saves."""


def forked_map(
    work: Callable[[Sequence[Item]], list[Result]], items: Sequence[Item], worth_a_copy: int = WORTH_A_COPY
) -> list[Result]:
    """`work` done on all items, in as many processes as there are processors; the results in no particular order.

    Each process gets at least `worth_a_copy` items.

    A copy that fails, for whatever reason, has its share done here, where the same failure is then raised.
    """
    count = min(processors(), len(items) // worth_a_copy)
    if count < 2 or not hasattr(os, "fork") or threading.active_count() > 1:  # a copy has no threads but this one
        return work(items)
    shares = [items[number::count] for number in range(count)]
    copies = [_begin(work, share) for share in shares[1:]]
    at_work = {process for process, _ in copies}
    try:
        results = work(shares[0])
        for share, (process, pipe) in zip(shares[1:], copies, strict=True):
            with os.fdopen(pipe, "rb") as answers:
                answer = answers.read()
            at_work.discard(process)
            done = os.waitpid(process, 0)[1] == 0
            results += pickle.loads(answer) if done else work(share)  # noqa: S301 - written by a copy of this process
    finally:
        for process in at_work:  # this process was told to end, or failed: nobody waits for their answers
            os.kill(process, signal.SIGKILL)
            os.waitpid(process, 0)
    return results


def _begin(work: Callable[[Sequence[Item]], list[Result]], share: Sequence[Item]) -> tuple[int, int]:
    reading, writing = os.pipe()
    process = os.fork()
    if process:
        os.close(writing)
        return process, reading
    status = 1
    try:
        os.close(reading)
        with os.fdopen(writing, "wb") as answers:
            pickle.dump(work(share), answers, protocol=pickle.HIGHEST_PROTOCOL)
        status = 0
    finally:
        os._exit(status)  # without the clean-up of the process this is a copy of
