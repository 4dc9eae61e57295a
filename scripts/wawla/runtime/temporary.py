"""Temporary files and folders: how they are named, and how the next run knows which ones nobody is at work on.

They are called `.NAME-in-the-making-XXXXXXXX`: the publication does not read them, and git ignores them. Who is at work
on one holds a lock on it (flock), which ends with the process, whatever ends that.
"""

from __future__ import annotations

import contextlib
import importlib
import os
import re
import shutil
import stat
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path

from wawla.model.errors import WawlaError

_MAKING = "-in-the-making-"
_TRIES = 5
_NAME = re.compile(rf"\..+{_MAKING}[a-z0-9_]{{8}}", re.DOTALL)


def temporary_parent() -> Path:
    """The system's folder for temporary files. Raises WawlaError where there is none that can be written."""
    try:
        return Path(tempfile.gettempdir())
    except FileNotFoundError:
        raise WawlaError(
            "no folder for temporary files can be written. Name one that can, in the environment: TMPDIR=DIR"
        ) from None


@contextmanager
def temporary_folder(parent: Path, name: str) -> Iterator[Path]:
    """A new folder in `parent`, for its owner alone; it is removed after the block, if it is still there.

    What killed runs have left in `parent` is removed first. Raises OSError where it cannot be made.
    """
    parent.mkdir(parents=True, exist_ok=True)
    sweep(parent)

    def make() -> tuple[int, str]:
        while True:
            path = tempfile.mkdtemp(prefix=f".{name}{_MAKING}", dir=parent)
            with contextlib.suppress(FileNotFoundError):  # another run has swept it away meanwhile
                return os.open(path, os.O_RDONLY | getattr(os, "O_DIRECTORY", 0)), path

    handle, path = _locked(make)
    try:
        yield Path(path)
    finally:
        _remove(path)
        os.close(handle)


def _remove(folder: str) -> None:
    """Remove a folder with all that is in it. A process that is ending may write into it meanwhile: then once more."""
    for _ in range(_TRIES):
        shutil.rmtree(folder, ignore_errors=True)
        if not os.path.lexists(folder):
            return


@contextmanager
def temporary_file(parent: Path, name: str) -> Iterator[tuple[Path, int]]:
    """A new file in `parent`, which is there, and an open descriptor of it; likewise removed after the block."""
    _sweep_once(parent.resolve())
    handle, path = _locked(lambda: tempfile.mkstemp(prefix=f".{name}{_MAKING}", dir=parent))
    try:
        yield Path(path), handle
    finally:
        Path(path).unlink(missing_ok=True)
        os.close(handle)


def sweep(parent: Path) -> None:
    """Remove what killed runs have left in a folder, and nothing that somebody is still at work on."""
    with contextlib.suppress(OSError), os.scandir(parent) as entries:
        for entry in filter(lambda entry: _NAME.fullmatch(entry.name), list(entries)):
            with contextlib.suppress(OSError):  # it is somebody else's, a link, or just gone
                _remove_if_left(entry.path)


_sweep_once = cache(sweep)
"""A run that writes a thousand files into a folder looks for leftovers there once."""


def _lock(handle: int) -> None:
    """Lock an open file or folder. Raises OSError where another process has, or the system or its disk has no locks."""
    try:
        fcntl = importlib.import_module("fcntl")
    except ImportError:
        raise OSError("this system has no flock") from None
    fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)


def _remove_if_left(path: str) -> None:
    handle = os.open(path, os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0))
    try:
        facts = os.fstat(handle)
        if hasattr(os, "geteuid") and facts.st_uid != os.geteuid():
            return
        _lock(handle)  # fails where somebody is at work
        if stat.S_ISDIR(facts.st_mode):
            shutil.rmtree(path, ignore_errors=True)
        elif stat.S_ISREG(facts.st_mode):
            Path(path).unlink()
    finally:
        os.close(handle)


def _locked(make: Callable[[], tuple[int, str]]) -> tuple[int, str]:
    """What was made, locked. Where another run has swept it away before it could be, it is made again."""
    while True:
        handle, path = make()
        try:
            _lock(handle)
        except BlockingIOError:  # another run is sweeping it away
            os.close(handle)
            continue
        except OSError:  # no locks here: then nobody sweeps here either
            pass
        with contextlib.suppress(FileNotFoundError):
            if os.path.samestat(os.stat(path), os.fstat(handle)):  # noqa: PTH116 - beside fstat
                return handle, path
        os.close(handle)
