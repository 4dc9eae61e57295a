"""What the head of every page says to programs: Open Graph, Highwire tags, Dublin Core, feeds and linked data."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from urllib.parse import quote

from jinja2.utils import htmlsafe_json_dumps
from markupsafe import escape

from wawla.model import Edition, Piece, Series, folder_of
from wawla.model.wording import LANGUAGE, source_line
from wawla.publishing.citing.citation import Citation, citation_of_edition, citation_of_piece, typeset_line
from wawla.publishing.citing.feeds import WHOLE, feed_address
from wawla.publishing.citing.linked_data import LICENCES, About, linked_data
from wawla.publishing.cover_pictures import HEIGHT, WIDTH, picture_address
from wawla.publishing.page import Page
from wawla.publishing.site import SiteContext
from wawla.reading.linking import relative

_SCHEMAS = (
    '<link rel="schema.DC" href="http://purl.org/dc/elements/1.1/">\n'
    '<link rel="schema.DCTERMS" href="http://purl.org/dc/terms/">\n'
)


def with_heads(pages: Iterable[Page], site: SiteContext) -> list[Page]:
    """The pages, each with its metadata added at the end of its `head`."""
    return [replace(page, head=page.head + head_of(page, site)) for page in pages]


def head_of(page: Page, site: SiteContext) -> str:
    """The metadata of a page, as safe HTML. Without the site's address, whatever needs that is left out."""
    about = _about(page, site)
    citation = _citation(about, site)
    parts = [_meta("property", *pair) for pair in _open_graph(page, about, site) if pair[1]]
    parts.append(_meta("name", "twitter:card", "summary_large_image"))
    if site.base:
        parts += [_feed_link(title, relative(address, page.address)) for title, address in _feeds(about, site)]
    if citation:
        parts.append(_SCHEMAS)
        pairs = (*_highwire(citation, about, site), *_dublin_core(citation, about, site))
        parts += [_meta("name", *pair) for pair in pairs if pair[1]]
    data = linked_data(page, about, site)
    if data:  # no sign that could end the script is left in it
        parts.append(f'<script type="application/ld+json">{htmlsafe_json_dumps(data)}</script>\n')
    return "".join(parts)


def _meta(kind: str, name: str, content: object) -> str:
    return f'<meta {kind}="{name}" content="{escape(content)}">\n'


def _feed_link(title: str, href: str) -> str:
    return f'<link rel="alternate" type="application/atom+xml" title="{escape(title)}" href="{escape(href)}">\n'


def _about(page: Page, site: SiteContext) -> About:
    folder = folder_of(page.path)
    if page.kind == "series":
        return next((series for series in site.library.series.values() if series.folder == folder), None)
    return site.library.pieces.get(folder) or site.library.editions.get(folder)


def _citation(about: About, site: SiteContext) -> Citation | None:
    """What can be cited: every piece, and an edition once it is published."""
    if isinstance(about, Piece):
        return citation_of_piece(about, site)
    if isinstance(about, Edition) and about.status == "published":
        return citation_of_edition(about, site)
    return None


def _open_graph(page: Page, about: About, site: SiteContext) -> Iterator[tuple[str, object]]:
    """Open Graph (ogp.me); the picture is the cover of the page's own edition, or else of the newest."""
    yield "og:title", typeset_line(site.title if page.kind == "home" else page.title)
    yield "og:type", "article" if isinstance(about, Piece) else "website"
    yield "og:description", typeset_line(page.description)
    yield "og:site_name", typeset_line(site.title)
    yield "og:locale", "en_GB"
    if isinstance(about, Piece):
        yield "article:published_time", about.published or ""
        yield "article:modified_time", site.changed(about)
    if not site.base:
        return
    yield "og:url", site.base + page.address
    own = (
        [about] if isinstance(about, Edition) else site.published.editions_of(about) if isinstance(about, Piece) else []
    )
    for edition in (*own, *site.published.newest_first)[:1]:
        yield "og:image", site.base + picture_address(edition)
        yield "og:image:type", "image/png"
        yield "og:image:width", WIDTH
        yield "og:image:height", HEIGHT
        yield "og:image:alt", f"Cover of {typeset_line(edition.title)}"


def _feeds(about: About, site: SiteContext) -> Iterator[tuple[str, str]]:
    yield "What is new", WHOLE
    series = (
        site.published.series_of(about) if isinstance(about, Edition) else about if isinstance(about, Series) else None
    )
    if series:
        yield f"What is new in {typeset_line(series.title)}", feed_address(series)


def _highwire(citation: Citation, about: About, site: SiteContext) -> Iterator[tuple[str, str]]:
    """The tags of Highwire Press, as Google Scholar and Zotero read them: dates with strokes, as exact as is known.

    They have none for the number in a series: `citation_volume` is the volume of a journal, or of one work.
    """
    yield "citation_title", citation.title
    for name in citation.names:
        yield "citation_author", name.text
    yield "citation_publication_date", citation.date.replace("-", "/")
    yield "citation_inbook_title", citation.host
    yield "citation_series_title", citation.series
    yield "citation_publisher", citation.publisher
    yield "citation_language", "en"
    yield "citation_public_url", citation.address
    yield "citation_fulltext_html_url", citation.address
    pdf = site.downloads.get(about.folder) if about else None
    yield "citation_pdf_url", site.public_base + quote(pdf.address) if pdf and citation.address else ""


def _dublin_core(citation: Citation, about: About, site: SiteContext) -> Iterator[tuple[str, str]]:
    """Dublin Core in HTML (DCMI, DC-HTML 2008), with the types of the DCMI Type Vocabulary."""
    yield "DC.title", citation.title
    for name in citation.names:
        yield "DC.creator", name.text
    yield "DC.publisher", citation.publisher
    yield "DC.date", citation.date
    yield "DCTERMS.issued", citation.date
    yield "DCTERMS.temporal", citation.practice
    for source in citation.sources:
        yield "DC.source", typeset_line(source_line(source))
    yield "DC.type", "Dataset" if citation.form == "dataset" else "Text"
    yield "DC.format", "text/html"
    yield "DC.language", LANGUAGE
    yield "DC.description", citation.summary
    for theme in citation.themes:
        yield "DC.subject", theme
    yield "DC.identifier", citation.address
    if isinstance(about, Piece):
        for edition in site.published.editions_of(about):
            yield "DCTERMS.isPartOf", typeset_line(edition.title)
    elif isinstance(about, Edition):
        yield "DCTERMS.isPartOf", citation.series
    if isinstance(about, Piece | Edition):
        yield "DCTERMS.modified", site.changed(about)
        pieces = [about] if isinstance(about, Piece) else site.published.pieces_of(about)
        for address in sorted({LICENCES[piece.licence] for piece in pieces}):
            yield "DCTERMS.license", address
