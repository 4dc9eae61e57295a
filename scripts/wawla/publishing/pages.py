"""Step 6, publish: a Library and its rendered bodies to every page and file of the site."""

from __future__ import annotations

from platformdirs import user_cache_path

from wawla.publishing.browse import browse_pages, site_pages
from wawla.publishing.editions import edition_pages, home_page, series_pages
from wawla.publishing.fonts import font_faces, font_files, licence_texts
from wawla.publishing.page import Asset, Page
from wawla.publishing.pieces import piece_assets, piece_pages
from wawla.publishing.site import Site

_FONT_CACHE = user_cache_path("wawla") / "fonts"
"""The fonts depend on what is installed and not on the publication, so every publication of a user shares them."""


def publish(site: Site) -> list[Page]:
    """Every page of the publication, but the help pages; sorted by path."""
    pages = [
        home_page(site),
        *piece_pages(site),
        *edition_pages(site),
        *series_pages(site),
        *browse_pages(site),
        *site_pages(site),
    ]
    return sorted(pages, key=lambda page: page.path)


def assets(site: Site) -> list[Asset]:
    """Every file that goes beside the pages: pictures and data of pieces, and the fonts."""
    fonts = [Asset(f"assets/fonts/{name}", data) for name, data in font_files(_FONT_CACHE).items()]
    licences = [Asset(f"assets/fonts/{name}", data) for name, data in licence_texts().items()]
    faces = Asset("assets/fonts/fonts.css", font_faces(".").encode())
    return [*piece_assets(site), *fonts, *licences, faces]
