"""A part of the machine as it was found: whether it is there, what it is for, and what puts it right."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from wawla.runtime.install_line import Manager, install_line, package_manager

State = Literal["ok", "missing", "trouble", "note"]
"""`missing` and `trouble` stop work for which the part is needed; a `note` says what is done without it."""


@dataclass(frozen=True)
class MachinePart:
    """One part, in words: they are read after its name and a colon."""

    name: str
    state: State
    text: str
    remedy: str = ""
    """What to do, or the line to type; '' where nothing has to be done."""
    optional: bool = False
    """Whether the commands do their work without it: what it checks is left out, and they say so."""

    @property
    def stops(self) -> bool:
        """Whether something cannot be done that a user would ask for."""
        return self.state in ("missing", "trouble") and not self.optional


def how_to_install(packages: dict[Manager, str]) -> str:
    """The line to type for these packages, or a sentence where this system's package manager is not among them."""
    manager = package_manager()
    if manager is None or manager not in packages:
        return "Install it as your system does."
    return install_line(manager, (packages[manager],))
