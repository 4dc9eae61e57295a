"""Where the cache lies: ROOT/.cache, or the folder that somebody names; and what is done where it cannot be written."""

from __future__ import annotations

import atexit
import contextlib
import os
import tempfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from wawla.model.errors import WawlaError
from wawla.model.os_errors import sentence
from wawla.runtime.git import is_tracked
from wawla.runtime.machine import folder_part
from wawla.runtime.machine_part import MachinePart
from wawla.runtime.temporary import temporary_folder, temporary_parent

CACHE_VARIABLE = "WAWLA_CACHE"
"""The variable of the environment that names a folder for every command."""
KEPT_SECONDS = 14 * 24 * 3600
"""So long something stays in a cache that nobody asks for."""
_KEEPS_NOTHING = "nothing is kept for the next time"
_ANOTHER_PLACE = f"Another place for it: --cache DIR, or {CACHE_VARIABLE}=DIR."
_MAYBE_TRACKED = "git cannot tell whether it came with the checkout, so only what runs of this user have sealed is used"
_temporary: dict[Path, Path] = {}
"""For each cache that cannot be written, the folder that stands in for it until this process ends."""


def folder_in(root: Path) -> Path:
    """The folder of a publication for what can be made again: its cache, unless another is named, and its locks."""
    return root / ".cache"


def chosen_folder(root: Path, named: Path | None = None) -> Path:
    """The folder of the cache: `named`, or what WAWLA_CACHE names, or the publication's own."""
    return (named or Path(os.environ.get(CACHE_VARIABLE) or folder_in(root))).absolute()


def cache_part(root: Path) -> MachinePart:
    """The cache of the publication at `root`. As for commands, it stops nothing where it is not named and not there."""
    folder = chosen_folder(root)
    part = folder_part("Cache", "keeps what was made, so that it is not made again", folder)
    if part.state == "ok" and is_tracked(folder) is None:
        return replace(part, state="note", text=f"{part.text}; {_MAYBE_TRACKED}")
    if part.state == "ok" or os.environ.get(CACHE_VARIABLE):
        return part
    return replace(part, state="note", text=f"{part.text}, so {_KEEPS_NOTHING}", remedy=_ANOTHER_PLACE)


def open_cache(root: Path, named: Path | None, note: Callable[[str], None]) -> Path:
    """The folder of the cache, made and tried.

    Where the publication's own cannot be written, a temporary folder serves instead, and `note` is called once.
    Raises WawlaError where one that was named cannot be written: whoever names it wants it.
    """
    folder = chosen_folder(root, named)
    if folder in _temporary:
        return _temporary[folder]
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=folder):
            return folder
    except OSError as error:
        if named or os.environ.get(CACHE_VARIABLE):
            raise WawlaError(f"the cache cannot be written. {sentence(error)}") from error
        note(f"The cache {folder} cannot be written, so {_KEEPS_NOTHING}. {_ANOTHER_PLACE}")
    stack = contextlib.ExitStack()
    temporary = stack.enter_context(temporary_folder(temporary_parent(), "wawla"))
    atexit.register(stack.close)
    _temporary[folder] = temporary
    return temporary
