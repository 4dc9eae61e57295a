"""Steps 1 to 3, read, shape and link: the files of a publication to a Library, and what is wrong with them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import TypeVar

from wawla.model import (
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
    Series,
    SitePage,
    Source,
    Vocabulary,
    folder_of,
)
from wawla.model.faults import fault
from wawla.model.findings import Finding, Place
from wawla.reading.frontmatter import Manuscript, read_manuscript, read_register
from wawla.reading.library import Library
from wawla.reading.paths import (
    ACCESSIBILITY,
    ADDRESS,
    GLOSSARY,
    INITIATIVES,
    MARKDOWN,
    NETWORKS,
    PRINTINGS,
    PROFILE,
    PUBLISHER,
    SERIES,
    SOURCES,
    VOCABULARY,
    misplaced,
    model_of,
    register_of,
    single_of,
)
from wawla.reading.pointers import pointers
from wawla.reading.shaping import validate_fields
from wawla.reading.tree import Tree
from wawla.reading.yaml_values import Values

LocatedT = TypeVar("LocatedT", bound=Located)


@dataclass
class RawTexts:
    """Step 1, read: every text of the publication, as values with their places."""

    tree: Tree
    manuscripts: dict[str, Manuscript] = field(default_factory=dict)
    registers: dict[str, Values] = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)
    pointers: set[str] = field(default_factory=set)
    """Paths of files of which only the pointer of Git LFS is there."""


@dataclass
class ParsedEntries:
    """Step 2, shape: every text as an instance of its model. What does not fit is named in `unread`."""

    written: RawTexts
    entries: dict[str, Entry] = field(default_factory=dict)
    invalid_entries: dict[str, Entry] = field(default_factory=dict)
    """Stand-ins for texts whose fields could not be read, so that rules can look at their bodies all the same."""
    parts: dict[str, dict[str, Located]] = field(default_factory=dict)
    """The entries of each register, by the path of the register."""
    unreadable_paths: set[str] = field(default_factory=set)


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
    written = RawTexts(tree, findings=list(tree.faults))
    for path in tree.sizes:
        if model_of(path) is not None:
            manuscript = written.manuscripts[path] = read_manuscript(path, tree.read(path))
            written.findings += manuscript.faults
        elif register_of(path) or single_of(path):
            values = written.registers[path] = read_register(path, tree.read(path))
            written.findings += values.faults
    written.findings += misplaced(tree, frozenset(_profiles(written)))
    for path, kind in pointers(tree):
        written.pointers.add(path)
        written.findings.append(fault("FIL012", Place(path), f"{path} is a pointer of Git LFS, not the {kind} itself"))
    return written


def _profiles(written: RawTexts) -> Iterator[str]:
    """Paths of the profiles that a series prints with; every one beside a series.yml that could not be read."""
    for path in written.tree.sizes:
        if profile := PROFILE.fullmatch(path):
            values = written.registers.get(f"{profile[1]}/series.yml", Values(data={}))
            settings = values.data.get("print") if isinstance(values.data, dict) else None
            named = settings.get("profile") if isinstance(settings, dict) else None
            if path == f"{profile[1]}/{named}" or not isinstance(values.data, dict):
                yield path


def parse_entries(written: RawTexts) -> ParsedEntries:
    """Step 2: models from values. Findings of the schema join those of reading."""
    parsed = ParsedEntries(written)
    bundles: dict[str, list[str]] = {}
    for path in written.tree.sizes:
        if not PRINTINGS.fullmatch(path):  # a register of its own, which no page brings along
            bundles.setdefault(folder_of(path), []).append(path)
    for path, manuscript in written.manuscripts.items():
        model, entry = model_of(path), None
        if model is not None and manuscript.values is not None:
            entry, misshapen = validate_fields(model, manuscript.values, manuscript.places, manuscript.keys)
            written.findings += _not_said_yet(misshapen, manuscript.faults)
        known = parsed.entries if entry is not None else parsed.invalid_entries
        known[path] = entry if entry is not None else _stand_in(manuscript)
        known[path].attach(path, manuscript.body, tuple(other for other in bundles[folder_of(path)] if other != path))
    parsed.unreadable_paths |= parsed.invalid_entries.keys() | written.pointers
    for path, values in written.registers.items():
        if part := register_of(path):
            parsed.parts[path] = _many(path, part, values, parsed)
        elif part := single_of(path):
            parsed.parts[path] = _one(path, part, values, parsed)
    return parsed


def _stand_in(manuscript: Manuscript) -> Entry:
    """An entry without fields, but for its skips, in place of one whose fields do not fit."""
    skip = (manuscript.values or {}).get("skip")
    skips = {code: reason for code, reason in skip.items() if isinstance(reason, str)} if isinstance(skip, dict) else {}
    entry = Entry.model_construct(title="", summary="", skip=skips)
    entry.locate({(): Place(manuscript.path)})
    return entry


def link(parsed: ParsedEntries, today: dt.date) -> ReadResult:
    """Step 3: one Library, in which everything is found by its key."""
    entries, tree = parsed.entries, parsed.written.tree
    series = {}
    for path in filter(SERIES.fullmatch, parsed.parts):
        for item in _only(parsed.parts[path], Series).values():
            item.attach(path)
            series[item.slug] = item
    series = dict(sorted(series.items(), key=lambda named: (named[1].position, named[0])))
    shelf = {slug: number for number, slug in enumerate(series)}
    editions = sorted(
        (entry for entry in entries.values() if isinstance(entry, Edition)),
        key=lambda edition: (shelf.get(edition.series_slug, len(shelf)), edition.number, edition.path),
    )
    parts = parsed.parts.get
    library = Library(
        today=today,
        tree=tree,
        publisher=_only(parts(PUBLISHER, {}), Publisher).get(""),
        series=MappingProxyType(series),
        editions=MappingProxyType({edition.folder: edition for edition in editions}),
        pieces=MappingProxyType({entry.folder: entry for entry in entries.values() if isinstance(entry, Piece)}),
        site_pages=MappingProxyType({path: page for path, page in entries.items() if isinstance(page, SitePage)}),
        networks=_only(parts(NETWORKS, {}), Network),
        sources=_only(parts(SOURCES, {}), Source),
        glossary=_only(parts(GLOSSARY, {}), Abbreviation),
        initiatives=tuple(_only(parts(INITIATIVES, {}), Initiative).values()),
        vocabulary=_only(parts(VOCABULARY, {}), Vocabulary).get(""),
        printings=MappingProxyType(_printings(parsed.parts)),
        accessibility=_only(parts(ACCESSIBILITY, {}), Accessibility).get(""),
        unreadable_paths=frozenset(parsed.unreadable_paths),
        invalid_entries=MappingProxyType(parsed.invalid_entries),
    )
    examined = tuple(path for path in tree.sizes if path.endswith((*MARKDOWN, ".yml")))
    return ReadResult(library, parsed.written.findings, examined)


def _printings(parts: Mapping[str, dict[str, Located]]) -> dict[str, tuple[Printing, ...]]:
    """The printings by the folder of their edition, in the order of their numbers."""
    found = {folder_of(path): _only(parts[path], Printing).values() for path in filter(PRINTINGS.fullmatch, parts)}
    return {folder: tuple(sorted(each, key=lambda printing: printing.number)) for folder, each in found.items()}


def _one(path: str, model: type[Located], values: Values, parsed: ParsedEntries) -> dict[str, Located]:
    """The single part that a file holds, under ''; nothing where it does not fit."""
    if isinstance(values.data, tuple):
        parsed.written.findings.append(fault("YML009", Place(path), f"{path} holds a list where fields are needed"))
    if isinstance(values.data, dict):
        part, misshapen = validate_fields(model, values.data, values.places, values.keys)
        parsed.written.findings += _not_said_yet(misshapen, values.faults)
        if part is not None:
            return {"": part}
    parsed.unreadable_paths.add(path)
    return {}


def _many(path: str, model: type[Located], values: Values, parsed: ParsedEntries) -> dict[str, Located]:
    """The entries of a register by key, or by number where it is a list. A broken entry hides no other."""
    is_list = path == INITIATIVES or model is Printing
    if isinstance(values.data, dict if is_list else tuple):
        held, needed = ("names", "a list is") if is_list else ("a list", "names are")
        hint = "begin each entry with a hyphen" if is_list else ""
        message = f"{path} holds {held} where {needed} needed"
        parsed.written.findings.append(fault("YML009", Place(path), message, hint))
        values.data = None
    items = values.data.items() if isinstance(values.data, dict) else enumerate(values.data or ())
    found: dict[str, Located] = {}
    for key, item in items:
        if path in (NETWORKS, SOURCES) and not ADDRESS.fullmatch(str(key)):
            message = f"the key '{str(key)[:60]}' cannot be used in an address"
            hint = "use small letters, figures and hyphens, as in hartlepool"
            parsed.written.findings.append(fault("SCH005", values.keys.get((key,), Place(path)), message, hint))
            parsed.unreadable_paths.add(path)
            continue
        part, misshapen = validate_fields(model, item, values.places, values.keys, (key,))
        if part is not None:
            found[str(key)] = part
        else:
            parsed.written.findings += _not_said_yet(misshapen, values.faults)
            parsed.unreadable_paths.add(path)
    if values.data is None:
        parsed.unreadable_paths.add(path)
    return found


def _only(found: Mapping[str, Located], kind: type[LocatedT]) -> Mapping[str, LocatedT]:
    return MappingProxyType({key: item for key, item in found.items() if isinstance(item, kind)})


def _not_said_yet(findings: list[Finding], said: list[Finding] | tuple[Finding, ...]) -> list[Finding]:
    """Findings of the schema, without those in a line where YAML itself is already at fault."""
    lines = {finding.place.line for finding in said}
    return [finding for finding in findings if finding.place.line not in lines]
