"""Shows how far a build is: a line a step, with a moving mark where the terminal can show one."""

from __future__ import annotations

import time
from types import TracebackType
from typing import Self

from rich.console import Console
from rich.status import Status


class Progress:
    """Call it with the name of each step as it begins. Leaving the block ends the last step."""

    def __init__(self, console: Console) -> None:
        self._console = console
        self._step = ""
        self._began = time.monotonic()
        self._status: Status | None = None

    def __enter__(self) -> Self:
        if self._console.is_terminal:
            self._status = self._console.status("")
            self._status.start()
        return self

    def __call__(self, step: str) -> None:
        """Begin a step, and say how long the one before it took."""
        self._end()
        self._step, self._began = step, time.monotonic()
        if self._status:
            self._status.update(step)

    def note(self, text: str) -> None:
        """Say something that is no step."""
        self._console.print(text, style="dim", markup=False, highlight=False)

    def _end(self) -> None:
        if self._step:
            seconds = time.monotonic() - self._began
            self._console.print(f"{self._step:<8} {seconds:6.2f} s", markup=False, highlight=False)
        self._step = ""

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        if self._status:
            self._status.stop()
        if error is None:
            self._end()
