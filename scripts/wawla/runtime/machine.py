"""What this machine is: Python, memory, processors, disk, clock and terminal, each with what it means for the work."""

from __future__ import annotations

import datetime as dt
import platform
import shutil
import sys
import tempfile
from pathlib import Path

from wawla.model.errors import WawlaError
from wawla.model.os_errors import sentence
from wawla.runtime.clock import can_be
from wawla.runtime.machine_part import MachinePart
from wawla.runtime.memory import memory_bytes
from wawla.runtime.processors import processors
from wawla.runtime.temporary import temporary_parent

_GIGABYTE = 1000**3
_SIGNS = "‘’“”–…✓✗Łŵ"
"""Signs that stand in texts and in what is told of them."""


def python_part() -> MachinePart:
    """The Python that runs this."""
    return MachinePart(f"Python {platform.python_version()}", "ok", f"runs everything, from {sys.prefix}")


def memory_part() -> MachinePart:
    """How much memory there is: a process that sets a book may use two gigabytes, and most use a tenth of that."""
    total, free = memory_bytes()
    if total is None:
        return MachinePart("Memory", "note", "this system does not tell how much there is")
    told = f"{_gigabytes(total)} in all" + (f", {_gigabytes(free)} free" if free is not None else "")
    if (total if free is None else free) < _GIGABYTE:
        return MachinePart("Memory", "note", f"{told}; 1 GB may be needed", "Close other programs where it stops.")
    return MachinePart("Memory", "ok", told)


def processors_part() -> MachinePart:
    """How many processors this process may use."""
    return MachinePart("Processors", "ok", f"{processors()} of them are used")


def disk_part(folder: Path) -> MachinePart:
    """How much room there is for the site and the cache."""
    free = shutil.disk_usage(folder).free
    if free < _GIGABYTE / 20:
        return MachinePart("Disk", "trouble", f"{free / 1000**2:.0f} MB free at {folder}", "Make room.")
    if free < _GIGABYTE:
        return MachinePart("Disk", "note", f"{free / 1000**2:.0f} MB free; site and cache may need more", "Make room.")
    return MachinePart("Disk", "ok", f"{_gigabytes(free)} free")


def folder_part(name: str, purpose: str, folder: Path) -> MachinePart:
    """Whether files can be written into a folder, which may have to be made first; found out by writing one."""
    try:
        there = next(each for each in (folder, *folder.parents) if each.exists() or each.is_symlink())
        with tempfile.TemporaryFile(dir=there) as file:
            file.write(b"to try")
    except OSError as error:
        return MachinePart(name, "trouble", f"{purpose}, in {folder}, and cannot be written", sentence(error))
    return MachinePart(name, "ok", f"{purpose}, in {folder}")


def temporary_part() -> MachinePart:
    """The folder for what is made on the way."""
    try:
        return MachinePart("Temporary files", "ok", f"what is made on the way, in {temporary_parent()}")
    except WawlaError as error:
        return MachinePart("Temporary files", "trouble", "what is made on the way has no place", str(error))


def clock_part(now: dt.datetime, newest_commit: dt.datetime | None) -> MachinePart:
    """Whether the clock can be right; `newest_commit` is the time of the last change, where git knows of one."""
    told = f"{now:%Y-%m-%d %H:%M %z}".strip()
    remedy = "Set the clock: consents, dates of publication and printings are held against today."
    if not can_be(now):
        return MachinePart("Clock", "trouble", f"{told}, which cannot be", remedy)
    if newest_commit is not None and newest_commit - now > dt.timedelta(days=1):
        return MachinePart("Clock", "trouble", f"{told}, but the newest commit is of {newest_commit:%Y-%m-%d}", remedy)
    return MachinePart("Clock", "ok", told)


def terminal_part(encoding: str | None) -> MachinePart:
    """Whether a terminal of this encoding can show the signs of the texts."""
    try:
        _SIGNS.encode(encoding or "ascii")
    except (UnicodeEncodeError, LookupError):
        text = f"{encoding or 'no encoding'}, which has no sign for some letters; they are replaced"
        return MachinePart("Terminal", "note", text, "export PYTHONIOENCODING=utf-8")
    return MachinePart("Terminal", "ok", f"{encoding}, which has every sign")


def _gigabytes(number: int) -> str:
    return f"{number / _GIGABYTE:.1f} GB"
