"""A store of texts by key, in one file, for what an earlier build has made already. It can be thrown away any time.

Every text is sealed, so that a row that was damaged, or put there by somebody else, counts as none.
"""

from __future__ import annotations

import contextlib
import sqlite3
import time
from collections.abc import Iterable
from pathlib import Path
from types import TracebackType
from typing import Self

from wawla.runtime.cache_folder import KEPT_SECONDS
from wawla.runtime.seal import is_sealed, seal

_WAIT_SECONDS = 5
_TABLE = (
    "CREATE TABLE IF NOT EXISTS results"
    " (key TEXT PRIMARY KEY, value TEXT NOT NULL, seal TEXT NOT NULL, written REAL NOT NULL) WITHOUT ROWID"
)


class ResultStore:
    """The store, within a block; what was put is kept when the block ends. A damaged or locked file counts as empty."""

    def __init__(self, file: Path) -> None:
        self._file = file
        self._database: sqlite3.Connection
        self._fresh: dict[str, str] = {}

    def __enter__(self) -> Self:
        try:
            self._file.parent.mkdir(parents=True, exist_ok=True)
            try:
                self._database = self._open()
            except sqlite3.OperationalError:
                raise
            except sqlite3.DatabaseError:  # it is damaged, or no database at all
                self._file.unlink(missing_ok=True)
                self._database = self._open()
        except (sqlite3.DatabaseError, OSError):  # another build holds it, there is no room, or it may not be written
            self._database = sqlite3.connect(":memory:")
            self._database.execute(_TABLE)
        return self

    def _open(self) -> sqlite3.Connection:
        database = sqlite3.connect(self._file, timeout=_WAIT_SECONDS)
        try:
            database.execute("PRAGMA synchronous = OFF")  # nothing is lost that could not be made again
            database.execute("PRAGMA trusted_schema = OFF")  # the file may be somebody else's
            database.execute("DROP TABLE IF EXISTS kept")  # as wawla 0.1 left it, without seals
            database.execute(_TABLE)
            database.commit()
        except sqlite3.DatabaseError:
            database.close()
            raise
        return database

    def get(self, key: str) -> str | None:
        """What was put under this key by an earlier run of this user, or None."""
        if key in self._fresh:
            return self._fresh[key]
        try:
            row = self._database.execute("SELECT value, seal FROM results WHERE key = ?", (key,)).fetchone()
        except sqlite3.DatabaseError:
            return None
        value, found = map(str, row or ("", ""))
        return value if is_sealed(key, value.encode(), found) else None

    def put(self, key: str, value: str) -> None:
        """Keep a text under a key, in place of an earlier one. It is written when the block ends, all at once."""
        self._fresh[key] = value

    def prune(self, used: Iterable[str]) -> None:
        """Forget what is older than a fortnight, unless its key is among those in use."""
        in_use = set(used)
        with contextlib.suppress(sqlite3.DatabaseError):
            old = self._database.execute("SELECT key FROM results WHERE written < ?", (time.time() - KEPT_SECONDS,))
            gone = [(key,) for (key,) in old.fetchall() if key not in in_use]
            self._database.executemany("DELETE FROM results WHERE key = ?", gone)

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        with contextlib.suppress(sqlite3.DatabaseError):
            rows = ((key, value, seal(key, value.encode()), time.time()) for key, value in self._fresh.items())
            self._database.executemany("REPLACE INTO results VALUES (?, ?, ?, ?)", rows)
            self._database.commit()
        self._database.close()
