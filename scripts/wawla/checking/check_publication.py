"""Steps 1 to 4: a publication on disk, read and checked."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from wawla.checking.decode_pictures import with_picture_faults
from wawla.checking.run import check
from wawla.checking.skips import DeclaredSkip, declared_skips
from wawla.checking.stored_printings import with_printing_facts
from wawla.model.findings import Finding, in_order
from wawla.reading.library import Library
from wawla.reading.reader import link, parse_entries, read_texts
from wawla.reading.site_address import site_address
from wawla.reading.tree import tree_on_disk

STEPS = ("read", "shape", "link", "check", "render", "print", "publish", "build", "index", "swap")
"""The ten steps of a build."""

Tell = Callable[[str], None]
"""Is told the name of each step as it begins."""


@dataclass(frozen=True)
class Checked:
    """A publication that was read and checked: findings in order, and the paths that were examined."""

    library: Library
    findings: tuple[Finding, ...]
    examined: tuple[str, ...]

    @property
    def skips(self) -> tuple[DeclaredSkip, ...]:
        """Every skip of the publication, by place."""
        return declared_skips(self.library)

    @property
    def errors(self) -> tuple[Finding, ...]:
        """The findings that stop a build."""
        return tuple(finding for finding in self.findings if finding.severity == "error")


def silent(step: str) -> None:
    """A progress callback that does nothing."""


def check_publication(root: Path, today: dt.date, tell: Tell = silent) -> Checked:
    """Read and check the publication under `root`. Raises WawlaError where there is none."""
    tell("read")
    written = read_texts(tree_on_disk(root))
    tell("shape")
    parsed = parse_entries(written)
    tell("link")
    reading = link(parsed, today)
    tell("check")
    library = with_printing_facts(with_picture_faults(reading.library), root)
    library = replace(library, site_address=site_address(root))
    findings = in_order([*reading.findings, *check(library)])
    return Checked(library, tuple(findings), reading.examined)
