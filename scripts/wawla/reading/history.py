"""When files last changed, as their history in git tells; and why it cannot be told, where it cannot."""

from __future__ import annotations

import datetime as dt
import os
import re
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from wawla.model.errors import WawlaError
from wawla.model.os_errors import sentence
from wawla.reading.tree import CONTENT

TIME_VARIABLE = "SOURCE_DATE_EPOCH"
"""The time that a build is of, for every program that asks (reproducible-builds.org)."""
_exported: set[str] = set()
"""What builds of this process have set it to: no wish of the user."""
_LAST_SECOND = 253_402_300_799  # of the year 9999
_SECONDS = 60
"""How long git may take."""
_TRUST_IT = re.compile(r"git config --global --add safe\.directory .+")
_HARMLESS = ("-c", "log.showSignature=false", "-c", "core.fsmonitor=false")
"""Settings of a repository that would have git start another program."""


@dataclass(frozen=True)
class History:
    """What the history of a publication tells."""

    changes: Mapping[str, str]
    """The day of the last commit of every content file, as YYYY-MM-DD by path; empty where nothing is known."""
    newest: str = ""
    """The day of the newest commit, or of SOURCE_DATE_EPOCH where somebody has set that; '' where neither is known."""
    unknown: str = ""
    """Why nothing is known of the files, and what to do, as a sentence; '' where it is known."""


class _NoHistoryError(Exception):
    """Git cannot be asked; the text says why, and what to do."""


def read_history(root: Path) -> History:
    """What the history of the files under `root` tells; at a shallow clone the day of the newest commit alone.

    Raises WawlaError where SOURCE_DATE_EPOCH is no time.
    """
    seconds = build_time(root)
    newest = dt.datetime.fromtimestamp(seconds, dt.UTC).date().isoformat() if seconds else ""
    try:
        return History(_last_changes(root), newest)
    except _NoHistoryError as no:
        return History({}, newest, f"When each text last changed is not known, so no page says it: {no}")


def build_time(root: Path) -> int:
    """The time that a build is of, in seconds since 1970: SOURCE_DATE_EPOCH, or else that of the newest commit.

    0 where neither is known. Builds of one commit then agree. Raises WawlaError where SOURCE_DATE_EPOCH is no time.
    """
    text = os.environ.get(TIME_VARIABLE, "").strip()
    if text and text not in _exported:
        if not re.fullmatch("[0-9]{1,12}", text, re.ASCII) or int(text) > _LAST_SECOND:
            raise WawlaError(f"{TIME_VARIABLE} is {text!r}, which is no number of seconds since 1970. Unset it.")
        return int(text)
    try:
        seconds = _git(root, "log", "-1", "--format=%ct").strip()
    except _NoHistoryError:
        return 0
    return int(seconds) if seconds.isdecimal() and int(seconds) <= _LAST_SECOND else 0


def export_build_time(root: Path) -> None:
    """Tell every program the time that this build is of. A later build in this process asks for its own again."""
    text = str(build_time(root))
    if os.environ.get(TIME_VARIABLE, "").strip() != text:
        _exported.add(text)
        os.environ[TIME_VARIABLE] = text


def _last_changes(root: Path) -> Mapping[str, str]:
    """The day of the last commit of every content file by path. Raises _NoHistoryError where it cannot be known."""
    shallow = _git(root, "rev-parse", "--is-shallow-repository").strip()
    if shallow != "false":
        raise _NoHistoryError("the history is cut off (a shallow clone). To have all of it: git fetch --unshallow")
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
    if not changes:
        raise _NoHistoryError("no text of the publication is in the history of this folder yet; commit them.")
    return changes


def is_tracked(folder: Path) -> bool:
    """Whether git tracks this folder, or anything in it; False where that cannot be known."""
    if not folder.exists() and not folder.is_symlink():
        return False
    try:
        return bool(_git(folder.parent, "ls-files", "-z", "--", f":(icase,literal){folder.name}"))
    except _NoHistoryError:
        return False


def _git(root: Path, *arguments: str) -> str:
    """What git says. Raises _NoHistoryError where it cannot be asked, or refuses."""
    try:
        done = subprocess.run(
            ["git", *_HARMLESS, "-C", str(root), *arguments],
            capture_output=True,
            check=False,
            timeout=_SECONDS,
            env=_environment(),
        )
    except FileNotFoundError:
        raise _NoHistoryError("git is not installed here.") from None
    except OSError as error:
        raise _NoHistoryError(f"git cannot be started. {sentence(error)}") from None
    except subprocess.TimeoutExpired:
        raise _NoHistoryError(f"git took longer than {_SECONDS} seconds.") from None
    if done.returncode != 0:
        raise _NoHistoryError(_refusal(done.stderr.decode("utf-8", "replace")))
    return done.stdout.decode("utf-8", "replace")


def _refusal(said: str) -> str:
    """Why git gives no answer, from what it says in English: a reason, and the line to type where there is one."""
    if "dubious ownership" in said:
        line = _TRUST_IT.search(said)
        trust = line[0] if line else "git config --global --add safe.directory FOLDER"
        return f"git does not trust this folder, which belongs to somebody else. To trust it: {_on_one_line(trust)}"
    if "not a git repository" in said:
        return "this folder is in no git repository."
    if "does not have any commits" in said or "bad default revision" in said:
        return "nothing is committed here yet."
    return f"git says: {_on_one_line(said.strip().partition(chr(10))[0]) or 'nothing'}"


def _on_one_line(text: str) -> str:
    return "".join(sign for sign in text if sign.isprintable()).strip()


def _environment() -> dict[str, str]:
    return {**os.environ, "TZ": "UTC", "LC_ALL": "C", "GIT_OPTIONAL_LOCKS": "0"}
