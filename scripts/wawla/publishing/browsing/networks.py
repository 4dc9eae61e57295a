"""The pages of networks: all of them by region with the programme's map, and how each one appears."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from wawla.model import Network
from wawla.model.wording import capital
from wawla.publishing.browsing.browse import BROWSE, list_pages
from wawla.publishing.browsing.listing import paginate
from wawla.publishing.browsing.mentions import Mention, mentions
from wawla.publishing.browsing.programme_map import programme_map
from wawla.publishing.browsing.related_lists import ListLink, RelatedLists, network_lists
from wawla.publishing.browsing.shelves import SHELVES, sentences
from wawla.publishing.page import Page, shelf_address
from wawla.publishing.search import MORE
from wawla.publishing.site import SiteContext
from wawla.publishing.templating import html_of

_UP = ListLink("Network", "networks/", 0)


def network_pages(site: SiteContext) -> Iterator[Page]:
    """A page for every network of the register, and one for all of them."""
    yield _all_networks(site)
    named = mentions(site)
    for key, network in site.published.networks.items():
        yield _network_page(key, network, named.get(key, []), site)
        _, *further = list_pages(
            site, f"networks/{key}/", network.title, network.summary, _UP, site.published.accounts_of(key)
        )
        yield from further


def _all_networks(site: SiteContext) -> Page:
    title, description = "Networks", "The networks of schools that the accounts come from, by region."
    regions = [
        *sentences(SHELVES["regions"], site.library),
        *(each.region or "" for each in site.published.networks.values()),
    ]
    by_region = {region: site.published.networks_in(region) for region in dict.fromkeys(regions) if region}
    html = html_of(
        "networks.html",
        "networks/",
        site=site,
        title=title,
        description=description,
        up=BROWSE,
        map=programme_map({region: len(some) for region, some in by_region.items()}),
        by_region={**by_region, "": site.published.networks_in("")},
    )
    return Page("networks/index.md", title, description, html, kind="list")


def _network_page(key: str, network: Network, named: Sequence[Mention], site: SiteContext) -> Page:
    address, accounts = f"networks/{key}/", site.published.accounts_of(key)
    editions = Counter(edition.folder for account in accounts for edition in site.published.editions_of(account))
    themes = Counter(theme for account in accounts for theme in account.themes)
    near = {other: each for other, each in site.published.networks_in(network.region or "").items() if other != key}
    spoken = (
        ListLink(capital(theme), shelf_address("themes", theme), number) for theme, number in themes.most_common()
    )
    html = html_of(
        "network.html",
        address,
        site=site,
        network=network,
        list_page=paginate(address, accounts)[0],
        editions=[
            (edition, editions[edition.folder]) for edition in site.published.newest_first if edition.folder in editions
        ],
        themes=RelatedLists("Themes", tuple(spoken)),
        named=named,
        near=network_lists("Networks", near if network.region else {}, site),
        sources=site.published.sources_of(network.sources),
    )
    return Page(f"{address}index.md", network.title, network.summary, html, kind="network", facets=MORE)
