"""Step 4, check: every rule over every entry of a Library."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterable, Sequence
from functools import cache
from graphlib import TopologicalSorter
from typing import Any

from wawla.checking import rules
from wawla.checking.rule import Rule, RuleHit, Skipping
from wawla.model import Entry
from wawla.model.body import BodyFacts
from wawla.model.faults import FAULTS
from wawla.model.findings import Finding
from wawla.reading.library import Library, RegisterEntry
from wawla.runtime.forked_map import forked_map


@cache
def all_rules() -> tuple[Rule, ...]:
    """Every rule in `rules/`, each after those it needs, else by code."""
    modules = sorted(module.name for module in pkgutil.iter_modules(rules.__path__))
    found = {rule.code: rule for rule in map(_rule_in, modules)}
    order = TopologicalSorter({code: rule.needs for code, rule in found.items()}).static_order()
    return tuple(found[code] for code in order)


def _rule_in(module: str) -> Rule:
    name = f"{rules.__name__}.{module}"
    inside = vars(importlib.import_module(name)).values()
    classes: list[type[Rule]] = [value for value in inside if _is_rule_of(value, name)]
    return classes[0]()


def _is_rule_of(value: Any, module: str) -> bool:
    return isinstance(value, type) and issubclass(value, Rule) and value.__module__ == module


def check(library: Library, chosen: Sequence[Rule] | None = None) -> list[Finding]:
    """The findings of the rules, after the entries' own skips, in no particular order."""
    active = all_rules() if chosen is None else chosen
    entries = [*library.entries.values(), *library.invalid_entries.values()]
    subjects: list[Entry | RegisterEntry] = [*entries, *library.register_entries]
    by_type = {kind: [rule for rule in active if issubclass(kind, rule.kind)] for kind in set(map(type, subjects))}

    _parse(entries)

    def each(share: Sequence[Entry | RegisterEntry]) -> list[Finding]:
        return [finding for subject in share for finding in _findings(by_type[type(subject)], subject, library)]

    findings = forked_map(each, subjects)
    findings += _findings([rule for rule in active if rule.kind is Library], library, library)
    return _after_skips(findings, active, library)


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
            for hit in rule.check(subject, library):
                failed.add(rule.code)
                findings.append(_finding(rule, hit))
    return findings


def _finding(rule: Rule, report: RuleHit) -> Finding:
    place, message, *hint = report
    return Finding(place, rule.code, message, hint[0] if hint else rule.remedy, rule.severity)


def _after_skips(findings: list[Finding], active: Sequence[Rule], library: Library) -> list[Finding]:
    """The findings without those that their entry skips with a reason, and with findings about the skips."""
    known = frozenset(rule.code for rule in all_rules())
    firm = {rule.code for rule in active if not rule.skippable}
    about_skips = [rule for rule in active if rule.kind is Skipping]
    skips = {
        entry.path: entry for entry in (*library.entries.values(), *library.invalid_entries.values()) if entry.skip
    }
    beside = {path: entry for entry in skips.values() for path in entry.sibling_files if path not in library.entries}
    used: dict[str, set[str]] = {path: set() for path in skips}
    kept: list[Finding] = []
    for finding in findings:
        entry = skips.get(finding.place.path) or beside.get(finding.place.path)
        if entry is not None and finding.code in entry.skip and finding.code not in firm:
            used[entry.path].add(finding.code)
            if entry.skip[finding.code].strip():
                continue
        kept.append(finding)
    for path, entry in skips.items():
        kept += _findings(about_skips, Skipping(entry, known | FAULTS.keys(), frozenset(used[path])), library)
    return kept
