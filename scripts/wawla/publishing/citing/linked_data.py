"""Linked data in the vocabulary of schema.org: what the home, a series, an edition or a piece is."""

from __future__ import annotations

from typing import Any

from wawla.model import KINDS, Author, Edition, Piece, Series, Source, Tool
from wawla.model.wording import LANGUAGE, THE_EDITORS, coverage, label
from wawla.publishing.citing.author_names import is_body, name_of_person_or_body
from wawla.publishing.citing.citation import citation_of_edition
from wawla.publishing.cover_pictures import HEIGHT, WIDTH, picture_address
from wawla.publishing.page import Page
from wawla.publishing.site import SiteContext

Thing = dict[str, Any]
About = Piece | Edition | Series | None
"""What a page is about, where it is one thing of the library."""

LICENCES = {
    "CC BY 4.0": "https://creativecommons.org/licenses/by/4.0/",
    "CC BY-SA 4.0": "https://creativecommons.org/licenses/by-sa/4.0/",
    "CC BY-NC 4.0": "https://creativecommons.org/licenses/by-nc/4.0/",
    "CC0 1.0": "https://creativecommons.org/publicdomain/zero/1.0/",
}


def linked_data(page: Page, about: About, site: SiteContext) -> Thing | None:
    """What a page is about, as JSON-LD; None for a page that is about nothing of its own, such as a list.

    Where strangers cannot reach the site, nothing has an `@id`.
    """
    thing: Thing | None = None
    if isinstance(about, Piece):
        thing = _piece(about, site)
    elif isinstance(about, Edition):
        thing = _edition(about, site)
    elif about:
        thing = _series(about, site)
    elif page.kind == "home":
        thing = _website(site, page.description)
    return {"@context": "https://schema.org", **thing} if thing else None


def _thing(kind: str, address: str = "", **facts: object) -> Thing:
    """A thing of this type, with those of its facts that are known; an address is its name for other programs too."""
    identity = {"@id": address, "url": address} if address else {}
    return {"@type": kind, **identity, **{name: fact for name, fact in facts.items() if fact}}


def _at(address: str, site: SiteContext) -> str:
    return site.public_base + address if site.public_base else ""


def _website(site: SiteContext, description: str) -> Thing:
    address = _at("", site)
    facts = {"name": site.title, "description": description, "inLanguage": LANGUAGE, "publisher": _publisher(site)}
    return _thing("WebSite", address, **facts)


def _publisher(site: SiteContext) -> Thing | None:
    publisher = site.library.publisher
    if not publisher:
        return None
    identity = {"@id": _at("#publisher", site)} if site.public_base else {}
    return {**_thing("Organization", name=publisher.name, alternateName=publisher.short_name), **identity}


def _named_series(series: Series, site: SiteContext) -> Thing:
    return _thing("Periodical", _at(f"{series.folder}/", site), name=series.title, alternateName=series.short_title)


def _series(series: Series, site: SiteContext) -> Thing:
    return {
        **_named_series(series, site),
        **_thing("Periodical", description=series.summary, inLanguage=LANGUAGE, publisher=_publisher(site)),
        "hasPart": [_named_edition(edition, site) for edition in site.library.editions_in(series)],
    }


def _named_edition(edition: Edition, site: SiteContext) -> Thing:
    address = _at(f"{edition.folder}/", site)
    return _thing("PublicationIssue", address, name=edition.title, issueNumber=str(edition.number))


def _edition(edition: Edition, site: SiteContext) -> Thing:
    series = site.published.series_of(edition)
    published = edition.status == "published"
    citation = citation_of_edition(edition, site)
    pieces = site.published.pieces_of(edition) if published else []
    facts = _thing(
        "PublicationIssue",
        description=edition.summary,
        identifier=edition.reference,
        datePublished=edition.published if published else "",
        dateModified=site.changed(edition),
        creativeWorkStatus="Published" if published else "Forthcoming",
        audience=_audience(edition.who_for),
        inLanguage=LANGUAGE,
        publisher=_publisher(site),
        author=_thing("Organization", name=citation.names[0].plain),
        license=sorted({LICENCES[piece.licence] for piece in pieces}),
        isAccessibleForFree=published,
        image=_picture(edition, site),
        isPartOf=_named_series(series, site) if series else None,
        isBasedOn=[_source(source) for source in citation.sources],
        hasPart=[_named_piece(piece, site) for piece in pieces],
    )
    return {**_named_edition(edition, site), **facts}


