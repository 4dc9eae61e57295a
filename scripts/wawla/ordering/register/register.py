"""The register of orders: what was accepted, what became of it and when, in one SQLite file on the desk's machine."""

from __future__ import annotations

import datetime as dt
import hashlib
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Literal, Self

from wawla.model.errors import WawlaError
from wawla.model.orders import Order
from wawla.ordering.register.open_database import BusyError, damaged, open_register, translated_errors
from wawla.ordering.register.packs import Pack, insert_pack, mark_placed, read_packs
from wawla.ordering.register.states import OrderState, refusal
from wawla.ordering.register.stored_order import LAST, StoredOrder, alike, read


class AlreadyThere(WawlaError):  # noqa: N818 - an answer, and no error
    """The same order was accepted before."""

    def __init__(self, number: int) -> None:
        super().__init__(f"it is in the register already, as order {number}.")
        self.number = number


class NotAllowed(WawlaError):  # noqa: N818 - an answer, and no error
    """There is no such order, or it is in a state from which that cannot be done."""


class Register:
    """The register, within a block; begun where there is none. What a method has done is on the disk when it returns.

    Every method raises WawlaError where the file is damaged, out of reach, or held by another for long.
    """

    def __init__(self, file: Path) -> None:
        self._file = file
        self._database: sqlite3.Connection

    def __enter__(self) -> Self:
        self._database = open_register(self._file)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._database.close()

    def add(self, order: Order, identity: str, now: dt.datetime) -> int:
        """Accept an order, and return its number. Raises AlreadyThere where one with this identity was accepted."""
        with self._writing():
            known = self.find(identity)
            if known is not None:
                raise AlreadyThere(known)
            person = (order.name, order.role, order.organisation, order.address, order.email, order.note)
            number = self._database.execute(
                "INSERT INTO orders (identity, added, state, name, role, organisation, address, email, note) "
                "VALUES (?, ?, 'received', ?, ?, ?, ?, ?, ?)",
                (_digest(identity), _iso_time(now), *person),
            ).lastrowid
            lines = [(number, at, line.reference, line.copies) for at, line in enumerate(order.lines, 1)]
            self._database.executemany("INSERT INTO lines VALUES (?, ?, ?, ?)", lines)
            self._record(int(number or 0), "received", now)
        return int(number or 0)

    def find(self, identity: str) -> int | None:
        """The number of the order that was accepted with this identity, if any."""
        with translated_errors(self._file):
            row = self._database.execute(
                "SELECT number FROM orders WHERE identity = ?", (_digest(identity),)
            ).fetchone()
        return row[0] if row else None

    def alike(self, order: Order) -> int | None:
        """The number of the latest order that says the same in another mail or file, unless it was cancelled."""
        with translated_errors(self._file):
            return alike(self._database, order)

    def orders(self, state: OrderState | None = None) -> list[StoredOrder]:
        """The orders in this state, or all of them, in the order in which they came."""
        return self._read_orders(1, LAST, state or "")

    def order(self, number: int) -> StoredOrder:
        """One order. Raises NotAllowed where there is none of this number."""
        found = self._read_orders(number, number, "") if 0 < number < LAST else []
        if not found:
            raise NotAllowed(f"There is no order {number} in the register.")
        return found[0]

    def move(self, number: int, to: OrderState, now: dt.datetime, why: str = "") -> None:
        """Let an order go from received to packed to sent, or from one of the first two to cancelled.

        Raises NotAllowed where it is in no state for that.
        """
        with self._writing():
            self._move(number, to, now, why)

    @contextmanager
    def packing(self) -> Iterator[list[StoredOrder]]:
        """The received orders, while nobody else can change them. What is marked holds if the block ends well."""
        with self._writing():
            yield self.orders("received")

    def mark_packed(self, numbers: Iterable[int], pack: str, now: dt.datetime) -> None:
        """Mark orders as packed in the pack of this name; within `packing` alone."""
        if not self._database.in_transaction:
            raise RuntimeError("mark_packed() belongs into a block of packing()")
        for number in numbers:
            self._move(number, "packed", now, pack)
            self._database.execute("UPDATE orders SET pack = ? WHERE number = ?", (pack, number))

    def add_pack(self, pack: Pack) -> None:
        """Add a new pack; within `packing` alone."""
        if not self._database.in_transaction:
            raise RuntimeError("add_pack() belongs into a block of packing()")
        insert_pack(self._database, pack)

    def packs(self) -> list[Pack]:
        """Every pack that was ever made, by name."""
        with translated_errors(self._file):
            return read_packs(self._database)

    def mark_placed(self, name: str) -> None:
        """Note that a pack has come to its place."""
        with self._writing():
            mark_placed(self._database, name)

    def forget(self, before: dt.date, now: dt.datetime) -> int:
        """Remove the personal fields, and the reasons of changes, of sent and cancelled orders received before a day.

        References and copies stay. Returns how many orders were forgotten now. Nothing of theirs is left in the file
        or beside it. Raises BusyError where another reads the register: they are forgotten, but the file may still hold
        them until this is done again.
        """
        with self._writing():
            rows = self._database.execute(
                "SELECT number FROM orders WHERE substr(added, 1, 10) < ? AND forgotten = '' "
                "AND state IN ('sent', 'cancelled')",
                (before.isoformat(),),
            ).fetchall()
            for row in rows:
                self._database.execute(
                    "UPDATE orders SET forgotten = ?, name = '', role = '', organisation = '', address = '', "
                    "email = '', note = '' WHERE number = ?",
                    (_iso_time(now), *row),
                )
                self._database.execute("UPDATE history SET why = '' WHERE number = ?", row)
                self._record(row[0], "forgotten", now)
        self._sweep()
        return len(rows)

    def open_before(self, before: dt.date) -> list[int]:
        """The orders received before a day that are neither sent nor cancelled, and so are not forgotten."""
        with translated_errors(self._file):
            rows = self._database.execute(
                "SELECT number FROM orders WHERE substr(added, 1, 10) < ? AND state IN ('received', 'packed') "
                "ORDER BY number",
                (before.isoformat(),),
            ).fetchall()
        return [number for (number,) in rows]

    def _sweep(self) -> None:
        """Write the file anew without what was removed, and empty the journal, which holds pages as they were."""
        try:
            with translated_errors(self._file):
                self._database.execute("VACUUM")
                busy = self._database.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0]
        except BusyError:
            busy = True
        if busy:
            raise BusyError(
                "The names are forgotten, but another command is still reading the register, and so its file may hold "
                "them yet. Give the same command again when that one is done."
            )

    def _move(self, number: int, to: OrderState, now: dt.datetime, why: str) -> None:
        no = refusal(number, self.order(number).state, to)
        if no:
            raise NotAllowed(no)
        self._database.execute("UPDATE orders SET state = ? WHERE number = ?", (to, number))
        self._record(number, to, now, why)

    def _record(self, number: int, to: OrderState | Literal["forgotten"], now: dt.datetime, why: str = "") -> None:
        self._database.execute(
            "INSERT INTO history (number, at, state, why) VALUES (?, ?, ?, ?)", (number, _iso_time(now), to, why)
        )

    @contextmanager
    def _writing(self) -> Iterator[None]:
        with translated_errors(self._file):
            self._database.execute("BEGIN IMMEDIATE")
            try:
                yield
                self._database.execute("COMMIT")
            finally:
                self._end()

    def _end(self) -> None:
        """Take back what was not committed."""
        if self._database.in_transaction:
            self._database.execute("ROLLBACK")

    def _read_orders(self, first: int, last: int, state: OrderState | Literal[""]) -> list[StoredOrder]:
        """Orders of one moment, within the transaction that there is, or in one of its own."""
        with translated_errors(self._file):
            if self._database.in_transaction:
                return self._sound(first, last, state)
            self._database.execute("BEGIN")
            try:
                return self._sound(first, last, state)
            finally:
                self._end()

    def _sound(self, first: int, last: int, state: OrderState | Literal[""]) -> list[StoredOrder]:
        try:
            return read(self._database, first, last, state)
        except ValueError as error:
            raise damaged(self._file, f"a date is none: {error}") from error


def _digest(identity: str) -> str:
    """The identity as it is kept: the identity of a mail may say who sent it from where, and its digest does not."""
    return hashlib.sha256(identity.encode("utf-8", "surrogatepass")).hexdigest()


def _iso_time(moment: dt.datetime) -> str:
    return moment.isoformat(timespec="seconds")
