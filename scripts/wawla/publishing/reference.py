"""What stands beside the pieces: the glossary, the sources, and the pages of docs/."""

from __future__ import annotations

from collections.abc import Iterator

from wawla.publishing import order_page
from wawla.publishing.contact_section import with_contact_section
from wawla.publishing.page import Page
from wawla.publishing.search import MORE
from wawla.publishing.site import SiteContext
from wawla.publishing.statement import SLUG, statement
from wawla.publishing.templating import html_of


def reference_pages(site: SiteContext) -> Iterator[Page]:
    """The glossary and the sources."""
    yield _reference("glossary", "Glossary", "Abbreviations used in this publication.", site)
    yield _reference("sources", "Sources", "What the pieces draw on, and which pieces draw on it.", site)


def _reference(name: str, title: str, description: str, site: SiteContext) -> Page:
    used: dict[str, list[object]] = {key: [] for key in site.library.sources}
    for piece in site.published.pieces if name == "sources" else ():
        for key in piece.sources:
            used.setdefault(key, []).append(piece)
    listed = [key for each in site.library.initiatives for key in each.sources]
    html = html_of(
        f"{name}.html", f"{name}/", site=site, title=title, description=description, used=used, listed=listed
    )
    facets = MORE if name == "glossary" else ()
    return Page(f"{name}/index.md", title, description, html, kind=name, facets=facets)


def site_pages(site: SiteContext) -> Iterator[Page]:
    """The pages of docs/: about, order, contribute and the rest."""
    for page in site.library.site_pages.values():
        rendered = site.rendered[page.path]
        scripts: tuple[str, ...] = ()
        publisher = site.library.publisher
        body, outline = with_contact_section(page.slug, publisher, rendered.html, rendered.outline)
        if page.slug == SLUG:
            body, outline = statement(site.library.accessibility, site.library.today, body, outline)
        elif page.slug == order_page.SLUG:
            body, outline, scripts = order_page.order_form(site, body, outline)
        html = html_of(
            "site_page.html",
            f"{page.slug}/",
            page=page,
            body=body,
            site=site,
            sources=site.published.sources_of(page.sources),
            changed=site.changed(page),
        )
        yield Page(page.path, page.title, page.summary, html, outline, kind="site-page", scripts=scripts, facets=MORE)
