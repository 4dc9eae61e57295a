"""The kinds of piece: one table says all there is to say of each, and whatever differs by kind is made from it.

To add a kind, write its model (a subclass of `Piece`), and a row for it in `_TABLE`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from wawla.model.pieces import Account, Entry, Piece, ThinkPiece, Tool

_FORMS = {
    "name": r"[a-z]+(-[a-z]+)*",
    "address": r"[a-z_-]+/",
    "folder": r"(?!(series|docs)$)[a-z_-]+",
    "field": rf"(?!({'|'.join(Entry.model_fields)})$)[a-z_]+",
}
"""The form of what stands in these columns of the table; in every other, there is only to be something."""


@dataclass(frozen=True, kw_only=True)
class EditionList:
    """A list of an edition: its field, the model of what it lists, and where that stands. It may hold several kinds."""

    field: str
    """The field of an edition."""
    model: type[Piece]
    folder: str
    """The folder that holds a folder for each piece."""
    in_edition: bool = False
    """Whether every edition has such a folder, inside its own; otherwise there is one for all, in the root."""
    holds: str
    """What the list holds, as the help says it."""
    example: str
    """A folder's name, as the help gives it for an example."""
    begins_with: str
    """The body of a new piece; between « and » stands what only a person can fill in."""
    sample: str
    """The fields that the model adds to those of every piece, for the sample publication in which rules are tried."""

    def parent(self, edition: str) -> str:
        """The folder in which its pieces stand. `edition` is the folder of the edition."""
        return f"{edition}/{self.folder}" if self.in_edition else self.folder

    def path(self, edition: str, slug: str) -> str:
        """The file of a piece, by the folder of its edition and the name of its own."""
        return f"{self.parent(edition)}/{slug}/index.md"


@dataclass(frozen=True, kw_only=True)
class PieceKind:
    """A kind of piece."""

    name: str
    """As front matter, rules and programs say it."""
    word: str
    """As a sentence says it, without an article; `words` for several."""
    words: str
    title: str
    """As a heading, a label and the search say it; `titles` for several."""
    titles: str
    edition_list: EditionList
    """The list of an edition in which it stands."""
    address: str
    """Of the page that lists all of the kind."""
    description: str
    """What that page says of it."""
    browse_order: int
    """Its place among the kinds where readers choose one; the lowest comes first."""
    schema_type: str
    """What it is in linked data: a type of schema.org."""
    fewest_words: int
    most_words: int
    in_print: str
    """What stands under the title of a part of a book that begins with a piece of this kind."""
    is_read: bool = True
    """Whether its page says how long it takes to read; not where it is for something else."""


