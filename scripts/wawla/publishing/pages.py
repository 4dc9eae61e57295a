"""Step 7, publish: a Library and its rendered bodies to every page and file of the site."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from wawla.publishing.browsing.browse import browse_pages
from wawla.publishing.browsing.networks import network_pages
from wawla.publishing.citing.feeds import feeds
from wawla.publishing.citing.forms import citation_files
from wawla.publishing.citing.metadata import with_heads
from wawla.publishing.corrections import with_corrections
from wawla.publishing.cover_pictures import cover_pictures
from wawla.publishing.editions import edition_pages, home_page, series_pages
from wawla.publishing.order_page import order_files
from wawla.publishing.page import Asset, Page
from wawla.publishing.pieces import look_assets, piece_assets, piece_pages
from wawla.publishing.reference import reference_pages, site_pages
from wawla.publishing.search import known_words, search_page
from wawla.publishing.site import SiteContext
from wawla.rendering.look.fonts import font_faces, font_files, licence_texts
from wawla.runtime.forked_map import WORTH_A_COPY, forked_map
from wawla.runtime.user_cache import user_cache


def publish(site: SiteContext, others: Iterable[Page] = ()) -> list[Page]:
    """Every page of the publication and, like them given its head, those of `others`; sorted by path."""
    halves = site.published.pieces[::2], site.published.pieces[1::2]
    makers: list[Callable[[], list[Page]]] = [
        lambda: [home_page(site), search_page(site), *edition_pages(site), *series_pages(site)],
        lambda: list(piece_pages(site, halves[0])),
        lambda: [*browse_pages(site), *network_pages(site), *reference_pages(site), *site_pages(site), *others],
        lambda: list(piece_pages(site, halves[1])),
    ]
    large = len(site.published.pieces) >= 2 * WORTH_A_COPY

    def make(makers: Sequence[Callable[[], list[Page]]]) -> list[Page]:
        return with_corrections(with_heads((page for maker in makers for page in maker()), site), site)

    pages = forked_map(make, makers, worth_a_copy=2 if large else len(makers))
    return sorted(pages, key=lambda page: page.path)


def assets(site: SiteContext, cache: Path) -> list[Asset]:
    """Every file that goes beside the pages: of pieces, covers, feeds and orders, and the fonts."""
    shared = user_cache()  # fonts depend on what is installed and not on the publication
    fonts = [Asset(f"assets/fonts/{name}", data) for name, data in font_files(shared and shared / "fonts").items()]
    licences = [Asset(f"assets/fonts/{name}", data) for name, data in licence_texts().items()]
    faces = Asset("assets/fonts.css", font_faces("fonts").encode())
    pdfs = [Asset(pdf.address, copy_of=pdf.copy_of) for pdf in site.downloads.values()]
    own = [
        *pdfs,
        *piece_assets(site),
        *look_assets(site),
        *citation_files(site),
        *cover_pictures(site, cache),
        *feeds(site),
    ]
    return [*own, *order_files(site), known_words(site), *fonts, *licences, faces]
