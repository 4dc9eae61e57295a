"""The loop of a worker: reads jobs as lines of JSON, answers each with one line, and says why where it cannot."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Sequence

from wawla.runtime.job_failure import answer_failure
from wawla.runtime.memory_limit import limit_memory

Answer = Callable[[bytes], str]
"""Does the job on one line, and returns the line that answers it."""


def answer_jobs(load: Callable[[], Answer], packages: Sequence[str]) -> None:
    """Answer jobs until standard input ends, in limited memory. The first line says that the worker is ready.

    `load` imports what the work needs, so that a package that is missing is told. A bug is reported with the versions
    of `packages`. Raises BrokenPipeError where whoever started the worker has been stopped.
    """
    limit_memory()
    with os.fdopen(os.dup(1), "w", encoding="utf-8") as answers:
        os.dup2(2, 1)  # a library that prints must not break the conversation
        try:
            answer = load()
        except ImportError as error:
            answers.write(answer_failure(error, packages) + "\n")
            return
        answers.write("ready\n")
        answers.flush()
        for line in sys.stdin.buffer:
            try:
                done = answer(line)
            except Exception as error:  # noqa: BLE001 - a bug in a library must not hide which file it met
                done = answer_failure(error, packages)
            answers.write(done + "\n")
            answers.flush()
