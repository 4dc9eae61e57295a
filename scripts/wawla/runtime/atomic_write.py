"""A file written so that nobody ever sees half of it, whatever happens meanwhile."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from wawla.model.os_errors import writing_to
from wawla.runtime.temporary import temporary_file


def atomic_write(file: Path, data: bytes, mode: int = 0o644) -> None:
    """Write `data` beside `file`, to the disk, and then put it in its place; an older file stays until that moment.

    Raises OSError where it cannot be written; then the older file is as it was.
    """
    atomic_write_all({file: data}, mode)


def atomic_write_all(files: Mapping[Path, bytes], mode: int = 0o644) -> None:
    """Write several files: all are on the disk before the first takes its place, and they take them in their order.

    Raises OSError where one cannot be written.
    """
    with contextlib.ExitStack() as halves:
        written = [(halves.enter_context(_on_disk(file, data, mode)), file) for file, data in files.items()]
        for half, file in written:
            half.replace(file)


@contextmanager
def _on_disk(file: Path, data: bytes, mode: int) -> Iterator[Path]:
    """The path of a file with this content beside `file`."""
    file.parent.mkdir(parents=True, exist_ok=True)
    with temporary_file(file.parent, file.name) as (half, handle):
        with writing_to(file):
            with open(handle, "wb", closefd=False) as fresh:
                fresh.write(data)
            if hasattr(os, "fchmod"):
                os.fchmod(handle, mode)
            os.fsync(handle)
        yield half
