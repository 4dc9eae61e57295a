"""Rendered bodies of earlier builds, by a digest of everything that decides the outcome."""

from __future__ import annotations

from functools import cache

from wawla.rendering.job import BUILT_ON, Rendered, RenderJob
from wawla.rendering.sanitising import sanitise
from wawla.runtime.result_store import ResultStore
from wawla.runtime.source_digest import source_digest

MODULES = (
    "wawla.model.body.bare_links",
    "wawla.model.body.block_parser",
    "wawla.model.body.block_signs",
    "wawla.model.body.canonical",
    "wawla.model.body.containers",
    "wawla.model.body.extent",
    "wawla.model.body.footnotes",
    "wawla.model.body.github",
    "wawla.model.body.inline_parser",
    "wawla.model.body.links",
    "wawla.model.body.parser",
    "wawla.model.body.spans",
    "wawla.model.body.words",
    "wawla.model.outline",
    "wawla.model.typography",
    "wawla.reading.linking",
    "wawla.rendering.abbreviations",
    "wawla.rendering.body_tables",
    "wawla.rendering.figures",
    "wawla.rendering.job",
    "wawla.rendering.markdown_to_html",
    "wawla.rendering.pictures.sizes",
    "wawla.rendering.sanitising",
    "wawla.rendering.worker",
)
"""What decides how a job comes out. What decides the job itself is in its own digest."""


@cache
def configuration() -> str:
    """A digest of the renderer itself: its own source, and the versions of what it is built on."""
    return source_digest(MODULES, packages=BUILT_ON)


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
