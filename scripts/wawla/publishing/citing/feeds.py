"""Feeds of what is new, in Atom (RFC 4287): one for the whole publication, and one for each series."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple
from xml.sax.saxutils import escape, quoteattr

from wawla.model import Edition, Piece, Series, first_day
from wawla.model.typography import typographic
from wawla.model.wording import LANGUAGE, one_line
from wawla.publishing.citing.citation import Citation, citation_of_edition, citation_of_piece
from wawla.publishing.citing.earlier_feed import EarlierFeed
from wawla.publishing.cover_pictures import picture_address
from wawla.publishing.page import Asset
from wawla.publishing.site import SiteContext
from wawla.reading.library import Library

WHOLE = "feed.xml"
"""The address of the feed of the whole publication."""

_MOST_ENTRIES = 50


class _News(NamedTuple):
    """A piece or an edition that came out, and the days it came out and last changed, as YYYY-MM-DD.

    Where nothing says when a piece came out, that is '', and it stands with the edition that brought it.
    """

    citation: Citation
    address: str
    published: str
    updated: str
    came: str
    """The day by which it is new."""


def feed_address(series: Series) -> str:
    """The address of a series' feed on the site."""
    return f"{series.folder}/{WHOLE}"


def feed_addresses(library: Library) -> list[str]:
    """The addresses of every feed."""
    return [WHOLE, *map(feed_address, library.series.values())]


def feeds(site: SiteContext) -> Iterator[Asset]:
    """Every feed; none where the site's address is not known, for an entry is named by its address.

    A feed holds the newest fifty editions and pieces, by the day on which each was published here: a text that an old
    edition gains is new. Of one day, an edition comes before its pieces. When the practice was is no matter. An entry
    was updated on the latest day of these that is known: when it came out, when its file last changed, and what the
    feed of the site that is replaced says of it. The feed was updated with the latest of its entries, or on the day of
    the newest commit, or when the feed that is replaced says, whichever is latest. Where neither a commit nor an
    earlier feed is known, it was updated on the day of the build: no build before it can have said more. So it never
    goes back.
    """
    if site.base:
        yield _feed(WHOLE, "", (site.title, "What is new in all series"), site.published.newest_first, site)
        for series in site.library.series.values():
            own = [edition for edition in site.published.newest_first if edition.series_slug == series.slug]
            named = f"{series.short_title}: {series.title}", "What is new in this series"
            yield _feed(feed_address(series), f"{series.folder}/", named, own, site)


def _feed(address: str, about: str, named: tuple[str, str], editions: list[Edition], site: SiteContext) -> Asset:
    """The feed at this address, of what stands at `about`; `named` are its title and its subtitle."""
    title, subtitle = named
    earlier = site.earlier_feeds.get(address, EarlierFeed())
    alone = [] if about else [piece for piece in site.published.pieces if not site.published.editions_of(piece)]
    newest_first = sorted(_news(editions, alone, site), key=lambda entry: entry.came, reverse=True)
    news = [_not_before(earlier, entry) for entry in newest_first[:_MOST_ENTRIES]]
    unknown = not (site.newest or site.changes or earlier.updated)
    today = site.library.today.isoformat() if unknown else ""
    newest = max([today, site.newest, earlier.updated, *(entry.updated for entry in news)])
    publisher = site.library.publisher.name if site.library.publisher else title
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        f'<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="{LANGUAGE}">',
        f"<id>{escape(site.base + address)}</id>",
        f"<title>{_text(title)}</title>",
        f"<subtitle>{_text(subtitle)}</subtitle>",
        f"<updated>{_moment(newest)}</updated>",
        f"<author><name>{_text(publisher)}</name></author>",
        f'<link rel="self" type="application/atom+xml" href={quoteattr(site.base + address)}/>',
        f'<link rel="alternate" type="text/html" href={quoteattr(site.base + about)}/>',
        *(f"<logo>{escape(site.base + picture_address(edition))}</logo>" for edition in editions[:1]),
        *(line for entry in news for line in _entry(entry, site)),
        "</feed>",
    ]
    return Asset(address, ("\n".join(lines) + "\n").encode())


def _news(editions: list[Edition], alone: list[Piece], site: SiteContext) -> Iterator[_News]:
    """These editions, each followed by those of its pieces that were in none before it; and the pieces in none."""
    for edition in editions:
        day = _day(edition.published)
        yield _News(
            citation_of_edition(edition, site), site.address_of(edition), day, max(day, site.changed(edition)), day
        )
        yield from (_news_of(piece, day, site) for piece in _first_in(edition, editions, site))
    yield from (_news_of(piece, "", site) for piece in alone if piece.published)


def _news_of(piece: Piece, day: str, site: SiteContext) -> _News:
    """A piece as news, of the day on which it was published or, where nothing says that, the edition with it."""
    published = _day(piece.published) if piece.published else ""
    came = published or day
    updated = max(came, site.changed(piece))
    return _News(citation_of_piece(piece, site), site.address_of(piece), published, updated, came)


def _day(when: str | None) -> str:
    return first_day(when or "1970").isoformat()


def _not_before(earlier: EarlierFeed, entry: _News) -> _News:
    """The entry, updated when the earlier feed says, where that is later."""
    return entry._replace(updated=max(entry.updated, earlier.entries.get(entry.address, "")))


def _first_in(edition: Edition, among: list[Edition], site: SiteContext) -> Iterator[Piece]:
    folders = {each.folder for each in among}
    for piece in site.published.pieces_of(edition):
        holding = [each.folder for each in site.published.editions_of(piece) if each.folder in folders]
        if holding[-1] == edition.folder:
            yield piece


def _entry(news: _News, site: SiteContext) -> Iterator[str]:
    citation = news.citation
    yield "<entry>"
    yield f"<id>{escape(news.address)}</id>"
    yield f"<title>{_text(citation.title)}</title>"
    yield f"<updated>{_moment(news.updated)}</updated>"
    if news.published:
        yield f"<published>{_moment(news.published)}</published>"
    yield from (f"<author><name>{escape(name.plain)}</name></author>" for name in citation.names)
    yield f'<link rel="alternate" type="text/html" href={quoteattr(news.address)}/>'
    yield from (f"<category term={quoteattr(one_line(theme))}/>" for theme in citation.themes)
    yield f"<summary>{_text(citation.summary)}</summary>"
    yield "</entry>"


def _moment(day: str) -> str:
    return f"{day}T00:00:00Z"


def _text(text: str) -> str:
    return escape(one_line(typographic(text)))
