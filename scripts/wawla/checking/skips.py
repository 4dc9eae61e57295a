"""Skips: which findings an entry may have, with a reason, and every skip of a publication for its reports."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from wawla.checking.rule import Rule, Skipping
from wawla.model import Entry
from wawla.model.faults import FAULTS
from wawla.model.findings import Finding, Place
from wawla.model.personal_data.legible import Legible
from wawla.reading.library import Library


@dataclass(frozen=True)
class AfterSkips:
    """The findings that no skip covers, and the skips of each entry with what they were needed for."""

    findings: list[Finding]
    skippings: list[Skipping]


@dataclass(frozen=True)
class DeclaredSkip:
    """A skip as a report lists it."""

    place: Place
    code: str
    because: str
    words: tuple[str, ...]

    @property
    def told(self) -> str:
        """The words that it covers, if it names any, and the reason."""
        return ": ".join([*([", ".join(f"'{each}'" for each in self.words)] if self.words else []), self.because])


def after_skips(
    findings: Iterable[Finding], active: Sequence[Rule], library: Library, codes: frozenset[str]
) -> AfterSkips:
    """The findings without those that their entry skips with a reason. `codes` are those of all rules.

    A skip covers its file and the files of its folder; of a rule about words, nothing but the words that it names.
    """
    firm = {rule.code for rule in active if not rule.skippable}
    of_words = frozenset(rule.code for rule in active if rule.names_words)
    skips = {entry.path: entry for entry in _entries(library) if entry.skip}
    beside = {path: entry for entry in skips.values() for path in entry.sibling_files if path not in library.entries}
    used: dict[str, set[str]] = {path: set() for path in skips}
    used_words: dict[str, set[tuple[str, str]]] = {path: set() for path in skips}
    kept: list[Finding] = []
    for finding in findings:
        entry = skips.get(finding.place.path) or beside.get(finding.place.path)
        skip = entry.skip.get(finding.code) if entry is not None else None
        if entry is None or skip is None or finding.code in firm:
            kept.append(finding)
            continue
        used[entry.path].add(finding.code)
        covering = [words for words in skip.text if _covers(words, finding.text)]
        used_words[entry.path].update((finding.code, words) for words in covering)
        is_covered = bool(covering) if finding.code in of_words else not skip.text
        if not (is_covered and skip.because.strip()):
            kept.append(finding)
    known = codes | FAULTS.keys()
    return AfterSkips(
        kept,
        [
            Skipping(entry, known, of_words, frozenset(used[path]), frozenset(used_words[path]))
            for path, entry in skips.items()
        ],
    )


def _covers(words: str, found: str) -> bool:
    """Whether what was found is among the words that a skip names, however they are set."""
    return bool(found) and _as_read(found) in _as_read(words)


def _as_read(text: str) -> str:
    return " ".join(Legible(text).text.casefold().split())


def declared_skips(library: Library) -> tuple[DeclaredSkip, ...]:
    """Every skip of a publication, by path and line."""
    return tuple(sorted(_declared(library), key=lambda skip: (skip.place, skip.code)))


def _declared(library: Library) -> Iterator[DeclaredSkip]:
    for entry in _entries(library):
        for code, skip in entry.skip.items():
            yield DeclaredSkip(entry.at("skip", code), code, skip.because, skip.text)


def _entries(library: Library) -> Iterator[Entry]:
    yield from library.entries.values()
    yield from library.invalid_entries.values()
