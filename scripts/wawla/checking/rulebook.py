"""Rules, faults and fields explained: what help pages and `wawla rules` are made from."""

from __future__ import annotations

import types
import typing
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal

from wawla import model
from wawla.checking.run import all_rules
from wawla.model import LEADING, Located
from wawla.model.faults import FAULTS
from wawla.reading.paths import ACCESSIBILITY, GLOSSARY, INITIATIVES, NETWORKS, PUBLISHER, RULES, SOURCES, VOCABULARY

DOCUMENTED_MODELS: Mapping[str, tuple[str, type[Located]]] = {
    **{
        kind.word: (kind.edition_list.path("series/SERIES/EDITION", "NAME"), kind.edition_list.model)
        for kind in LEADING
    },
    "picture": ("an item of pictures:", model.Picture),
    "consent": ("consent: of a picture", model.Consent),
    "author": ("an item of authors:", model.Author),
    "skip": ("a skip that names words, under skip:", model.Skip),
    "edition": ("series/SERIES/EDITION/index.md", model.Edition),
    "series": ("series/SERIES/series.yml", model.Series),
    "print settings": ("print: of series.yml", model.PrintSettings),
    "printing": ("an entry of series/SERIES/EDITION/printings.yml, written by wawla approve", model.Printing),
    "erratum": ("an item of errata: of an edition", model.Erratum),
    "page of the site": ("docs/NAME.md", model.SitePage),
    "network": (NETWORKS, model.Network),
    "source": (SOURCES, model.Source),
    "abbreviation": (GLOSSARY, model.Abbreviation),
    "vocabulary": (VOCABULARY, model.Vocabulary),
    "initiative": (INITIATIVES, model.Initiative),
    "publisher": (PUBLISHER, model.Publisher),
    "rule settings": (RULES, model.RuleSettings),
    "length of texts": ("an entry of lengths: of series/rules.yml", model.Length),
    "accessibility": (ACCESSIBILITY, model.Accessibility),
    "manual check": ("an item of manual:", model.ManualCheck),
    "automatic test": ("automatic: of docs/accessibility.yml", model.AutomaticTest),
}
"""What an editor may write: the word for it, where it stands, and its model."""

_MOST_WORDS, _MOST_LINES = 60, 12
"""Of an example that help shows whole."""


@dataclass(frozen=True)
class RuleHelp:
    """One code explained: a rule or a fault, told in the same form."""

    code: str
    title: str
    severity: str
    statement: str
    reason: str
    remedy: str
    bad: tuple[str, ...]
    good: tuple[str, ...]


@dataclass(frozen=True)
class FieldHelp:
    """One field explained."""

    name: str
    title: str
    description: str
    example: str
    needed: bool
    allowed: tuple[str, ...]

    @property
    def to_choose_from(self) -> tuple[str, ...]:
        """The values that are allowed; none where the description names all of them already."""
        return () if all(f"`{value}`" in self.description for value in self.allowed) else self.allowed


@cache
def rule_helps() -> Mapping[str, RuleHelp]:
    """Every code there is, by code."""
    every = [
        RuleHelp(
            each.code,
            each.title,
            "error",
            each.statement,
            each.reason,
            each.remedy,
            (each.bad,),
            (each.good,) if each.good else (),
        )
        for each in FAULTS.values()
    ]
    every += [
        RuleHelp(
            rule.code,
            rule.title,
            rule.severity,
            rule.statement,
            rule.reason,
            rule.remedy,
            tuple(filter(None, (shortened(example.front + example.body) for example in rule.bad))),
            tuple(filter(None, (shortened(example.front + example.body) for example in rule.good))),
        )
        for rule in all_rules()
    ]
    return {rule_help.code: rule_help for rule_help in sorted(every, key=lambda rule_help: rule_help.code)}


def shortened(text: str) -> str:
    """An example as help shows it: of a long one the beginning, and how long the whole is."""
    lines, words = text.strip("\n").split("\n"), text.split()
    if len(words) > _MOST_WORDS:
        return f"{' '.join(words[: _MOST_WORDS // 3])} … ({len(words):,} words)"
    if len(lines) > _MOST_LINES:
        return "\n".join([*lines[:_MOST_LINES], f"… ({len(lines)} lines)"])
    return text.lstrip("\n")


def fields_of(part: type[Located]) -> Iterator[FieldHelp]:
    """The fields of a part of a file, in the order in which they are best written."""
    for name, info in part.model_fields.items():
        example = info.examples[0] if info.examples else ""
        yield FieldHelp(
            name=info.alias or name,
            title=info.title or name,
            description=info.description or "",
            example=yaml_of(example),
            needed=info.is_required(),
            allowed=tuple(_allowed_values(info.annotation)),
        )


def yaml_of(value: object) -> str:
    """A value as an author would write it on one line of YAML."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, list):
        return f"[{', '.join(map(yaml_of, value))}]"
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key}: {yaml_of(item)}" for key, item in value.items()) + "}"
    text = f"{value}"
    return f'"{text}"' if isinstance(value, str) and (text[:1] in "#&*!|>%@`'\"[]{}" or ": " in text) else text


def _allowed_values(annotation: Any) -> Iterator[str]:
    origin = typing.get_origin(annotation)
    if origin is Literal:
        yield from map(str, typing.get_args(annotation))
    elif origin in (typing.Union, types.UnionType, tuple):
        for inner in typing.get_args(annotation):
            yield from _allowed_values(inner)


def field_count() -> int:
    """How many fields the schema checks."""
    return sum(len(part.model_fields) for _, part in DOCUMENTED_MODELS.values())


def help_text(rule_help: RuleHelp) -> str:
    """The help of a rule as plain text for a terminal."""
    parts = [
        f"{rule_help.code}  {rule_help.title} ({rule_help.severity})",
        rule_help.statement,
        rule_help.reason,
        f"To put it right, {rule_help.remedy.rstrip('.')}.",
    ]
    parts += [f"Wrong:\n\n{_indent(text)}" for text in rule_help.bad[:2]]
    parts += [f"Right:\n\n{_indent(text)}" for text in rule_help.good[:2]]
    return "\n\n".join(part for part in parts if part) + "\n"


def _indent(text: str) -> str:
    return "\n".join(f"    {line}".rstrip() for line in text.strip("\n").split("\n"))
