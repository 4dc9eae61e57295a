"""The sitemap: every page's address for search engines (sitemaps.org, protocol 0.9)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from xml.sax.saxutils import escape

from wawla.publishing.page import Page


def sitemap(pages: Iterable[Page], base: str, changes: Mapping[str, str]) -> str:
    """The sitemap of these pages, for the site at `base`; a page's day is given where its history is known."""
    entries = []
    for page in pages:
        changed = f"<lastmod>{changes[page.path]}</lastmod>" if page.path in changes else ""
        entries.append(f"<url><loc>{escape(base + page.address)}</loc>{changed}</url>")
    lines = "\n".join(entries)
    head = '<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">'
    return f"{head}\n{lines}\n</urlset>\n"
