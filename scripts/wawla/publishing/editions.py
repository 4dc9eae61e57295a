"""The pages of the home, the catalogue, every series and every edition."""

from __future__ import annotations

from collections.abc import Iterator

from wawla.model import Edition
from wawla.model.outline import Section
from wawla.model.wording import THE_EDITORS, first_published, numbered, written_by
from wawla.publishing.citing.citation import citation_of_edition
from wawla.publishing.citing.feeds import WHOLE, feed_address
from wawla.publishing.citing.forms import citation_forms
from wawla.publishing.order_page import order_anchor
from wawla.publishing.page import Page
from wawla.publishing.printed_copies import printed_copies, sections_of
from wawla.publishing.search import MORE, facets_of_edition
from wawla.publishing.site import SiteContext
from wawla.publishing.templating import html_of


def edition_pages(site: SiteContext) -> Iterator[Page]:
    """A page for every edition, published or forthcoming."""
    for edition in site.library.editions.values():
        rendered = site.rendered[edition.path]
        series = site.published.series_of(edition)
        by_kind = _by_kind(edition, site)
        citation = citation_of_edition(edition, site)
        copies = printed_copies(edition, site)
        html = html_of(
            "edition.html",
            f"{edition.folder}/",
            edition=edition,
            pdf=site.downloads.get(edition.folder),
            series=series,
            site=site,
            body=rendered.html,
            by_kind=by_kind,
            people=sorted({written_by(piece) for piece in site.published.pieces_of(edition)}),
            sources=site.published.sources_of((*edition.sources, *filter(None, [edition.original]))),
            original=site.library.sources.get(edition.original or ""),
            citation=citation,
            forms=citation_forms(citation),
            publisher=site.library.publisher,
            contact=site.orders.taken_by,
            can_be_ordered=any(entry.folder == edition.folder for entry in site.orders.offered),
            copies=copies,
            headings={section.anchor: section.title for section in sections_of(copies)},
            order_anchor=order_anchor(edition),
            changed=site.changed(edition),
        )
        contents = (Section(2, "_contents", "Contents"),) if by_kind else ()
        yield Page(
            path=edition.path,
            title=edition.title,
            description=edition.summary,
            html=html,
            author=publisher.name if (publisher := site.library.publisher) else THE_EDITORS,
            outline=(*rendered.outline, *contents, Section(2, "_order", "How to order"), *sections_of(copies)),
            hue=edition.hue,
            kind="edition",
            facets=facets_of_edition(edition, site),
            date=edition.published or "",
            dates=(first_published(edition.published),) if edition.published else (),
            scripts=("copy.js",) if edition.status == "published" else (),
        )


def _by_kind(edition: Edition, site: SiteContext) -> dict[str, list[object]]:
    """The pieces of a published edition under their kinds, both in reading order."""
    found: dict[str, list[object]] = {}
    if edition.status == "published":
        for piece in site.published.pieces_of(edition):
            found.setdefault(piece.kind, []).append(piece)
    return found


def series_pages(site: SiteContext) -> Iterator[Page]:
    """A page for every series, and the catalogue of all of them."""
    for series in site.library.series.values():
        html = html_of(
            "series.html",
            f"{series.folder}/",
            series=series,
            site=site,
            editions=site.library.editions_in(series),
            publisher=site.library.publisher,
            sources=site.published.sources_of(series.sources),
            feed=feed_address(series),
        )
        yield Page(f"{series.folder}/index.md", series.title, series.summary, html, kind="series", facets=MORE)
    title, description = "Editions", "Every edition of every series, published and forthcoming."
    catalogue = html_of(
        "catalogue.html",
        "series/",
        site=site,
        title=title,
        description=description,
        series=list(site.library.series.values()),
        initiatives=site.library.initiatives,
        feed=WHOLE,
    )
    yield Page("series/index.md", title, description, catalogue, kind="catalogue")


def home_page(site: SiteContext) -> Page:
    """The front page: the newest edition, three ways in, and the shelf of covers."""
    newest = next(iter(site.published.newest_first), None)
    library = site.library
    html = html_of(
        "home.html",
        "",
        site=site,
        newest=newest,
        series=site.published.series_of(newest) if newest else None,
        pieces=site.published.pieces_of(newest) if newest else [],
        shelf=[edition for edition in library.editions.values() if edition is not newest],
        publisher=library.publisher,
        numbered=numbered,
    )
    description = newest.summary if newest else "A publication in the making."
    return Page("docs/index.md", "Home", description, html, hue=newest.hue if newest else "", kind="home")
