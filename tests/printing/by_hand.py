"""Books made by hand for tests: one page with what a test wants to see set, and what becomes of it."""

import shutil
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from folders import SAMPLE, SITE
from site_of_the_sample import with_site

from wawla.model import Piece
from wawla.printing.make_pdfs import TYPESETTING
from wawla.printing.print_input import PrintInput
from wawla.printing.typesetting.job import Document, SettingJob, TypesetResult
from wawla.reading.library import Library
from wawla.reading.visible import is_published
from wawla.rendering.bodies import job_of
from wawla.rendering.markdown_to_html import Renderer
from wawla.runtime.job_failure import JobFailed
from wawla.runtime.worker_pool import WorkerPool

PAGE = """<!doctype html>
<html lang="en-GB"><head><meta charset="utf-8"><title>Made by hand</title>
<style>html {{ font-family: "Source Serif Pro" }}</style></head>
<body><h1>Made by hand</h1>{}</body></html>"""


def job(inner: str, pictures: Mapping[str, bytes] | None = None, name: str = "by-hand") -> SettingJob:
    """A page of A4 for the screen with this HTML under its heading."""
    return SettingJob(
        Document(name, f"{name}.md", name, PAGE.format(inner), (210, 297), "2005-03-01", pictures or {}), ""
    )


def set_all(jobs: Mapping[str, SettingJob], folder: Path, seconds: float = 120) -> dict[str, TypesetResult | JobFailed]:
    """What becomes of these jobs; the PDF of each is written to `<name>.pdf` in the folder."""
    places = {str(folder / f"{name}.pdf"): name for name in jobs}
    with WorkerPool[SettingJob, TypesetResult](TYPESETTING, seconds=seconds) as workers:
        outcomes = workers.do([replace(jobs[name], to=place) for place, name in places.items()])
        return {places[done.to]: outcome for done, outcome in outcomes}


def print_input_of(library: Library, base: str = SITE) -> PrintInput:
    """A library on its way to books, rendered for print in this process."""
    renderer = Renderer()
    shown = [entry for entry in library.entries.values() if is_published(entry)]
    return PrintInput(library, {entry.path: renderer.render(job_of(entry, library, "print")) for entry in shown}, base)


def with_body(print_input: PrintInput, piece: Piece, html: str) -> PrintInput:
    """The same matter, with another body in the place of a piece's own."""
    rendered = replace(print_input.rendered[piece.path], html=html)
    return replace(print_input, rendered={**print_input.rendered, piece.path: rendered})


def refused(outcomes: Mapping[str, TypesetResult | JobFailed]) -> Sequence[str]:
    """The names of the jobs that could not be done."""
    return sorted(name for name, outcome in outcomes.items() if isinstance(outcome, JobFailed))


def laid_out(root: Path) -> Path:
    """The sample in a folder of its own, with the configuration that gives the address of the site."""
    return with_site(Path(shutil.copytree(SAMPLE, root)))
