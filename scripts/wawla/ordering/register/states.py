"""The states of an order, and which may follow which."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, get_args

OrderState = Literal["received", "packed", "sent", "cancelled"]
STATES: tuple[OrderState, ...] = get_args(OrderState)
MOVES: Mapping[OrderState, tuple[OrderState, ...]] = {
    "received": ("packed", "cancelled"),
    "packed": ("sent", "cancelled"),
    "sent": (),
    "cancelled": (),
}
"""What may become of an order in each state."""
CLOSED: tuple[OrderState, ...] = ("sent", "cancelled")
"""Nothing more is to be done, so that the names are no longer needed."""


def refusal(number: int, now: OrderState, to: OrderState) -> str:
    """Why an order may not go from one state to another, in a sentence; '' where it may."""
    if to in MOVES[now]:
        return ""
    if to == now:
        return f"Order {number} is {now} already."
    may = f"It can be {' or '.join(MOVES[now])}." if MOVES[now] else "Nothing more can be done with it."
    return f"Order {number} is {now}, and cannot be {to}. {may}"
