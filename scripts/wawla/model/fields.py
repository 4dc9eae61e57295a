"""The kinds of value a field may hold, and the base of everything that is read from a file."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import Annotated, Any, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, PrivateAttr, StringConstraints, WithJsonSchema
from pydantic_core import PydanticCustomError

from wawla.model.findings import Place

KeyPath = tuple[str | int, ...]
Places = Mapping[KeyPath, Place]

SLUG = r"^[a-z0-9]+(-[a-z0-9]+)*$"
_ONE_LINE = r"^[^\r\n]*$"
Slug = Annotated[str, StringConstraints(pattern=SLUG, max_length=80)]
"""A short name for an address: small letters, figures and hyphens."""

Line = Annotated[str, StringConstraints(min_length=1, max_length=400, pattern=_ONE_LINE)]
"""Text on one line."""

Title = Annotated[str, StringConstraints(min_length=1, max_length=120, pattern=_ONE_LINE)]
"""A title, which has to stand in lists and on telephones."""

Name = Annotated[str, StringConstraints(min_length=1, max_length=40, pattern=_ONE_LINE)]
"""A short name."""

Word = Annotated[str, StringConstraints(min_length=1, max_length=60)]
"""A word of the publication's vocabulary, as it stands in `series/vocabulary.yml`."""

FileName = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9][A-Za-z0-9._-]*$", max_length=100)]
"""The name of a file in the same folder."""

WebAddress = Annotated[str, StringConstraints(pattern=r"^https?://[^\s/?#<>\"']+([/?#][^\s<>\"']*)?$", max_length=300)]
"""An address of the web, with its scheme."""

Output = Literal["web", "print"]


def _when(value: object) -> str:
    """A year, year and month, or full date, as text; YAML hands a bare year over as a number."""
    text = str(value) if isinstance(value, int) and not isinstance(value, bool) else value
    if isinstance(text, str) and re.fullmatch(r"[0-9]{4}(-[0-9]{2}){0,2}", text):
        try:
            first_day(text)
        except ValueError:
            pass
        else:
            return text
    raise PydanticCustomError("when", "a year, a month or a day, such as 2005, 2005-03 or 2005-03-14")


def _period(value: object) -> str:
    """A `When`; or the first and the last, in their order, with the stroke that ISO 8601 sets between them."""
    if not isinstance(value, str) or "/" not in value:
        return _when(value)
    first, _, last = value.partition("/")
    if first_day(_when(first)) > first_day(_when(last)):
        raise PydanticCustomError("period", "the earlier time first, such as 2002/2004")
    return value


def _day(value: object) -> dt.date:
    if isinstance(value, str) and re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", value):
        try:
            return dt.date.fromisoformat(value)
        except ValueError:
            pass
    raise PydanticCustomError("day", "a day of the calendar, such as 2027-07-31")


When = Annotated[
    str, BeforeValidator(_when), WithJsonSchema({"type": ["string", "integer"], "pattern": r"^\d{4}(-\d\d){0,2}$"})
]
"""A year, a month or a day: as exact as is known, and no more."""

Period = Annotated[
    str,
    BeforeValidator(_period),
    WithJsonSchema({"type": ["string", "integer"], "pattern": r"^\d{4}(-\d\d){0,2}(/\d{4}(-\d\d){0,2})?$"}),
]
"""A `When`, or the first and the last of a longer time: `2002/2004`."""

PUBLISHED_HERE = "When readers could first see it here: a year, a month or a day. It is cited by this."
"""What `published:` means, of a piece and of an edition."""

Day = Annotated[dt.date, BeforeValidator(_day)]


def first_day(when: str) -> dt.date:
    """The first day that a `When` or a `Period` can mean. Raises ValueError where the calendar has no such day."""
    year, month, day = (*map(int, when.partition("/")[0].split("-")), 1, 1)[:3]
    return dt.date(year, month, day)


def field(title: str, description: str, example: object, default: Any = ..., **limits: Any) -> Any:
    """A field with what an author needs to know of it; help pages and the JSON Schema are made from this."""
    return Field(default, title=title, description=description, examples=[example], **limits)


class Located(BaseModel):
    """A part of a file, which knows where it and each of its keys and list items stand."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)

    _places: Places = PrivateAttr(default_factory=dict)
    _path: KeyPath = PrivateAttr(default=())

    @property
    def place(self) -> Place:
        """Where this part begins."""
        return self.at()

    def at(self, *keys: str | int) -> Place:
        """Where the value under these keys stands, or the nearest part round it that is in the file."""
        path = (*self._path, *keys)
        while path and path not in self._places:
            path = path[:-1]
        return self._places[path]

    def locate(self, places: Places, path: KeyPath = ()) -> None:
        """Tell this part, and every part inside it, where it stands. Called once, by the reader."""
        self._places, self._path = places, path
        for name, inner in self._parts():
            inner.locate(places, (*path, *name))

    def _parts(self) -> Iterator[tuple[KeyPath, Located]]:
        for name in type(self).model_fields:
            value = getattr(self, name)
            if isinstance(value, Located):
                yield (name,), value
            elif isinstance(value, tuple):
                yield from (((name, i), item) for i, item in enumerate(value) if isinstance(item, Located))
            elif isinstance(value, dict):
                yield from (((name, key), item) for key, item in value.items() if isinstance(item, Located))


class LocatedFile(Located):
    """What a whole file holds, which knows the file."""

    _file: str = PrivateAttr(default="")

    @cached_property
    def path(self) -> str:
        """The path of its file inside the publication."""
        return self._file

    @cached_property
    def folder(self) -> str:
        """The folder of its file: its address on the site, and what tells it from every other entry."""
        return folder_of(self._file)

    @cached_property
    def slug(self) -> str:
        """The last part of its folder."""
        return self.folder.rpartition("/")[2]


def folder_of(path: str) -> str:
    """The folder of a path inside the publication; both with forward slashes."""
    return path.rpartition("/")[0]
