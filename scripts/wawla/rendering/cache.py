"""Rendered bodies of earlier builds, by a digest of everything that decides the outcome."""

from __future__ import annotations

import hashlib
import os
import time
from collections.abc import Iterable
from functools import cache
from importlib.metadata import version
from pathlib import Path

from wawla.rendering.job import Job, Rendered

_KEPT_SECONDS = 14 * 24 * 3600


@cache
def configuration() -> str:
    """A digest of the renderer itself: its own source, and the versions of what it is built on."""
    digest = hashlib.sha256()
    for name in ("Markdown", "pymdown-extensions", "nh3"):
        digest.update(f"{name} {version(name)}\n".encode())
    package = Path(__file__).parents[1]
    for pattern in ("rendering/*.py", "body/*.py", "typography.py", "reading/linking.py"):
        for source in sorted(package.glob(pattern)):
            digest.update(source.read_bytes())
    return digest.hexdigest()


class RenderedCache:
    """A folder of rendered bodies. A file that is damaged counts as missing."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def get(self, job: Job) -> Rendered | None:
        """What became of this job earlier, or None."""
        try:
            return Rendered.from_json(self._path(job).read_bytes())
        except (OSError, ValueError, KeyError, TypeError):
            return None

    def put(self, job: Job, rendered: Rendered) -> None:
        """Keep what became of a job. A build that is killed meanwhile leaves no half file."""
        path = self._path(job)
        path.parent.mkdir(parents=True, exist_ok=True)
        part = path.with_suffix(f".{os.getpid()}")
        part.write_text(rendered.to_json(), encoding="utf-8")
        part.replace(path)

    def prune(self, used: Iterable[Job]) -> None:
        """Remove what this build did not use and no build wrote for a fortnight."""
        kept = {self._path(job) for job in used}
        oldest = time.time() - _KEPT_SECONDS
        for path in self._folder.glob("*/*"):
            if path not in kept and path.stat().st_mtime < oldest:
                path.unlink(missing_ok=True)

    def _path(self, job: Job) -> Path:
        key = hashlib.sha256(f"{configuration()}{job.digest}".encode()).hexdigest()
        return self._folder / key[:2] / f"{key[2:]}.json"
