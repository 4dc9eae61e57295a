"""YAML to plain values, with the line and column of every key and list item.

Built on the events of PyYAML's parser, so that nothing is dropped or turned into something else in silence.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import yaml
from yaml.reader import Reader

from wawla.model.faults import fault
from wawla.model.fields import KeyPath
from wawla.model.findings import Finding, Place
from wawla.reading.yaml_errors import broken_yaml

_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # the C parser where the wheel has it: ten times faster
_RESOLVERS: dict[str, list[tuple[str, re.Pattern[str]]]] = yaml.SafeLoader.yaml_implicit_resolvers
_NUMBER = re.compile(r"-?(0|[1-9]\d{0,14})\Z")
_DECIMAL = re.compile(r"-?(0|[1-9][0-9]{0,8})\.[0-9]{1,6}\Z")
_KEPT_AS_TEXT = ("tag:yaml.org,2002:timestamp", "tag:yaml.org,2002:value", "tag:yaml.org,2002:merge")
_READ_AS = {"bool": "true or false", "int": "a number", "float": "a number"}
_DEEPEST = 8
_HOPELESS = 64
"""So deep that the parser itself takes long: reading stops."""
_UNREADABLE = re.compile(rf"[\x85\u2028\u2029]|{Reader.NON_PRINTABLE.pattern}")
"""What YAML does not allow (1.1, 5.1), and the line breaks that no editor of text counts as such."""

_CUT_OFF = re.compile(r"[ \t]+(#(?:\S| *\d)[^\n]*)")
"""What looks like more of the value in front of it: a comment has a space behind its sign."""
_IN_CURLY_QUOTES = re.compile(r"[“‘„][^“”‘„]*[”’“]")
_FIXED_SPACE = re.compile(r"^[ ]*(?:-[ ]*)?(?:[\w-]+:[ ]*)?([\u00a0\u2000-\u200a\u202f\u205f\u3000])", re.M)


@dataclass
class Values:
    """What a YAML text says, where each part of it stands, and what is wrong with it."""

    data: Any = None
    places: dict[KeyPath, Place] = field(default_factory=dict)
    """Where each value stands; a list or a group of fields stands where its key does."""
    keys: dict[KeyPath, Place] = field(default_factory=dict)
    """Where each key stands."""
    faults: list[Finding] = field(default_factory=list)


def read_values(text: str, path: str, first_line: int = 1) -> Values:
    """The values of a YAML text that begins at `first_line` of the file `path`.

    Lists become tuples and groups of fields dicts; words stay text. `data` is None where the text cannot be read.
    """
    if invisible := _UNREADABLE.search(text):
        row, column = text.count("\n", 0, invisible.start()), invisible.start() - text.rfind("\n", 0, invisible.start())
        message = f"an invisible sign stands here, U+{ord(invisible[0]):04X}"
        place = Place(path, first_line + row, column, column + 1)
        return Values(faults=[fault("YML003", place, message, "remove it; it often comes along when text is copied")])
    if fixed := _FIXED_SPACE.search(text):
        row, column = text.count("\n", 0, fixed.start(1)), fixed.start(1) - text.rfind("\n", 0, fixed.start(1))
        message = f"a fixed space stands here, U+{ord(fixed[1]):04X}, where YAML needs a plain one"
        place = Place(path, first_line + row, column, column + 1)
        return Values(faults=[fault("YML003", place, message, "type plain spaces in its place")])
    builder = _Builder(text, path, first_line)
    try:
        builder.build()
    except yaml.MarkedYAMLError as error:
        builder.values.faults.append(broken_yaml(error, text, path, first_line))
        builder.values.data = None
    except _Hopeless:
        builder.values.data = None
    return builder.values


class _Hopeless(Exception):  # noqa: N818 - it never leaves this module; the finding has been made
    pass


class _Builder:
    def __init__(self, text: str, path: str, first_line: int) -> None:
        self.text, self.path, self.first_line = text, path, first_line
        self.lines = text.split("\n") if " #" in text or not text.isascii() else []
        self.values = Values()
        self.events: Iterator[Any] = iter(())

    def build(self) -> None:
        self.events = iter(_LOADER(self.text).get_event, None)
        for event in self.events:
            if isinstance(event, yaml.DocumentStartEvent) and self.values.data is None:
                self.values.data = self.value(next(self.events), (), None)
            elif isinstance(event, yaml.DocumentStartEvent):
                self.add("YML003", event, "a second YAML document begins here")
                return

    def add(self, code: str, event: Any, message: str, hint: str = "") -> None:
        self.values.faults.append(fault(code, self.place(event), message, hint))

    def place(self, event: Any) -> Place:
        start, end = event.start_mark, event.end_mark
        line = self.first_line + start.line
        stop = end.column + 1 if end.line == start.line else start.column + 2
        return Place(self.path, line, start.column + 1, max(stop, start.column + 2))

    def value(self, event: Any, path: KeyPath, key: Place | None) -> Any:
        here = self.place(event)
        if isinstance(event, yaml.AliasEvent):
            self.values.places[path] = here
            self.add("YML005", event, f"*{_short(event.anchor)} is an alias, which is not used here")
            return None
        if event.anchor is not None:
            self.add("YML005", event, f"&{_short(event.anchor)} is an anchor, which is not used here")
        if event.tag is not None:
            self.add("YML007", event, f"{_short(event.tag)} is a tag, which is not used here")
        if isinstance(event, yaml.ScalarEvent):
            self.values.places[path] = here if event.value or key is None else key
            if event.style not in (None, ""):
                return event.value
            if self.lines:
                self.look_round(event, path, key)
            return self.scalar(event)
        self.values.places[path] = key or here
        if len(path) >= _DEEPEST:
            self.add("YML010", event, "this is nested more than eight deep")
            self.skip_rest()
            return None
        return self.sequence(path) if isinstance(event, yaml.SequenceStartEvent) else self.mapping(path)

    def sequence(self, path: KeyPath) -> tuple[Any, ...]:
        items: list[Any] = []
        while not isinstance(event := next(self.events), yaml.SequenceEndEvent):
            items.append(self.value(event, (*path, len(items)), None))
        return tuple(items)

    def mapping(self, path: KeyPath) -> dict[str, Any]:
        fields: dict[str, Any] = {}
        while not isinstance(event := next(self.events), yaml.MappingEndEvent):
            if not isinstance(event, yaml.ScalarEvent):
                self.add("YML009", event, "the name of a field is missing here")
                self.value(event, (*path, "?"), None)
                self.value(next(self.events), (*path, "?"), None)
                continue
            name, here = event.value, self.place(event)
            if event.anchor is not None or event.tag is not None:
                self.add("YML005" if event.anchor else "YML007", event, f"the field '{name}' has an anchor or a tag")
            merge = name == "<<" and event.style in (None, "")
            if merge:
                self.add("YML006", event, "<< is a merge key, which is not used here")
            elif name in fields:
                first = self.values.keys[*path, name].line
                self.add("YML004", event, f"'{_short(name)}' stands twice, first in line {first}")
            value = self.value(next(self.events), (*path, name), here)
            if not merge and name not in fields:
                fields[name] = value
                self.values.keys[(*path, name)] = here
        return fields

    def scalar(self, event: Any) -> Any:
        """A value without quotation marks. Only what can be read in one way becomes a number, true or false."""
        text: str = event.value
        if text in ("true", "false"):
            return text == "true"
        if text in ("", "~", "null", "Null", "NULL"):
            return None
        if _NUMBER.match(text):
            return int(text)
        if _DECIMAL.match(text):
            return float(text)
        for tag, pattern in _RESOLVERS.get(text[0], ()):
            if tag not in _KEPT_AS_TEXT and pattern.match(text):
                read_as = _READ_AS.get(tag.rpartition(":")[2], "nothing")
                hint = f"write '{_short(text)}' between quotes if the word is meant"
                if read_as == _READ_AS["bool"]:
                    hint += ", true or false if not"
                self.add("YML008", event, f"YAML programs may read {_short(text)} as {read_as}", hint)
                return text
        return text

    def look_round(self, event: Any, path: KeyPath, key: Place | None) -> None:
        """Name what a value without quotation marks loses behind it, and the quotation marks that are none to YAML."""
        if event.value:
            row, column = event.end_mark.line, event.end_mark.column
        elif key is not None:
            row, column = key.line - self.first_line, key.end_column  # behind the colon
        else:
            return
        if lost := _CUT_OFF.match(self.lines[row], column) if row < len(self.lines) else None:
            place = Place(self.path, self.first_line + row, lost.start(1) + 1, lost.end(1) + 1)
            whole = f"{event.value}{lost[0]}".strip().replace("'", "''")
            said = f"'{_short(lost[1].rstrip())}' is cut off: YAML reads it as a comment"
            name = f"{path[-1]}: " if path and isinstance(path[-1], str) else ""
            self.values.faults.append(fault("YML011", place, said, f"write {name}'{whole}'"))
        elif _IN_CURLY_QUOTES.fullmatch(event.value):
            said = f"the quotation marks round {_short(event.value)} are part of the value"
            self.add("YML012", event, said, f"write it without them, or between straight ones: '{event.value[1:-1]}'")

    def skip_rest(self) -> None:
        depth = 1
        while depth:
            event = next(self.events)
            depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
            if depth > _HOPELESS:
                raise _Hopeless


def _short(text: str | None) -> str:
    return f"{text}" if len(f"{text}") <= 60 else f"{text}"[:59] + "…"
