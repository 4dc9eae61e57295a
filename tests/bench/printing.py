"""Measures making editions' PDFs beside Chromium's print of the same HTML: time, memory, and a second making.

`python tests/bench/printing.py CACHE < JOBS` is one such making, in a process of its own: Linux tells of a process's
children only how much memory the largest of all of them had. Every round makes everything of one edition, one after
the other, so that a slow moment of the machine meets all of it; a ratio is taken within its round.
"""

from __future__ import annotations

import json
import os
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field
from pathlib import Path
from statistics import median

import pikepdf
from books import edition_at, editions, print_input_of
from browsing import chromium, flags, program
from building import measure
from hosting import Host, hosted
from playwright.sync_api import Browser
from publications import BIN

from wawla.printing.make_pdfs import make_pdfs, press_job, screen_job
from wawla.printing.typesetting.fetching import FONT_RULES, FONTS, font
from wawla.printing.typesetting.job import Document, SettingJob

MOST_RATIO, MOST_WARM, ASKED_AT = 3.5, 0.05, 60  # what was asked for, and of an edition of how many pages
SCREEN, PRESS, BOTH = "Screen", "Press", "Both side by side"
AGAIN = "… again, with nothing changed"
CHROMIUM, TAGGED, RUNNING = "Chromium's plain print", "… tagged", "… plain, by a Chromium that runs already"
COMMAND, COMMAND_AGAIN = "`wawla print`, both", "`wawla print`, both, again"
PLAIN = "--disable-pdf-tagging"
UNDISTURBED = 0.1


@dataclass(frozen=True)
class Making:
    """What one making took: seconds by the clock, MiB of the largest process at its height (0: unknown), and pages.

    `others` is how many processors everything else on the machine took meanwhile.
    """

    seconds: float
    memory: float = 0
    pages: int = 0
    others: float = 0


@dataclass
class Measured:
    """An edition, and what each round took of it."""

    pieces: int
    takes: dict[str, list[Making]] = field(default_factory=dict)

    @property
    def pages(self) -> int:
        """How many pages the edition has."""
        return self.takes[SCREEN][0].pages

    def add(self, name: str, making: Making) -> None:
        """One more making."""
        self.takes.setdefault(name, []).append(making)
        print(f"{self.pages} pages: {name}, {making.seconds:.2f} s", file=sys.stderr)

    def seconds(self, name: str) -> list[float]:
        """How long each round took."""
        return [making.seconds for making in self.takes[name]]


def ratio(ours: Sequence[float], theirs: Sequence[float]) -> float:
    """How many times as long as the other one took: the median of the rounds."""
    return median(one / other for one, other in zip(ours, theirs, strict=True))


def make(jobs: Sequence[SettingJob], cache: Path) -> Making:
    """The PDFs of these jobs, made by fresh processes. Stops the whole benchmark where one is not made."""
    lines = "".join(f"{job.to_json()}\n" for job in jobs)
    command = [sys.executable, __file__, str(cache)]
    done = subprocess.run(command, input=lines, capture_output=True, text=True, check=False)
    if done.returncode:
        sys.exit(f"an edition was not made:\n{done.stderr[-4000:]}")
    return Making(**json.loads(done.stdout))


def made_here(lines: Sequence[str], cache: Path) -> Making:
    """What `make` asks for, in this process, whose children are the typesetters and nothing else."""
    jobs = [SettingJob.from_json(line) for line in lines]
    busy, own, begun = processors_busy(), processor_time(), time.perf_counter()
    made = make_pdfs(jobs, cache)
    seconds = time.perf_counter() - begun
    others = (processors_busy() - busy - processor_time() + own) / seconds
    if made.findings or len(made.pdfs) < len(jobs):
        sys.exit("\n".join(finding.message for finding in made.findings))
    memory = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    return Making(seconds, memory, made.pdfs[0].result.pages, max(others, 0))


