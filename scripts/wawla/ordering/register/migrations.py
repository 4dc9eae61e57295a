"""The tables of the register, version by version: a register of any earlier version is brought up to this one."""

from __future__ import annotations

import sqlite3
from contextlib import closing

APPLICATION = 0x57415741
"""'WAWA': marks the file as a register of orders (PRAGMA application_id). No other database is taken for one."""

_HELD = "state IN ('received', 'packed', 'sent', 'cancelled')"
_FIRST = (
    f"""CREATE TABLE orders (
        number INTEGER PRIMARY KEY AUTOINCREMENT,
        identity TEXT NOT NULL UNIQUE,
        added TEXT NOT NULL,
        state TEXT NOT NULL CHECK ({_HELD}),
        pack TEXT NOT NULL DEFAULT '',
        forgotten TEXT NOT NULL DEFAULT '',
        name TEXT NOT NULL,
        role TEXT NOT NULL,
        organisation TEXT NOT NULL,
        address TEXT NOT NULL,
        email TEXT NOT NULL,
        note TEXT NOT NULL
    ) STRICT""",
    "CREATE INDEX orders_by_state ON orders (state)",
    """CREATE TABLE lines (
        number INTEGER NOT NULL REFERENCES orders,
        line INTEGER NOT NULL,
        reference TEXT NOT NULL,
        copies INTEGER NOT NULL CHECK (copies > 0),
        PRIMARY KEY (number, line)
    ) STRICT, WITHOUT ROWID""",
    f"""CREATE TABLE history (
        entry INTEGER PRIMARY KEY,
        number INTEGER NOT NULL REFERENCES orders,
        at TEXT NOT NULL,
        state TEXT NOT NULL CHECK ({_HELD} OR state = 'forgotten'),
        why TEXT NOT NULL DEFAULT ''
    ) STRICT""",
    "CREATE INDEX history_by_number ON history (number)",
    "CREATE TRIGGER history_stays BEFORE DELETE ON history BEGIN SELECT RAISE(ABORT, 'the history stays'); END",
    # what a clerk wrote as the reason may name somebody, so that alone can be blanked
    """CREATE TRIGGER history_is_only_added_to BEFORE UPDATE ON history
        WHEN NEW.why <> ''
        OR (NEW.entry, NEW.number, NEW.at, NEW.state) IS NOT (OLD.entry, OLD.number, OLD.at, OLD.state)
        BEGIN SELECT RAISE(ABORT, 'the history is only added to'); END""",
    "CREATE TRIGGER orders_stay BEFORE DELETE ON orders BEGIN SELECT RAISE(ABORT, 'orders stay'); END",
    """CREATE TABLE packs (
        name TEXT PRIMARY KEY,
        job TEXT NOT NULL,
        sums TEXT NOT NULL,
        folder TEXT NOT NULL,
        placed INTEGER NOT NULL DEFAULT 0 CHECK (placed IN (0, 1))
    ) STRICT, WITHOUT ROWID""",
    "CREATE TRIGGER packs_stay BEFORE DELETE ON packs BEGIN SELECT RAISE(ABORT, 'packs stay'); END",
)
MIGRATIONS: tuple[tuple[str, ...], ...] = (_FIRST,)
"""The statements that lead from each version to the next; what has been released is never changed, only added to."""


def version_of(database: sqlite3.Connection) -> int:
    """The version of the tables; 0 where there are none."""
    return int(database.execute("PRAGMA user_version").fetchone()[0])


def altered(database: sqlite3.Connection) -> list[str]:
    """The tables, indices and triggers that are otherwise than the database's own version has them."""
    with closing(sqlite3.connect(":memory:")) as model:
        for statements in MIGRATIONS[: version_of(database)]:
            for statement in statements:
                model.execute(statement)
        return sorted({name for _, name, *_ in _expected_tables(database) ^ _expected_tables(model)})


def _expected_tables(database: sqlite3.Connection) -> set[tuple[str, ...]]:
    known = "SELECT type, name, tbl_name, ifnull(sql, '') FROM sqlite_schema WHERE name NOT LIKE 'sqlite_stat%'"
    return set(database.execute(known))


def migrate(database: sqlite3.Connection) -> None:
    """Bring the tables up to this version, in one step: all of it or nothing. For a connection in autocommit."""
    if version_of(database) >= len(MIGRATIONS):
        return
    database.execute("BEGIN IMMEDIATE")
    try:
        for version in range(version_of(database), len(MIGRATIONS)):  # asked again: another may have been quicker
            for statement in MIGRATIONS[version]:
                database.execute(statement)
            database.execute(f"PRAGMA user_version = {version + 1}")
        database.execute(f"PRAGMA application_id = {APPLICATION}")
        database.execute("COMMIT")
    finally:
        if database.in_transaction:  # SQLite itself takes back what a full disk stops
            database.execute("ROLLBACK")
