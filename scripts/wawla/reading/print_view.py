"""What print shows of a piece: every word of it, with the body as it was written."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields, is_dataclass
from itertools import chain

from wawla.model import Account, Entry, Piece, Tool
from wawla.model.body import Body
from wawla.model.registers import filed_under, is_part
from wawla.model.wording import capital, counted, first_published, label, listed, practice_of, written_by
from wawla.reading.abbreviations import abbreviations_in
from wawla.reading.library import Library
from wawla.reading.tables import table_of


@dataclass(frozen=True)
class PrintedPicture:
    """A picture of the text, as it is described. Whether it may be shown today is no word of the piece."""

    file: str
    alt: str
    caption: str
    credit: str


@dataclass(frozen=True)
class PrintedSource:
    """A source as the list of sources names it."""

    author: str
    """'' where none is known."""
    year: int
    circa: bool
    title: str
    within: str
    publisher: str
    """'' where that is the author."""
    form: str

    @property
    def is_part(self) -> bool:
        """Whether it is a part of what it came out in."""
        return is_part(self.form, self.within)

    @property
    def filed_under(self) -> tuple[str, int, str]:
        """By what lists of sources are in order."""
        return filed_under(self.author, self.year, self.title)


@dataclass(frozen=True)
class PrintedAbbreviation:
    """An abbreviation as the list of abbreviations explains it."""

    word: str
    stands_for: str


@dataclass(frozen=True)
class PrintView:
    """A piece as books and leaflets are handed it. They know nothing of it from anywhere else.

    A digest over this tells whether printed words have changed (`reading.print_digest`), so whatever print shows of a
    piece in future belongs here first.
    """

    kind: str
    form: str
    """What kind of tool it is; '' for any other piece."""
    label: str
    title: str
    summary: str
    network: str
    """The title of the network it comes from; '' where it is not an account."""
    facts: tuple[str, ...]
    """The line under the summary: network, setting, phases, time, authors, first publication, readers."""
    author: str
    licence: str
    purpose: str
    minutes: str
    group: str
    materials: tuple[str, ...]
    questions: tuple[str, ...]
    body: Body
    """Print is handed its rendering, which is made of this and of other parts of the view."""
    pictures: tuple[PrintedPicture, ...]
    """By file name."""
    table: tuple[tuple[str, ...], ...]
    """The rows of a data-set, the names of its columns first."""
    sources: tuple[PrintedSource, ...]
    """By author and year."""
    abbreviations: tuple[PrintedAbbreviation, ...]
    """In the order of the alphabet."""


def print_view(piece: Piece, library: Library) -> PrintView:
    """What print shows of a piece."""
    account = piece if isinstance(piece, Account) else None
    tool = piece if isinstance(piece, Tool) else None
    network = library.networks.get(account.network) if account else None
    facts = (
        network.title if network else "",
        account.setting if account else "",
        capital(listed(list(piece.phases))),
        practice_of(piece),
        written_by(piece),
        first_published(piece.published),
        f"For {piece.who_for[0].lower()}{piece.who_for[1:]}" if piece.who_for else "",
    )
    return PrintView(
        kind=piece.kind,
        form=tool.form if tool else "",
        label=label(piece),
        title=piece.title,
        summary=piece.summary,
        network=network.title if network else "",
        facts=tuple(fact for fact in facts if fact),
        author=written_by(piece),
        licence=piece.licence,
        purpose=tool.purpose if tool else "",
        minutes=counted(tool.minutes, "minute") if tool and tool.minutes else "",
        group=(tool.group or "") if tool else "",
        materials=tool.materials if tool else (),
        questions=piece.questions,
        body=piece.body,
        pictures=tuple(
            PrintedPicture(each.file, each.alt, each.caption or "", each.credit)
            for each in sorted(piece.pictures, key=lambda picture: picture.file)
        ),
        table=tuple(map(tuple, table_of(piece, library))),
        sources=printed_sources(piece, library),
        abbreviations=printed_abbreviations(piece, library),
    )


def texts_of(part: object) -> Iterator[str]:
    """Every text in a view or in a part of it, whichever field it stands in; of the body, its source."""
    if is_dataclass(part):
        yield from chain(*(texts_of(getattr(part, field.name)) for field in fields(part)))
    elif isinstance(part, tuple):
        yield from chain(*map(texts_of, part))
    else:
        yield part.text if isinstance(part, Body) else f"{part}"


def printed_sources(entry: Entry, library: Library) -> tuple[PrintedSource, ...]:
    """The sources that an entry draws on, each once, by author and year."""
    found = [library.sources[key] for key in entry.sources if key in library.sources]
    named = [
        PrintedSource(
            each.author or "", each.year, each.circa, each.title, each.within or "", each.publisher or "", each.form
        )
        for each in found
    ]
    return by_author(named)


def by_author(sources: Iterable[PrintedSource]) -> tuple[PrintedSource, ...]:
    """These sources, each once, by author and year."""
    return tuple(sorted(dict.fromkeys(sources), key=lambda source: source.filed_under))


def printed_abbreviations(entry: Entry, library: Library) -> tuple[PrintedAbbreviation, ...]:
    """The abbreviations of the glossary that an entry uses, in the order of the alphabet."""
    return tuple(PrintedAbbreviation(*each) for each in abbreviations_in(entry.body, library.glossary).items())
