"""What a rule is: a statement with its reason and remedy, examples, and a check."""

from __future__ import annotations

import inspect
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import islice
from typing import Any, ClassVar

from wawla.model import Entry, Located
from wawla.model.findings import Place, Severity, did_you_mean
from wawla.reading.library import Library, RegisterEntry
from wawla.reading.linking import resolve
from wawla.reading.tables import tables_beside

RuleHit = tuple[Place, str] | tuple[Place, str, str] | tuple[Place, str, str, str]
"""Where, what is wrong, a nearer remedy than the rule's own or '', and the words that a skip would have to name."""


@dataclass(frozen=True)
class Drawn:
    """A picture for an example: made when the example is run, so that loading the rules stays quick."""

    width: int = 40
    height: int = 30
    format: str = "PNG"
    position: bool = False
    padding: int = 0
    """How many bytes to put after the picture, to make it heavy."""
    mode: str = ""
    """As Pillow calls it, such as CMYK; '' for the simplest."""
    frames: int = 1
    cut: bool = False
    """Whether only half of its file is there."""


@dataclass(frozen=True)
class Good:
    """An example that the rule has nothing to say about."""

    front: str = ""
    """Fields that replace those of the sample entry."""
    body: str = ""
    """A body that replaces the sample's."""
    files: Mapping[str, str | bytes | Drawn] = field(default_factory=dict)
    """Files that are added to the sample publication, or replace files of it, by path."""
    of: type[Entry] | None = None
    """The kind of entry that the example is, where the rule's own kind leaves a choice."""
    without: Sequence[str] = ()
    """Fields of the sample entry that the example leaves out."""


@dataclass(frozen=True)
class Bad(Good):
    """An example that the rule finds fault with, in this line and in these words."""

    line: int = 1
    """The line within `front`, or within `body` where that is given; in the file at `path` where that is named."""
    says: str = ""
    path: str = ""


@dataclass(frozen=True)
class Skipping:
    """The skips of one entry, after every rule has run: which codes there are, and which were needed."""

    entry: Entry
    known: frozenset[str]
    of_words: frozenset[str]
    """The codes of rules that are about words, which a skip names."""
    used: frozenset[str]
    """The codes of which something was found that the entry skips, or would, if its skip said more."""
    used_words: frozenset[tuple[str, str]]
    """The words that were found, each with the code of the rule that found them."""


class Rule:
    """One rule. Its docstring is statement, reason and remedy: the last paragraph begins 'To put it right,'."""

    kind: ClassVar[type[Any] | tuple[type[Any], ...]] = Entry
    """What it looks at, one by one: kinds of entry, RegisterEntry, Passage (every text), Library (all), or Skipping."""
    severity: ClassVar[Severity] = "error"
    needs: ClassVar[set[str]] = set()
    """Codes that must have found nothing in the same file; otherwise this rule would only repeat them."""
    facts: ClassVar[Mapping[str, str]] = {}
    """What stands in the docstring for a name in braces: what a table says and words should not say again."""
    of_style: ClassVar[bool] = False
    """Whether it is a matter of taste, which a publication may leave out in series/rules.yml."""
    skippable: ClassVar[bool] = True
    """Whether a piece may be excepted; not where the site could not be built otherwise, or would do harm."""
    names_words: ClassVar[bool] = False
    """Whether a skip has to name the words that are meant, so that it does not hide the next person in the file."""
    good: ClassVar[Sequence[Good]] = ()
    bad: ClassVar[Sequence[Bad]] = ()
    check: Callable[..., Iterator[RuleHit]]
    """`check(self, entry, library)` yields a Report for every fault."""

    @property
    def code(self) -> str:
        """ACC012, from the name of the rule's module."""
        return self._module.partition("_")[0].upper()

    @property
    def title(self) -> str:
        """'picture has consent', from the name of the rule's module."""
        return self._module.partition("_")[2].replace("_", " ")

    @property
    def _module(self) -> str:
        return type(self).__module__.rpartition(".")[2]

    @property
    def statement(self) -> str:
        """The first paragraph of the docstring: what is asked."""
        return self._paragraphs[0]

    @property
    def reason(self) -> str:
        """The paragraphs between, which say why."""
        return "\n\n".join(self._paragraphs[1:-1])

    @property
    def remedy(self) -> str:
        """What to do, as it follows 'To put it right,'."""
        return self._paragraphs[-1].removeprefix("To put it right, ")

    @property
    def _paragraphs(self) -> list[str]:
        text = inspect.cleandoc(type(self).__doc__ or "")
        for name, fact in self.facts.items():
            text = text.replace(f"{{{name}}}", fact)
        return [re.sub(r"\s*\n\s*", " ", paragraph) for paragraph in text.split("\n\n")]


def holds(text: str, *signs: str) -> bool:
    """Whether one of the signs stands in a text. Looks for the first letter of each before it looks for all of it."""
    return any(sign[0] in text and sign in text for sign in signs)


leads_to = lru_cache(maxsize=1024)(resolve)
"""Where a link leads, kept for the rules that ask the same of one entry one after the other."""

MOST_GUESSES = 20


def near(word: str, known: Iterable[str], fault: int) -> str:
    """As `did_you_mean`, for the first faults of a file: thousands of guesses help nobody, and take minutes."""
    return did_you_mean(word, known) if fault < MOST_GUESSES else ""


def texts_of(part: Located | RegisterEntry) -> Iterator[tuple[Place, str]]:
    """Every text that an author wrote in the front matter or in an entry of a register, with its place."""
    if isinstance(part, RegisterEntry):
        yield part.part.place, part.key
        part = part.part
    for name, info in type(part).model_fields.items():
        if name in part.__dict__:  # what could not be read is not there
            yield from _texts(part, (info.alias or name,), getattr(part, name))


_MOST_CELLS = 20


def cells_of(
    part: Entry | RegisterEntry, library: Library, may_hold: Callable[[str], bool]
) -> Iterator[tuple[Place, str]]:
    """The cells of the tables beside an entry, with their places: the first of each text that may hold a fault.

    `may_hold` is asked of all cells of a table in one text, and then of each.
    """
    for path in tables_beside(part, library) if isinstance(part, Entry) else ():
        table = library.table(path)
        cells = [cell for row in (table.names, *table.rows) for cell in row]
        if may_hold("\n".join(cell.text for cell in cells)):
            doubtful = (cell for cell in cells if may_hold(cell.text))
            yield from islice(((cell.place(path), cell.text) for cell in doubtful), _MOST_CELLS)


def _texts(part: Located, keys: tuple[str | int, ...], value: object) -> Iterator[tuple[Place, str]]:
    if isinstance(value, str):
        yield part.at(*keys), value
    elif isinstance(value, Located):
        yield from texts_of(value)
    elif isinstance(value, tuple):
        for index, item in enumerate(value):
            yield from _texts(part, (*keys, index), item)
    elif isinstance(value, dict):
        for key, item in value.items():
            yield part.at(*keys, key), key
            yield from _texts(part, (*keys, key), item)


__all__ = [
    "MOST_GUESSES", "Bad", "Drawn", "Good", "Library", "RegisterEntry", "Rule", "RuleHit", "Skipping", "cells_of",
    "holds", "leads_to", "near", "texts_of",
]  # fmt: skip
