"""How to cite a piece or an edition, in the Harvard style (Cite Them Right, 12th edition, 2022)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Literal

from wawla.model import KINDS, Author, Edition, Piece, Source
from wawla.model.typography import typographic
from wawla.model.wording import THE_EDITORS, coverage, ended, listed, one_line, source_line
from wawla.publishing.citing.author_names import AuthorName, name_of_person_or_body
from wawla.publishing.site import SiteContext

PublicationType = Literal["chapter", "book", "dataset", "page"]
"""What is cited: a piece of an edition, an edition, a data-set, or a piece that no edition holds."""

_MOST_AUTHORS = 3
"""With more, only the first is named."""


@dataclass(frozen=True)
class Citation:
    """The parts of a reference, set in type and each on one line; a part that there is none of is ''."""

    form: PublicationType
    key: str
    """What tells it from every other: made from its folder, so that it never changes while the folder stays."""
    names: tuple[AuthorName, ...]
    date: str
    """When it was published here: a year, a month or a day, as YYYY-MM-DD; '' where that is not known, or to come."""
    title: str
    host: str
    """What it is part of; printed in italics."""
    series: str
    number: str
    number_word: str
    publisher: str
    """Who publishes this site."""
    address: str
    """Where readers find it; '' where this copy of the site has no address that strangers can reach."""
    summary: str
    themes: tuple[str, ...] = ()
    practice: str = ""
    """When what it tells of took place, as programs are told; '' where it says nothing of that."""
    compiled_from: tuple[Source, ...] = ()
    """What the editors compiled it from; none where others wrote it."""
    original: Source | None = None
    """The printed original of an edition, where there was one."""

    @property
    def slug(self) -> str:
        """The last part of its folder: a name for files."""
        return self.key.rpartition(":")[2]

    @property
    def authors(self) -> str:
        """'Writer, A. and Reader, B.'; with more than three, the first and 'et al.'."""
        if len(self.names) > _MOST_AUTHORS:
            return f"{self.names[0].short} et al."
        return listed([name.short for name in self.names])

    @property
    def year(self) -> str:
        """The year, or 'forthcoming' of an edition, or 'no date'."""
        return self.date[:4] or ("forthcoming" if self.form == "book" else "no date")

    @property
    def place(self) -> str:
        """Series, number and publisher; this last not where it is the author."""
        series = f"{self.series}, {self.number_word.lower()} {self.number}" if self.series else ""
        publisher = "" if self.names == (AuthorName(self.publisher),) else self.publisher
        return ". ".join(part for part in (series, publisher) if part)

    @property
    def sources(self) -> tuple[Source, ...]:
        """All that it was made from, as every form names it: what it was compiled from, then the printed original."""
        return (*self.compiled_from, *filter(None, [self.original]))

    @property
    def provenance(self) -> str:
        """What it was compiled from, and the printed original that there was; '' where neither is known."""
        original = typeset_line(source_line(self.original)) if self.original else ""
        sources = "; ".join(typeset_line(source_line(each)) for each in self.compiled_from)
        said = (("Compiled from", sources), ("Printed original", original))
        return " ".join(ended(f"{begins}: {rest}") for begins, rest in said if rest)

    @property
    def text(self) -> str:
        """The whole reference as plain text, as the macro `cite` prints it."""
        title = f"‘{self.title}’, in {self.host}" if self.host else self.title
        parts = (f"{self.authors} ({self.year}) {title}.", self.place and f"{self.place}.", self.provenance)
        available = self.address and f"Available at: {self.address}"
        return " ".join(part for part in (*parts, available) if part)


def citation_of_piece(piece: Piece, site: SiteContext) -> Citation:
    """How to cite a piece, as part of the newest edition that holds it."""
    edition = next(iter(site.published.editions_of(piece)), None)
    is_data = KINDS[piece.kind].schema_type == "Dataset"
    form: PublicationType = "dataset" if is_data else "chapter" if edition else "page"
    names = tuple(_name(author) for author in piece.authors) or (AuthorName(THE_EDITORS),)
    citation = _citation(form, piece, names, piece.published or "", edition, site)
    return replace(
        citation,
        host=typeset_line(edition.title) if edition else "",
        themes=piece.themes,
        practice=coverage(piece),
        compiled_from=tuple(site.published.compiled_from(piece)),
    )


def citation_of_edition(edition: Edition, site: SiteContext) -> Citation:
    """How to cite an edition as a whole."""
    publisher = site.library.publisher
    names = (AuthorName(typeset_line(publisher.name) if publisher else THE_EDITORS),)
    citation = _citation("book", edition, names, edition.published or "", edition, site)
    return replace(
        citation,
        compiled_from=tuple(site.published.compiled_from(edition)),
        original=site.library.sources.get(edition.original or ""),
    )


def _citation(
    form: PublicationType,
    entry: Piece | Edition,
    names: Iterable[AuthorName],
    date: str,
    edition: Edition | None,
    site: SiteContext,
) -> Citation:
    series = site.published.series_of(edition) if edition else None
    publisher = site.library.publisher
    return Citation(
        form=form,
        key=entry.folder.replace("/", ":"),
        names=tuple(names),
        date=date,
        title=typeset_line(entry.title),
        host="",
        series=typeset_line(series.title) if series else "",
        number=str(edition.number) if series and edition else "",
        number_word=series.number_word if series else "",
        publisher=typeset_line(publisher.name) if publisher else "",
        address=site.public_address_of(entry),
        summary=typeset_line(entry.summary),
    )


def _name(author: Author) -> AuthorName:
    """The author of a piece: a body as it says, or a person or a body as the name tells; a role where there is none."""
    if author.body or not author.name:
        return AuthorName(typeset_line(author.body or author.role))
    return name_of_person_or_body(typeset_line(author.name), author.role)


def typeset_line(text: str) -> str:
    """The text on one line, with its quotation marks as in print."""
    return one_line(typographic(text))
