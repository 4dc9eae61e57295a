"""Step 4, check: every rule over every entry of a Library."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from graphlib import TopologicalSorter
from typing import Any

from wawla.checking import rules as rule_modules
from wawla.checking.rule import Rule, RuleHit, Skipping
from wawla.checking.skips import after_skips
from wawla.model import Entry
from wawla.model.body import BodyFacts
from wawla.model.findings import Finding
from wawla.reading.library import Library, RegisterEntry
from wawla.reading.partial_entry import unread_fields
from wawla.reading.passages import Passage, other_passages, passages_of
from wawla.runtime.forked_map import forked_map


@cache
def all_rules() -> tuple[Rule, ...]:
    """Every rule in `rules/`, each after those it needs, else by code."""
    modules = sorted(module.name for module in pkgutil.iter_modules(rule_modules.__path__))
    found = {rule.code: rule for rule in map(_rule_in, modules)}
    order = TopologicalSorter({code: rule.needs for code, rule in found.items()}).static_order()
    return tuple(found[code] for code in order)


def _rule_in(module: str) -> Rule:
    name = f"{rule_modules.__name__}.{module}"
    inside = vars(importlib.import_module(name)).values()
    classes: list[type[Rule]] = [value for value in inside if _is_rule_of(value, name)]
    return classes[0]()


def _is_rule_of(value: Any, module: str) -> bool:
    return isinstance(value, type) and issubclass(value, Rule) and value.__module__ == module


def check(library: Library, chosen: Sequence[Rule] | None = None) -> list[Finding]:
    """The findings of the rules, after the entries' own skips, in no particular order."""
    left_out = library.rule_settings.not_asked
    rules = all_rules() if chosen is None else chosen
    active = [rule for rule in rules if not (rule.of_style and rule.code in left_out)]
    entries = [*library.entries.values(), *library.invalid_entries.values()]
    subjects: list[Entry | RegisterEntry] = [*entries, *library.register_entries]
    by_type = {kind: [rule for rule in active if issubclass(kind, rule.kind)] for kind in set(map(type, subjects))}

    _parse(entries)

    of_passages = [rule for rule in active if rule.kind is Passage]

    def each(share: Sequence[Entry | RegisterEntry]) -> list[Finding]:
        found = [finding for subject in share for finding in _findings(by_type[type(subject)], subject, library)]
        passages = (
            passage for subject in share if isinstance(subject, Entry) for passage in passages_of(subject, library)
        )
        return found + _in_passages(of_passages, passages, library)

    findings = forked_map(each, subjects)
    findings += _in_passages(of_passages, other_passages(library), library)
    findings += _findings([rule for rule in active if rule.kind is Library], library, library)
    after = after_skips(findings, active, library, frozenset(rule.code for rule in all_rules()))
    about_skips = [rule for rule in active if rule.kind is Skipping]
    return after.findings + [hit for each in after.skippings for hit in _findings(about_skips, each, library)]


def _in_passages(of_passages: Sequence[Rule], passages: Iterable[Passage], library: Library) -> list[Finding]:
    if not of_passages:
        return []
    telling = (passage for passage in passages if passage.personal_data)  # most tell nothing, and rules take their time
    return [finding for passage in telling for finding in _findings(of_passages, passage, library)]


def _parse(entries: Sequence[Entry]) -> None:
    """Have every body parsed once, by all processes together: rules ask for the anchors of other bodies too."""

    def each(share: Sequence[Entry]) -> list[tuple[str, BodyFacts]]:
        return [(entry.path, entry.body.facts) for entry in share]

    facts = dict(forked_map(each, entries))
    for entry in entries:
        entry.body.keep(facts[entry.path])


def _findings(applicable: Iterable[Rule], subject: Any, library: Library) -> list[Finding]:
    findings: list[Finding] = []
    failed: set[str] = set()
    for rule in applicable:
        if not failed or failed.isdisjoint(rule.needs):
            for hit in _hits(rule, subject, library):
                failed.add(rule.code)
                findings.append(_finding(rule, hit))
    return findings


def _hits(rule: Rule, subject: Any, library: Library) -> Iterator[RuleHit]:
    """What a rule finds; of an entry with fields that could not be read, only as far as it asks for none of them."""
    try:
        yield from rule.check(subject, library)
    except AttributeError as error:
        if not (isinstance(subject, Entry) and error.obj is subject and error.name in unread_fields(subject)):
            raise


def _finding(rule: Rule, report: RuleHit) -> Finding:
    place, message, hint, text = (*report, "", "")[:4]
    return Finding(place, rule.code, message, hint or rule.remedy, rule.severity, text)
