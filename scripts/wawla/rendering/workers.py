"""Rendering processes side by side, each body with a time limit. A worker that runs over it is killed."""

from __future__ import annotations

import contextlib
import json
import os
import selectors
import subprocess
import sys
import time
from collections import deque
from collections.abc import Iterable, Iterator
from pathlib import Path
from types import TracebackType
from typing import Self

from wawla.errors import WawlaError
from wawla.rendering.job import Job, Rendered

BODY_SECONDS = 10.0
START_SECONDS = 60.0


class Overtime(Exception):  # noqa: N818 - the name of what happened, not of a mistake
    """A body took longer than its time, or could not be rendered at all; the text says which."""


class Workers:
    """Up to `count` rendering processes. One starts when the block is entered, to be ready when it is needed."""

    def __init__(self, count: int | None = None, body_seconds: float = BODY_SECONDS) -> None:
        self._count = count or min(len(os.sched_getaffinity(0)), 8)
        self._limit = body_seconds
        self._workers: list[_Worker] = []

    def __enter__(self) -> Self:
        self._workers = self._workers or [_Worker()]
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for worker in self._workers:
            worker.stop()
        self._workers = []

    def render(self, jobs: Iterable[Job]) -> Iterator[tuple[Job, Rendered | Overtime]]:
        """Every job with what became of it, in the order in which they are done."""
        waiting = deque(jobs)
        self._workers += [_Worker() for _ in range(min(self._count, len(waiting)) - len(self._workers))]
        with selectors.DefaultSelector() as selector:
            for worker in self._workers[: len(waiting)]:
                worker.deadline = time.monotonic() + START_SECONDS
                selector.register(worker.output, selectors.EVENT_READ, worker)
                if worker.ready:
                    worker.take(waiting.popleft(), self._limit)
            while selector.get_map():
                for key, _ in selector.select(timeout=self._patience(selector)):
                    yield from self._answered(key.data, waiting, selector)
                done = {key.data for key, _ in selector.select(timeout=0)}  # meanwhile, while we were busy ourselves
                late = [key.data for key in selector.get_map().values() if key.data.deadline < time.monotonic()]
                for worker in late:
                    if worker not in done:
                        yield from self._overdue(worker, selector)

    def _patience(self, selector: selectors.BaseSelector) -> float:
        soonest = min(float(key.data.deadline) for key in selector.get_map().values())
        return max(0.0, soonest - time.monotonic())

    def _answered(
        self, worker: _Worker, waiting: deque[Job], selector: selectors.BaseSelector
    ) -> Iterator[tuple[Job, Rendered | Overtime]]:
        line, job = worker.output.readline(), worker.job
        if not line.endswith(b"\n"):
            line = b""  # it died, perhaps in the middle of an answer
        if job is not None and line.startswith(b'{"html"'):
            yield job, Rendered.from_json(line)
        elif job is not None:
            yield job, Overtime(f"the text cannot be rendered: {_reason(line)}")
        elif not line:
            raise WawlaError("A rendering process could not start. Run `make site` to put the environment right.")
        worker.ready = True
        if not line:
            self._replace(worker, selector)
        elif waiting:
            worker.take(waiting.popleft(), self._limit)
        else:
            worker.job = None
            selector.unregister(worker.output)

    def _overdue(self, worker: _Worker, selector: selectors.BaseSelector) -> Iterator[tuple[Job, Rendered | Overtime]]:
        if worker.job is None:
            raise WawlaError(f"A rendering process did not start within {START_SECONDS:.0f} seconds.")
        yield worker.job, Overtime(f"the text takes longer than {self._limit:.0f} seconds to render")
        self._replace(worker, selector)

    def _replace(self, worker: _Worker, selector: selectors.BaseSelector) -> None:
        selector.unregister(worker.output)
        worker.stop()
        fresh = _Worker()
        self._workers[self._workers.index(worker)] = fresh
        fresh.deadline = time.monotonic() + START_SECONDS
        selector.register(fresh.output, selectors.EVENT_READ, fresh)


def _reason(line: bytes) -> str:
    """Why a worker gave no HTML, from what it said instead; nothing where it was killed, most likely for memory."""
    failure = json.loads(line)["failed"] if line else "MemoryError"
    known = {"RecursionError": "it is nested too deeply", "MemoryError": "it needs more memory than a page may"}
    return known.get(failure, f"the renderer fails at it ({failure}), a bug of ours; please report it with this file")


class _Worker:
    """One process, and the job it is at; None while it starts."""

    def __init__(self) -> None:
        package_root = Path(__file__).parents[2]
        self._process = subprocess.Popen(
            [sys.executable, "-m", "wawla.rendering.worker"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            env={**os.environ, "PYTHONPATH": str(package_root)},
        )
        if self._process.stdin is None or self._process.stdout is None:  # pragma: no cover - said for the type checker
            raise WawlaError("A rendering process has no pipes.")
        self._input, self.output = self._process.stdin, self._process.stdout
        self.job: Job | None = None
        self.ready = False
        """Whether it has said so; then it waits for work, and says nothing more until it has some."""
        self.deadline = 0.0

    def take(self, job: Job, seconds: float) -> None:
        """Send a job, which is due in so many seconds."""
        self.job, self.deadline = job, time.monotonic() + seconds
        with contextlib.suppress(BrokenPipeError):  # it has died; the caller meets the end of its output next
            self._input.write(job.to_json().encode() + b"\n")
            self._input.flush()

    def stop(self) -> None:
        """Kill the process and forget it."""
        self._process.kill()
        self._input.close()
        self.output.close()
        self._process.wait()
