"""Pages to find a piece by: all of a kind, by theme, level or phase, by network; the glossary and the sources."""

from __future__ import annotations

from collections.abc import Iterator

from wawla.publishing.page import Page, shelf_address
from wawla.publishing.site import SHELVES, Site
from wawla.publishing.templating import html_of
from wawla.publishing.wording import capital, counted

_KINDS = (
    (
        "accounts_of_practice",
        "Accounts of practice",
        ("account",),
        "What networks of schools tried, and what came of it.",
    ),
    (
        "tools",
        "Tools and data-sets",
        ("tool", "data-set"),
        "Things to use together: discussion tools, worksheets, prompts, and figures to think with.",
    ),
    (
        "think-pieces",
        "Think pieces",
        ("think-piece",),
        "Articles that make sense of what is known, and ask what follows from it.",
    ),
)
_SHELF_TITLES = {
    "themes": ("Themes", "What the pieces are about."),
    "levels": ("Levels of learning", "The six levels on which a network learns, from the pupil to other networks."),
    "phases": ("Phases", "Pieces by the phase of schooling they come from or serve."),
}


def browse_pages(site: Site) -> Iterator[Page]:
    """Every page that lists pieces."""
    for folder, title, kinds, description in _KINDS:
        pieces = [piece for piece in site.pieces if piece.kind in kinds]
        html = html_of(
            "list.html",
            f"{folder}/",
            site=site,
            title=title,
            description=description,
            label="Browse",
            pieces=pieces,
            terms={},
        )
        yield Page(f"{folder}/index.md", title, description, html, kind="list")
    for name, (title, description) in _SHELF_TITLES.items():
        yield from _shelf(name, title, description, site)
    yield from _networks(site)
    yield _reference("glossary", "Glossary", "Abbreviations used in this publication.", site)
    yield _reference("sources", "Sources", "What the pieces draw on, and which pieces draw on it.", site)


def _shelf(name: str, title: str, description: str, site: Site) -> Iterator[Page]:
    shelf = site.shelf(name)
    words = getattr(site.library.vocabulary, name, {})
    terms = {
        capital(word): (shelf_address(name, word), words.get(word, ""), counted(len(pieces), "piece"))
        for word, pieces in shelf.items()
    }
    html = html_of(
        "list.html", f"{name}/", site=site, title=title, description=description, label="Browse", pieces=[], terms=terms
    )
    yield Page(f"{name}/index.md", title, description, html, kind="list")
    for word, pieces in shelf.items():
        page_title, sentence = capital(word), words.get(word, "")
        address = shelf_address(name, word)
        html = html_of(
            "list.html",
            address,
            site=site,
            title=page_title,
            description=sentence,
            label=SHELVES[name],
            pieces=pieces,
            terms={},
        )
        yield Page(f"{address}index.md", page_title, sentence or page_title, html, kind="list")


def _networks(site: Site) -> Iterator[Page]:
    networks = dict(sorted(site.library.networks.items(), key=lambda item: item[1].title.casefold()))
    title, description = "Networks", "The networks of schools that the accounts come from."
    shown = {piece.folder for piece in site.pieces}
    accounts = {
        key: [account for account in site.library.pieces_from(key) if account.folder in shown] for key in networks
    }
    terms = {
        network.title: (f"networks/{key}/", network.summary, counted(len(accounts[key]), "account"))
        for key, network in networks.items()
    }
    html = html_of(
        "list.html",
        "networks/",
        site=site,
        title=title,
        description=description,
        label="Browse",
        pieces=[],
        terms=terms,
    )
    yield Page("networks/index.md", title, description, html, kind="list")
    for key, network in networks.items():
        address = f"networks/{key}/"
        html = html_of(
            "network.html",
            address,
            site=site,
            network=network,
            sources=site.sources_of(network.sources),
            pieces=accounts[key],
        )
        yield Page(f"{address}index.md", network.title, network.summary, html, kind="network")


def _reference(name: str, title: str, description: str, site: Site) -> Page:
    used: dict[str, list[object]] = {key: [] for key in site.library.sources}
    for piece in site.pieces if name == "sources" else ():
        for key in piece.sources:
            used.setdefault(key, []).append(piece)
    html = html_of(f"{name}.html", f"{name}/", site=site, title=title, description=description, used=used)
    return Page(f"{name}/index.md", title, description, html, kind=name)


def site_pages(site: Site) -> Iterator[Page]:
    """The pages of docs/: about, order, contribute and the rest."""
    for page in site.library.site_pages.values():
        rendered = site.rendered[page.path]
        address = f"{page.slug}/"
        html = html_of(
            "site_page.html",
            address,
            page=page,
            body=rendered.html,
            site=site,
            publisher=site.library.publisher,
            sources=site.sources_of(page.sources),
            changed=site.changed(page),
        )
        yield Page(page.path, page.title, page.summary, html, rendered.outline, kind="site-page")
