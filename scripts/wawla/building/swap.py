"""Step 10, swap: a fresh folder takes the old site's place in one rename; until then the old site is whole."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from filelock import FileLock, Timeout

from wawla.model.errors import WawlaError
from wawla.model.os_errors import writing_to
from wawla.reading.tree import CONTENT
from wawla.runtime.atomic_write import atomic_write
from wawla.runtime.temporary import temporary_folder

MARKER = ".wawla-site"
"""The file by which a folder says that wawla has made it: no other folder is ever replaced."""
_MARK = "wawla made this folder, and the next build replaces it, with everything in it.\n"
_AT_FDCWD, _RENAME_EXCHANGE = -100, 2  # renameat2(2), Linux 3.15


@dataclass
class Fresh:
    """A folder for the new site. It takes the old one's place when it is finished, and not before."""

    folder: Path
    finished: bool = False


@contextmanager
def fresh_site(
    root: Path, cache: Path, site: Path, waiting: Callable[[str], None], patience: float = 600
) -> Iterator[Fresh]:
    """A fresh folder that becomes `site` when the block says it is finished. One build at a time: a second waits.

    The lock lies in the folder `cache`. `waiting` is told who holds it. Raises WawlaError where the other build takes
    longer than `patience` seconds, and where something stands in the place that no build has made. Where the block
    fails or does not finish, the fresh folder goes and the old site stays.
    """
    site = site.resolve()
    _refuse_other_folder(root.resolve(), site)
    holder = cache / "build.holder"
    lock = FileLock(cache / "build.lock")
    try:
        lock.acquire(timeout=0)
    except Timeout:
        waiting(f"another build is at work{_holder_in_words(holder)}; this one waits for it")
        try:
            lock.acquire(timeout=patience)
        except Timeout:
            raise WawlaError(
                f"Another build still holds the lock{_holder_in_words(holder)}. Try again when it is done."
            ) from None
    try:
        atomic_write(holder, f"process {os.getpid()}".encode())
        with temporary_folder(site.parent, site.name) as fresh:
            with writing_to(site):
                (fresh / MARKER).write_text(_MARK, encoding="utf-8")
            fresh.chmod(0o755)  # a web server has to read it
            work = Fresh(fresh)
            yield work
            if work.finished:
                _refuse_other_folder(root.resolve(), site)  # again: the build took its time
                _take_place(fresh, site)
    finally:
        holder.unlink(missing_ok=True)
        lock.release()


def _refuse_other_folder(root: Path, site: Path) -> None:
    """Raise WawlaError where `site`, which will go, is neither an earlier site nor an empty folder.

    Nor may it be inside another site, with which it would go, or among the texts, which the next check would read.
    """
    built = not site.exists() or (site.is_dir() and (_is_marked(site) or not any(site.iterdir())))
    if site == root or site in root.parents or (site / ".git").exists():
        raise WawlaError(f"{site} holds more than a site, and would be lost. Name another place with --site.")
    if not built:
        raise WawlaError(
            f"{site} is not a site that wawla has built, for it holds no file {MARKER}, and would be lost. Name another"
            " place with --site; or, where an older wawla has built it, delete it first."
        )
    for folder in CONTENT:
        if (root / folder) in (site, *site.parents):
            raise WawlaError(
                f"{site} lies in {folder}, which holds content, and the next check would take the site for that. Name"
                " another place with --site."
            )
    if other := next(filter(_is_marked, site.parents), None):
        raise WawlaError(
            f"{site} lies in {other}, a site that wawla has built, and the next build of that would delete it. Name"
            " another place with --site."
        )


def _is_marked(site: Path) -> bool:
    try:
        return not (site / MARKER).is_symlink() and (site / MARKER).read_text(encoding="utf-8") == _MARK
    except (OSError, ValueError):
        return False


def _take_place(fresh: Path, site: Path) -> None:
    """Put the fresh folder where the old one is; the old one is then where the fresh one was."""
    if not site.exists():
        fresh.rename(site)
        return
    if not _exchange(fresh, site):
        with temporary_folder(site.parent, site.name) as aside:
            try:
                site.rename(aside / "old")
                fresh.rename(site)
            except BaseException:
                if not site.exists() and (aside / "old").exists():
                    (aside / "old").rename(site)
                raise


def _exchange(one: Path, other: Path) -> bool:
    """Swap two folders in a single step, so that there is a site at every moment; False where the system cannot."""
    try:
        import ctypes  # not every Python has it

        rename = getattr(ctypes.CDLL(None, use_errno=True), "renameat2", None)
    except (ImportError, OSError, TypeError):
        rename = None
    if rename is None:
        return False
    done = rename(_AT_FDCWD, os.fsencode(one), _AT_FDCWD, os.fsencode(other), _RENAME_EXCHANGE)
    return bool(done == 0)


def _holder_in_words(holder: Path) -> str:
    try:
        return f" ({holder.read_text(encoding='utf-8')})"
    except OSError:
        return ""
