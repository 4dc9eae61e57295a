"""Series, editions and the publisher; and the pages of the site itself."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Annotated, ClassVar, Literal

from pydantic import Field, StringConstraints, create_model

from wawla.model.fields import Line, Located, LocatedFile, Name, Slug, Title, When, field
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
    """Who publishes the series, and where copies are ordered: `series/publisher.yml`."""

    name: Line = field("Name", "The publisher's full name.", "A college for heads")
    short_name: Line = field("Short name", "The name as it is used in running text.", "ACH")
    programme: Line = field("Programme", "The programme the series comes from.", "Schools that learn together")
    motto: tuple[Line, ...] = field("Motto", "The parts of the motto, in order.", ["with each other"], ())
    contact: Email = field("Contact", "The address that orders for printed copies go to.", "orders@publisher.example")
    note: Line | None = field("Note", "What a reader should know before writing to it.", "Closed in August.", None)


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
    published: When | None = field("Published", "When it came out: a year, a month or a day.", "2005", None)
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
