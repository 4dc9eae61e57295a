"""Shows how far a build is: a line for each step that is done, and under them, on a terminal, the one at work."""

from __future__ import annotations

import errno
import os
import time
from types import TracebackType
from typing import Self

from rich.console import Console
from rich.live import Live
from rich.text import Text


class ErrorConsole(Console):
    """Standard error. A reader who has gone ends the command as everywhere else; Rich alone would say status 1."""

    def __init__(self) -> None:
        super().__init__(stderr=True)

    def on_broken_pipe(self) -> None:
        """Leave it to whoever ends the command."""
        raise BrokenPipeError(errno.EPIPE, os.strerror(errno.EPIPE))


class Progress:
    """Call it with the name of each step as it begins. Leaving the block ends the last step."""

    def __init__(self, console: Console) -> None:
        self._console = console
        self._step = ""
        self._began = time.monotonic()
        self._live: Live | None = None

    def __enter__(self) -> Self:
        if self._console.is_terminal:
            # Refreshed by us: a thread of its own would be copied, half alive, into the processes of the check.
            self._live = Live(console=self._console, auto_refresh=False, transient=True)
            self._live.start()
        return self

    def __call__(self, step: str) -> None:
        """Begin a step, and say how long the one before it took."""
        self._end()
        self._step, self._began = step, time.monotonic()
        if self._live:
            self._live.update(Text(f"{step} …", style="bold"), refresh=True)

    def note(self, text: str) -> None:
        """Say something that is no step."""
        self._console.print(text, style="dim", markup=False, highlight=False, soft_wrap=True)

    def _end(self) -> None:
        if self._step:
            seconds = time.monotonic() - self._began
            self._console.print(f"{self._step:<8} {seconds:6.2f} s", markup=False, highlight=False)
        self._step = ""

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if error is None:
            self._end()
        if self._live:
            self._live.stop()
