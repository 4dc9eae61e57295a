"""The kinds of page and the forms that a site of this library has: what a review of its accessibility looks at."""

from __future__ import annotations

from wawla.reading.catalogue import catalogue
from wawla.reading.library import Library
from wawla.reading.published import Published

_ALWAYS = ("home", "catalogue", "list", "browse", "search", "glossary", "sources", "help", "search-form")
ORDER_FORM = "order-form"


def site_parts(library: Library) -> list[str]:
    """Their names, in the order of the alphabet. Kinds of page have those that the pages themselves have."""
    published = Published(library, "web")
    parts = {*_ALWAYS, *(piece.kind for piece in published.pieces)}
    by_content = {
        "series": library.series,
        "edition": library.editions,
        "network": library.networks,
        "site-page": library.site_pages,
        ORDER_FORM: _has_order_page(library) and any(entry.printing for entry in catalogue(library)),
    }
    return sorted(parts | {name for name, there in by_content.items() if there})


def _has_order_page(library: Library) -> bool:
    return any(page.slug == "order" for page in library.site_pages.values())
