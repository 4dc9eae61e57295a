"""What an edition lists: think pieces, accounts of practice, tools and data-sets."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cached_property
from typing import TYPE_CHECKING, ClassVar, Literal, get_args

from pydantic import AliasChoices, PrivateAttr

from wawla.model.authors import Author
from wawla.model.fields import (
    PUBLISHED_HERE,
    Day,
    FileName,
    Line,
    Located,
    LocatedFile,
    Output,
    Period,
    Slug,
    Title,
    When,
    Word,
    field,
)
from wawla.model.skips import SkipOrReason

if TYPE_CHECKING:
    from wawla.model.body import Body

Licence = Literal["CC BY 4.0", "CC BY-SA 4.0", "CC BY-NC 4.0", "CC0 1.0"]
ToolForm = Literal["discussion", "worksheet", "prompts", "data-set"]
TOOL_FORMS: Mapping[ToolForm, str] = {
    "discussion": "Discussion tool",
    "worksheet": "Worksheet",
    "prompts": "Prompts",
    "data-set": "",
}
"""What a tool of each form is called in its label; '' for the form that is a kind of piece, which is called by that."""
if get_args(ToolForm) != tuple(TOOL_FORMS):
    raise TypeError(f"The forms of a tool: the type has {get_args(ToolForm)}, and the table {tuple(TOOL_FORMS)}")


_WHEN_IT_WAS = (
    "When the practice or thinking it tells of took place: a year, a month or a day; or two, such as `2002/2004`."
)
_EARLIER_NAME = AliasChoices("practice", "written")
"""Texts that were begun before the field had its name are understood; a rule names the new one."""


def _either(words: Iterable[str]) -> str:
    *others, last = (f"`{word}`" for word in words)
    return f"{', '.join(others)} or {last}."


class Consent(Located):
    """Who agreed that a picture may be shown, where, and until when."""

    reference: Line = field(
        "Consent reference",
        "The reference of the signed consent in the school's own register.",
        "«number in the school's register»",
    )
    scope: tuple[Output, ...] = field(
        "Where it may be shown",
        "The outputs that were agreed to: `web`, `print` or both.",
        ["web", "print"],
        min_length=1,
    )
    until: Day = field("Agreed until", "The last day on which the picture may be shown.", "2027-07-31")


class Picture(Located):
    """An image with its alternative text, credit and consent."""

    file: FileName = field("File", "The name of the picture's file, which lies beside index.md.", "conference.jpg")
    alt: Line = field(
        "Alternative text",
        "What the picture shows, for a reader who cannot see it. One sentence; leave out 'image of'.",
        "Teachers round a table covered with sticky notes, seen from behind.",
    )
    credit: Line = field("Credit", "Who made the picture, or whose it is: a school or a network.", "Hartlepool NLC")
    caption: Line | None = field(
        "Caption", "What stands under the picture, where the text does not say it.", "The yearly conference.", None
    )
    shows_people: bool = field(
        "Shows people", "`false` where nobody can be recognised; then no consent is needed.", False, True
    )
    consent: Consent | None = field(
        "Consent",
        "Who agreed that the picture may be shown, where and until when. Needed where people are shown.",
        {"reference": "«number in the school's register»", "scope": ["web"], "until": "2027-07-31"},
        None,
    )


class Entry(LocatedFile):
    """A file with front matter and a body: a piece, an edition or a page of the site."""

    word: ClassVar[str] = "page"

    title: Title = field("Title", "The title, without a full stop.", "Enquiry groups led by teachers")
    summary: Line = field(
        "Summary",
        "What it says, in one or two sentences: a reader decides by it whether to read on.",
        "Volunteers from several schools take on a few questions that matter and report each term.",
    )
    sources: tuple[Slug, ...] = field(
        "Sources", "The keys of the sources it draws on, from series/sources.yml.", ["nlia-1"], ()
    )
    skip: dict[str, SkipOrReason] = field(
        "Skipped rules",
        "Rules that this file may break, each with the reason; of rules about persons, also the words that are meant.",
        {"PIC001": "consent is held on paper, letter of 3 May"},
        {},
    )

    _body: Body = PrivateAttr()
    _front: Body | None = PrivateAttr(default=None)
    _sibling_files: tuple[str, ...] = PrivateAttr(default=())

    def attach(self, path: str, body: Body, sibling_files: tuple[str, ...], front: Body | None = None) -> None:
        """Tell this entry its file, both parts of it, and the other files of its folder. Called once, by the reader."""
        self._file, self._body, self._sibling_files, self._front = path, body, sibling_files, front

    @cached_property
    def body(self) -> Body:
        """The Markdown under the front matter, with its places."""
        return self._body

    @property
    def front(self) -> Body | None:
        """The front matter as it was written, with its places; None where the reader found none."""
        return self._front

    @cached_property
    def fields_as_text(self) -> str:
        """All its fields as JSON, in which a sign that none of them may hold is found at once."""
        return self.model_dump_json()

    @cached_property
    def sibling_files(self) -> tuple[str, ...]:
        """Paths of the other files in its folder, sorted."""
        return self._sibling_files


class Piece(Entry):
    """Anything an edition lists."""

    word: ClassVar[str] = "piece"

    who_for: Line | None = field(
        "Who it is for", "The readers who will get most from it.", "Heads, co-leaders and lead learners", None
    )
    themes: tuple[Word, ...] = field(
        "Themes", "What it is about, in words of series/vocabulary.yml.", ["enquiry"], min_length=1, max_length=4
    )
    levels: tuple[Word, ...] = field(
        "Levels of learning", "The levels of learning it speaks of, of the six.", ["staff", "school-to-school"], ()
    )
    phases: tuple[Word, ...] = field(
        "Phases", "The phases of schooling it comes from or serves.", ["primary", "secondary"], ()
    )
    authors: tuple[Author, ...] = field(
        "Authors",
        "Who wrote it, each with a role. Where editors made it from sources, use `compiled_by`.",
        [{"role": "Head teacher of a primary school"}],
        (),
    )
    compiled_by: Literal["editors"] | None = field(
        "Compiled by",
        "`editors`, where they made the piece from published sources. Then name the sources.",
        "editors",
        None,
    )
    practice: Period | None = field("Time of the practice", _WHEN_IT_WAS, "2005", None, validation_alias=_EARLIER_NAME)
    circa: bool = field("About", "`true` where the time of the practice is a good guess.", True, False)
    published: When | None = field(
        "Published",
        PUBLISHED_HERE,
        "2026-11-23",
        None,
    )
    licence: Licence = field("Licence", "On what terms others may use it.", "CC BY 4.0", "CC BY 4.0")
    draft: bool = field("Draft", "`true` while it is not ready for readers.", True, False)
    questions: tuple[Line, ...] = field(
        "Questions",
        "Questions a reader can take to the next meeting; five at the most.",
        ["Who in our schools could lead an enquiry?"],
        (),
        max_length=5,
    )
    pictures: tuple[Picture, ...] = field(
        "Pictures",
        "Every picture in the text, with its alternative text, credit and consent.",
        [{"file": "river.jpg", "alt": "A river in flood.", "credit": "The school", "shows_people": False}],
        (),
    )

    @property
    def kind(self) -> str:
        """What kind of piece it is, by its name in `model.kinds`; a model that holds several says which."""
        return self.word.replace(" ", "-")

    @property
    def years(self) -> tuple[str, ...]:
        """The years of its practice, by which it is filed: the year, or the first and the last; none without one."""
        return tuple(dict.fromkeys(each[:4] for each in (self.practice or "").split("/") if each))


class ThinkPiece(Piece):
    """An article that makes sense of what is known and provokes new thinking."""

    word: ClassVar[str] = "think piece"


class Account(Piece):
    """An account of practice: what one network tried, and what came of it."""

    word: ClassVar[str] = "account"

    network: Slug = field("Network", "The network it comes from, by its key in networks.yml.", "hartlepool")
    setting: Line = field(
        "Setting", "The schools and the place, in a few words.", "Primary and secondary schools in one town"
    )
    practice: Period = field("Time of the practice", _WHEN_IT_WAS, "2005", validation_alias=_EARLIER_NAME)


class Tool(Piece):
    """A development tool or a data-set, for people to use together."""

    word: ClassVar[str] = "tool"

    form: ToolForm = field("Kind of tool", _either(TOOL_FORMS), "discussion", alias="kind")
    purpose: Line = field(
        "Purpose", "What it helps people to do, in one sentence.", "To see which ties a network lives on."
    )
    minutes: int | None = field("Minutes", "How long it takes, in minutes.", 45, None, ge=5, le=600)
    group: Line | None = field("Group", "How many people, and which.", "4 to 12 people from several schools", None)
    materials: tuple[Line, ...] = field("Materials", "What has to be in the room.", ["A large sheet of paper"], ())
    data: FileName | None = field("Data", "The file with the figures of a data-set, as CSV.", "data.csv", None)

    @property
    def kind(self) -> str:
        """`data-set`, or `tool` for every other kind."""
        return "data-set" if self.form == "data-set" else "tool"
