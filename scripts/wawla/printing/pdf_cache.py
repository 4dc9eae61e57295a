"""A cache of PDFs, keyed by a digest of everything that decides their bytes. Each is two files, .pdf and .json."""

from __future__ import annotations

import contextlib
import hashlib
import os
import re
import time
from functools import cache
from pathlib import Path

from wawla.printing.typesetting.colour import PROFILE
from wawla.printing.typesetting.job import BUILT_ON, SettingJob, TypesetResult
from wawla.rendering.look.typefaces import FONT_PACKAGES
from wawla.runtime.atomic_write import atomic_write
from wawla.runtime.cache_folder import KEPT_SECONDS
from wawla.runtime.seal import is_sealed, seal
from wawla.runtime.source_digest import source_digest

MODULES = (
    "wawla.model.typography",
    "wawla.model.units",
    "wawla.printing.typesetting.colour",
    "wawla.printing.typesetting.fetching",
    "wawla.printing.typesetting.finishing",
    "wawla.printing.typesetting.job",
    "wawla.printing.typesetting.place_pictures",
    "wawla.printing.typesetting.press_inks",
    "wawla.printing.typesetting.printed_picture",
    "wawla.printing.typesetting.typeset",
    "wawla.printing.typesetting.weasyprint_footnotes",
    "wawla.printing.typesetting.worker",
    "wawla.reading.matrix_profile",
    "wawla.reading.picture_colours",
    "wawla.reading.picture_decoding",
    "wawla.reading.picture_faults",
    "wawla.reading.pictures",
    "wawla.rendering.look.colour",
    "wawla.rendering.look.typefaces",
    "wawla.rendering.pictures.line_art",
)
"""Modules that decide how a job is typeset. The text, style sheets and pictures are in the digest of the job itself."""
_OURS = re.compile(r"[0-9a-f]{40}(\.\d+)?\.(pdf|json|new)")
"""The names of files that are kept here; no other is ever removed."""


@cache
def configuration() -> str:
    """A digest of the typesetter itself: its own source, its profile, and the versions of the packages behind it."""
    return source_digest(MODULES, [PROFILE], [*BUILT_ON, *FONT_PACKAGES])


def key_of(job: SettingJob, libraries: str) -> str:
    """The name under which the outcome of a job is kept; `libraries` are those of the system, with their versions."""
    return hashlib.sha256(f"{configuration()} {libraries}{job.digest}".encode()).hexdigest()[:40]


def recall(key: str, folder: Path) -> tuple[Path, TypesetResult] | None:
    """The PDF that an earlier run of this user left under this key; None where there is none, or it is damaged."""
    file = folder / f"{key}.pdf"
    try:
        about, found = file.with_suffix(".json").read_text(encoding="utf-8").splitlines()
        known = TypesetResult.from_json(about)
        whole = not file.is_symlink() and is_sealed(f"{key} {about}", file.read_bytes(), found)
    except (OSError, ValueError, KeyError, TypeError):
        return None
    with contextlib.suppress(OSError):
        for each in (file, file.with_suffix(".json")):  # it is still wanted
            os.utime(each)
    return (file, known) if whole else None


def keep(key: str, fresh: Path, outcome: TypesetResult, folder: Path) -> Path:
    """Give a new PDF its place. What is known of it comes first, so that no PDF is ever without it."""
    file = folder / f"{key}.pdf"
    about = outcome.to_json()
    found = seal(f"{key} {about}", fresh.read_bytes())
    atomic_write(file.with_suffix(".json"), f"{about}\n{found}\n".encode())
    fresh.replace(file)
    return file


def prune(used: set[str], folder: Path) -> None:
    """Forget what is older than a fortnight and not in use."""
    for file in folder.iterdir():
        with contextlib.suppress(FileNotFoundError):  # another process has given it its place, or forgotten it
            wanted = file.stem in used or not _OURS.fullmatch(file.name)
            if not wanted and time.time() - file.stat().st_mtime > KEPT_SECONDS:
                file.unlink()
