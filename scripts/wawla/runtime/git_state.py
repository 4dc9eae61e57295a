"""What git knows of a folder: whether it is a repository, whose, and with how much of its history."""

from __future__ import annotations

import re
from pathlib import Path

from wawla.runtime.git import GitError, ask_git, newest_commit, require_history
from wawla.runtime.machine_part import MachinePart, how_to_install

_WITHOUT = "pages leave out the day of their last change"


def git_part(root: Path) -> MachinePart:
    """Git and the state of the repository at `root`. A site is built without it, so there are only notes."""
    try:
        version = ask_git(root, "version")
    except GitError as error:
        remedy = how_to_install(dict.fromkeys(("apt-get", "dnf", "apk", "pacman", "brew"), "git"))
        return MachinePart("Git", "note", f"{error.why}, so {_WITHOUT}", remedy)
    name = "Git " + "".join(re.findall(r"[\d.]+\d", version)[:1])
    try:
        require_history(root)
    except GitError as error:
        return MachinePart(name, "note", f"{error.why}, so {_WITHOUT}", error.remedy)
    if newest_commit(root) is None:
        return MachinePart(name, "note", f"nothing has been committed yet, so {_WITHOUT}")
    return MachinePart(name, "ok", "knows when each page was last changed")
