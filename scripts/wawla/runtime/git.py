"""The only place that starts git: what it answers, or why it gives no answer and what puts that right."""

from __future__ import annotations

import datetime as dt
import os
import re
import subprocess
from pathlib import Path

from wawla.model.os_errors import sentence

_SECONDS = 60
"""How long git may take."""
_HARMLESS = ("-c", "log.showSignature=false", "-c", "core.fsmonitor=false")
"""Switched off: settings with which a repository that came from anywhere would have git start another program."""
_ENVIRONMENT = {
    "TZ": "UTC",
    "LC_ALL": "C",
    "GIT_OPTIONAL_LOCKS": "0",
    "GIT_NO_LAZY_FETCH": "1",
    "GIT_ALLOW_PROTOCOL": "",
}
"""Days in universal time, English whatever the machine speaks, nothing written into the repository, nothing fetched."""
_KEPT = ("GIT_CONFIG", "GIT_CEILING_DIRECTORIES", "GIT_DISCOVERY_ACROSS_FILESYSTEM", "GIT_EXEC_PATH", "GIT_TEST_")
"""How the names begin of git's variables that are passed on: where its settings and programs are, and how far to look.

Any other could name another repository (GIT_DIR), another index, or another meaning of a path.
"""
LAST_SECOND = 253_402_300_799
"""Of the year 9999, in seconds since 1970: no calendar here goes further."""
_TRUST_IT = re.compile(r"git config --global --add safe\.directory .+")


class GitError(Exception):
    """Git gives no answer. `why` says so without a full stop; `remedy` is the line to type, or ''."""

    def __init__(self, why: str, remedy: str = "") -> None:
        self.why, self.remedy = why, remedy
        super().__init__(f"{why}. To put that right: {remedy}" if remedy else f"{why}.")


def ask_git(root: Path, *arguments: str) -> str:
    """What git prints for these arguments in the folder `root`. Raises GitError where it cannot start, or refuses."""
    try:
        done = subprocess.run(
            ["git", *_HARMLESS, "-C", str(root), *arguments],
            capture_output=True,
            check=False,
            timeout=_SECONDS,
            encoding="utf-8",
            errors="replace",
            env={**_environment(), **_ENVIRONMENT},
        )
    except FileNotFoundError:
        raise GitError("git is not installed here") from None
    except OSError as error:
        raise GitError(f"git cannot be started. {sentence(error)}".removesuffix(".")) from None
    except subprocess.TimeoutExpired:
        raise GitError(f"git took longer than {_SECONDS} seconds") from None
    if done.returncode != 0:
        raise _refusal(done.stderr)
    return done.stdout


def require_history(root: Path) -> None:
    """Raise GitError where the history of the repository at `root` is cut off, or nothing can be asked of it."""
    if ask_git(root, "rev-parse", "--is-shallow-repository").strip() != "false":
        raise GitError("the history is cut off (a shallow clone)", "git fetch --unshallow")


def newest_commit(root: Path) -> dt.datetime | None:
    """The time of the newest commit, to the second; None where git knows of none, or of one in no year there can be."""
    try:
        seconds = ask_git(root, "log", "-1", "--format=%ct").strip()
    except GitError:
        return None
    known = seconds.isdecimal() and int(seconds) <= LAST_SECOND
    return dt.datetime.fromtimestamp(int(seconds), dt.UTC) if known else None


def is_tracked(folder: Path) -> bool | None:
    """Whether git tracks this folder, or anything in it; None where there is a repository, and git gives no answer.

    A repository of somebody else is asked too, as only its list of files is read.
    """
    if not folder.exists() and not folder.is_symlink():
        return False
    of_anybody = ("-c", "safe.directory=*")  # heeded from git 2.38; before, it refuses
    try:
        return bool(ask_git(folder.parent, *of_anybody, "ls-files", "-z", "--", f":(icase,literal){folder.name}"))
    except GitError:
        return None if any((parent / ".git").exists() for parent in folder.absolute().parents) else False


def _environment() -> dict[str, str]:
    """The environment without the variables that tell git to look elsewhere than it is asked to."""
    return {name: value for name, value in os.environ.items() if not name.startswith("GIT_") or name.startswith(_KEPT)}


def _refusal(errors: str) -> GitError:
    """Why git gives no answer, from the errors that it prints in English."""
    if "dubious ownership" in errors:
        line = _TRUST_IT.search(errors)
        trust = line[0] if line else "git config --global --add safe.directory FOLDER"
        return GitError("git does not trust this folder, which belongs to somebody else", _printable(trust))
    if "not a git repository" in errors:
        return GitError("this folder is in no git repository")
    if "does not have any commits" in errors or "bad default revision" in errors:
        return GitError("nothing is committed here yet")
    first = _printable(errors.strip().partition("\n")[0])
    return GitError(f"git says: {first or 'nothing'}")


def _printable(text: str) -> str:
    return "".join(sign for sign in text if sign.isprintable()).strip()
