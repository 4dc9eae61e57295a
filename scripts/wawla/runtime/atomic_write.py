"""A file written so that nobody ever sees half of it, whatever happens meanwhile."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path


def atomic_write(file: Path, data: bytes) -> None:
    """Write `data` beside `file`, to the disk, and then put it in its place; an older file stays until that moment.

    Raises OSError where it cannot be written; then the older file is as it was.
    """
    file.parent.mkdir(parents=True, exist_ok=True)
    handle, half = tempfile.mkstemp(dir=file.parent)
    try:
        with os.fdopen(handle, "wb") as fresh:
            fresh.write(data)
            fresh.flush()
            os.fsync(fresh.fileno())
        Path(half).chmod(0o644)  # mkstemp makes it for its owner alone
        Path(half).replace(file)
    except BaseException:
        Path(half).unlink(missing_ok=True)
        raise
