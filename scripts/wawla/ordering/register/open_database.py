"""The file of the register: made whole or not at all, refused where it is damaged, and never written over."""

from __future__ import annotations

import contextlib
import errno
import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from filelock import FileLock

from wawla.model.errors import WawlaError
from wawla.model.os_errors import sentence
from wawla.ordering.register.migrations import APPLICATION, MIGRATIONS, altered, migrate, version_of
from wawla.runtime.sync import sync_folder

PATIENCE = 60.0
"""Seconds to wait for another command: much longer than any of ours holds the register."""
_BUSY = {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED, sqlite3.SQLITE_PROTOCOL}
_DAMAGED = {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB}
_OUTSIDE = {
    sqlite3.SQLITE_CANTOPEN: 0,  # for any reason, as the third is: SQLite's own words are told
    sqlite3.SQLITE_FULL: errno.ENOSPC,
    sqlite3.SQLITE_IOERR: 0,
    sqlite3.SQLITE_PERM: errno.EACCES,
    sqlite3.SQLITE_READONLY: errno.EACCES,
}
"""What lies outside the file, by SQLite's code for it: the number by which the system refuses the same."""


class BusyError(WawlaError):
    """Another clerk's command has the register, and has had it for long."""


def damaged(file: Path, what: str) -> WawlaError:
    """What a clerk is told of a register that cannot be trusted."""
    fault = "".join(letter for letter in what if letter.isprintable())
    return WawlaError(
        f"the register {file} is damaged ({fault}). Nothing was changed. Move it aside, with the files beside it whose "
        "names begin alike, and put back your latest copy; without a copy, `sqlite3 FILE .recover` may save much of it."
    )


@contextmanager
def translated_errors(file: Path) -> Iterator[None]:
    """Within the block, trouble with the file is raised as a WawlaError; what was begun is not done."""
    try:
        yield
    except sqlite3.DatabaseError as error:
        if not hasattr(error, "sqlite_errorcode"):  # Python's own message would say what the field holds
            raise damaged(file, "a field is not UTF-8") from None
        code = error.sqlite_errorcode & 0xFF
        if code in _BUSY:
            raise BusyError(
                f"another command has held the register {file} for long. Try again when it is done."
            ) from error
        if code in _DAMAGED:
            raise damaged(file, str(error)) from error
        if code in _OUTSIDE:
            reason = sentence(OSError(_OUTSIDE[code], str(error)), file)
            raise WawlaError(f"the register {file} cannot be read or written. {reason}") from error
        raise


def open_register(file: Path) -> sqlite3.Connection:
    """The register, examined and of this version, in autocommit; a new one where there is none.

    Raises WawlaError where it is damaged, no register, of a newer version, or out of reach.
    """
    file = file.resolve()
    with translated_errors(file):
        try:
            if not file.exists():
                _begin(file)
            if file.stat().st_size == 0:
                raise damaged(file, "it is empty")
        except OSError as error:
            raise WawlaError(f"the register {file} cannot be read or written. {sentence(error, file)}") from error
        try:
            return _sound(file)
        except UnicodeDecodeError as error:
            raise damaged(file, "the name of a table is not UTF-8") from error


def _sound(file: Path) -> sqlite3.Connection:
    database = _connect(file)
    try:
        _set_up(database)
        _examine(database, file)
        migrate(database)
    except BaseException:
        database.close()
        raise
    return database


def _connect(file: Path) -> sqlite3.Connection:
    return sqlite3.connect(f"{file.as_uri()}?mode=rw", uri=True, timeout=PATIENCE, isolation_level=None)


def _set_up(database: sqlite3.Connection) -> None:
    settings = (
        "foreign_keys = ON",
        "synchronous = FULL",  # what is committed is on the disk
        "fullfsync = ON",  # and not only in the disk's own memory, where the system can tell (macOS)
        "secure_delete = ON",
        "temp_store = MEMORY",  # nobody's name in a passing file
    )
    for setting in settings:
        database.execute(f"PRAGMA {setting}")


def _examine(database: sqlite3.Connection, file: Path) -> None:
    """Look before anything is written."""
    version = version_of(database)
    if database.execute("PRAGMA application_id").fetchone() != (APPLICATION,):
        raise WawlaError(f"{file} is not a register of orders. Name another file: --register")
    if version > len(MIGRATIONS):
        raise WawlaError(
            f"the register {file} was written by a newer wawla (its version is {version}; this one knows "
            f"{len(MIGRATIONS)}). Nothing was changed. Update wawla, and try again."
        )
    faults = [str(fault) for (fault,) in database.execute("PRAGMA quick_check(1)") if fault != "ok"]
    faults += [f"{name} is altered" for name in altered(database)]
    faults += [f"a row of {table} without its order" for table, *_ in database.execute("PRAGMA foreign_key_check")]
    if faults:
        raise damaged(file, " ".join(faults[0].split()))
    mode = file.stat().st_mode & 0o777
    if mode & 0o007:  # a copy that was put back; whether a group may read it, the desk decides
        with contextlib.suppress(OSError):
            file.chmod(mode & ~0o007)


def _begin(file: Path) -> None:
    """Make a new register beside its place, and put it there when it is whole and on the disk."""
    if not file.parent.is_dir():
        raise WawlaError(f"a register cannot be created: there is no folder {file.parent}.")
    with FileLock(f"{file}.lock", mode=0o600):
        if file.exists():  # another clerk was quicker
            return
        if Path(f"{file}-wal").exists():
            raise WawlaError(
                f"the register {file} is gone, but {file.name}-wal, which belongs to it, is there. "
                "Put the register back; or move that file away too, and a new register is begun."
            )
        for left in file.parent.glob(f"{file.name}-new*"):
            left.unlink()
        fresh = Path(f"{file}-new")
        os.close(os.open(fresh, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
        with closing(_connect(fresh)) as database:
            _set_up(database)
            database.execute("PRAGMA journal_mode = WAL")
            migrate(database)
        fresh.rename(file)
        with contextlib.suppress(OSError):  # where a system cannot be told so, it sees to it itself
            sync_folder(file.parent)
