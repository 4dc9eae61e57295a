"""Where packs are put: made whole in a fresh folder that nobody else may read, and renamed into place."""

from __future__ import annotations

import contextlib
import hashlib
import os
import shutil
import tempfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from wawla.model.errors import WawlaError
from wawla.model.os_errors import sentence
from wawla.ordering.parcels.contents import SUMS
from wawla.runtime.sync import sync_folder


@dataclass(frozen=True)
class PackFolder:
    """A folder for packs. Fresh folders are named after the register too, so that no other register's are swept."""

    folder: Path
    register: Path

    def fresh(self, name: str) -> Path:
        """A new folder beside the place of this pack. Raises WawlaError where it cannot be made."""
        with writing(self.folder):
            self.folder.mkdir(parents=True, exist_ok=True)
            return Path(tempfile.mkdtemp(prefix=self._prefix(name), dir=self.folder))

    def left(self, name: str = "") -> list[Path]:
        """The fresh folders, of one pack or of all, that stopped commands have left."""
        return sorted(each for each in self.folder.glob(f"{self._prefix(name)}*") if not each.is_symlink())

    def sweep(self) -> None:
        """Remove what stopped commands have left: it holds names and addresses."""
        for each in self.left():
            shutil.rmtree(each, ignore_errors=True)

    def put(self, fresh: Path, name: str) -> Path:
        """Give a fresh folder its place. Raises WawlaError where something stands there, or it cannot be written."""
        target = self.free(name)
        with writing(self.folder):
            fresh.rename(target)
            sync_folder(self.folder)
        return target

    def free(self, name: str) -> Path:
        """The place of a pack. Raises WawlaError where something stands there."""
        target = self.folder / name
        if target.exists() or target.is_symlink():
            raise WawlaError(f"{target} is there already. Move it away, or name another folder: --to")
        return target

    def _prefix(self, name: str) -> str:
        mark = hashlib.sha256(os.fsencode(self.register.resolve())).hexdigest()[:8]
        return f".{mark}-in-the-making-{name and name + '-'}"


@contextlib.contextmanager
def writing(folder: Path) -> Iterator[None]:
    """Within the block, trouble with the files of a pack is raised as a WawlaError."""
    try:
        yield
    except OSError as error:
        raise WawlaError(f"{folder} cannot be written, and nothing was put there. {sentence(error, folder)}") from error


def write_files(folder: Path, files: Mapping[str, bytes]) -> None:
    """Write every file, and see that all are on the disk. Raises OSError."""
    for path, data in files.items():
        (folder / path).parent.mkdir(exist_ok=True)
        with (folder / path).open("wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
    for inner in (*filter(Path.is_dir, folder.iterdir()), folder):
        sync_folder(inner)


def is_whole(folder: Path, sums: str) -> bool:
    """Whether a folder holds the pack with this digest of its SHA256SUMS, and every file is as it says there."""
    try:
        listing = (folder / SUMS).read_bytes()
        lines = [line.split("  ", 1) for line in listing.decode().splitlines()]
        return hashlib.sha256(listing).hexdigest() == sums and all(
            hashlib.sha256((folder / path).read_bytes()).hexdigest() == digest for digest, path in lines
        )
    except (OSError, ValueError):
        return False
