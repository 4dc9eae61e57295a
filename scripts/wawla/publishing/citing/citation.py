"""How to cite a piece or an edition, in the Harvard style (Cite Them Right, 12th edition, 2022)."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal, NamedTuple
from urllib.parse import quote

from wawla.model import KINDS, Author, Edition, Piece
from wawla.model.typography import typographic
from wawla.model.wording import listed, one_line
from wawla.publishing.site import SiteContext

PublicationType = Literal["chapter", "book", "dataset", "page"]
"""What is cited: a piece of an edition, an edition, a data-set, or a piece that no edition holds."""

_MOST_AUTHORS = 3
"""With more, only the first is named."""
_FAMILY = re.compile(r"(?:^|\s)((?:[^\W\d_A-Z]\S*\s+)*\S+)$")
"""The last word, and the small words before it: Writer, van der Berg."""


class AuthorName(NamedTuple):
    """An author: family and given names of a person, or the whole name of a body, or a role, in `family`."""

    family: str
    given: str = ""

    @property
    def text(self) -> str:
        """'Writer, Anna', or the name of the body."""
        return f"{self.family}, {self.given}" if self.given else self.family

    @property
    def plain(self) -> str:
        """'Anna Writer', or the name of the body."""
        return f"{self.given} {self.family}".strip()

    @property
    def short(self) -> str:
        """'Writer, A.', or the name of the body."""
        initials = "".join(f"{part[0]}." for part in re.split(r"[\s.]+", self.given) if part)
        return f"{self.family}, {initials}" if initials else self.family


@dataclass(frozen=True)
class Citation:
    """The parts of a reference, set in type and each on one line; a part that there is none of is ''."""

    form: PublicationType
    key: str
    """What tells it from every other: made from its folder, so that it never changes while the folder stays."""
    names: tuple[AuthorName, ...]
    date: str
    """A year, a month or a day, as YYYY-MM-DD; '' for an edition that is still to come."""
    title: str
    host: str
    """What it is part of; printed in italics."""
    series: str
    number: str
    number_word: str
    publisher: str
    address: str
    summary: str
    themes: tuple[str, ...] = ()

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
        """The year, or 'forthcoming'."""
        return self.date[:4] or "forthcoming"

    @property
    def place(self) -> str:
        """Series, number and publisher."""
        series = f"{self.series}, {self.number_word.lower()} {self.number}" if self.series else ""
        return ". ".join(part for part in (series, self.publisher) if part)

    @property
    def text(self) -> str:
        """The whole reference as plain text, as the macro `cite` prints it."""
        title = f"‘{self.title}’, in {self.host}" if self.host else self.title
        parts = (f"{self.authors} ({self.year}) {title}.", self.place and f"{self.place}.")
        available = self.address and f"Available at: {self.address}"
        return " ".join(part for part in (*parts, available) if part)


def citation_of_piece(piece: Piece, site: SiteContext) -> Citation:
    """How to cite a piece, as part of the newest edition that holds it."""
    edition = next(iter(site.published.editions_of(piece)), None)
    is_data = KINDS[piece.kind].schema_type == "Dataset"
    form: PublicationType = "dataset" if is_data else "chapter" if edition else "page"
    names = tuple(_name(author) for author in piece.authors) or (AuthorName("The editors"),)
    return _citation(form, piece, names, piece.written, edition, site, host=edition.title if edition else "")


def citation_of_edition(edition: Edition, site: SiteContext) -> Citation:
    """How to cite an edition as a whole."""
    publisher = site.library.publisher
    names = (AuthorName(typeset_line(publisher.name) if publisher else "The editors"),)
    return _citation("book", edition, names, edition.published or "", edition, site)


def _citation(
    form: PublicationType,
    entry: Piece | Edition,
    names: Iterable[AuthorName],
    date: str,
    edition: Edition | None,
    site: SiteContext,
    host: str = "",
) -> Citation:
    series = site.published.series_of(edition) if edition else None
    publisher = site.library.publisher
    return Citation(
        form=form,
        key=entry.folder.replace("/", ":"),
        names=tuple(names),
        date=date,
        title=typeset_line(entry.title),
        host=typeset_line(host),
        series=typeset_line(series.title) if series else "",
        number=str(edition.number) if series and edition else "",
        number_word=series.number_word if series else "",
        publisher=typeset_line(publisher.name) if publisher else "",
        address=f"{site.base}{quote(entry.folder)}/" if site.base else "",
        summary=typeset_line(entry.summary),
        themes=entry.themes if isinstance(entry, Piece) else (),
    )


def _name(author: Author) -> AuthorName:
    """An author's name in its parts, as BibTeX would part it: at a comma, or else before the family name at the end."""
    if not author.name:
        return AuthorName(typeset_line(author.role))
    whole = typeset_line(author.name)
    family, comma, given = (part.strip() for part in whole.partition(","))
    if comma and family and given:
        return AuthorName(family, given)
    found = _FAMILY.search(whole)
    return AuthorName(found[1], whole[: found.start()].strip()) if found else AuthorName(whole)


def typeset_line(text: str) -> str:
    """The text on one line, with its quotation marks as in print."""
    return one_line(typographic(text))
