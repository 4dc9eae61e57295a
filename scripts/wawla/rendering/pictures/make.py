"""Every picture that the site shows, made for it: taken from the store, or made in a process that is limited."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from wawla.model import folder_of
from wawla.model.faults import fault
from wawla.model.findings import Finding, Place
from wawla.reading.library import Library
from wawla.reading.pictures import SUFFIXES
from wawla.reading.published import Published
from wawla.rendering.pictures.job import BUILT_ON, SitePicture, SitePictureJob
from wawla.runtime.job_failure import JobFailed
from wawla.runtime.sealed_files import SealedFiles
from wawla.runtime.source_digest import source_digest
from wawla.runtime.worker_pool import WorkerPool, WorkerSpec

CONVERTING = WorkerSpec(
    "wawla.rendering.pictures.worker", SitePicture.from_json, 60.0, "the picture", "convert", "converted"
)
"""What converting processes do: one picture at a time, in a minute at the most."""
MODULES = (
    "wawla.model.units",
    "wawla.reading.matrix_profile",
    "wawla.reading.picture_colours",
    "wawla.reading.picture_decoding",
    "wawla.reading.picture_faults",
    "wawla.reading.pictures",
    "wawla.rendering.pictures.job",
    "wawla.rendering.pictures.line_art",
    "wawla.rendering.pictures.site_files",
    "wawla.rendering.pictures.sizes",
    "wawla.rendering.pictures.worker",
    "wawla.runtime.answer_jobs",
)
"""What decides how a picture comes out. The picture itself is in the job."""
SitePictures = Mapping[str, Mapping[str, Path]]
"""By the path of a picture, its files by their addresses from the folder that the picture is in."""


def site_pictures(library: Library, cache: Path) -> tuple[SitePictures, list[Finding]]:
    """The files of every picture that the site shows today, in `cache`, and a finding for each that cannot be made.

    Raises WawlaError where this machine cannot make any.
    """
    paths = list(_shown(library))
    if not paths:
        return {}, []
    store, maker = SealedFiles(cache / "pictures"), source_digest(MODULES, packages=BUILT_ON)
    keys = {path: _key(f"{maker} {path} {library.checksum(path)}") for path in paths}
    known = {path: store.recall(key) for path, key in keys.items()}
    made = {path: files for path, files in known.items() if files is not None}
    findings: list[Finding] = []
    for path, outcome in _convert([path for path in paths if path not in made], library):
        if isinstance(outcome, JobFailed):
            findings.append(fault("RND004", _place(path, library), f"{path}: {outcome}", outcome.remedy))
        else:
            made[path] = store.keep(keys[path], outcome.files)
    store.prune(keys.values())
    return made, findings


def _shown(library: Library) -> Iterator[str]:
    """Paths of the pictures that readers of the site see today, and of those of its look."""
    published = Published(library, "web")
    for piece in published.pieces:
        yield from (path for path in published.files_beside(piece) if path.lower().endswith(SUFFIXES))
    yield from sorted(library.pictures_of_the_look)


def _key(made_from: str) -> str:
    return hashlib.sha256(made_from.encode()).hexdigest()


def _convert(paths: Sequence[str], library: Library) -> Iterator[tuple[str, SitePicture | JobFailed]]:
    if not paths:
        return
    with WorkerPool[SitePictureJob, SitePicture](CONVERTING) as workers:
        for job, outcome in workers.do_in_batches(_job(path, library) for path in paths):
            yield job.path, outcome


def _job(path: str, library: Library) -> SitePictureJob:
    return SitePictureJob(path, library.tree.read(path), in_sizes=path not in library.pictures_of_the_look)


def _place(path: str, library: Library) -> Place:
    """Where the picture is named: in its piece's front matter; of the look's, the file itself."""
    piece = library.pieces.get(folder_of(path))
    named = [picture for picture in piece.pictures if f"{piece.folder}/{picture.file}" == path] if piece else []
    return named[0].at("file") if named else Place(path)
