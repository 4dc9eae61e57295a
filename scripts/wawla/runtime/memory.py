"""How much memory this machine has, and how much of it is free, where the system tells."""

from __future__ import annotations

import os
from pathlib import Path

MEMINFO = Path("/proc/meminfo")
_SHORT = 128 * 1024**2
_NO_ROOM = ("failed to map segment", "cannot allocate memory")
"""What the system says of a library that finds no room in memory (glibc, elf/dl-load.c; strerror of ENOMEM)."""


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


def is_out_of_memory(error: BaseException) -> bool:
    """Whether an error says that memory ran out: of a library that found no room, it is an ImportError that says so."""
    if isinstance(error, ImportError) and not isinstance(error, ModuleNotFoundError):
        return says_no_room(str(error))
    return isinstance(error, MemoryError)


def says_no_room(text: str) -> bool:
    """Whether the system says in this text that a library found no room in memory."""
    return any(said in text.lower() for said in _NO_ROOM)


def _physical() -> int | None:
    try:
        return os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES")
    except (AttributeError, OSError, ValueError):
        return None
