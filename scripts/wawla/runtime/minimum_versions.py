"""Versions of other packages that wawla refuses to run with, because they have known holes."""

from __future__ import annotations

import re
from importlib.metadata import PackageNotFoundError, version

from wawla.model.errors import WawlaError

SAFE_FROM = {"Markdown": "3.8.1", "pymdown-extensions": "11.0.1", "mkdocs-material": "9.7.7"}
"""The first version of each without the hole we know of."""


def check_requirements() -> None:
    """Raise WawlaError where a package is missing, or older than is safe."""
    for name, least in SAFE_FROM.items():
        try:
            found = version(name)
        except PackageNotFoundError:
            raise WawlaError(f"{name} is not installed. Run `make site` to put the environment right.") from None
        if _parts(found) < _parts(least):
            raise WawlaError(
                f"{name} {found} has a known security hole; {least} or newer is needed. "
                "Run `make site` to put the environment right."
            )


def _parts(text: str) -> tuple[int, ...]:
    release = re.match(r"[\d.]*", text)  # what follows, as in 11.0b1, comes before the release
    return tuple(int(part) for part in re.findall(r"\d+", release[0] if release else ""))
