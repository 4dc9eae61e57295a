"""Measure checking and building against plain MkDocs: `make bench`, `make bench ARGS="--accounts 1000 5000 --write"`.

Every round runs the four commands one after the other, so that a slow moment of the machine meets all of them. A
ratio is taken within its round; the table shows the median of the rounds.
"""

from __future__ import annotations

import argparse
import os
import platform
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from statistics import median

ROOT = Path(__file__).resolve().parents[2]
REPORT = ROOT / "docs/decisions/benchmarks.md"
BIN = Path(sys.executable).parent
CHECK, COLD, CHANGED = "wawla check", "wawla build, cold", "wawla build, one account changed"
PLAIN = "plain mkdocs build"
MOST_CHECK_SECONDS, MOST_COLD, MOST_CHANGED, MOST_GROWTH = 1.5, 0.7, 0.35, 1.1  # what was asked for


@dataclass(frozen=True)
class Run:
    """What one command took: seconds by the clock, and MiB of memory of its largest process at its height."""

    seconds: float
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
    return Run(seconds, usage.ru_maxrss / 1024)


def publications(folder: Path, plain: Path, accounts: int) -> None:
    """A generated publication with the project's own settings and theme, under git as a real one is; and a plain one.

    A program of its own writes them: Linux counts the memory of a process from that of the one which started it.
    """
    generate = [sys.executable, Path(__file__).with_name("generate.py"), folder, "--plain", plain]
    subprocess.run([*generate, "--accounts", str(accounts)], check=True)
    (folder / "docs").mkdir(exist_ok=True)
    shutil.copy(ROOT / "mkdocs.yml", folder)
    for name in ("docs/theme", "docs/assets"):
        if (ROOT / name).is_dir():
            shutil.copytree(ROOT / name, folder / name)
    for page in (ROOT / "docs").glob("*.md"):  # the navigation names them; their own text speaks of the real pieces
        title = page.stem.capitalize()
        (folder / "docs" / page.name).write_text(f"---\ntitle: {title}\nsummary: What it says.\n---\n\n## {title}\n")
    (folder / ".gitignore").write_text("/site/\n/.cache/\n")
    settings = (
        "user.name=bench",
        "user.email=bench@publisher.example",
        "commit.gpgsign=false",
        "gc.auto=0",
        "maintenance.auto=false",
        "init.defaultBranch=main",
    )
    git = ["git", *(word for setting in settings for word in ("-c", setting))]
    for command in (["init", "--quiet"], ["add", "."], ["commit", "--quiet", "--no-verify", "--message", "All of it"]):
        subprocess.run([*git, *command], cwd=folder, check=True)


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
        (COLD, cold, [wawla, "build", *root], ours),
        (CHANGED, change, [wawla, "build", *root], ours),
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
        f"## {accounts:,} accounts\n",
        "| Command | Seconds, median | fastest to slowest | Largest process, MiB | Plain MkDocs = 1 | Asked for |",
        "| --- | ---: | ---: | ---: | ---: | --- |",
    ]
    asked = {CHECK: f"{MOST_CHECK_SECONDS} s", COLD: MOST_COLD, CHANGED: MOST_CHANGED} if accounts == 1000 else {}
    for name, runs in results.items():
        seconds = sorted(run.seconds for run in runs)
        memory = median(run.memory for run in runs)
        goal = f"at most {asked[name]}" if name in asked else ""
        lines.append(
            f"| {name} | {median(seconds):.2f} | {seconds[0]:.2f} to {seconds[-1]:.2f} | {memory:.0f} "
            f"| {ratio(results, name):.2f} | {goal} |"
        )
    return "\n".join(lines)


def growth(small: int, large: int, every: dict[int, Results]) -> str:
    """How much more than in step with the accounts the time grows, as Markdown."""
    lines = [
        f"## Growth from {small:,} to {large:,} accounts\n",
        f"1 is growth in step with the accounts; at most {MOST_GROWTH} is asked for.\n",
        "| Command | Growth |",
        "| --- | ---: |",
    ]
    for name in every[small]:
        before, after = (median(run.seconds for run in every[size][name]) for size in (small, large))
        lines.append(f"| {name} | {after / before / (large / small):.2f} |")
    return "\n".join(lines)


def report(every: dict[int, Results], rounds: int) -> str:
    """The whole page."""
    sizes = sorted(every)
    parts = [
        "# Benchmarks",
        "Made by `make bench`; `tests/bench/run.py` says how it is measured. Plain MkDocs with Material builds the\n"
        "same Markdown, without search and with one entry of navigation: all of them, on every page, would take it\n"
        "many times as long. `wawla build` also checks the text, and makes pages for networks, themes and more.",
        f"Python {platform.python_version()}, {len(os.sched_getaffinity(0))} cores, {rounds} rounds, alternating.",
        *(table(size, every[size]) for size in sizes),
    ]
    if len(sizes) > 1:
        parts.append(growth(1000 if 1000 in sizes[:-1] else sizes[0], sizes[-1], every))
    return "\n\n".join(parts) + "\n"


def main() -> None:
    """Measure each size that was asked for, and print the page."""
    parser = argparse.ArgumentParser(prog="make bench ARGS=…", description=__doc__)
    parser.add_argument("--accounts", nargs="+", default=["1000"], help="one size or several, such as 100 1000 5000")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--write", action="store_true", help=f"write the page to {REPORT.relative_to(ROOT)} too")
    chosen = parser.parse_args()
    sizes = sorted({int(size) for size in ",".join(chosen.accounts).split(",") if size})
    with tempfile.TemporaryDirectory(prefix="wawla-bench-") as space:
        page = report({size: bench(size, chosen.rounds, Path(space)) for size in sizes}, chosen.rounds)
    print(page)
    if chosen.write:
        REPORT.write_text(page, encoding="utf-8")


if __name__ == "__main__":
    main()
