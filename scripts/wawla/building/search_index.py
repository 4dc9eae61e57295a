"""Step 9, index: Pagefind reads the built pages, and writes an index of which a search fetches only some parts."""

from __future__ import annotations

import errno
import os
import re
import signal
import subprocess
from importlib.metadata import version
from pathlib import Path

from pagefind_bin import get_executable  # type: ignore[import-untyped]  # it has no types

from wawla.building.search_index_order import put_in_order
from wawla.building.search_index_words import findable, is_indexed
from wawla.model.errors import WawlaError
from wawla.model.os_errors import sentence
from wawla.runtime.job_failure import ending_reason
from wawla.runtime.temporary import temporary_folder, temporary_parent

FOLDER = "pagefind"
"""Where the index stands in the site."""
_NOT_OURS = ("pagefind-ui*", "pagefind-modular-ui*", "pagefind-component-ui*", "pagefind-worker*")
"""What Pagefind brings for sites without a search page of their own."""
_UNSEEN = "caption.unseen"
"""What says a heading again, for those who hear a page; a result would show it twice."""
_CHANGES = {
    # It fetches the words of the whole site where it is asked for a filter and for no word.
    "let index_resp=this.backend.request_indexes(ptr,term);": (
        'let index_resp=filter_only?"[]":this.backend.request_indexes(ptr,term);'
    ),
    # Where a part of the index does not come, it finds less, or nothing, and does not say why.
    "console.error(`Failed to load the index chunk ${url}:": "throw Error(`Failed to load the index chunk ${url}:",
    "console.error(`Failed to load the meta index:": "throw Error(`Failed to load the meta index:",
}
"""What is changed in the program of Pagefind 1.5.2 that a browser runs, by what stands there."""

_BY_SIGNAL = {
    int(getattr(signal, name)): number
    for name, number in (
        ("SIGABRT", errno.ENOMEM),
        ("SIGBUS", errno.ENOMEM),
        ("SIGXFSZ", errno.EFBIG),
    )
    if hasattr(signal, name)
}
"""By the signal with which a program ends that the system refuses something, what that is."""
_OF_ITSELF = {signal.SIGSEGV, signal.SIGILL, signal.SIGFPE}
"""Signals with which a program ends because of a fault in itself."""


def index_site(site: Path) -> None:
    """Write the index of the pages in `site` that say what they are found by.

    The same pages give the same index, to the byte. Raises WawlaError where the machine, or what stands in `site`, is
    in the way of it; RuntimeError where Pagefind breaks down, which is a bug.
    """
    settings = {name: value for name, value in os.environ.items() if not name.startswith("PAGEFIND_")}
    with temporary_folder(temporary_parent(), "search") as space:
        _lay_out(site, space)
        arguments = ["--site", str(space), "--output-path", str((site / FOLDER).absolute()), "--silent"]
        arguments += ["--exclude-selectors", _UNSEEN]
        try:
            program = [get_executable(), *arguments]
            done = subprocess.run(program, cwd=space, env=settings, capture_output=True, check=False)
        except OSError as error:
            raise WawlaError(f"Pagefind cannot be started, so there is no search: {sentence(error)}") from error
    if done.returncode:
        raise _trouble(site, done.returncode, (done.stderr or done.stdout).decode(errors="replace"))
    for pattern in _NOT_OURS:
        for path in (site / FOLDER).glob(pattern):
            path.unlink()
    put_in_order(site / FOLDER)
    _change_program(site / FOLDER / "pagefind.js")


def _lay_out(site: Path, space: Path) -> None:
    """Write the pages that are to be indexed into an empty folder, with all that they can be found by."""
    for path in site.rglob("*.html"):
        if is_indexed(page := path.read_bytes()):
            copy = space / path.relative_to(site)
            copy.parent.mkdir(parents=True, exist_ok=True)
            copy.write_text(findable(page.decode("utf-8")), encoding="utf-8")


def _change_program(path: Path) -> None:
    program = path.read_text(encoding="utf-8")
    for old, new in _CHANGES.items():
        program = program.replace(old, new)
    path.write_text(program, encoding="utf-8")


def _trouble(site: Path, status: int, said: str) -> WawlaError | RuntimeError:
    """What is raised where Pagefind ends with this status, having said this."""
    text = " ".join(said.partition("stack backtrace")[0].split()) or "it does not say why"
    if number := _refused_by_system(status, said):
        reason = sentence(OSError(number, os.strerror(number)), site / FOLDER)
        return WawlaError(f"Pagefind could not index the site: {reason}")
    if -status in _OF_ITSELF or "panicked at" in said:
        return RuntimeError(f"Pagefind {version('pagefind')} broke down while it indexed the site: {text}")
    if status < 0:
        return WawlaError(ending_reason(status, "the site", "index").text)
    return WawlaError(f"Pagefind could not index the site: {text}")


def _refused_by_system(status: int, said: str) -> int:
    """The number of what the system refused Pagefind, as it says itself or as it ended; 0 where it refused nothing."""
    if refused := re.search(r"os error (\d+)|Os \{ code: (\d+)", said):  # as Rust tells what the system refused
        return int(refused[1] or refused[2])
    if "memory allocation of" in said:  # as Rust tells that there is none, before it aborts
        return errno.ENOMEM
    return 0 if "panicked at" in said else _BY_SIGNAL.get(-status, 0)
