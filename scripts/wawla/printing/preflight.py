"""Whether this machine can make PDFs, found out before work begins: a process starts, and sets a line of text.

`python -m wawla.printing.preflight` in the folder of a publication says what is missing, with status 2, or nothing.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import sys
from pathlib import Path

from wawla.model.errors import WawlaError
from wawla.model.os_errors import sentence
from wawla.printing.loaded_libraries import library_versions, machine_digest
from wawla.printing.make_pdfs import TYPESETTING
from wawla.printing.pdf_cache import configuration
from wawla.printing.typesetting.job import SettingJob, TypesetResult
from wawla.runtime.atomic_write import atomic_write
from wawla.runtime.cache_folder import chosen_folder
from wawla.runtime.seal import unwrap, wrap
from wawla.runtime.worker_pool import WorkerPool


def check_typesetting(cache: Path) -> None:
    """Raise WawlaError where no book can be set on this machine: what is missing, and the line that installs it.

    In the folder `cache` it is kept, sealed, that all is well, until a library of the system or one of ours changes.
    """
    known, digest = cache / "typesetting-tried", _digest(cache)
    with contextlib.suppress(OSError):
        if digest and unwrap(known.name, known.read_bytes()) == digest:
            return
    try_typesetting()
    with contextlib.suppress(OSError):  # then it is tried again next time
        atomic_write(known, wrap(known.name, digest))


def try_typesetting() -> None:
    """Start a process that sets books, which sets a line. Raises WawlaError where it cannot."""
    with WorkerPool[SettingJob, TypesetResult](TYPESETTING, 1) as workers:
        workers.wait_until_ready()


def _digest(cache: Path) -> bytes:
    """A digest of all that a trial depends on; empty where this system does not tell whether it has changed."""
    machine = machine_digest()
    told = (machine, configuration(), library_versions(cache), os.environ.get("TMPDIR", "")) if machine else ()
    return hashlib.sha256(repr(told).encode()).hexdigest().encode() if told else b""


def main() -> None:
    """Say what is missing in this machine for PDFs, with status 2; nothing, with status 0, where all is there."""
    try:
        check_typesetting(chosen_folder(Path()))
    except (WawlaError, OSError) as error:
        sys.stderr.write(f"{sentence(error) if isinstance(error, OSError) else error}\n")
        sys.exit(2)


if __name__ == "__main__":
    main()
