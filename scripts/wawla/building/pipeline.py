"""Steps 5 to 7: the bodies of a checked publication to HTML, its books to PDFs, and all of it to finished pages."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace
from pathlib import Path

from wawla.checking.check_publication import Checked, Tell, check_publication, silent
from wawla.model.errors import WawlaError
from wawla.model.findings import Finding, in_order
from wawla.printing.make_pdfs import findings_at_pieces, items_for_site, make_pdfs, screen_job
from wawla.printing.preflight import check_typesetting
from wawla.printing.print_input import PrintInput
from wawla.publishing.citing.earlier_feed import earlier_feeds
from wawla.publishing.citing.feeds import feed_addresses
from wawla.publishing.help import help_pages
from wawla.publishing.page import Asset, Download, Page
from wawla.publishing.pages import assets, publish
from wawla.publishing.policy import headers_file
from wawla.publishing.site import SiteContext
from wawla.publishing.sitemap import sitemap
from wawla.reading.published import Published
from wawla.reading.tree import CONTENT
from wawla.rendering.bodies import RENDERING, RendererPool, render_bodies
from wawla.rendering.pictures.make import site_pictures
from wawla.runtime.git import is_tracked
from wawla.runtime.history import read_history


@dataclass(frozen=True)
class BuiltPages:
    """What a build hands to MkDocs: finished pages and files. `findings` are those of rendering and printing."""

    checked: Checked
    pages: tuple[Page, ...] = ()
    assets: tuple[Asset, ...] = ()
    findings: tuple[Finding, ...] = ()
    notes: tuple[str, ...] = ()
    """What a person should know beside: sentences about the machine or the setting, for which nothing stops."""

    @property
    def stopped_by(self) -> tuple[Finding, ...]:
        """The findings because of which there are no pages; none where all went well."""
        return (*self.checked.errors, *(each for each in self.findings if each.severity == "error"))


@dataclass(frozen=True)
class BuildOptions:
    """What a build is for."""

    base: str = ""
    """The address of the site, with a slash at its end; '' where it is not known."""
    name: str = ""
    """What the site is called; '' where it is not known."""
    pdfs: bool = True
    """Whether editions and pieces are offered as PDFs too."""
    replaced: Path | None = None
    """The folder of the site in whose place this one comes; None where there is none."""


def build_pages(
    root: Path, cache: Path, today: dt.date, wanted: BuildOptions = BuildOptions(), tell: Tell = silent
) -> BuiltPages:
    """Steps 1 to 7, from the files under `root`. Raises WawlaError where there is no publication."""
    refuse_tracked(cache)
    with RendererPool(RENDERING) as workers:
        return pages_of(root, cache, check_publication(root, today, tell), workers, wanted, tell)


def pages_of(
    root: Path, cache: Path, checked: Checked, workers: RendererPool, wanted: BuildOptions, tell: Tell = silent
) -> BuiltPages:
    """Render, print and publish. Without pages where the check found errors, or a body or book could not be made."""
    if checked.errors:
        return BuiltPages(checked)
    library = checked.library
    tell("render")
    rendered, findings = render_bodies(Published(library, "web").entries, library, cache, workers)
    pictures, failed = site_pictures(library, cache)
    if findings or failed:
        return BuiltPages(checked, findings=tuple(in_order([*findings, *failed])))
    downloads: dict[str, Download] = {}
    if wanted.pdfs:
        tell("print")
        to_print = Published(library, "print").entries
        for_print, _ = render_bodies(to_print, library, cache, workers, "print")  # what fails here has failed above
        downloads, findings = _downloads(PrintInput(library, for_print, wanted.base), cache)
    tell("publish")
    history = read_history(root, CONTENT)
    earlier = earlier_feeds(wanted.replaced, feed_addresses(library))
    site = SiteContext(
        library, rendered, history.changes, wanted.base, wanted.name, downloads, history.newest, earlier, pictures
    )
    pages = publish(site, help_pages())
    _check_addresses_differ(pages)
    addresses = Asset("sitemap.xml", sitemap(pages, wanted.base, site.changes).encode())
    files = (*assets(site, cache), addresses, headers_file())
    return BuiltPages(checked, tuple(pages), files, tuple(findings), tuple(filter(None, [history.unknown])))


def prepare_print(
    root: Path, cache: Path, today: dt.date, base: str, tell: Tell = silent
) -> tuple[Checked, PrintInput | None]:
    """Steps 1 to 5, for print alone: what books are made from, or None where the check found errors.

    Raises WawlaError where there is no publication, or where this machine can make no PDFs.
    """
    refuse_tracked(cache)
    check_typesetting(cache)
    checked = check_publication(root, today, tell)
    if checked.errors:
        return checked, None
    tell("render")
    shown = Published(checked.library, "print").entries
    with RendererPool(RENDERING) as workers:
        rendered, findings = render_bodies(shown, checked.library, cache, workers, "print")
    checked = replace(checked, findings=tuple(in_order([*checked.findings, *findings])))
    return checked, None if findings else PrintInput(checked.library, rendered, base)


def refuse_tracked(cache: Path) -> None:
    """Raise WawlaError where a cache came with the checkout: what stands in it was never looked at by anybody.

    Where git cannot tell, the seals alone decide what is used of it (`runtime.seal`).
    """
    if is_tracked(cache):
        raise WawlaError(
            f"git tracks {cache.name}, which holds what this machine has made and is never committed; what somebody"
            f" else has put there would be published unread. Take it out: git rm -r --cached {cache.name}, and delete"
            " the folder."
        )


def _downloads(print_input: PrintInput, cache: Path) -> tuple[dict[str, Download], list[Finding]]:
    """The PDFs that the site offers, by the folders of editions and pieces, and what is wrong with the others.

    A book that cannot be set, because it is over its limit or for whatever reason, is left out and named.
    """
    items = items_for_site(print_input)
    made = make_pdfs([screen_job(item, print_input) for item in items], cache)
    folders = {item.path: item.folder for item in items}
    found = {}
    for pdf in made.pdfs:
        folder = folders[pdf.book.path]
        found[folder] = Download(f"{folder}/{pdf.book.name}.pdf", pdf.result.pages, pdf.size, str(pdf.file))
    findings = findings_at_pieces(made.findings, print_input, cache)
    return found, [replace(each, severity="warning") for each in findings]  # a site without a PDF is a site


def _check_addresses_differ(pages: list[Page]) -> None:
    """Raise WawlaError where two pages have one address: one of them would be lost."""
    known: dict[str, Page] = {}
    for page in pages:
        other = known.setdefault(page.address, page)
        if other is not page:
            raise WawlaError(f"'{other.title}' and '{page.title}' would have one address, {page.address}. Rename one.")
