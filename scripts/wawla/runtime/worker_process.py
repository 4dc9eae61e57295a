"""One process that does jobs, one after the other, and how much of its time it has used."""

from __future__ import annotations

import contextlib
import os
import subprocess
import sys
import time
from pathlib import Path
from typing import Generic, Protocol, TypeVar

from wawla.model.errors import WawlaError
from wawla.runtime.processor_time import processor_seconds

HANGING = 10
"""So many times its limit a job may take by the clock: nothing but a process that hangs takes so long."""


class SendableJob(Protocol):
    """A job that can be sent to a worker."""

    @property
    def path(self) -> str:
        """The file that is named where the job goes wrong."""

    def to_json(self) -> str:
        """The job as one line of JSON."""


JobT = TypeVar("JobT", bound=SendableJob)


class WorkerProcess(Generic[JobT]):
    """A process that runs `module`, and the job it is at; None while it starts. Its files go to `temporary`."""

    def __init__(self, module: str, temporary: Path) -> None:
        package_root = Path(__file__).parents[2]
        self._process = subprocess.Popen(
            [sys.executable, "-P", "-m", module],  # without -P it would import from the folder that the user stands in
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            env={**os.environ, "PYTHONPATH": str(package_root), "TMPDIR": str(temporary)},
            process_group=0 if hasattr(os, "setpgid") else None,  # Ctrl-C is for this process, which stops its workers
        )
        if self._process.stdin is None or self._process.stdout is None:  # pragma: no cover - said for the type checker
            raise WawlaError("A process has no pipes.")
        self._input, self.output = self._process.stdin, self._process.stdout
        self.job: JobT | None = None
        self.ready = False
        """Whether it has said so; then it waits for work, and says nothing more until it has some."""
        self.deadline = 0.0
        """The earliest moment, by the clock, at which its time can be over."""
        self._limit = self._began = self._used = 0.0

    def begin(self, seconds: float) -> None:
        """Count its time from now on; it has so many seconds of the processor."""
        self._limit, self._began, self._used = seconds, time.monotonic(), processor_seconds(self._process.pid) or 0.0
        self.deadline = self._began + seconds

    def is_over(self) -> bool:
        """Whether it has used up its time, or hangs; where it has not, the deadline is put off."""
        now, used = time.monotonic(), processor_seconds(self._process.pid)
        left = self._began + HANGING * self._limit - now
        if used is not None:
            left = min(left, self._limit - (used - self._used))
        self.deadline = now + max(left, 0.01)
        return left <= 0

    def take(self, job: JobT, seconds: float) -> None:
        """Send a job, which has so many seconds of the processor."""
        self.job = job
        self.begin(seconds)
        with contextlib.suppress(BrokenPipeError):  # it has died; the caller meets the end of its output next
            self._input.write(job.to_json().encode() + b"\n")
            self._input.flush()

    def end(self) -> int:
        """The status with which it ended; it has closed its output, so that it must be at its end."""
        try:
            return self._process.wait(timeout=5)
        except subprocess.TimeoutExpired:
            return 0

    def stop(self) -> None:
        """Kill the process and forget it."""
        self._process.kill()
        with contextlib.suppress(BrokenPipeError):  # what it had not read of a job
            self._input.close()
        self.output.close()
        self._process.wait()
