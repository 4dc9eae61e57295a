"""A build from end to end: all ten steps, with the lock held and the old site whole until the end."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from wawla.building.engine.run_mkdocs import build_site, site_facts
from wawla.building.pipeline import BuildOptions, build_pages, refuse_tracked
from wawla.building.swap import fresh_site
from wawla.checking.check_publication import Checked, Tell
from wawla.model.errors import WawlaError
from wawla.model.findings import Finding
from wawla.model.os_errors import writing_to
from wawla.printing.preflight import check_typesetting
from wawla.reading.tree import require_publication
from wawla.runtime.cache_folder import open_cache
from wawla.runtime.history import export_build_time
from wawla.runtime.minimum_versions import check_requirements


@dataclass(frozen=True)
class BuildResult:
    """How a build went: its findings, and how many pages the new site has."""

    checked: Checked
    findings: tuple[Finding, ...]
    pages: int = 0
    failed: bool = False


def build_publication(
    root: Path,
    site: Path,
    today: dt.date,
    tell: Tell,
    note: Callable[[str], None],
    pdfs: bool = True,
    cache: Path | None = None,
) -> BuildResult:
    """Build the publication under `root` into `site`. Raises WawlaError where it cannot be done at all.

    `tell` is called with the name of each step, `note` with anything else a person should know. `pdfs` says whether
    editions and pieces are offered as PDFs too, `cache` is another folder for what can be used again.
    """
    check_requirements()
    if not (root / "mkdocs.yml").is_file():
        raise WawlaError(f"{root} has no mkdocs.yml, so its site cannot be built.")
    require_publication(root)
    export_build_time(root)
    cache = open_cache(root, cache, note)
    refuse_tracked(cache)
    if pdfs:
        _check_typesetting(cache)
    with fresh_site(root, cache, site, note) as fresh:
        base, name = site_facts(root)
        publication = build_pages(root, cache, today, BuildOptions(base, name, pdfs, site), tell)
        for each in publication.notes:
            note(each)
        findings = (*publication.checked.findings, *publication.findings)
        if publication.stopped_by:
            return BuildResult(publication.checked, findings, failed=True)
        tell("build")
        with writing_to(site):
            build_site(root, cache, fresh.folder, site, publication, tell)
        tell("swap")
        pages = sum(1 for _ in fresh.folder.rglob("*.html"))
        fresh.finished = True
    return BuildResult(publication.checked, findings, pages)


def _check_typesetting(cache: Path) -> None:
    """Raise WawlaError where this machine can make no PDFs, with both ways out."""
    try:
        check_typesetting(cache)
    except WawlaError as error:
        raise WawlaError(f"{error}\nOr build the site without PDFs:  wawla build --no-pdfs") from error
