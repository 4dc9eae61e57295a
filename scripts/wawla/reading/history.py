"""When a file last changed, as its history in git tells."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Mapping
from pathlib import Path

from wawla.reading.tree import CONTENT

_HARMLESS = ("-c", "log.showSignature=false", "-c", "core.fsmonitor=false")
"""Settings of a repository that would have git start another program."""


def last_changes(root: Path) -> Mapping[str, str]:
    """The day of the last commit of every content file, as YYYY-MM-DD by path.

    Empty where the folder is no git repository, git is missing, or the history is cut off: then nothing is known.
    """
    if _git(root, "rev-parse", "--is-shallow-repository").strip() != "false":
        return {}
    log = _git(
        root,
        "-c",
        "core.quotePath=false",
        "log",
        "--format=%x00%cd",
        "--date=format-local:%Y-%m-%d",
        "--name-only",
        "--no-renames",
        "--relative",
        "--",
        *CONTENT,
    )
    changes: dict[str, str] = {}
    for commit in log.split("\0")[1:]:
        day, _, paths = commit.partition("\n")
        for path in paths.split("\n"):
            changes.setdefault(path, day)
    changes.pop("", None)
    return changes


def commit_time(root: Path) -> int:
    """Seconds since 1970 of the newest commit; 0 where there is none. Builds of one commit then agree."""
    return int(_git(root, "log", "-1", "--format=%ct").strip() or 0)


def is_tracked(folder: Path) -> bool:
    """Whether git tracks this folder, or anything in it; False where that cannot be known."""
    if not folder.exists() and not folder.is_symlink():
        return False
    return bool(_git(folder.parent, "ls-files", "-z", "--", f":(icase,literal){folder.name}"))


def _git(root: Path, *arguments: str) -> str:
    try:
        done = subprocess.run(
            ["git", *_HARMLESS, "-C", str(root), *arguments],
            capture_output=True,
            check=False,
            timeout=60,
            env=_environment(),
        )
    except (OSError, subprocess.TimeoutExpired):
        return ""
    return done.stdout.decode("utf-8", "replace") if done.returncode == 0 else ""


def _environment() -> dict[str, str]:
    return {**os.environ, "TZ": "UTC", "LC_ALL": "C", "GIT_OPTIONAL_LOCKS": "0"}