def processors_busy() -> float:
    """For how many seconds the processors of this machine have had work, all of them together (proc(5), /proc/stat)."""
    times = [int(ticks) for ticks in Path("/proc/stat").read_text(encoding="ascii").split("\n", 1)[0].split()[1:9]]
    idle, waiting = times[3:5]
    return (sum(times) - idle - waiting) / os.sysconf("SC_CLK_TCK")


def processor_time() -> float:
    """How many seconds of it were for this process, and for those it has started that have ended."""
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(each.ru_utime + each.ru_stime for each in used)


def for_browser(html: str) -> str:
    """The document with its typefaces named in it, and with addresses that a browser can ask a host for."""
    return html.replace("<style>", f"<style>\n{FONT_RULES}", 1).replace("book:/", "/")


@contextmanager
def served(book: Document) -> Iterator[Host]:
    """The same document, pictures and typefaces at a port of this machine while the block lasts."""
    with tempfile.TemporaryDirectory() as folder:
        files = {name.removeprefix("book:/"): data for name, data in book.pictures.items()}
        files |= {name: font(name) for name in FONTS} | {"index.html": for_browser(book.html).encode()}
        for name, data in files.items():
            file = Path(folder, name)
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(data)
        with hosted(Path(folder)) as host:
            yield host


def printed(host: Host, *options: str) -> Making:
    """Chromium's own command for printing, from the start of its process, with a profile that nothing was kept in."""
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        file = Path(folder, "print.pdf")
        quiet = [*flags(), "--headless", "--no-pdf-header-footer", f"--user-data-dir={folder}/profile", *options]
        begun = time.perf_counter()
        command = [program() or "chromium", *quiet, f"--print-to-pdf={file}", host.address]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        seconds = time.perf_counter() - begun
        with pikepdf.open(file) as pdf:
            return Making(seconds, pages=len(pdf.pages))


def printed_by(browser: Browser, host: Host) -> Making:
    """The same by a Chromium that is there already, in a window that knows nothing."""
    with browser.new_context() as context:
        page = context.new_page()
        begun = time.perf_counter()
        page.goto(host.address)
        page.pdf(prefer_css_page_size=True, print_background=True)
        return Making(time.perf_counter() - begun)


def commanded(root: Path, folder: str, space: Path) -> Iterator[Making]:
    """The whole command with the check of the publication before it; and again."""
    options = ["--for", "screen", "--for", "press", "--root", str(root), "--to", str(space / "printed")]
    shutil.rmtree(root / ".cache/print", ignore_errors=True)
    for _ in range(2):
        run = measure([str(BIN / "wawla"), "print", folder, *options], root)
        yield Making(run.seconds, run.memory)


def bench(root: Path, folder: str, rounds: int, space: Path) -> Measured:
    """Everything about one edition."""
    print_input = print_input_of(root)
    edition = edition_at(folder, print_input)
    jobs = {SCREEN: [screen_job(edition, print_input)], PRESS: [press_job(edition, print_input)]}
    jobs[BOTH] = [job for each in jobs.values() for job in each]
    found = Measured(len(print_input.published.pieces_of(edition)))
    with served(jobs[SCREEN][0].book) as host:
        printed(host, PLAIN)  # its program is in the machine's memory from now on, as ours is
        for _ in range(rounds):
            for name, each in jobs.items():
                with tempfile.TemporaryDirectory(dir=space) as cache:
                    found.add(name, make(each, Path(cache)))
                    if name == BOTH:
                        found.add(AGAIN, make(each, Path(cache)))
            found.add(CHROMIUM, printed(host, PLAIN))
            found.add(TAGGED, printed(host))
            with chromium() as browser:
                found.add(RUNNING, printed_by(browser, host))
            for name, making in zip((COMMAND, COMMAND_AGAIN), commanded(root, folder, space), strict=True):
                found.add(name, making)
    return found


