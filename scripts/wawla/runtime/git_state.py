"""What git knows of a folder: whether it is a repository, whose, and with how much of its history."""

from __future__ import annotations

import datetime as dt
import os
import re
import shlex
import subprocess
from pathlib import Path

from wawla.runtime.machine_part import MachinePart, how_to_install

_WITHOUT = "pages leave out the day of their last change"


def git_part(root: Path) -> MachinePart:
    """Git and the state of the repository at `root`. A site is built without it, so there are only notes."""
    version = _git(root, "version")
    if version is None:
        remedy = how_to_install(dict.fromkeys(("apt-get", "dnf", "apk", "pacman", "brew"), "git"))
        return MachinePart("Git", "note", f"was not found, so {_WITHOUT}", remedy)
    name = "Git " + "".join(re.findall(r"[\d.]+\d", version.stdout)[:1])
    state = _git(root, "rev-parse", "--is-shallow-repository")
    if state is None or state.returncode:
        said = state.stderr if state else ""
        if "dubious ownership" in said:
            line = f"git config --global --add safe.directory {shlex.quote(str(root))}"
            return MachinePart(name, "note", f"does not look into a folder of another owner, so {_WITHOUT}", line)
        return MachinePart(name, "note", f"{root} is no repository, so {_WITHOUT}")
    if state.stdout.strip() == "true":
        return MachinePart(name, "note", f"the history is cut off, so {_WITHOUT}", "git fetch --unshallow")
    if newest_commit(root) is None:
        return MachinePart(name, "note", f"nothing has been committed yet, so {_WITHOUT}")
    return MachinePart(name, "ok", "knows when each page was last changed")


def newest_commit(root: Path) -> dt.datetime | None:
    """The time of the newest commit; None where git knows of none."""
    done = _git(root, "log", "-1", "--format=%ct")
    told = done.stdout.strip() if done else ""
    return dt.datetime.fromtimestamp(int(told), dt.UTC) if told.isdecimal() else None


def _git(root: Path, *arguments: str) -> subprocess.CompletedProcess[str] | None:
    """What git answers; None where it cannot be started."""
    try:
        return subprocess.run(
            ["git", "-c", "log.showSignature=false", "-C", str(root), *arguments],
            capture_output=True,
            check=False,
            timeout=60,
            encoding="utf-8",
            errors="replace",
            env={**os.environ, "LC_ALL": "C", "GIT_OPTIONAL_LOCKS": "0"},
        )
    except (OSError, subprocess.TimeoutExpired):
        return None
