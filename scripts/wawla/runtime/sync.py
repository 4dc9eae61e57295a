"""Flushes a folder to the disk, so that files created or renamed in it are not lost."""

from __future__ import annotations

import os
from pathlib import Path


def sync_folder(folder: Path) -> None:
    """Flush the entries of a folder to the disk: a new file is safe only when its name is on the disk too.

    Raises OSError where the system cannot be told so.
    """
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
