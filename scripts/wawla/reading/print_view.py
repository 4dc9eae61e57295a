"""What print shows of a piece: every word but those of the rendered body, of which it holds the source."""

from __future__ import annotations

from dataclasses import dataclass

from wawla.model import Account, Piece, Tool
from wawla.model.wording import capital, counted, label, listed, when, written_by
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
    year: int
    circa: bool
    title: str
    within: str
    form: str


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
    """The line under the summary: network, setting, phases, date, authors, readers."""
    author: str
    licence: str
    purpose: str
    minutes: str
    group: str
    materials: tuple[str, ...]
    questions: tuple[str, ...]
    body: str
    """In Markdown."""
    pictures: tuple[PrintedPicture, ...]
    """By file name."""
    table: tuple[tuple[str, ...], ...]
    """The rows of a data-set, the names of its columns first."""
    sources: tuple[PrintedSource, ...]


def print_view(piece: Piece, library: Library) -> PrintView:
    """What print shows of a piece."""
    account = piece if isinstance(piece, Account) else None
    tool = piece if isinstance(piece, Tool) else None
    network = library.networks.get(account.network) if account else None
    facts = (
        network.title if network else "",
        account.setting if account else "",
        capital(listed(list(piece.phases))),
        when(piece.written),
        written_by(piece),
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
        body=piece.body.text,
        pictures=tuple(
            PrintedPicture(each.file, each.alt, each.caption or "", each.credit)
            for each in sorted(piece.pictures, key=lambda picture: picture.file)
        ),
        table=tuple(map(tuple, table_of(piece, library))),
        sources=printed_sources(piece.sources, library),
    )


def printed_sources(keys: tuple[str, ...], library: Library) -> tuple[PrintedSource, ...]:
    """The register's entries for these keys, as print names them."""
    found = (library.sources[key] for key in keys if key in library.sources)
    return tuple(
        PrintedSource(each.author, each.year, each.circa, each.title, each.within or "", each.form) for each in found
    )
