"""Step 9, index: Pagefind reads the built pages, and writes an index of which a search fetches only some parts."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

from pagefind_bin import get_executable  # type: ignore[import-untyped]  # it has no types

from wawla.building.search_index_order import put_in_order
from wawla.model.errors import WawlaError

FOLDER = "pagefind"
"""Where the index stands in the site."""
_NOT_OURS = ("pagefind-ui*", "pagefind-modular-ui*", "pagefind-component-ui*", "pagefind-worker*")
"""What Pagefind brings for sites without a search page of their own."""
_FETCHES = "let index_resp=this.backend.request_indexes(ptr,term);"
_FETCHES_WHAT_IT_NEEDS = 'let index_resp=filter_only?"[]":this.backend.request_indexes(ptr,term);'
"""Pagefind 1.5.2 fetches the words of the whole site where it is asked for a filter and for no word."""


def index_site(site: Path) -> None:
    """Write the index of the pages in `site` that say what they are found by. Raises WawlaError where it fails.

    The same pages give the same index, to the byte.
    """
    settings = {name: value for name, value in os.environ.items() if not name.startswith("PAGEFIND_")}
    arguments = ["--site", ".", "--output-subdir", FOLDER, "--silent"]
    try:
        done = subprocess.run([get_executable(), *arguments], cwd=site, env=settings, capture_output=True, check=False)
    except OSError as error:
        raise WawlaError(f"Pagefind cannot be started, so there is no search: {error.strerror or error}.") from error
    if done.returncode:
        said = (done.stderr or done.stdout).decode(errors="replace").partition("stack backtrace")[0].split()
        raise WawlaError(f"Pagefind could not index the site: {' '.join(said) or 'it does not say why'}")
    for pattern in _NOT_OURS:
        for path in (site / FOLDER).glob(pattern):
            path.unlink()
    put_in_order(site / FOLDER)
    program = site / FOLDER / "pagefind.js"
    program.write_text(program.read_text(encoding="utf-8").replace(_FETCHES, _FETCHES_WHAT_IT_NEEDS), encoding="utf-8")
