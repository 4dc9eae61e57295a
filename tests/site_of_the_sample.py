"""A folder becomes a publication that can be built: our look, which is code, and the configuration of the sample."""

import shutil
from pathlib import Path

from folders import ROOT

CONFIG = ROOT / "tests/sample_mkdocs.yml"
"""Beside the sample and not in it, for most tests read a publication that has no site."""


def with_site(root: Path) -> Path:
    """The same folder, with `docs/theme`, `docs/assets` and an `mkdocs.yml`."""
    for look in (ROOT / "docs/theme", ROOT / "docs/assets"):
        shutil.copytree(look, root / "docs" / look.name, dirs_exist_ok=True)
    shutil.copy(CONFIG, root / "mkdocs.yml")
    return root