def _picture(edition: Edition, site: SiteContext) -> Thing | None:
    if not site.public_base:
        return None
    address = _at(picture_address(edition), site)
    facts = {
        "contentUrl": address,
        "width": f"{WIDTH} px",
        "height": f"{HEIGHT} px",
        "caption": f"Cover of {edition.title}",
    }
    return _thing("ImageObject", address, **facts)


def _named_piece(piece: Piece, site: SiteContext) -> Thing:
    return _thing(KINDS[piece.kind].schema_type, _at(f"{piece.folder}/", site), name=piece.title)


def _piece(piece: Piece, site: SiteContext) -> Thing:
    editions = site.published.editions_of(piece)
    based_on = site.published.compiled_from(piece)
    kind = KINDS[piece.kind].schema_type
    facts = _thing(
        kind,
        description=piece.summary,
        author=[_author(author) for author in piece.authors] or [_thing("Organization", name=THE_EDITORS)],
        publisher=_publisher(site),
        temporalCoverage=coverage(piece),
        datePublished=piece.published,
        dateModified=site.changed(piece),
        license=LICENCES[piece.licence],
        isAccessibleForFree=True,
        inLanguage=LANGUAGE,
        keywords=list(piece.themes),
        isBasedOn=[_source(source) for source in based_on],
        citation=[_source(source) for source in site.published.sources_of(piece.sources) if source not in based_on],
        audience=_audience(piece.who_for),
        educationalLevel=list(piece.phases),
        image=_picture(editions[0], site) if editions else None,
        isPartOf=[
            {**_named_edition(edition, site), "isPartOf": _named_series(series, site)}
            for edition in editions
            if (series := site.published.series_of(edition))
        ],
        headline=piece.title if kind == "Article" else "",
    )
    return {**_named_piece(piece, site), **facts, **(_tool(piece, site) if isinstance(piece, Tool) else {})}


def _tool(tool: Tool, site: SiteContext) -> Thing:
    """What only a tool or a data-set says; how long it takes is a duration of ISO 8601."""
    if tool.kind == "data-set":
        address = _at(f"{tool.folder}/{tool.data}", site) if tool.data else ""
        download = _thing("DataDownload", contentUrl=address, encodingFormat="text/csv")
        return {"distribution": [download]} if address else {}
    more = {"learningResourceType": label(tool), "educationalUse": tool.purpose}
    return more | ({"timeRequired": f"PT{tool.minutes}M"} if tool.minutes else {})


def _author(author: Author) -> Thing:
    """A body, or a person who is known by name or, where there is none, by what they do."""
    if author.body or is_body(author.name or ""):
        return _thing("Organization", name=author.body or author.name)
    return _thing("Person", name=author.name or author.role, jobTitle=author.role if author.name else "")


def _source(source: Source) -> Thing:
    """What a text was made from, with its own publisher and year. A year that is a guess is said in words alone."""
    return _thing(
        "CreativeWork",
        name=source.title,
        author=_source_author(source.author) if source.author else None,
        isPartOf=_thing("CreativeWork", name=source.within) if source.within else None,
        publisher=_thing("Organization", name=source.publisher) if source.publisher else None,
        datePublished="" if source.circa else f"{source.year}",
        description=f"Published in about {source.year}." if source.circa else "",
    )


def _source_author(name: str) -> Thing | str:
    """A body or a person by the words of the name; of a single one, such as 'Ofsted', nothing says which it is."""
    if is_body(name):
        return _thing("Organization", name=name)
    return _thing("Person", name=name) if name_of_person_or_body(name).given else name


def _audience(who_for: str | None) -> Thing | None:
    return _thing("Audience", audienceType=who_for) if who_for else None
