"""Rendered bodies of earlier builds, by a digest of everything that decides the outcome."""

from __future__ import annotations

import hashlib
import platform
from functools import cache
from importlib.metadata import version
from pathlib import Path

from wawla.rendering.job import Rendered, RenderJob
from wawla.rendering.sanitising import sanitise
from wawla.runtime.result_store import ResultStore


@cache
def configuration() -> str:
    """A digest of the renderer itself: its own source, and the versions of what it is built on."""
    digest = hashlib.sha256(f"Python {platform.python_version()}\n".encode())
    for name in ("Markdown", "pymdown-extensions", "nh3"):
        digest.update(f"{name} {version(name)}\n".encode())
    package = Path(__file__).parents[1]
    for pattern in ("rendering/*.py", "body/*.py", "typography.py", "reading/linking.py"):
        for source in sorted(package.glob(pattern)):
            digest.update(source.read_bytes())
    return digest.hexdigest()


def key_of(job: RenderJob) -> str:
    """The key under which the outcome of a job is kept."""
    return f"{configuration()}{job.digest}"


def recall(job: RenderJob, kept: ResultStore) -> Rendered | None:
    """What became of this job in an earlier build; None where it is not known, or what was kept is damaged.

    It passes the allow-list again: what does not come out as it went in is no work of ours.
    """
    text = kept.get(key_of(job))
    try:
        known = Rendered.from_json(text) if text is not None else None
    except (ValueError, KeyError, TypeError):
        return None
    return known if known is None or sanitise(known.html) == known.html else None
