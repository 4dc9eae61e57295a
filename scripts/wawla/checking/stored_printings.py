"""What is known of printings beyond their entries: what each stored file says, and what git has had before."""

from __future__ import annotations

import base64
import contextlib
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from wawla.reading.frontmatter import read_register
from wawla.reading.library import Library
from wawla.reading.paths import PRINTINGS
from wawla.reading.press_pdf import BUILT_ON, PressPdf
from wawla.runtime.git import GitError, ask_git, require_history
from wawla.runtime.job_failure import JobFailed
from wawla.runtime.result_store import ResultStore
from wawla.runtime.source_digest import source_digest
from wawla.runtime.user_cache import user_cache
from wawla.runtime.worker_pool import WorkerPool, WorkerSpec

READING = WorkerSpec("wawla.checking.press_pdf_worker", PressPdf.from_json, 20.0, "the press PDF", "read", "read")
"""What reading processes do: one file at a time, in twenty seconds at the most."""
MODULES = (
    "wawla.checking.press_pdf_worker",
    "wawla.model.units",
    "wawla.reading.press_pdf",
    "wawla.runtime.answer_jobs",
)
"""What decides what a press PDF is read as. The file itself is in the key."""


@dataclass(frozen=True)
class _PressPdfJob:
    """One file to read."""

    path: str
    data: bytes

    def to_json(self) -> str:
        """One line of JSON."""
        return json.dumps({"data": base64.b64encode(self.data).decode()})


def with_printing_facts(library: Library, root: Path) -> Library:
    """The library with what its press PDFs say, and with the checksums that git has had first.

    Files are read in processes of limited memory and time, each once: what an earlier run of this user has read is
    taken from the user's own cache. Raises WawlaError where this machine cannot read them.
    """
    if not library.printings:
        return library
    return replace(library, press_pdfs=_press_pdfs(library), first_checksums=first_checksums(root))


def _press_pdfs(library: Library) -> Mapping[str, PressPdf]:
    """What every stored file says, by path; but for those that are not the approved one, of which PRN002 speaks."""
    checksums = {
        path: printing.checksum
        for folder, printings in library.printings.items()
        for printing in printings
        if library.is_read(path := f"{folder}/{printing.file}") and library.checksum(path) == printing.checksum
    }
    reader, folder = source_digest(MODULES, packages=BUILT_ON), user_cache()
    with ResultStore(folder / "printings.sqlite") if folder else contextlib.nullcontext() as store:
        found: dict[str, PressPdf] = {}
        for path, checksum in checksums.items():
            with contextlib.suppress(ValueError, KeyError, TypeError):
                if store and (text := store.get(f"{reader}{checksum}")) is not None:
                    found[path] = PressPdf.from_json(text)
        for path, pdf in _read([path for path in checksums if path not in found], library):
            found[path] = pdf
            if store:
                store.put(f"{reader}{checksums[path]}", pdf.to_json())
        if store:
            store.prune(f"{reader}{checksum}" for checksum in checksums.values())
    return found


def _read(paths: Sequence[str], library: Library) -> Iterator[tuple[str, PressPdf]]:
    if not paths:
        return
    with WorkerPool[_PressPdfJob, PressPdf](READING) as workers:
        for job, pdf in workers.do_in_batches(_PressPdfJob(path, library.tree.read(path)) for path in paths):
            yield job.path, PressPdf(0, (), "", "", str(pdf)) if isinstance(pdf, JobFailed) else pdf


def first_checksums(root: Path) -> Mapping[str, str]:
    """The checksum with which git first had each printing, by the path of its file.

    Nothing where git cannot tell: without a repository, or where its history is cut off.
    """
    try:
        require_history(root)
        log = ask_git(
            root,
            "log",
            "--reverse",
            "--full-history",
            "-m",
            "--raw",
            "--no-abbrev",
            "--no-renames",
            "--relative",
            "--format=",
            "--",
            ":(glob)series/*/*/printings.yml",
        )
        found: dict[str, str] = {}
        for path, blob in _versions(log.splitlines()):
            for number, checksum in _checksums(path, ask_git(root, "cat-file", "blob", blob)):
                found.setdefault(f"{path.rpartition('/')[0]}/printings/{number}.pdf", checksum)
    except GitError:
        return {}
    return found


def _versions(lines: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Path and blob of every version of a register, each once, the oldest first."""
    known: dict[tuple[str, str], None] = {}
    for line in lines:
        about, _, path = line.partition("\t")
        parts = about.split()  # :100644 100644 OLD NEW M
        if len(parts) == 5 and parts[4] != "D" and PRINTINGS.fullmatch(path):
            known[path, parts[3]] = None
    yield from known


def _checksums(path: str, text: str) -> Iterator[tuple[int, str]]:
    """Number and checksum of every entry in a version of a register; whatever else stands there is passed over."""
    data = read_register(path, text.encode()).data
    for item in data if isinstance(data, tuple) else ():
        if isinstance(item, dict) and isinstance(number := item.get("number"), int):
            yield number, str(item.get("checksum", ""))