_TOOLS = EditionList(
    field="tools",
    model=Tool,
    folder="tools",
    holds="tools and data-sets",
    example="mapping-your-ties",
    begins_with="## Steps\n\n1. «What to do first»\n",
    sample="kind: discussion\npurpose: To talk.\nminutes: 30\ngroup: 4 to 8 people\n",
)
_TABLE = (
    PieceKind(
        name="think-piece",
        word="think piece",
        words="think pieces",
        title="Think piece",
        titles="Think pieces",
        edition_list=EditionList(
            field="think_pieces",
            model=ThinkPiece,
            folder="think-pieces",
            in_edition=True,
            holds="think pieces",
            example="letting-go",
            begins_with="## The question\n\n«What is asked, and why now?»\n\n"
            "## What is known\n\n«What do others say?»\n",
            sample="",
        ),
        address="think-pieces/",
        description="Articles that make sense of what is known, and ask what follows from it.",
        browse_order=2,
        schema_type="Article",
        fewest_words=300,
        most_words=4000,
        in_print="What is known, and what to make of it.",
    ),
    PieceKind(
        name="account",
        word="account",
        words="accounts",
        title="Account of practice",
        titles="Accounts of practice",
        edition_list=EditionList(
            field="accounts",
            model=Account,
            folder="accounts_of_practice",
            holds="accounts of practice",
            example="waco-theme-groups",
            begins_with="## The situation\n\n«Which schools, and what made you begin?»\n\n"
            "## What we did\n\n«What happened, and who took part?»\n\n"
            "## What came of it\n\n«What changed, and how do you know?»\n",
            sample="network: example\nsetting: A town\n",
        ),
        address="accounts_of_practice/",
        description="What networks of schools tried, and what came of it.",
        browse_order=1,
        schema_type="Article",
        fewest_words=200,
        most_words=3000,
        in_print="What networks tried, and what came of it.",
    ),
    PieceKind(
        name="tool",
        word="tool",
        words="tools",
        title="Development tool",
        titles="Development tools",
        edition_list=_TOOLS,
        address="tools/",
        description="Things to use together: discussion tools, worksheets and prompts.",
        browse_order=3,
        schema_type="LearningResource",
        fewest_words=80,
        most_words=2500,
        in_print="To use with others, in the next meeting.",
        is_read=False,
    ),
    PieceKind(
        name="data-set",
        word="data-set",
        words="data-sets",
        title="Data-set",
        titles="Data-sets",
        edition_list=_TOOLS,
        address="data-sets/",
        description="Figures to think with, each with what it says and what it cannot say.",
        browse_order=4,
        schema_type="Dataset",
        fewest_words=40,
        most_words=2500,
        in_print="Figures to read, and to argue about.",
    ),
)


def table_faults(table: Sequence[PieceKind]) -> Iterator[str]:
    """What is missing or wrong in a table of kinds, each in words that name the kind and the column."""
    for kind in table:
        own = kind.edition_list
        for row in (kind, own):
            said = {name: value for name, value in vars(row).items() if isinstance(value, str) and name != "sample"}
            unfit = (name for name, value in said.items() if not re.fullmatch(_FORMS.get(name, "(?s).+"), value))
            yield from (f"{kind.name}: `{name}` cannot be '{said[name]}'" for name in unfit)
        if not 0 < kind.fewest_words < kind.most_words:
            yield f"{kind.name}: no text has {kind.fewest_words} words or more, and {kind.most_words} at the most"
        if own.model.word not in {other.word for other in table if other.edition_list == own}:
            yield f"{kind.name}: the `word` of its model, {own.model.word}, is that of no kind in `{own.field}`"
    for column in ("name", "address", "title", "titles"):
        yield from _twice(column, [getattr(kind, column) for kind in table])
    for column in ("field", "folder", "model"):
        yield from _twice(column, [getattr(each, column) for each in dict.fromkeys(k.edition_list for k in table)])


def _twice(column: str, values: list[object]) -> Iterator[str]:
    yield from (f"`{column}` is {value} twice" for at, value in enumerate(values) if value in values[:at])


if _faults := list(table_faults(_TABLE)):
    raise TypeError("The table of kinds: " + "; ".join(_faults))

KINDS: Mapping[str, PieceKind] = {kind.name: kind for kind in _TABLE}
"""Every kind by its name, in the order in which a reader of an edition meets them."""
EDITION_LISTS: Mapping[str, EditionList] = {kind.edition_list.field: kind.edition_list for kind in _TABLE}
"""The lists of an edition by their fields, in the order in which a reader meets them."""
BROWSED: tuple[PieceKind, ...] = tuple(sorted(_TABLE, key=lambda kind: kind.browse_order))
"""Every kind, in the order in which readers choose one."""


def kinds_in(edition_list: EditionList) -> list[PieceKind]:
    """The kinds that a list may hold; the first is the one that the list is called by."""
    return [kind for kind in KINDS.values() if kind.edition_list == edition_list]


LEADING: tuple[PieceKind, ...] = tuple(kind for kind in BROWSED if kinds_in(kind.edition_list)[0] == kind)
"""The kinds that lists are called by, in the order in which readers choose one: one for each model."""
