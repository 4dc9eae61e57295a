"""Step 5, render: the bodies of a Library to safe HTML, from the cache where nothing has changed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from wawla.model import Entry, Output, Picture, Piece, folder_of
from wawla.model.faults import fault
from wawla.model.findings import Finding
from wawla.reading.abbreviations import abbreviations_in
from wawla.reading.library import Library
from wawla.reading.linking import resolve
from wawla.reading.paths import ASSETS
from wawla.reading.visible import files_beside, is_published, why_withheld
from wawla.rendering.cache import key_of, recall
from wawla.rendering.job import PictureOnPage, Rendered, RenderJob
from wawla.rendering.pictures.sizes import widths_of
from wawla.runtime.forked_map import forked_map
from wawla.runtime.job_failure import JobFailed
from wawla.runtime.result_store import ResultStore
from wawla.runtime.worker_pool import WorkerPool, WorkerSpec

RENDERING = WorkerSpec("wawla.rendering.worker", Rendered.from_json, 10.0, "the text", "render", "rendered")
"""What rendering processes do: one body at a time, in ten seconds at the most."""
RendererPool = WorkerPool[RenderJob, Rendered]


def render_bodies(
    entries: Iterable[Entry], library: Library, cache: Path, workers: RendererPool, output: Output = "web"
) -> tuple[Mapping[str, Rendered], list[Finding]]:
    """The body of each entry by its path, rendered for this output, and a finding for each that could not be."""
    done: dict[str, Rendered] = {}
    findings: list[Finding] = []
    jobs = forked_map(lambda share: [job_of(entry, library, output) for entry in share], list(entries))
    with ResultStore(cache / "rendered.sqlite") as kept:
        known = {job.path: recall(job, kept) for job in jobs}
        done |= {path: rendered for path, rendered in known.items() if rendered is not None}
        fresh = [job for job in jobs if job.path not in done]
        for job, outcome in _render_jobs(fresh, workers):
            if isinstance(outcome, JobFailed):
                findings.append(fault("RND001", library.entries[job.path].body.place(0), f"{outcome}", outcome.remedy))
            else:
                kept.put(key_of(job), outcome.to_json())
                done[job.path] = outcome
        kept.prune(map(key_of, jobs))
    return done, findings


def _render_jobs(jobs: list[RenderJob], workers: RendererPool) -> Iterator[tuple[RenderJob, Rendered | JobFailed]]:
    if jobs:
        with workers:
            yield from workers.do(jobs)


def job_of(entry: Entry, library: Library, output: Output) -> RenderJob:
    """Everything that the rendering of one body depends on, and nothing else."""
    pictures = {}
    if isinstance(entry, Piece):
        pictures = {picture.file: _on_page(picture, entry, library, output) for picture in entry.pictures}
    absent = (resolve(entry.path, link.target.text).path for link in entry.body.links)
    return RenderJob(
        path=entry.path,
        text=entry.body.text,
        pictures=pictures,
        abbreviations=abbreviations_in(entry.body, library.glossary),
        absent=tuple(sorted({path for path in absent if path and not _has_address(path, library)})),
    )


def _on_page(picture: Picture, piece: Piece, library: Library, output: Output) -> PictureOnPage:
    path = f"{piece.folder}/{picture.file}"
    facts = library.picture(path) if library.is_there(path) else None
    withheld = why_withheld(picture, library, output) if facts else "its file is not a picture we can show"
    width, height = (facts.width, facts.height) if facts else (0, 0)
    in_sizes = output == "web" and bool(widths_of(width, height))
    return PictureOnPage(picture.alt, picture.credit, picture.caption or "", width, height, withheld, in_sizes)


def _has_address(path: str, library: Library) -> bool:
    entry = library.entries.get(path)
    if entry is not None:
        return is_published(entry)
    owner = library.pieces.get(folder_of(path)) or library.editions.get(folder_of(path))
    return path in files_beside(owner, library, "web") if owner else path.startswith(ASSETS)
