"""How much memory this machine has, and how much of it is free, where the system tells."""

from __future__ import annotations

import os
from pathlib import Path

MEMINFO = Path("/proc/meminfo")
_SHORT = 128 * 1024**2


def memory_bytes() -> tuple[int | None, int | None]:
    """All of the memory and what could still be used of it, with what may be swapped out; None for what is not told."""
    try:
        lines = dict(line.split(":", 1) for line in MEMINFO.read_text(encoding="ascii").splitlines())
        told = {name: int(text.split()[0]) * 1024 for name, text in lines.items()}
        return told["MemTotal"], told["MemAvailable"] + told.get("SwapFree", 0)
    except (OSError, ValueError, LookupError):
        return _physical(), None


def memory_is_short() -> bool:
    """Whether the machine itself has next to nothing left; False where nobody knows."""
    free = memory_bytes()[1]
    return free is not None and free < _SHORT


def _physical() -> int | None:
    try:
        return os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES")
    except (AttributeError, OSError, ValueError):
        return None
