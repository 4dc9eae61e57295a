"""Runs a command again and again, each time killed somewhere else, and tells what is left. Run by tests.

`killing.py KILLS SEED ROOT PDFS COMMAND…`: a kill comes when the command's own process has used so much of its
processor time, drawn by the seed; so many PDFs of the cache are forgotten before every third run, and RUN in the
command is its number. A command that packs gets another order each time. Afterwards the command runs once undisturbed.
What is printed is JSON: how the runs ended, and what a reading of the publication found to be wrong with its files
after each.
"""

import contextlib
import ctypes
import datetime as dt
import json
import os
import random
import signal
import sys
import time
from pathlib import Path

from packs_by_hand import ASK, NOW, order

from wawla.building import build, pack_orders, pipeline
from wawla.building.engine import run_mkdocs
from wawla.commands.main import main as wawla
from wawla.ordering.parcels import pack
from wawla.ordering.register.register import Register
from wawla.printing import approving, files, readiness
from wawla.reading.reader import read_library
from wawla.reading.tree import tree_on_disk

PRELOADED = build, pack_orders, pipeline, run_mkdocs, pack, approving, files, readiness
"""What the commands load: a copy of this process has it, and each run is short."""
_SETS_AGAIN = 3
"""One run of so many sets PDFs, for which it begins a process; the others find them all, and are quick."""
_PR_SET_CHILD_SUBREAPER = 36


def run(command: list[str], seconds: float = 0) -> tuple[int, float]:
    """Run a command in a copy of this process, killed after so much processor time; how it ended, and what it used."""
    reading, writing = os.pipe()
    child = os.fork()
    if not child:
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
        status = 70
        began = time.process_time()
        if seconds:
            signal.setitimer(signal.ITIMER_PROF, seconds)  # SIGPROF ends a process that has not asked for it
        try:
            wawla(command)
        except SystemExit as end:
            status = end.code or 0
        os.write(writing, f"{time.process_time() - began}".encode())
        os._exit(status)
    os.close(writing)
    _, status = os.waitpid(child, 0)
    with os.fdopen(reading, "rb") as used:
        return os.waitstatus_to_exitcode(status), float(used.read() or 0)


def receive_order(register: Path, number: int) -> None:
    """Enter one more order, as many copies as its number and one."""
    with Register(register) as opened:
        opened.add(order((ASK, 1 + number)), f"mail {number}", NOW)


def orphans_end() -> None:
    """Wait for the processes that a killed command has left: they end when they find that nobody listens."""
    with contextlib.suppress(ChildProcessError):
        while True:
            os.waitpid(-1, 0)


def main(kills: int, seed: int, root: Path, pdfs: int, command: list[str]) -> None:
    ctypes.CDLL(None).prctl(_PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0)
    chance = random.Random(seed)  # noqa: S311 - repeatable, and no secret

    def begun(number: int, seconds: float = 0) -> tuple[int, float]:
        for pdf in sorted((root / ".cache/print").glob("*.pdf"))[: pdfs if number % _SETS_AGAIN == 0 else 0]:
            pdf.unlink()
        if "--register" in command:
            receive_order(Path(command[command.index("--register") + 1]), number)
        return run([part.replace("RUN", str(number)) for part in command], seconds)

    first, whole = begun(0)
    ends, found = [], []
    for number in range(1, kills + 1):
        ends.append(begun(number, chance.uniform(0, whole))[0])
        reading = read_library(tree_on_disk(root), dt.date.fromisoformat(os.environ["TODAY"]))
        found += [
            f"{each.code} {each.place.path}" for each in reading.findings if each.code[:3] in ("FIL", "YML", "PRN")
        ]
    orphans_end()
    last, _ = begun(kills + 1)
    orphans_end()
    print(json.dumps({"first": first, "ends": ends, "last": last, "found": found, "seconds": whole}))


if __name__ == "__main__":
    main(int(sys.argv[1]), int(sys.argv[2]), Path(sys.argv[3]), int(sys.argv[4]), sys.argv[5:])
