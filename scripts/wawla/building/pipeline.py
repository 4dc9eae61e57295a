"""Steps 5 to 7: the bodies of a checked publication to HTML, its books to PDFs, and all of it to finished pages."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace
from pathlib import Path

from wawla.checking.check_publication import Checked, Tell, check_publication, silent
from wawla.model.errors import WawlaError
from wawla.model.findings import Finding, in_order
from wawla.printing.make_pdfs import blamed, make_pdfs, on_the_site, screen_job
from wawla.printing.print_input import Matter
from wawla.publishing.help import help_pages
from wawla.publishing.page import Asset, Download, Page
from wawla.publishing.pages import assets, publish
from wawla.publishing.policy import headers_file
from wawla.publishing.site import Site
from wawla.publishing.sitemap import sitemap
from wawla.reading.history import last_changes
from wawla.rendering.bodies import RENDERING, Renderers, is_published, render_bodies


@dataclass(frozen=True)
class Publication:
    """What a build hands to MkDocs: finished pages and files. `findings` are those of rendering and printing."""

    checked: Checked
    pages: tuple[Page, ...] = ()
    assets: tuple[Asset, ...] = ()
    findings: tuple[Finding, ...] = ()

    @property
    def stopped_by(self) -> tuple[Finding, ...]:
        """The findings because of which there are no pages; none where all went well."""
        return (*self.checked.errors, *(each for each in self.findings if each.severity == "error"))


@dataclass(frozen=True)
class Wanted:
    """What a build is for."""

    base: str = ""
    """The address of the site, with a slash at its end; '' where it is not known."""
    name: str = ""
    """What the site is called; '' where it is not known."""
    pdfs: bool = True
    """Whether editions and pieces are offered as PDFs too."""


def make_publication(root: Path, today: dt.date, wanted: Wanted = Wanted(), tell: Tell = silent) -> Publication:
    """Steps 1 to 7, from the files under `root`. Raises WawlaError where there is no publication."""
    with Renderers(RENDERING) as workers:
        return make_pages(root, check_publication(root, today, tell), workers, wanted, tell)


def make_pages(root: Path, checked: Checked, workers: Renderers, wanted: Wanted, tell: Tell = silent) -> Publication:
    """Render, print and publish. Without pages where the check found errors, or a body or book could not be made."""
    if checked.errors:
        return Publication(checked)
    library, cache = checked.library, root / ".cache"
    tell("render")
    shown = [entry for entry in library.entries.values() if is_published(entry)]
    rendered, findings = render_bodies(shown, library, cache, workers)
    if findings:
        return Publication(checked, findings=tuple(in_order(findings)))
    downloads: dict[str, Download] = {}
    if wanted.pdfs:
        tell("print")
        for_print, _ = render_bodies(shown, library, cache, workers, "print")  # what fails here has failed above
        downloads, findings = _downloads(Matter(library, for_print, wanted.base), root)
    tell("publish")
    site = Site(library, rendered, last_changes(root), wanted.base, wanted.name, downloads)
    pages = publish(site, help_pages())
    _apart(pages)
    addresses = Asset("sitemap.xml", sitemap(pages, wanted.base, site.changes).encode())
    return Publication(checked, tuple(pages), (*assets(site, cache), addresses, headers_file()), tuple(findings))


def matter_for_print(root: Path, today: dt.date, base: str, tell: Tell = silent) -> tuple[Checked, Matter | None]:
    """Steps 1 to 5, for print alone: what books are made from, or None where the check found errors.

    Raises WawlaError where there is no publication.
    """
    checked = check_publication(root, today, tell)
    if checked.errors:
        return checked, None
    tell("render")
    shown = [entry for entry in checked.library.entries.values() if is_published(entry)]
    with Renderers(RENDERING) as workers:
        rendered, findings = render_bodies(shown, checked.library, root / ".cache", workers, "print")
    checked = replace(checked, findings=tuple(in_order([*checked.findings, *findings])))
    return checked, None if findings else Matter(checked.library, rendered, base)


def _downloads(matter: Matter, root: Path) -> tuple[dict[str, Download], list[Finding]]:
    """The PDFs that the site offers, by the folders of editions and pieces, and what is wrong with the others."""
    items = on_the_site(matter)
    made = make_pdfs([screen_job(item, matter) for item in items], root / ".cache")
    folders = {item.path: item.folder for item in items}
    found = {}
    for pdf in made.pdfs:
        folder = folders[pdf.book.path]
        where = pdf.file.relative_to(root).as_posix()
        found[folder] = Download(f"{folder}/{pdf.book.name}.pdf", pdf.set.pages, pdf.size, where)
    return found, blamed(made.findings, matter, root / ".cache")


def _apart(pages: list[Page]) -> None:
    """Raise WawlaError where two pages have one address: one of them would be lost."""
    known: dict[str, Page] = {}
    for page in pages:
        other = known.setdefault(page.address, page)
        if other is not page:
            raise WawlaError(f"'{other.title}' and '{page.title}' would have one address, {page.address}. Rename one.")
