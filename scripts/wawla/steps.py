"""Steps 5 and 6: the bodies of a checked publication to HTML, and all of it to finished pages."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from pathlib import Path

from wawla.checking.publication import Checked, Tell, check_publication, silent
from wawla.errors import WawlaError
from wawla.findings import Finding, in_order
from wawla.publishing.dates import last_changes
from wawla.publishing.help import help_pages
from wawla.publishing.page import Asset, Page
from wawla.publishing.pages import assets, publish
from wawla.publishing.policy import headers_file
from wawla.publishing.site import Site
from wawla.publishing.sitemap import sitemap
from wawla.rendering.bodies import RENDERING, Renderers, is_published, render_bodies


@dataclass(frozen=True)
class Publication:
    """What a build hands to MkDocs: finished pages and files. `findings` are those of rendering."""

    checked: Checked
    pages: tuple[Page, ...] = ()
    assets: tuple[Asset, ...] = ()
    findings: tuple[Finding, ...] = ()

    @property
    def stopped_by(self) -> tuple[Finding, ...]:
        """The findings because of which there are no pages; none where all went well."""
        return (*self.checked.errors, *self.findings)


def make_publication(root: Path, today: dt.date, base: str = "", name: str = "", tell: Tell = silent) -> Publication:
    """Steps 1 to 6, from the files under `root`. Raises WawlaError where there is no publication.

    `base` is the address of the site, with a slash at its end, and `name` what it is called; '' where not known.
    """
    with Renderers(RENDERING) as workers:
        return make_pages(root, check_publication(root, today, tell), workers, base, name, tell)


def make_pages(
    root: Path, checked: Checked, workers: Renderers, base: str = "", name: str = "", tell: Tell = silent
) -> Publication:
    """Render and publish. Without pages where the check found errors, or a body could not be rendered."""
    if checked.errors:
        return Publication(checked)
    library, cache = checked.library, root / ".cache"
    tell("render")
    shown = [entry for entry in library.entries.values() if is_published(entry)]
    rendered, findings = render_bodies(shown, library, cache, workers)
    if findings:
        return Publication(checked, findings=tuple(in_order(findings)))
    tell("publish")
    site = Site(library, rendered, last_changes(root), base, name)
    pages = publish(site, help_pages())
    _apart(pages)
    addresses = Asset("sitemap.xml", sitemap(pages, base, site.changes).encode())
    return Publication(checked, tuple(pages), (*assets(site, cache), addresses, headers_file()))


def _apart(pages: list[Page]) -> None:
    """Raise WawlaError where two pages have one address: one of them would be lost."""
    known: dict[str, Page] = {}
    for page in pages:
        other = known.setdefault(page.address, page)
        if other is not page:
            raise WawlaError(f"'{other.title}' and '{page.title}' would have one address, {page.address}. Rename one.")
