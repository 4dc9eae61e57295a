"""Measure building, searching, reading, printing: `make bench`, `make bench ARGS="search pages --pieces 1000 --write"`.

Each part is a section of its own in the report; a part that was not measured keeps the figures that it had.
"""

from __future__ import annotations

import argparse
import itertools
import os
import platform
import re
import sys
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path

import building
import ordering
import printing
import searching
import visiting
from browsing import MISSING, program
from publications import ROOT

REPORT = ROOT / "docs/decisions/benchmarks.md"
PARTS = {"building": "Building", "search": "Search", "pages": "Pages", "print": "Print", "orders": "Orders"}
WITHOUT_CHROMIUM = {"building", "orders"}
OPENING = """\
# Benchmarks

Made by `make bench`; the modules in `tests/bench` say how it is measured. A section is as old as its first line says.
"""


def with_section(page: str, title: str, text: str) -> str:
    """The report with one section written anew. Sections stand in the order of `PARTS`; the others stay as they are."""
    sections = dict(re.findall(r"^## (.+)\n\n((?:(?!## ).*\n)*)", page, re.M)) | {title: text.strip() + "\n"}
    order = [title for title in PARTS.values() if title in sections]
    return "\n".join((OPENING, *(f"## {title}\n\n{sections[title].rstrip()}\n" for title in order)))


def machine(load: float) -> str:
    """What it was measured on. `load` is how many processes wanted a core in the minute before."""
    cores = len(os.sched_getaffinity(0))
    return f"Python {platform.python_version()}, {cores} cores, of which others wanted {load:.1f} when it began."


def measured(part: str, sizes: Sequence[int], rounds: int, space: Path) -> str:
    """One part, as Markdown."""
    before = machine(os.getloadavg()[0])
    sections: dict[str, Callable[[], str]] = {
        "building": lambda: building.section(sizes, rounds, space),
        "search": lambda: searching.section(sizes, space),
        "pages": lambda: visiting.section(space),
        "print": lambda: printing.section(sizes, rounds, space),
        "orders": lambda: ordering.section(sizes, rounds, space),
    }
    return f"{before}\n\n{sections[part]()}"


def numbers(text: str) -> list[int]:
    """'1000,5000' as numbers."""
    return [int(number) for number in text.split(",") if number]


def main() -> None:
    """Measure each part that was asked for, and print it."""
    parser = argparse.ArgumentParser(prog="make bench ARGS=…", description=__doc__)
    parser.add_argument("parts", nargs="*", metavar="PART", help=f"{', '.join(PARTS)}; all of them unless told")
    parser.add_argument(
        "--accounts", nargs="+", type=numbers, default=[[1000]], help="sizes to build, such as 1000 5000"
    )
    parser.add_argument("--pieces", nargs="+", type=numbers, default=[[1000, 10_000]], help="sizes to search")
    parser.add_argument("--books", nargs="+", type=numbers, default=[[24, 60, 200]], help="pages of books to print")
    parser.add_argument("--orders", nargs="+", type=numbers, default=[[1000]], help="how many orders to add")
    parser.add_argument("--rounds", type=int, default=3, help="how often commands of `building`, `print`, `orders` run")
    parser.add_argument("--space", type=Path, help="an empty or former folder for publications, which stay there")
    parser.add_argument("--write", action="store_true", help=f"write the sections to {REPORT.relative_to(ROOT)} too")
    chosen = parser.parse_args()
    if unknown := set(chosen.parts) - set(PARTS):
        parser.error(f"there is no part {', '.join(sorted(unknown))}")
    given = {"building": chosen.accounts, "search": chosen.pieces, "print": chosen.books, "orders": chosen.orders}
    sizes = {part: list(itertools.chain(*each)) for part, each in given.items()}
    parts = [part for part in PARTS if part in chosen.parts or not chosen.parts]
    if program() is None and set(parts) - WITHOUT_CHROMIUM:
        sys.stderr.write(f"Search, pages and print are not measured. {MISSING}\n")
        parts = [part for part in parts if part in WITHOUT_CHROMIUM]
    with tempfile.TemporaryDirectory(prefix="wawla-bench-") as passing:
        for part in parts:
            text = measured(part, sizes.get(part, []), chosen.rounds, chosen.space or Path(passing))
            print(f"## {PARTS[part]}\n\n{text}\n", flush=True)
            if chosen.write:
                REPORT.write_text(with_section(REPORT.read_text(encoding="utf-8"), PARTS[part], text), encoding="utf-8")


if __name__ == "__main__":
    main()
