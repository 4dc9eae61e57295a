"""The files of a publication: what is there, and their bytes. Nothing outside the root is ever opened."""

from __future__ import annotations

import contextlib
import os
import re
import stat
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

from wawla.model import EDITION_LISTS
from wawla.model.errors import WawlaError
from wawla.model.faults import fault
from wawla.model.findings import Finding, Place, did_you_mean
from wawla.model.os_errors import sentence

CONTENT = ("series", *(each.folder for each in EDITION_LISTS.values() if not each.in_edition), "docs")
"""The folders that hold content. Everything else in the repository is left alone."""
NOT_CONTENT = ("docs/decisions", "docs/theme")
THEME = "docs/theme/"
"""The look's templates, and what lies beside them, which MkDocs publishes as it is. So they count as content."""
MOST_BYTES = 64 * 1024 * 1024
_DEVICES = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)(\..*)?", re.I)
"""Names that Windows keeps for devices, whatever their ending."""
_READ_ONLY = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
"""No link is followed and no pipe waited for, where the system can do so; the walk has left out both already."""


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
        return cls(MappingProxyType({path: len(files[path]) for path in sorted(files)}), files.__getitem__)


def require_publication(root: Path) -> None:
    """Raise WawlaError where there is no publication at `root`. Commands that write call this first."""
    if not root.is_dir():
        raise WawlaError(f"{root} is not a folder, so there is no publication in it.")
    if not any((root / folder).is_dir() for folder in CONTENT):
        raise WawlaError(f"{root} holds no publication: none of the folders {', '.join(CONTENT)} is there.")


def tree_on_disk(root: Path) -> Tree:
    """The content files under `root`. Links, submodules and special files become findings, and are not opened.

    Raises WawlaError, as does `read`, where there is no publication or the system refuses to open a file.
    """
    require_publication(root)
    sizes: dict[str, int] = {}
    faults: list[Finding] = []
    for folder in CONTENT:
        if (root / folder).is_symlink():
            faults.append(fault("FIL001", Place(folder), f"{folder} is a link, which is not followed"))
        elif (root / folder).is_dir():
            _walk(root, folder, sizes, faults)

    faults += _unread(root)

    def read(path: str) -> bytes:
        if path not in sizes:
            raise KeyError(path)
        try:
            descriptor = os.open(root / path, _READ_ONLY)
        except OSError as error:  # a link since the walk, or a file of somebody else's
            raise WawlaError(f"{path} cannot be read. {sentence(error, root / path)}") from error
        with os.fdopen(descriptor, "rb") as file:
            return file.read(MOST_BYTES)

    return Tree(MappingProxyType(dict(sorted(sizes.items()))), read, tuple(faults))


def _unread(root: Path) -> Iterator[Finding]:
    """A finding for each text with front matter that lies as a piece does, in a folder that holds no content."""
    for folder in sorted(root.iterdir()):
        if folder.name in CONTENT or folder.name.startswith(".") or folder.is_symlink() or not folder.is_dir():
            continue
        for text in sorted(folder.glob("*/index.md")):
            with contextlib.suppress(OSError), text.open("rb") as file:  # whatever it is, nothing of it is published
                if file.read(4) == b"---\n":
                    path = text.relative_to(root).as_posix()
                    hint = f"{did_you_mean(folder.name, CONTENT)}Content stands in {', '.join(CONTENT)}"
                    yield fault("FIL007", Place(path), f"{path} stands in a folder that nothing reads", hint)


def _walk(root: Path, top: str, sizes: dict[str, int], faults: list[Finding]) -> None:
    """Enter every content file under the folder `top` in `sizes`, and what cannot be read as content in `faults`."""
    waiting = [top]
    while waiting:
        folder = waiting.pop()
        try:
            with os.scandir(root / folder) as listing:
                entries = list(listing)
        except OSError as error:
            raise WawlaError(f"{folder} cannot be read. {sentence(error, root / folder)}") from error
        if any(entry.name == ".git" for entry in entries):
            faults.append(fault("FIL002", Place(folder), f"{folder} is a repository of its own, which is not read"))
            continue
        waiting += _subfolders(folder, entries, sizes, faults)


def _subfolders(
    folder: str, entries: list[os.DirEntry[str]], sizes: dict[str, int], faults: list[Finding]
) -> Iterator[str]:
    """The paths of the folders in a folder. Enters its files in `sizes`, and everything else in `faults`.

    Folders that hold no content (NOT_CONTENT) are searched too: MkDocs may copy from them, and would follow a link.
    """
    not_content = any(f"{folder}/".startswith(f"{other}/") for other in NOT_CONTENT)
    for entry in entries:
        path = f"{folder}/{entry.name}"
        if entry.name.startswith(".") and not not_content:
            continue
        if not _is_portable(entry.name):
            shown = path.encode("utf-8", "backslashreplace").decode().encode("unicode_escape").decode()
            faults.append(fault("FIL009", Place(shown), f"the name {shown} cannot be used in an address"))
        elif entry.is_symlink():
            faults.append(fault("FIL001", Place(path), f"{path} is a link, which is not followed"))
        elif entry.is_dir(follow_symlinks=False):
            yield path
        elif stat.S_ISREG(entry.stat(follow_symlinks=False).st_mode):
            if not not_content or _is_of_the_look(path):
                sizes[path] = entry.stat(follow_symlinks=False).st_size
        else:
            faults.append(fault("FIL003", Place(path), f"{path} is not an ordinary file"))


def _is_of_the_look(path: str) -> bool:
    """Whether a file is a template of ours, or MkDocs takes it over as it is: all of the theme that is not hidden."""
    return path.startswith(THEME) and "/." not in path


def _is_portable(name: str) -> bool:
    """Whether git, every system and an address can carry the name: printable, and nothing that Windows refuses."""
    if not name.isprintable() or any(sign in '\\:*?"<>|\ufffd' for sign in name):  # surrogates are not printable
        return False
    return name == name.strip().rstrip(".") and not _DEVICES.fullmatch(name)
