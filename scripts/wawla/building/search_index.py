"""Step 9, index: Pagefind reads the built pages, and writes an index of which a search fetches only some parts."""

from __future__ import annotations

import os
import re
import signal
import subprocess
from importlib.metadata import version
from pathlib import Path

from pagefind_bin import get_executable  # type: ignore[import-untyped]  # it has no types

from wawla.building.search_index_order import put_in_order
from wawla.model.errors import WawlaError
from wawla.model.os_errors import sentence

FOLDER = "pagefind"
"""Where the index stands in the site."""
_NOT_OURS = ("pagefind-ui*", "pagefind-modular-ui*", "pagefind-component-ui*", "pagefind-worker*")
"""What Pagefind brings for sites without a search page of their own."""
_FETCHES = "let index_resp=this.backend.request_indexes(ptr,term);"
_FETCHES_WHAT_IT_NEEDS = 'let index_resp=filter_only?"[]":this.backend.request_indexes(ptr,term);'
"""Pagefind 1.5.2 fetches the words of the whole site where it is asked for a filter and for no word."""


def index_site(site: Path) -> None:
    """Write the index of the pages in `site` that say what they are found by.

    The same pages give the same index, to the byte. Raises WawlaError where the machine, or what stands in `site`, is
    in the way of it; RuntimeError where Pagefind breaks down, which is a bug.
    """
    settings = {name: value for name, value in os.environ.items() if not name.startswith("PAGEFIND_")}
    arguments = ["--site", ".", "--output-subdir", FOLDER, "--silent"]
    try:
        done = subprocess.run([get_executable(), *arguments], cwd=site, env=settings, capture_output=True, check=False)
    except OSError as error:
        raise WawlaError(f"Pagefind cannot be started, so there is no search: {sentence(error)}") from error
    if done.returncode:
        raise _trouble(site, done.returncode, (done.stderr or done.stdout).decode(errors="replace"))
    for pattern in _NOT_OURS:
        for path in (site / FOLDER).glob(pattern):
            path.unlink()
    put_in_order(site / FOLDER)
    program = site / FOLDER / "pagefind.js"
    program.write_text(program.read_text(encoding="utf-8").replace(_FETCHES, _FETCHES_WHAT_IT_NEEDS), encoding="utf-8")


def _trouble(site: Path, status: int, said: str) -> WawlaError | RuntimeError:
    """What is raised where Pagefind ends with this status, having said this."""
    text = " ".join(said.partition("stack backtrace")[0].split()) or "it does not say why"
    if status == -signal.SIGKILL:
        return WawlaError(
            "The system killed the process that indexes the site, most likely because memory ran short."
            " Close other programs, and try again."
        )
    if refused := re.search(r"os error (\d+)|Os \{ code: (\d+)", said):  # as Rust tells what the system refused
        number = int(refused[1] or refused[2])
        reason = sentence(OSError(number, os.strerror(number)), site / FOLDER)
        return WawlaError(f"Pagefind could not index the site: {reason}")
    if status < 0 or "panicked at" in said:
        return RuntimeError(f"Pagefind {version('pagefind')} broke down while it indexed the site: {text}")
    return WawlaError(f"Pagefind could not index the site: {text}")
