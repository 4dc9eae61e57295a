"""When files last changed, as their history in git tells; and why it cannot be told, where it cannot."""

from __future__ import annotations

import datetime as dt
import os
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from wawla.model.errors import WawlaError
from wawla.runtime.git import LAST_SECOND, GitError, ask_git, newest_commit, require_history

TIME_VARIABLE = "SOURCE_DATE_EPOCH"
"""The time that a build is of, for every program that asks (reproducible-builds.org)."""
_exported: set[str] = set()
"""What builds of this process have set it to: no wish of the user."""


@dataclass(frozen=True)
class History:
    """What the history of a publication tells."""

    changes: Mapping[str, str]
    """The day of the last commit of every content file, as YYYY-MM-DD by path; empty where nothing is known."""
    newest: str = ""
    """The day of the newest commit, or of SOURCE_DATE_EPOCH where somebody has set that; '' where neither is known."""
    unknown: str = ""
    """Why nothing is known of the files, and what to do, as a sentence; '' where it is known."""


def read_history(root: Path, folders: Iterable[str]) -> History:
    """What the history tells of the files in these folders of `root`; at a shallow clone the newest commit alone.

    Raises WawlaError where SOURCE_DATE_EPOCH is no time.
    """
    seconds = build_time(root)
    newest = dt.datetime.fromtimestamp(seconds, dt.UTC).date().isoformat() if seconds else ""
    try:
        return History(_last_changes(root, folders), newest)
    except GitError as error:
        return History({}, newest, f"When each text last changed is not known, so no page says it: {error}")


def build_time(root: Path) -> int:
    """The time that a build is of, in seconds since 1970: SOURCE_DATE_EPOCH, or else that of the newest commit.

    0 where neither is known. Builds of one commit then agree. Raises WawlaError where SOURCE_DATE_EPOCH is no time.
    """
    text = os.environ.get(TIME_VARIABLE, "").strip()
    if text and text not in _exported:
        if not re.fullmatch("[0-9]{1,12}", text, re.ASCII) or int(text) > LAST_SECOND:
            raise WawlaError(f"{TIME_VARIABLE} is {text!r}, which is not a number of seconds since 1970. Unset it.")
        return int(text)
    newest = newest_commit(root)
    return int(newest.timestamp()) if newest else 0


def export_build_time(root: Path) -> None:
    """Tell every program the time that this build is of. A later build in this process asks for its own again."""
    text = str(build_time(root))
    if os.environ.get(TIME_VARIABLE, "").strip() != text:
        _exported.add(text)
        os.environ[TIME_VARIABLE] = text


def _last_changes(root: Path, folders: Iterable[str]) -> Mapping[str, str]:
    """The day of the last commit of every file by path. Raises GitError where it cannot be known."""
    require_history(root)
    log = ask_git(
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
        *folders,
    )
    changes: dict[str, str] = {}
    for commit in log.split("\0")[1:]:
        day, _, paths = commit.partition("\n")
        for path in paths.split("\n"):
            changes.setdefault(path, day)
    changes.pop("", None)
    if not changes:
        raise GitError("no text of the publication is in the history of this folder yet; commit them")
    return changes
