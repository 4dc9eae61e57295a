"""The packs that a register knows: what each was made from, a digest of what came of it, and where it was put."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass


@dataclass(frozen=True)
class Pack:
    """One pack. It holds no personal data: names and addresses stand in the orders, and are forgotten there."""

    name: str
    job: str
    """The job, as JSON."""
    sums: str
    """The SHA-256 of its file SHA256SUMS, and so of everything in it."""
    folder: str
    """The folder into which it was put, as an absolute path."""
    placed: bool = False
    """Whether it is known to have come there; until then the command that made it may have been stopped."""


def read_packs(database: sqlite3.Connection) -> list[Pack]:
    """Every pack, by name."""
    rows = database.execute("SELECT name, job, sums, folder, placed FROM packs ORDER BY name").fetchall()
    return [Pack(name, job, sums, folder, bool(placed)) for name, job, sums, folder, placed in rows]


def insert_pack(database: sqlite3.Connection, pack: Pack) -> None:
    """Write a new pack down, within the transaction that there is."""
    row = (pack.name, pack.job, pack.sums, pack.folder, int(pack.placed))
    database.execute("INSERT INTO packs VALUES (?, ?, ?, ?, ?)", row)


def mark_placed(database: sqlite3.Connection, name: str) -> None:
    """Write down that a pack has come to its place."""
    database.execute("UPDATE packs SET placed = 1 WHERE name = ?", (name,))
