"""The files of a publication: what is there, and their bytes. Nothing outside the root is ever opened."""

from __future__ import annotations

import os
import stat
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from wawla.errors import WawlaError
from wawla.findings import Finding, Place
from wawla.reading.faults import fault

CONTENT = ("series", "accounts_of_practice", "tools", "docs")
"""The folders that hold content. Everything else in the repository is left alone."""
NOT_CONTENT = ("docs/decisions", "docs/theme")
MOST_BYTES = 64 * 1024 * 1024


@dataclass(frozen=True)
class Tree:
    """Every content file by its path, with forward slashes, and its size in bytes."""

    sizes: Mapping[str, int]
    read: Callable[[str], bytes]
    """The bytes of a file of the tree; KeyError for any other path."""
    faults: tuple[Finding, ...] = ()

    @classmethod
    def of(cls, files: Mapping[str, bytes]) -> Tree:
        """A tree that is held in memory."""
        return cls({path: len(data) for path, data in sorted(files.items())}, files.__getitem__)


def tree_on_disk(root: Path) -> Tree:
    """The content files under `root`. Links, submodules and special files are faults, and are not opened."""
    if not any((root / folder).is_dir() for folder in CONTENT):
        raise WawlaError(f"{root} holds no publication: none of the folders {', '.join(CONTENT)} is there.")
    sizes: dict[str, int] = {}
    faults: list[Finding] = []
    for folder in CONTENT:
        if (root / folder).is_symlink():
            faults.append(fault("FIL001", Place(folder), f"{folder} is a link, which is not followed"))
        elif (root / folder).is_dir():
            _walk(str(root / folder), folder, sizes, faults)

    def read(path: str) -> bytes:
        if path not in sizes:
            raise KeyError(path)
        descriptor = os.open(root / path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK)
        with os.fdopen(descriptor, "rb") as file:
            return file.read(MOST_BYTES)

    return Tree(dict(sorted(sizes.items())), read, tuple(faults))


def _walk(directory: str, folder: str, sizes: dict[str, int], faults: list[Finding]) -> None:
    with os.scandir(directory) as listing:
        entries = sorted(listing, key=lambda entry: entry.name)
    if folder.count("/") and any(entry.name == ".git" for entry in entries):
        faults.append(fault("FIL002", Place(folder), f"{folder} is a repository of its own, which is not read"))
        return
    for entry in entries:
        path = f"{folder}/{entry.name}"
        if entry.name.startswith(".") or path in NOT_CONTENT:
            continue
        if not _is_portable(entry.name):
            shown = path.encode("utf-8", "backslashreplace").decode().encode("unicode_escape").decode()
            faults.append(fault("FIL009", Place(shown), f"the name {shown} cannot be used in an address"))
        elif entry.is_symlink():
            faults.append(fault("FIL001", Place(path), f"{path} is a link, which is not followed"))
        elif entry.is_dir(follow_symlinks=False):
            _walk(entry.path, path, sizes, faults)
        elif stat.S_ISREG(entry.stat(follow_symlinks=False).st_mode):
            sizes[path] = entry.stat(follow_symlinks=False).st_size
        else:
            faults.append(fault("FIL003", Place(path), f"{path} is not an ordinary file"))


def _is_portable(name: str) -> bool:
    """Whether git, every system and an address can carry the name: printable, and none of Windows' signs."""
    return name.isprintable() and not any(sign in '\\:*?"<>|\ufffd' or "\ud800" <= sign <= "\udfff" for sign in name)


def folders_of(sizes: Mapping[str, int], parent: str) -> Iterator[str]:
    """The folders directly inside `parent` that hold any file, sorted, each once."""
    prefix = parent + "/"
    yield from sorted({path[len(prefix):].split("/")[0] for path in sizes if path.startswith(prefix) and "/" in path[len(prefix):]})
