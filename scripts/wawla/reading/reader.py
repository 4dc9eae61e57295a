"""Steps 1 to 3, read, shape and link: the files of a publication to a Library, and what is wrong with them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, partial
from types import MappingProxyType
from typing import TypeVar

from pydantic import ValidationError

from wawla.model import (
    EDITION_LISTS,
    Abbreviation,
    Accessibility,
    Edition,
    Entry,
    Initiative,
    Located,
    Network,
    Piece,
    Printing,
    Publisher,
    RuleSettings,
    Series,
    SitePage,
    Skip,
    Source,
    Vocabulary,
    folder_of,
)
from wawla.model.body import Body
from wawla.model.faults import fault
from wawla.model.findings import Finding, Place
from wawla.reading.frontmatter import Manuscript, read_manuscript, read_register
from wawla.reading.library import Library, RegisterEntry
from wawla.reading.partial_entry import valid_part
from wawla.reading.paths import (
    ACCESSIBILITY,
    GLOSSARY,
    INITIATIVES,
    MARKDOWN,
    NETWORKS,
    PRINTINGS,
    PROFILE,
    PUBLISHER,
    RULES,
    SERIES,
    SOURCES,
    VOCABULARY,
    misplaced,
    model_of,
    register_of,
    single_of,
)
from wawla.reading.pointers import pointers
from wawla.reading.registers import read_entries, read_single, unsaid_findings
from wawla.reading.shaping import validate_fields
from wawla.reading.stages import ParsedEntries, RawTexts
from wawla.reading.svg import svg_findings
from wawla.reading.tree import Tree
from wawla.reading.yaml_values import Values

LocatedT = TypeVar("LocatedT", bound=Located)


@dataclass(frozen=True)
class ReadResult:
    """A publication as far as it could be read."""

    library: Library
    findings: list[Finding]
    examined: tuple[str, ...]
    """The paths of the files that were read as text, sorted."""


def read_library(tree: Tree, today: dt.date) -> ReadResult:
    """Read, shape and link every file of the tree. A broken file becomes findings, and hides no other."""
    return link(parse_entries(read_texts(tree)), today)


def read_texts(tree: Tree) -> RawTexts:
    """Step 1: the values and bodies of every text."""
    raw = RawTexts(tree, findings=list(tree.faults))
    for path, kind in pointers(tree):
        raw.pointers.add(path)
        raw.findings.append(fault("FIL012", Place(path), f"{path} is a pointer of Git LFS, not the {kind} itself"))
    for path in tree.sizes:
        if path in raw.pointers:
            _leave_unread(raw, path)
        elif model_of(path) is not None:
            manuscript = raw.manuscripts[path] = read_manuscript(path, tree.read(path))
            raw.findings += manuscript.faults
        elif register_of(path) or single_of(path):
            values = raw.registers[path] = read_register(path, tree.read(path))
            raw.findings += values.faults
    stray = misplaced(tree, frozenset(_profiles(raw)))
    raw.findings += (finding for finding in stray if finding.place.path not in raw.pointers)
    raw.findings += svg_findings(tree, raw.pointers)
    return raw


def _leave_unread(raw: RawTexts, path: str) -> None:
    """Keep the place of a text of which only a pointer is there: what depends on it is not known, and not wrong."""
    if model_of(path) is not None:
        raw.manuscripts[path] = Manuscript(path, None, {}, {}, Body("", path))
    elif register_of(path) or single_of(path):
        raw.registers[path] = Values()


def _profiles(raw: RawTexts) -> Iterator[str]:
    """Paths of the profiles that a series prints with; every one beside a series.yml that could not be read."""
    for path in raw.tree.sizes:
        if profile := PROFILE.fullmatch(path):
            values = raw.registers.get(f"{profile[1]}/series.yml", Values(data={}))
            settings = values.data.get("print") if isinstance(values.data, dict) else None
            named = settings.get("profile") if isinstance(settings, dict) else None
            if path == f"{profile[1]}/{named}" or not isinstance(values.data, dict):
                yield path


def parse_entries(raw: RawTexts) -> ParsedEntries:
    """Step 2: models from values. Findings of the schema join those of reading."""
    parsed = ParsedEntries(raw)
    bundles: dict[str, list[str]] = {}
    for path in raw.tree.sizes:
        if not PRINTINGS.fullmatch(path):  # a register of its own, which no page brings along
            bundles.setdefault(folder_of(path), []).append(path)
    titles = cache(partial(_titles_by_key, raw))
    for path, manuscript in raw.manuscripts.items():
        model, entry = model_of(path), None
        if model is not None and manuscript.values is not None:
            entry, misshapen = validate_fields(model, manuscript.values, manuscript.places, manuscript.keys, (), titles)
            raw.findings += unsaid_findings(misshapen, manuscript.faults)
        known = parsed.entries if entry is not None else parsed.invalid_entries
        known[path] = entry if entry is not None else _stand_in(manuscript, model)
        siblings = tuple(other for other in bundles[folder_of(path)] if other != path)
        known[path].attach(path, manuscript.body, siblings, manuscript.front)
    parsed.unreadable_paths |= parsed.invalid_entries.keys() | raw.pointers
    for path, values in raw.registers.items():
        if part := register_of(path):
            parsed.register_entries[path] = read_entries(path, part, values, parsed)
        elif part := single_of(path):
            parsed.register_entries[path] = read_single(path, part, values, parsed)
    return parsed


def _titles_by_key(raw: RawTexts, field: str) -> Mapping[str, str]:
    """What is called by each key that a field may hold, as far as that can be read; nothing for other fields."""
    if field in EDITION_LISTS:
        folders = {folder_of(path): manuscript.values for path, manuscript in raw.manuscripts.items()}
        within = f"/{EDITION_LISTS[field].folder}/"
        named = {folder.rpartition("/")[2]: values for folder, values in folders.items() if within in f"/{folder}"}
    else:
        register = {"network": NETWORKS, "sources": SOURCES, "original": SOURCES}.get(field, "")
        data = raw.registers[register].data if register in raw.registers else None
        named = data if isinstance(data, dict) else {}
    return {key: f"{values.get('title', '')}" for key, values in named.items() if isinstance(values, Mapping)}


def _stand_in(manuscript: Manuscript, model: type[Entry] | None) -> Entry:
    """What can be checked of an entry whose fields do not fit: those that do, or else only its body and its skips."""
    skip = (manuscript.values or {}).get("skip")
    skips = {code: found for code, given in skip.items() if (found := _skip(given))} if isinstance(skip, dict) else {}
    begun = any(finding.code == "SCH010" for finding in manuscript.faults)  # a person has still to fill it in
    if model is not None and manuscript.values is not None and not begun:
        part = valid_part(model, {**manuscript.values, "skip": skips}, manuscript.places)
        if part is not None:
            return part
    entry = Entry.model_construct(title="", summary="", skip=skips)
    entry.locate({(): Place(manuscript.path)})
    return entry


def _skip(given: object) -> Skip | None:
    try:
        return Skip.model_validate({"because": given} if isinstance(given, str) else given)
    except ValidationError:
        return None


def link(parsed: ParsedEntries, today: dt.date) -> ReadResult:
    """Step 3: one Library, in which everything is found by its key."""
    entries, tree = parsed.entries, parsed.raw.tree
    series = {}
    for path in filter(SERIES.fullmatch, parsed.register_entries):
        for item in _of_type(parsed.register_entries[path], Series).values():
            item.attach(path)
            series[item.slug] = item
    series = dict(sorted(series.items(), key=lambda named: (named[1].position, named[0])))
    shelf = {slug: number for number, slug in enumerate(series)}
    editions = sorted(
        (entry for entry in entries.values() if isinstance(entry, Edition)),
        key=lambda edition: (shelf.get(edition.series_slug, len(shelf)), edition.number, edition.path),
    )
    parts = parsed.register_entries.get
    library = Library(
        today=today,
        tree=tree,
        publisher=_of_type(parts(PUBLISHER, {}), Publisher).get(""),
        series=MappingProxyType(series),
        editions=MappingProxyType({edition.folder: edition for edition in editions}),
        pieces=MappingProxyType({entry.folder: entry for entry in entries.values() if isinstance(entry, Piece)}),
        site_pages=MappingProxyType({path: page for path, page in entries.items() if isinstance(page, SitePage)}),
        networks=_of_type(parts(NETWORKS, {}), Network),
        sources=_of_type(parts(SOURCES, {}), Source),
        glossary=_of_type(parts(GLOSSARY, {}), Abbreviation),
        initiatives=tuple(_of_type(parts(INITIATIVES, {}), Initiative).values()),
        vocabulary=_of_type(parts(VOCABULARY, {}), Vocabulary).get(""),
        rule_settings=_of_type(parts(RULES, {}), RuleSettings).get("", RuleSettings()),
        printings=MappingProxyType(_printings(parsed.register_entries)),
        register_entries=tuple(_register_entries(parsed.register_entries)),
        accessibility=_of_type(parts(ACCESSIBILITY, {}), Accessibility).get(""),
        unreadable_paths=frozenset(parsed.unreadable_paths),
        invalid_entries=MappingProxyType(parsed.invalid_entries),
    )
    examined = tuple(path for path in tree.sizes if path.endswith((*MARKDOWN, ".yml")))
    return ReadResult(library, parsed.raw.findings, examined)


def _printings(parts: Mapping[str, dict[str, Located]]) -> dict[str, tuple[Printing, ...]]:
    """The printings by the folder of their edition, in the order of their numbers."""
    found = {folder_of(path): _of_type(parts[path], Printing).values() for path in filter(PRINTINGS.fullmatch, parts)}
    return {folder: tuple(sorted(each, key=lambda printing: printing.number)) for folder, each in found.items()}


def _register_entries(found: Mapping[str, dict[str, Located]]) -> Iterator[RegisterEntry]:
    for path, parts in sorted(found.items()):
        has_keys = register_of(path) is not None and path != INITIATIVES and not PRINTINGS.fullmatch(path)
        yield from (RegisterEntry(path, key if has_keys else "", part) for key, part in parts.items())


def _of_type(found: Mapping[str, Located], kind: type[LocatedT]) -> Mapping[str, LocatedT]:
    return MappingProxyType({key: item for key, item in found.items() if isinstance(item, kind)})
