"""Where a reader of a page says that something is wrong, and where its source stands."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Literal
from urllib.parse import quote

from wawla.model import Publisher
from wawla.publishing.order_page import mailto
from wawla.publishing.page import Page
from wawla.publishing.site import SiteContext
from wawla.reading.library import Library
from wawla.reading.paths import GLOSSARY, NETWORKS, SOURCES

_REGISTERS = {"networks/": NETWORKS, "glossary/": GLOSSARY, "sources/": SOURCES}
"""What those pages are made from that have no text of their own, by the beginning of their address."""


CorrectionsGoTo = Literal["form", "contact", "repository", ""]


def corrections_go_to(publisher: Publisher | None) -> CorrectionsGoTo:
    """Who receives what readers find wrong; '' where nobody does. What was named for it goes first."""
    if not publisher:
        return ""
    if publisher.live_corrections:
        return "form"
    if publisher.live_contact:
        return "contact"
    return "repository" if publisher.live_repository else ""


def with_corrections(pages: Iterable[Page], site: SiteContext) -> list[Page]:
    """The pages, each with both addresses; '' for what the publisher has not named, or what nobody would answer."""
    publisher = site.library.publisher
    if not publisher:
        return list(pages)
    return [
        replace(page, correction=_correction(page, site, publisher), source=_source(page, site.library, publisher))
        for page in pages
    ]


def _correction(page: Page, site: SiteContext, publisher: Publisher) -> str:
    """A form or tracker that was named for this, a message to the contact, or a new issue in the repository."""
    address = f"{site.base}{page.address}" if site.base else page.path
    title, text = f"Something wrong: {page.title}", f"On this page: {address}\n\n"
    match corrections_go_to(publisher):
        case "form":
            form = publisher.live_corrections
            return f"{form}{'&' if '?' in form else '?'}page={quote(address, safe='')}"
        case "contact":
            return mailto(publisher.live_contact, title, text)
        case "repository":
            asked = f"title={quote(title, safe='')}&body={quote(text, safe='')}"
            if "gitlab" in publisher.live_repository:
                asked = asked.replace("title=", "issue[title]=", 1).replace("&body=", "&issue[description]=", 1)
            return f"{_within(publisher.live_repository)}issues/new?{asked}"
        case "":
            return ""


def _source(page: Page, library: Library, publisher: Publisher) -> str:
    """The file that a page is made from; the repository as a whole, where it is made from many."""
    if not publisher.live_repository:
        return ""
    file = _file_of(page, library)
    return f"{_within(publisher.live_repository)}blob/HEAD/{quote(file)}" if file else publisher.live_repository


def _file_of(page: Page, library: Library) -> str:
    series = page.path.replace("/index.md", "/series.yml") if page.kind == "series" else page.path
    if library.is_there(series):
        return series
    return next((file for begins, file in _REGISTERS.items() if page.address.startswith(begins)), "")


def _within(repository: str) -> str:
    """What the addresses within a repository begin with: on most forges its own, on GitLab with `/-/` after it."""
    return f"{repository}/-/" if "gitlab" in repository else f"{repository}/"
