"""Series, editions and the publisher; and the pages of the site itself."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Annotated, ClassVar, Literal

from pydantic import Field, StringConstraints, create_model

from wawla.model.addresses import is_reserved
from wawla.model.fields import PUBLISHED_HERE, Line, Located, LocatedFile, Name, Slug, Title, WebAddress, When, field
from wawla.model.kinds import EDITION_LISTS, KINDS
from wawla.model.pieces import Entry
from wawla.model.printing import Erratum, PrintSettings

Hue = Annotated[str, StringConstraints(pattern=r"^#[0-9a-f]{6}$")]
Prefix = Annotated[str, StringConstraints(pattern=r"^[A-Za-z]{2,12}$")]
Email = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9._+-]+@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+$")]

if TYPE_CHECKING:
    KindName = str
else:
    KindName = Literal[tuple(KINDS)]


class Publisher(Located):
    """Who publishes this site, and where readers and orders can write: `series/publisher.yml`."""

    name: Line = field("Name", "The full name of whoever publishes this site.", "A college for heads")
    short_name: Line | None = field("Short name", "The name as it is used in running text.", "ACH", None)
    motto: tuple[Line, ...] = field("Motto", "The parts of the motto, in order.", ["with each other"], ())
    contact: Email | None = field(
        "Contact", "The address that orders and corrections go to.", "orders@publisher.example", None
    )
    contact_state: Literal["live", "example"] = field(
        "State of the contact",
        "`live` where somebody reads what is sent to it; `example` where nobody does. Then no link writes to it. An"
        " address such as orders@publisher.example is an example in any case.",
        "live",
        "live",
    )
    note: Line | None = field("Note", "What a reader should know before writing to it.", "Closed in August.", None)
    corrections: WebAddress | None = field(
        "Corrections",
        "The form or tracker in which readers say that something is wrong, where that is not the contact.",
        "https://publisher.example/form",
        None,
    )
    repository: WebAddress | None = field(
        "Repository",
        "Where the files of this publication can be seen, such as its page on a forge. Every page links to its source.",
        "https://forge.example/publisher/series",
        None,
    )

    @property
    def live_contact(self) -> str:
        """The contact where somebody reads what is sent to it; '' where it is an example, or none is known."""
        live = self.contact and self.contact_state == "live" and not is_reserved(self.contact)
        return self.contact or "" if live else ""

    @property
    def live_corrections(self) -> str:
        """The form or tracker for corrections; '' where none is named, or its host is reserved for examples."""
        return self.corrections if self.corrections and not is_reserved(self.corrections) else ""

    @property
    def live_repository(self) -> str:
        """The repository, without a slash at its end; '' where none is named, or its host is reserved for examples."""
        return self.repository.rstrip("/") if self.repository and not is_reserved(self.repository) else ""


class Holding(Located):
    """One thing that every edition of a series must hold."""

    at_least: int = field("At least", "How many pieces.", 1, ge=1, le=20)
    of: tuple[KindName, ...] = field("Of", "The kinds that count towards it.", ["tool", "data-set"], min_length=1)


class Series(LocatedFile):
    """A run of editions with one order prefix: `series/<series>/series.yml`."""

    title: Title = field("Title", "The title of the series.", "What do we ask?")
    short_title: Name = field("Short title", "What people call it.", "ASK")
    summary: Line = field("Summary", "What the series is for, in one or two sentences.", "It makes learning public.")
    order_prefix: Prefix = field("Order prefix", "What every reference of the series begins with.", "ASK")
    number_word: Name = field("Word for the number", "What stands before an edition's number.", "Title")
    position: int = field(
        "Position", "Its place among the series in the catalogue; the lowest comes first.", 1, 100, ge=1, le=1000
    )
    holds: tuple[Holding, ...] = field(
        "What every edition holds",
        "The least that a published edition must hold.",
        [{"at_least": 1, "of": ["account"]}],
        (),
    )
    programme: Line | None = field(
        "Programme", "The programme that the series came out of.", "Schools that learn together", None
    )
    original_publisher: Line | None = field(
        "Original publisher",
        "Who first published the series, where that is not who publishes this site.",
        "A college for heads",
        None,
    )
    sources: tuple[Slug, ...] = field("Sources", "Where the facts about the series come from.", ["wawla-3"], ())
    print: PrintSettings = Field(  # each series has its own, for it knows its place
        default_factory=PrintSettings,
        title="Print",
        description="How its editions are printed: size, bleed, paper, profile.",
        examples=[{"page_size": "A5"}],
    )

    def attach(self, path: str) -> None:
        """Tell the series its file. Called once, by the reader."""
        self._file = path


class Part(Located):
    """What somebody did for an edition."""

    did: Line = field("Part", "What was done.", "Compiled and edited by")
    who: Line = field("Who", "By whom: a role or a body, not a private person.", "the editors of the series")


class _EditionFacts(Entry):
    """What an edition says of itself before it lists its pieces."""

    number: int = field("Number", "Its number in the series.", 3, ge=1, le=999)
    reference: Title = field(
        "Reference",
        "What a printed copy is ordered by: the order prefix, a stroke, a few words.",
        "ASK/Trust at work",
    )
    status: Literal["forthcoming", "published"] = field(
        "Status", "`published` once readers may see its pieces; until then `forthcoming`.", "published"
    )
    published: When | None = field("Published", PUBLISHED_HERE, "2026-11-23", None)
    original: Slug | None = field(
        "Original",
        "The key of its printed original in series/sources.yml, where there was one with another publisher or year.",
        "wawla-3",
        None,
    )
    hue: Hue = field("Colour", "The edition's own colour, dark enough to read on white.", "#0b5f5c")
    who_for: Line | None = field("Who it is for", "The readers it has in mind.", "Heads and policy-makers", None)


if TYPE_CHECKING:
    _EditionLists = _EditionFacts
else:
    _EditionLists = create_model(
        "_EditionLists",
        __base__=_EditionFacts,
        **{
            name: (
                tuple[Slug, ...],
                field(
                    name.replace("_", " ").capitalize(),
                    f"Its {each.holds} in reading order, by the names of their folders.",
                    [each.example],
                    (),
                ),
            )
            for name, each in EDITION_LISTS.items()
        },
    )


class Edition(_EditionLists):
    """One title of a series: `series/<series>/<edition>/index.md`. It lists its pieces in reading order."""

    word: ClassVar[str] = "edition"

    people: tuple[Part, ...] = field(
        "People", "Who made the edition, by role.", [{"did": "Compiled by", "who": "the editors"}], ()
    )
    errata: tuple[Erratum, ...] = field(
        "Errata",
        "What printed copies have otherwise than the site, since a piece was corrected after it was printed.",
        [{"printing": 1, "piece": "tools/a", "page": 5, "correction": "For ‘ten’ read ‘two’.", "text": "3fa2b1c9d4e5"}],
        (),
    )

    @cached_property
    def series_slug(self) -> str:
        """The name of the folder of its series."""
        return self.folder.split("/")[1]


class SitePage(Entry):
    """A page of the site itself, such as the privacy notice: `docs/<name>.md`."""

    word: ClassVar[str] = "page"

    @cached_property
    def slug(self) -> str:
        """The name of its file without the ending."""
        return self.path.rpartition("/")[2].removesuffix(".md")
