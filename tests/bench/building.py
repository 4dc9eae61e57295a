"""Measures checking and building against plain MkDocs.

Every round runs the four commands one after the other, so that a slow moment of the machine meets all of them. A
ratio is taken within its round; the table shows the median of the rounds.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from publications import BIN, publications

CHECK, COLD, CHANGED = "wawla check", "wawla build, cold", "wawla build, one account changed"
PLAIN = "plain mkdocs build"
MOST_CHECK_SECONDS, MOST_COLD, MOST_CHANGED, MOST_GROWTH = 1.5, 0.7, 0.35, 1.1  # what was asked for
MOST_CHECK_PROCESSOR_SECONDS = 2.0  # of all its processes together: what it took when rules read by patterns


@dataclass(frozen=True)
class Run:
    """What one command took: seconds by the clock, and of the processors for all its processes; and MiB of memory.

    The memory is that of its largest process at its height.
    """

    seconds: float
    processor: float
    memory: float


Results = dict[str, list[Run]]
"""The runs of each command, round by round."""


def measure(command: list[str], folder: Path) -> Run:
    """Run a command to its end. Stops the whole benchmark where it fails: a failed build measures nothing."""
    environment = os.environ | {"NO_COLOR": "1", "NO_MKDOCS_2_WARNING": "1"}
    with tempfile.TemporaryFile() as said:
        begun = time.perf_counter()
        process = subprocess.Popen(command, cwd=folder, env=environment, stdout=said, stderr=subprocess.STDOUT)
        _, status, usage = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - begun
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            said.seek(0)
            sys.stderr.write(said.read().decode()[-4000:])
            sys.exit(f"{' '.join(command)} ended with {process.returncode}, in {folder}")
    return Run(seconds, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024)


def bench(accounts: int, rounds: int, space: Path) -> Results:
    """The four commands, alternating."""
    ours, theirs = space / f"wawla-{accounts}", space / f"plain-{accounts}"
    publications(ours, theirs, accounts)
    account = min((ours / "accounts_of_practice").glob("*/index.md"))
    wawla, root = str(BIN / "wawla"), ["--root", str(ours)]

    def cold() -> None:
        shutil.rmtree(ours / "site", ignore_errors=True)
        shutil.rmtree(ours / ".cache", ignore_errors=True)

    def change() -> None:
        with account.open("a", encoding="utf-8") as file:
            file.write("\nOne more sentence about the work of the group.\n")

    def fresh() -> None:
        shutil.rmtree(theirs / "site", ignore_errors=True)

    commands: list[tuple[str, Callable[[], object], list[str], Path]] = [
        (CHECK, lambda: None, [wawla, "check", *root], ours),
        (COLD, cold, [wawla, "build", "--no-pdfs", *root], ours),
        (CHANGED, change, [wawla, "build", "--no-pdfs", *root], ours),
        (PLAIN, fresh, [str(BIN / "mkdocs"), "build", "-q"], theirs),
    ]
    results: Results = {name: [] for name, *_ in commands}
    for number in range(1, rounds + 1):
        for name, prepare, command, folder in commands:
            prepare()
            results[name].append(measure(command, folder))
            took = results[name][-1].seconds
            print(f"{accounts} accounts, round {number} of {rounds}: {name}, {took:.2f} s", file=sys.stderr)
    return results


def ratio(results: Results, name: str) -> float:
    """How long a command took, with plain MkDocs as 1."""
    return median(run.seconds / base.seconds for run, base in zip(results[name], results[PLAIN], strict=True))


def table(accounts: int, results: Results) -> str:
    """The results of one size, as Markdown."""
    lines = [
        f"### {accounts:,} accounts\n",
        "| Command | Seconds, median | fastest to slowest | Processor seconds | Largest process, MiB "
        "| Plain MkDocs = 1 | Asked for |",
        "| --- | ---: | ---: | ---: | ---: | ---: | --- |",
    ]
    check = f"{MOST_CHECK_SECONDS} s, {MOST_CHECK_PROCESSOR_SECONDS} of the processors"
    asked = {CHECK: check, COLD: MOST_COLD, CHANGED: MOST_CHANGED} if accounts == 1000 else {}
    for name, runs in results.items():
        seconds = sorted(run.seconds for run in runs)
        processor, memory = median(run.processor for run in runs), median(run.memory for run in runs)
        spread = f"{seconds[0]:.2f} to {seconds[-1]:.2f}"
        goal = f"at most {asked[name]}" if name in asked else ""
        lines.append(
            f"| {name} | {median(seconds):.2f} | {spread} | {processor:.2f} | {memory:.0f} "
            f"| {ratio(results, name):.2f} | {goal} |"
        )
    return "\n".join(lines)


def growth(small: int, large: int, every: dict[int, Results]) -> str:
    """How much more than in step with the accounts the time grows, as Markdown."""
    lines = [
        f"### Growth from {small:,} to {large:,} accounts\n",
        f"1 is growth in step with the accounts; at most {MOST_GROWTH} is asked for.\n",
        "| Command | Growth |",
        "| --- | ---: |",
    ]
    for name in every[small]:
        before, after = (median(run.seconds for run in every[size][name]) for size in (small, large))
        lines.append(f"| {name} | {after / before / (large / small):.2f} |")
    return "\n".join(lines)


def section(sizes: Sequence[int], rounds: int, space: Path) -> str:
    """What building costs at each size, in accounts, as Markdown."""
    every = {size: bench(size, rounds, space) for size in sorted(sizes)}
    parts = [
        "Plain MkDocs with Material builds the same Markdown, without search and with one entry of navigation: all of\n"
        "them, on every page, would take it many times as long. `wawla build` also checks the text, makes pages for\n"
        "networks, themes and more, and indexes all of it for the search. It makes no PDFs here (`--no-pdfs`), as\n"
        "plain MkDocs makes none; what they cost is measured under Print.",
        f"{rounds} rounds, alternating.",
        *(table(size, results) for size, results in every.items()),
    ]
    if len(every) > 1:
        small, *_, large = every
        parts.append(growth(1000 if 1000 in list(every)[:-1] else small, large, every))
    return "\n\n".join(parts)