def table(found: dict[int, Measured]) -> str:
    """What everything took at every length, as Markdown."""
    head = [f"{one.pages} pages" for one in found.values()]
    lines = [f"| | {' | '.join(head)} | Asked for |", "| --- |" + " ---: |" * len(head) + " --- |"]

    def row(name: str, figures: Sequence[str], asked: str = "") -> None:
        lines.append(f"| {name} | {' | '.join(figures)} | {asked} |")

    every = list(found.values())
    for name in every[0].takes:
        row(f"{name}, s", [spread(one.seconds(name)) for one in every])
        if name in (SCREEN, PRESS, BOTH):
            row(
                "… others took meanwhile, cores",
                [f"{median(take.others for take in one.takes[name]):.2f}" for one in every],
            )
            row("… a page, s", [f"{median(one.seconds(name)) / one.pages:.3f}" for one in every])
            row("… largest process, MiB", [f"{max(take.memory for take in one.takes[name]):.0f}" for one in every])
    again = [f"{ratio(one.seconds(AGAIN), one.seconds(BOTH)):.3f}" for one in every]
    row("Again, of the first making", again, f"at most {MOST_WARM}")
    row("`wawla print` again, of the first time", shares(every, COMMAND_AGAIN, COMMAND))
    wanted = f"at most {MOST_RATIO} at {ASKED_AT} pages"
    row("**Both side by side, Chromium's plain print = 1**", shares(every, BOTH, CHROMIUM), wanted)
    row(f"… in rounds when others took less than {UNDISTURBED} of a core", [undisturbed(one) for one in every])
    row("… its tagged print = 1", shares(every, BOTH, TAGGED))
    row("… by a Chromium that runs already = 1", shares(every, BOTH, RUNNING))
    row("Screen alone, Chromium's plain print = 1", shares(every, SCREEN, CHROMIUM))
    row("Pieces", [str(one.pieces) for one in every])
    row("Pages in Chromium's print", [str(one.takes[CHROMIUM][0].pages) for one in every])
    return "\n".join(lines)


def spread(seconds: Sequence[float]) -> str:
    """The median, and the fastest and slowest."""
    return f"{median(seconds):.2f} ({min(seconds):.2f} to {max(seconds):.2f})"


def undisturbed(one: Measured) -> str:
    """Both against Chromium's plain print, in those rounds in which the machine had next to nothing else to do."""
    rounds = zip(one.takes[BOTH], one.takes[CHROMIUM], strict=True)
    quiet = [ours.seconds / theirs.seconds for ours, theirs in rounds if ours.others < UNDISTURBED]
    return f"{median(quiet):.2f} ({len(quiet)} of {len(one.takes[BOTH])})" if quiet else "there was none"


def shares(every: Sequence[Measured], name: str, of: str) -> list[str]:
    """How many times as long one takes as the other, at each length."""
    return [f"{ratio(one.seconds(name), one.seconds(of)):.2f}" for one in every]


def section(lengths: Sequence[int], rounds: int, space: Path) -> str:
    """What printing costs at each length, in pages, as Markdown."""
    root, folders = editions(lengths, space)
    found = {length: bench(root, folder, rounds, space) for length, folder in folders.items()}
    return "\n\n".join(
        (
            "Generated editions on A4, of pieces with headings, lists, notes, links, tables, worksheets and pictures.\n"
            "The screen's file is tagged (PDF/UA-1), the press's in CMYK (PDF/X-4). Ours begins with the start of the\n"
            "processes that set books, one for each core; Chromium's `--print-to-pdf` with its own, and with an empty\n"
            "profile. It prints the same HTML with the same typefaces and pictures, from a host on this machine, and\n"
            "has no notes at the foot of the page, running heads from the text, or page numbers in the contents. A\n"
            "Chromium that runs already is given too; the one that starts counts, as ours starts as well. The command\n"
            "`wawla print` also reads, checks and renders the whole publication before it makes anything.",
            f"{rounds} rounds, alternating: median, and fastest to slowest. Memory is the most of all rounds.",
            table(found),
        )
    )


if __name__ == "__main__":
    print(json.dumps(asdict(made_here(sys.stdin.readlines(), Path(sys.argv[1])))))
