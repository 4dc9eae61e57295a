"""An order as the register holds it: with its number, its state, and the history of every change."""

from __future__ import annotations

import datetime as dt
import sqlite3
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Literal

from wawla.model.orders import Order, OrderLine
from wawla.ordering.intake.field_names import FIELDS
from wawla.ordering.register.states import OrderState

LAST = 2**62
"""No order has a higher number."""
_ORDERS = (
    f"SELECT number, added, state, pack, forgotten, {', '.join(FIELDS)} FROM orders "  # noqa: S608 - names of our own
    "WHERE number BETWEEN ? AND ? AND ? IN ('', state) ORDER BY number"
)
_LINES = (
    "SELECT number, reference, copies FROM lines JOIN orders USING (number) "
    "WHERE number BETWEEN ? AND ? AND ? IN ('', orders.state) ORDER BY number, line"
)
_HISTORY = (
    "SELECT number, at, history.state, why FROM history JOIN orders USING (number) "
    "WHERE number BETWEEN ? AND ? AND ? IN ('', orders.state) ORDER BY entry"
)
_SAME_PERSON = (
    f"SELECT number FROM orders WHERE ({', '.join(FIELDS)}) = (?, ?, ?, ?, ?, ?) "  # noqa: S608 - names of our own
    "AND state <> 'cancelled' ORDER BY number DESC"
)
_ORDERED = "SELECT reference, copies FROM lines WHERE number = ? ORDER BY line"


@dataclass(frozen=True)
class Change:
    """An entry of the history: when, what the order became, and why where somebody said so."""

    at: dt.datetime
    to: OrderState | Literal["forgotten"]
    why: str


@dataclass(frozen=True)
class StoredOrder:
    """An order in the register."""

    number: int
    order: Order
    """What was accepted; its personal fields are '' once they were forgotten."""
    state: OrderState
    added: dt.datetime
    history: tuple[Change, ...]
    pack: str
    """The name of the pack that holds it, or ''."""
    forgotten: bool

    @property
    def copies(self) -> int:
        """Of all its editions together."""
        return sum(line.copies for line in self.order.lines)


def read(
    database: sqlite3.Connection, first: int = 1, last: int = LAST, state: OrderState | Literal[""] = ""
) -> list[StoredOrder]:
    """The orders from one number to another, in this state or in any; all of one moment if within a transaction.

    Raises ValueError where a date in the register is none.
    """
    where = (first, last, state)
    rows = database.execute(_ORDERS, where).fetchall()
    lines = _by_number(database.execute(_LINES, where))
    history = _by_number(database.execute(_HISTORY, where))
    return [_order_of_row(row, lines[row[0]], history[row[0]]) for row in rows]


def alike(database: sqlite3.Connection, order: Order) -> int | None:
    """The number of the latest order that says the same, and was not cancelled; None where there is none."""
    person = tuple(getattr(order, field) for field in FIELDS)
    numbers = database.execute(_SAME_PERSON, person).fetchall()
    wanted = [(line.reference, line.copies) for line in order.lines]
    return next((number for (number,) in numbers if wanted == database.execute(_ORDERED, (number,)).fetchall()), None)


def _by_number(rows: Iterable[tuple[Any, ...]]) -> dict[int, list[tuple[Any, ...]]]:
    found: dict[int, list[tuple[Any, ...]]] = defaultdict(list)
    for number, *rest in rows:
        found[number].append(tuple(rest))
    return found


def _order_of_row(row: tuple[Any, ...], lines: list[tuple[Any, ...]], history: list[tuple[Any, ...]]) -> StoredOrder:
    number, added, state, pack, forgotten, *person = row
    # not checked again: what was accepted stays readable when the limits are others, and what was forgotten is empty
    order = Order.model_construct(
        **dict(zip(FIELDS, person, strict=True)),
        lines=tuple(OrderLine.model_construct(reference=reference, copies=copies) for reference, copies in lines),
    )
    changes = tuple(Change(dt.datetime.fromisoformat(at), to, why) for at, to, why in history)
    return StoredOrder(number, order, state, dt.datetime.fromisoformat(added), changes, pack, bool(forgotten))
