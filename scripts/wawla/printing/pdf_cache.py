"""PDFs of earlier makings, by a digest of all that decides the outcome: two files each, which can be thrown away."""

from __future__ import annotations

import contextlib
import hashlib
import os
import time
from functools import cache
from importlib.metadata import version
from pathlib import Path

from wawla.printing.typesetting.job import SettingJob, TypesetResult
from wawla.runtime.atomic_write import atomic_write

_KEPT_SECONDS = 14 * 24 * 3600
_BUILT_ON = ("weasyprint", "pydyf", "pikepdf", "Pillow", "fonttools", "pyphen")
_FONTS = ("font-source-serif-pro", "font-source-sans-pro")


@cache
def configuration() -> str:
    """A digest of the typesetter itself: its own source and styles, and the versions of what it is built on."""
    digest = hashlib.sha256()
    for name in (*_BUILT_ON, *_FONTS):
        digest.update(f"{name} {version(name)}\n".encode())
    for source in sorted(Path(__file__).parent.rglob("*")):
        if source.suffix in (".py", ".css", ".html", ".icc"):
            digest.update(source.read_bytes())
    return digest.hexdigest()


def key_of(job: SettingJob) -> str:
    """The name under which the outcome of a job is kept."""
    return hashlib.sha256(f"{configuration()}{job.digest}".encode()).hexdigest()[:40]


def recall(key: str, folder: Path) -> tuple[Path, TypesetResult] | None:
    """The PDF that an earlier making left under this key; None where there is none, or what is there is damaged."""
    file = folder / f"{key}.pdf"
    try:
        about, checksum = file.with_suffix(".json").read_text(encoding="utf-8").splitlines()
        known = TypesetResult.from_json(about)
        whole = checksum == hashlib.sha256(file.read_bytes()).hexdigest()
    except (OSError, ValueError, KeyError, TypeError):
        return None
    with contextlib.suppress(OSError):
        os.utime(file)  # it is still wanted
    return (file, known) if whole else None


def keep(key: str, fresh: Path, outcome: TypesetResult, folder: Path) -> Path:
    """Give a new PDF its place. What is known of it comes first, so that no PDF is ever without it."""
    file = folder / f"{key}.pdf"
    checksum = hashlib.sha256(fresh.read_bytes()).hexdigest()
    atomic_write(file.with_suffix(".json"), f"{outcome.to_json()}\n{checksum}\n".encode())
    fresh.replace(file)
    return file


def prune(used: set[str], folder: Path) -> None:
    """Forget what is older than a fortnight and not in use."""
    for file in folder.iterdir():
        with contextlib.suppress(FileNotFoundError):  # another process has given it its place, or forgotten it
            if file.stem not in used and time.time() - file.stat().st_mtime > _KEPT_SECONDS:
                file.unlink()
