"""Finds out which libraries for PDFs this system has, by loading them in a separate process: loading runs their code.

What was found is kept, sealed, until the system's list of libraries changes.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import platform
import signal
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from wawla.model.errors import WawlaError
from wawla.model.os_errors import sentence
from wawla.printing.typesetting.system_libraries import LIBRARIES, LoadedLibrary
from wawla.runtime.atomic_write import atomic_write
from wawla.runtime.memory import says_no_room
from wawla.runtime.seal import unwrap, wrap

LIBRARY_LIST = Path("/etc/ld.so.cache")
"""Linux's list of libraries: it is written again whenever one is installed or removed."""
_SECONDS = 60
_OTHERS = ("LD_LIBRARY_PATH", "LD_PRELOAD")
"""Variables of the environment that name libraries beside that list."""
_MOST_WORDS = 300


@dataclass(frozen=True)
class LibraryTrial:
    """What a process found that loaded one library after the other."""

    found: Mapping[str, LoadedLibrary]
    """By name, those that it came to."""
    trouble: str = ""
    """Why it did not come to all of them, as a sentence without its full stop; '' where it did."""
    remedy: str = ""

    @property
    def untried(self) -> list[str]:
        """The names of those that it did not come to."""
        return [library.name for library in LIBRARIES if library.name not in self.found]


def load_in_a_process() -> LibraryTrial:
    """Load every library in a process of its own."""
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])}
    try:
        done = subprocess.run(
            [sys.executable, "-P", "-m", "wawla.printing.typesetting.system_libraries"],
            capture_output=True,
            check=False,
            timeout=_SECONDS,
            env=environment,
        )
    except subprocess.TimeoutExpired as error:
        return _stopped(error.stdout or b"", f"did not end within {_SECONDS} seconds")
    except OSError as error:
        return LibraryTrial({}, f"the process that loads them cannot be started: {sentence(error)}".rstrip("."))
    if done.returncode < 0:
        return _stopped(done.stdout, f"was ended by {signal.Signals(-done.returncode).name}")
    found = _found_in(done.stdout)
    if done.returncode and says_no_room(done.stderr.decode("utf-8", "replace")):
        trouble = "the process that loads them finds no room in memory"
        return LibraryTrial(found, trouble, "Close other programs, and try again.")
    if done.returncode:
        trouble = f"the process that loads them ended with status {done.returncode} ({_last_line(done.stderr)})"
        return LibraryTrial(found, trouble, "Run `make site` to put the environment right.")
    return LibraryTrial(found)


def _stopped(output: bytes, how: str) -> LibraryTrial:
    """What was found before the process came to the library that it did not survive."""
    found = _found_in(output)
    at = next((library.name for library in LIBRARIES if library.name not in found), "its end")
    remedy = f"Install {at} again: it may be damaged, or too old or too new for the others."
    return LibraryTrial(found, f"the process that loads them {how}, at {at}", remedy)


def _found_in(output: bytes) -> Mapping[str, LoadedLibrary]:
    whole = [line for line in output.splitlines(keepends=True) if line.endswith(b"\n")]
    return {each.name: each for each in (LoadedLibrary(**json.loads(line)) for line in whole)}


def _last_line(said: bytes) -> str:
    last = said.decode("utf-8", "replace").strip().rpartition("\n")[2]
    return "".join(sign for sign in last if sign.isprintable())[:_MOST_WORDS] or "it said nothing"


def library_versions(cache: Path) -> str:
    """Every library and its version, on one line; a question mark where it does not tell. Kept in the folder `cache`.

    Raises WawlaError where they cannot be loaded to be asked.
    """
    known, digest = cache / "libraries", machine_digest()
    with contextlib.suppress(OSError, ValueError):
        of, _, told = (unwrap(known.name, known.read_bytes()) or b"").decode().partition("\n")
        if digest and of == digest:
            return told
    trial = load_in_a_process()
    if trial.trouble:
        raise WawlaError(f"PDFs cannot be made on this machine: {trial.trouble}. {trial.remedy}".strip())
    told = ", ".join(f"{library.name} {library.version or '?'}" for library in trial.found.values())
    with contextlib.suppress(OSError):  # then they are asked again next time
        atomic_write(known, wrap(known.name, f"{digest}\n{told}".encode()))
    return told


def machine_digest() -> str:
    """A digest of all that libraries depend on; '' where this system does not tell whether they have changed."""
    try:
        listed = LIBRARY_LIST.stat()
    except OSError:
        return ""
    if any(os.environ.get(name) for name in _OTHERS):
        return ""
    machine = (platform.machine(), listed.st_mtime_ns, listed.st_size, sys.executable, sys.version)
    return hashlib.sha256(repr(machine).encode()).hexdigest()
