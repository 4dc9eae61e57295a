"""A store of files by key, several to a key, for what an earlier build has made already. It can be thrown away.

A record of each key says which files it has and what is in them, and is sealed: what was damaged, or put there by
somebody else, counts as none.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import re
import time
from collections.abc import Collection, Mapping
from pathlib import Path

from wawla.runtime.atomic_write import atomic_write_all
from wawla.runtime.cache_folder import KEPT_SECONDS
from wawla.runtime.seal import is_sealed, seal

_OURS = re.compile(r"([0-9a-f]{64})(-\d+|\.json)")
"""The names of files that are kept here; no other is ever removed."""


class SealedFiles:
    """The store in a folder. Keys are SHA-256 digests of whatever decides the files, as hexadecimal digits."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def recall(self, key: str) -> Mapping[str, Path] | None:
        """The files that an earlier run of this user left under this key, by their names; None where there are none."""
        try:
            digests, found = self._record(key).read_text(encoding="utf-8").splitlines()
            names: dict[str, str] = json.loads(digests)
            if not is_sealed(key, digests.encode(), found):
                return None
            files = {name: self._file(key, number) for number, name in enumerate(names)}
            if any(file.is_symlink() or _digest(file.read_bytes()) != names[name] for name, file in files.items()):
                return None
        except (OSError, ValueError):
            return None
        with contextlib.suppress(OSError):
            for file in (*files.values(), self._record(key)):  # they are still wanted
                os.utime(file)
        return files

    def keep(self, key: str, files: Mapping[str, bytes]) -> Mapping[str, Path]:
        """Keep files under a key, and say where each is: they may be linked or copied, and are never changed.

        The record comes last, so that it never speaks of a file that is not there. Raises OSError where they cannot be
        written.
        """
        places = {name: self._file(key, number) for number, name in enumerate(files)}
        digests = json.dumps({name: _digest(data) for name, data in files.items()}).encode()
        record = digests + f"\n{seal(key, digests)}\n".encode()
        atomic_write_all({places[name]: data for name, data in files.items()} | {self._record(key): record})
        return places

    def prune(self, used: Collection[str]) -> None:
        """Forget what is older than a fortnight and not in use."""
        with contextlib.suppress(FileNotFoundError):  # nothing was ever kept
            for file in self._folder.iterdir():
                ours = _OURS.fullmatch(file.name)
                with contextlib.suppress(FileNotFoundError):  # another process has forgotten it
                    if ours and ours[1] not in used and time.time() - file.stat().st_mtime > KEPT_SECONDS:
                        file.unlink()

    def _record(self, key: str) -> Path:
        return self._folder / f"{key}.json"

    def _file(self, key: str, number: int) -> Path:
        return self._folder / f"{key}-{number}"


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()
