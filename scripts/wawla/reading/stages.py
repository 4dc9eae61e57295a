"""The results of the first two steps: raw texts, and the entries parsed from them."""

from __future__ import annotations

from dataclasses import dataclass, field

from wawla.model import Entry, Located
from wawla.model.findings import Finding
from wawla.reading.frontmatter import Manuscript
from wawla.reading.tree import Tree
from wawla.reading.yaml_values import Values


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
    """Step 2, shape: every text as an instance of its model. What does not fit is named in `unreadable_paths`."""

    raw: RawTexts
    entries: dict[str, Entry] = field(default_factory=dict)
    invalid_entries: dict[str, Entry] = field(default_factory=dict)
    """Stand-ins for texts whose fields could not be read, so that rules can look at their bodies all the same."""
    register_entries: dict[str, dict[str, Located]] = field(default_factory=dict)
    """The entries of each register, by the path of the register."""
    unreadable_paths: set[str] = field(default_factory=set)
