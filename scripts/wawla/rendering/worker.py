"""A rendering process: reads jobs as lines of JSON, answers each with one line. `python -m wawla.rendering.worker`."""

from __future__ import annotations

import contextlib
import os
import sys

from wawla.rendering.job import BUILT_ON, RenderJob
from wawla.runtime.job_failure import answer_failure
from wawla.runtime.memory_limit import limit_memory


def main() -> None:
    """Answer jobs until standard input ends. The first line says that the worker is ready."""
    limit_memory()
    with os.fdopen(os.dup(1), "w", encoding="utf-8") as answers:
        os.dup2(2, 1)  # a library that prints must not break the conversation
        try:
            from wawla.rendering.markdown_to_html import Renderer  # so that a package that is missing is told
        except ImportError as error:
            answers.write(answer_failure(error, BUILT_ON) + "\n")
            return
        renderer = Renderer()
        answers.write("ready\n")
        answers.flush()
        for line in sys.stdin.buffer:
            try:
                answer = renderer.render(RenderJob.from_json(line)).to_json()
            except Exception as error:  # noqa: BLE001 - a bug in a parser must not hide which body it met
                answer = answer_failure(error, BUILT_ON)
                renderer = Renderer()
            answers.write(answer + "\n")
            answers.flush()


if __name__ == "__main__":
    with contextlib.suppress(BrokenPipeError):  # whoever started it has been stopped
        main()
