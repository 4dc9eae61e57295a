"""Processes side by side that do jobs, each within a limit of processor time. A worker that runs over it is killed.

A worker reads jobs as lines of JSON and answers each with one line; its first line says that it is ready. It limits its
own memory.
"""

from __future__ import annotations

import contextlib
import selectors
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from types import TracebackType
from typing import Generic, Self, TypeVar

from wawla.model.errors import WawlaError
from wawla.runtime.job_failure import FailureReason, JobFailed, ending_reason
from wawla.runtime.processors import processors
from wawla.runtime.temporary import temporary_folder, temporary_parent
from wawla.runtime.worker_process import JobT, WorkerProcess

START_SECONDS = 60.0
FAILED = b'{"failed"'
_AT_ONCE = 16
"""So many jobs that hold files are in memory at a time."""


ResultT = TypeVar("ResultT")


@dataclass(frozen=True)
class WorkerSpec(Generic[ResultT]):
    """What a kind of worker does: its module, how its answers are read, and the words in which it is spoken of."""

    module: str
    read: Callable[[bytes], ResultT]
    seconds: float
    """The processor time for one job."""
    thing: str
    """What is worked on, such as 'the text'."""
    verb: str
    done: str
    """As in 'cannot be rendered'."""
    remedy: str = "Run `make site` to put the environment right, or ask `wawla doctor` what is missing."
    """What to do where such a process cannot start."""


class WorkerPool(Generic[JobT, ResultT]):
    """Up to `count` processes. One starts when the block is entered, to be ready when it is needed."""

    def __init__(self, spec: WorkerSpec[ResultT], count: int | None = None, seconds: float | None = None) -> None:
        self._spec = spec
        self._count = count or processors()
        self._limit = seconds or spec.seconds
        self._workers: list[WorkerProcess[JobT]] = []
        self._folders = contextlib.ExitStack()
        self._temporary = Path()
        """The folder for what workers write on their way: they are killed, and cannot clear up themselves."""

    def __enter__(self) -> Self:
        if not self._workers:
            self._temporary = self._folders.enter_context(temporary_folder(temporary_parent(), "wawla"))
            self._workers = [self._new_worker()]
        return self

    def _new_worker(self) -> WorkerProcess[JobT]:
        return WorkerProcess(self._spec.module, self._temporary)

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        try:
            for worker in self._workers:
                worker.stop()
        finally:
            self._workers = []
            self._folders.close()

    def wait_until_ready(self) -> None:
        """Wait until the process that starts with the block can work. Raises WawlaError where it cannot."""
        with selectors.DefaultSelector() as selector:
            for worker in self._workers:
                selector.register(worker.output, selectors.EVENT_READ, worker)
                worker.begin(START_SECONDS)
                while not selector.select(max(0.0, worker.deadline - time.monotonic())):
                    if worker.is_over():
                        raise self._not_started(f"did not start within {START_SECONDS:.0f} seconds")
                list(self._take_answer(worker, deque(), selector))

    def do(self, jobs: Iterable[JobT]) -> Iterator[tuple[JobT, ResultT | JobFailed]]:
        """Every job with what became of it, in the order in which they are done.

        Raises WawlaError where the machine is the reason that a job fails: then others would fail as well.
        """
        waiting = deque(jobs)
        while len(self._workers) < min(self._count, len(waiting)):  # one by one, so that a stop meanwhile ends them all
            self._workers.append(self._new_worker())
        with selectors.DefaultSelector() as selector:
            for worker in self._workers[: len(waiting)]:
                worker.begin(START_SECONDS)
                selector.register(worker.output, selectors.EVENT_READ, worker)
                if worker.ready:
                    worker.take(waiting.popleft(), self._limit)
            while selector.get_map():
                for key, _ in selector.select(timeout=self._patience(selector)):
                    yield from self._take_answer(key.data, waiting, selector)
                done = {key.data for key, _ in selector.select(timeout=0)}  # meanwhile, while we were busy ourselves
                late = [key.data for key in selector.get_map().values() if key.data.deadline < time.monotonic()]
                for worker in late:
                    if worker not in done and worker.is_over():
                        yield from self._overdue(worker, selector)

    def do_in_batches(self, jobs: Iterable[JobT]) -> Iterator[tuple[JobT, ResultT | JobFailed]]:
        """As `do`, with a few jobs made at a time: those that hold whole files would fill the memory together."""
        rest = iter(jobs)
        while batch := list(islice(rest, _AT_ONCE)):
            yield from self.do(batch)

    def _patience(self, selector: selectors.BaseSelector) -> float:
        soonest = min(float(key.data.deadline) for key in selector.get_map().values())
        return max(0.0, soonest - time.monotonic())

    def _take_answer(
        self, worker: WorkerProcess[JobT], waiting: deque[JobT], selector: selectors.BaseSelector
    ) -> Iterator[tuple[JobT, ResultT | JobFailed]]:
        line, job = worker.output.readline(), worker.job
        if not line.endswith(b"\n"):
            line = b""  # it died, perhaps in the middle of an answer
        if not line or line.startswith(FAILED):
            reason = self._reason(worker, line)
            if job is None:
                raise self._not_started("could not start")
            yield job, JobFailed(f"{self._spec.thing} cannot be {self._spec.done}: {reason.text}", reason.remedy)
        elif job is not None:
            yield job, self._spec.read(line)
        worker.ready = True
        if not line:
            self._replace(worker, selector)
        elif waiting:
            worker.take(waiting.popleft(), self._limit)
        else:
            worker.job = None
            selector.unregister(worker.output)

    def _reason(self, worker: WorkerProcess[JobT], line: bytes) -> FailureReason:
        """Why a worker gave no answer, from what it said, or from how it ended. Raises WawlaError for the machine's."""
        name = worker.job.path if worker.job else self._spec.thing
        reason = FailureReason.from_json(line) if line else ending_reason(worker.end(), name, self._spec.verb)
        if reason.failed == "machine":
            raise WawlaError(reason.text)
        return reason

    def _not_started(self, how: str) -> WawlaError:
        return WawlaError(f"A process to {self._spec.verb} {how}. {self._spec.remedy}")

    def _overdue(
        self, worker: WorkerProcess[JobT], selector: selectors.BaseSelector
    ) -> Iterator[tuple[JobT, ResultT | JobFailed]]:
        spec = self._spec
        if worker.job is None:
            raise self._not_started(f"did not start within {START_SECONDS:.0f} seconds")
        yield worker.job, JobFailed(f"{spec.thing} takes longer than {self._limit:.0f} seconds to {spec.verb}")
        self._replace(worker, selector)

    def _replace(self, worker: WorkerProcess[JobT], selector: selectors.BaseSelector) -> None:
        selector.unregister(worker.output)
        worker.stop()
        fresh = self._new_worker()
        self._workers[self._workers.index(worker)] = fresh
        fresh.begin(START_SECONDS)
        selector.register(fresh.output, selectors.EVENT_READ, fresh)
