"""The line a person types to install packages of the system, as this system does it."""

from __future__ import annotations

import os
import shutil
from collections.abc import Mapping, Sequence
from typing import Literal

Manager = Literal["apt-get", "dnf", "apk", "pacman", "brew"]
_COMMANDS: Mapping[Manager, str] = {
    "apt-get": "apt-get update && {sudo}apt-get install",  # a new machine has no list of packages yet
    "dnf": "dnf install",
    "apk": "apk add",
    "pacman": "pacman -S",
    "brew": "brew install",
}


def package_manager() -> Manager | None:
    """The program with which this system installs packages; None where it is none that we know."""
    return next((name for name in _COMMANDS if shutil.which(name)), None)


def install_line(manager: Manager, packages: Sequence[str]) -> str:
    """The line to type, with the right to do it asked for where this user has not got it."""
    line = f"{_COMMANDS[manager]} {' '.join(packages)}"
    if manager == "brew" or not hasattr(os, "geteuid") or os.geteuid() == 0:
        return line.format(sudo="")
    if shutil.which("sudo"):
        return "sudo " + line.format(sudo="sudo ")
    return f"su -c '{line.format(sudo='')}'"
