"""The states of an order, and which may follow which."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, get_args

State = Literal["received", "packed", "sent", "cancelled"]
STATES: tuple[State, ...] = get_args(State)
MOVES: Mapping[State, tuple[State, ...]] = {
    "received": ("packed", "cancelled"),
    "packed": ("sent", "cancelled"),
    "sent": (),
    "cancelled": (),
}
"""What may become of an order in each state."""
CLOSED: tuple[State, ...] = ("sent", "cancelled")
"""Nothing more is to be done, so that the names are no longer needed."""


def refusal(number: int, now: State, to: State) -> str:
    """Why an order may not go from one state to another, in a sentence; '' where it may."""
    if to in MOVES[now]:
        return ""
    if to == now:
        return f"Order {number} is {now} already."
    may = f"It can be {' or '.join(MOVES[now])}." if MOVES[now] else "Nothing more can be done with it."
    return f"Order {number} is {now}, and cannot be {to}. {may}"
