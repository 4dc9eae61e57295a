"""Kills this process at a step that is counted, so that it dies at the same place however busy the machine is.

A step is a call that may leave a trace on the disk or in the register.
"""

import os
import signal
import sys

TRACES = {"execute", "fsync", "rename", "mkdir", "mkdtemp", "flock", "close", "write", "unlink", "rmdir", "open"}

_taken = 0


def die_at(step: int) -> None:
    """Kill this process when it has taken so many steps from here and is about to take another."""

    def watch(_frame: object, event: str, function: object) -> None:
        global _taken
        if event == "c_call" and getattr(function, "__name__", "") in TRACES:
            if _taken >= step:
                os.kill(os.getpid(), signal.SIGKILL)
            _taken += 1

    sys.setprofile(watch)


def taken() -> int:
    """How many steps have been taken."""
    return _taken
