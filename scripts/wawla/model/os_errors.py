"""Turns an OSError into a plain sentence: which file, why the system refused it, and what to do."""

from __future__ import annotations

import contextlib
import errno
import os
from collections.abc import Iterator, Mapping
from pathlib import Path

_ANOTHER_PLACE = "Give this user the right to it, or name another place; the command's --help says with which option."
_MAKE_ROOM = "Make room, or name another place; then try again."

_KNOWN: Mapping[int, tuple[str, str]] = {
    errno.EACCES: ("this user may not open or write it", _ANOTHER_PLACE),
    errno.EPERM: ("this user may not open or write it", _ANOTHER_PLACE),
    errno.EROFS: ("its disk can only be read", "Name another place; the command's --help says with which option."),
    errno.ENOSPC: ("there is no space left on the disk", _MAKE_ROOM),
    errno.EDQUOT: ("this user's share of the disk is used up", _MAKE_ROOM),
    errno.EFBIG: ("the file grew larger than it may be here", "Raise the limit (`ulimit -f`), and try again."),
    errno.ENOENT: ("it is not there", "Look at the name, and whether its disk is mounted."),
    errno.EEXIST: ("there is something of that name already", "Move it away, or name another place."),
    errno.ENOTDIR: ("a file stands where a folder has to be", "Move the file away, or name another place."),
    errno.EISDIR: ("a folder stands where a file has to be", "Move the folder away, or name another place."),
    errno.ENOTEMPTY: ("the folder is not empty", "Move away what is in it, or name another place."),
    errno.ELOOP: ("its links lead round in a circle, or lead away", "Name the place itself, without links."),
    errno.ENAMETOOLONG: (
        "the name is longer than the disk allows",
        "Use shorter names, or a folder nearer the top.",
    ),
    errno.EMFILE: ("this user has too many files open", "Raise the limit (`ulimit -n 4096`), and try again."),
    errno.ENFILE: ("this machine has too many files open", "Close other programs, and try again."),
    errno.ENOMEM: ("there is not enough memory", "Close other programs, and try again."),
    errno.EAGAIN: ("this machine starts no more processes", "Close other programs, and try again."),
    errno.EBUSY: ("another program holds it", "Close that program, and try again."),
    errno.EIO: ("its disk does not answer as it should", "Look at the disk or the network drive, and try again."),
    errno.ESTALE: ("its network drive has lost it", "Mount the drive again, and try again."),
    errno.EADDRINUSE: ("another program answers there already", "End that program, or name another address."),
    errno.EADDRNOTAVAIL: ("this machine has no such address", "Name another one, such as 127.0.0.1:8000."),
    errno.ENOEXEC: ("it is not a program that this machine can run", "Run `make site`, which installs it."),
    errno.ETIMEDOUT: ("its network drive does not answer", "Look at the network, and try again."),
}
"""By errno: what is wrong, and what a person can do."""
_OF_NO_FILE = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EMFILE, errno.ENFILE, errno.ENOMEM, errno.EAGAIN}
"""What can be said without naming a file."""


def sentence(error: OSError, file: object = None) -> str:
    """What the system refused: the file where it is known, the reason, the remedy; a rare reason in its own words.

    `file` is what it is about where the system names none: a path, or an address.
    """
    system = error.strerror or str(error) or type(error).__name__
    reason, remedy = _KNOWN.get(error.errno or 0, (system[:1].lower() + system[1:].rstrip("."), ""))
    names = " and ".join(
        _readable(name) for name in (error.filename or file, error.filename2) if name not in (None, "")
    )
    if not names and error.errno not in _OF_NO_FILE:
        reason = _readable(system[:1].lower() + system[1:].rstrip("."))
    return f"{names}: {reason}. {remedy}".strip() if names else f"{reason}. {remedy}".strip()


@contextlib.contextmanager
def writing_to(file: Path) -> Iterator[None]:
    """Within the block, a refusal that names no file is about this one: of a full disk the system names none."""
    try:
        yield
    except OSError as error:
        if error.filename is None:
            error.filename = str(file)
        raise


def _readable(name: object) -> str:
    """A file's name on one line, whatever stands in it; of an open file, its number."""
    text = os.fsdecode(name) if isinstance(name, str | bytes | os.PathLike) else f"open file {name}"
    return "".join(sign if sign.isprintable() else sign.encode("unicode_escape").decode() for sign in text)
