"""Measures search, ours and Material's, on the same text: the index, what a reader's browser fetches, and the time."""

from __future__ import annotations

import random
import re
import shutil
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median, quantiles

from browsing import PROCESSOR, SLOW_4G, answered, chromium, moment, opened, slowed, watching
from generate import TRADE, WORDS
from hosting import Sent, hosted
from lunr import LIMIT, Peer, measured_peer
from playwright.sync_api import Browser
from publications import built

from wawla.building.search_index import FOLDER, index_site

MOST_KB, MOST_MS = 400, 150  # what was asked for, at 10,000 pieces and everywhere
RESULT, FILTER = ".w-results .w-item", ".w-filter:not([hidden]) input"
FIELD, LIST = ".w-search-page input[type=search]", ".w-results > .w-items"
SEARCHING = re.compile(rf"/({FOLDER}/|search/words\.json|assets/scripts/(search|search-page|spelling)\.js)")
ASKED = ("school", "enquiry", "mentor library", "how do governors support reading", "curric")
"""A common word; one with two spellings; two; several with some that tell nothing; and the beginning of one."""


@dataclass(frozen=True)
class Cold:
    """One search with nothing in the cache: kB fetched until each moment, and what was typed."""

    text: str
    first: float
    page: float
    filters: float


@dataclass(frozen=True)
class Search:
    """Ours at one size. Times in ms, sizes in kB of 1,000 bytes, unless a name says otherwise."""

    pages: int
    index_seconds: float
    index_megabytes: float
    cold: list[Cold]
    cold_times: list[float]
    phone_times: list[float]
    typed: list[float]
    sought: list[float]
    peer: Peer


def kilobytes(bodies: Sequence[Sent]) -> float:
    """How much these are together."""
    return sum(each.size for each in bodies) / 1000


def rare_words(folder: Path, count: int) -> list[str]:
    """Of some accounts, the word that is rarest in the whole vocabulary: so something says it, and little else does."""
    rank = {word: place for place, word in enumerate(WORDS)}
    accounts = sorted((folder / "accounts_of_practice").glob("*/index.md"))[::7]
    texts = (path.read_text(encoding="utf-8").split("---\n", 2)[2] for path in accounts[:count])
    return [max(re.findall(r"[a-z]+", text), key=lambda word: rank.get(word, 0)) for text in texts]


def asked_when_warm(folder: Path) -> list[str]:
    """Words, pairs of words and rare words, eight of each."""
    known = random.Random(8).sample(TRADE.split(), 24)  # noqa: S311 - the same words each time, and no secret
    pairs = zip(known[8:16], known[16:], strict=True)
    return [*known[:8], *(" ".join(pair) for pair in pairs), *rare_words(folder, 8)]


def cold_search(browser: Browser, folder: Path, text: str) -> Cold:
    """Open the search page in a browser that knows nothing, type, and see what had set off by each moment."""
    with hosted(folder) as host, browser.new_context(viewport={"width": 1280, "height": 1024}) as context:
        page = watching(context.new_page(), first=RESULT, filters=FILTER)
        page.goto(f"{host.address}search/")
        page.fill(FIELD, text)
        until_first, until_filters = host.since(0, moment(page, "first")), host.since(0, moment(page, "filters"))
        furniture = [each for each in until_first if not SEARCHING.search(each.path)]
        return Cold(text, kilobytes(until_first), kilobytes(furniture), kilobytes(until_filters))


def cold_time(browser: Browser, folder: Path, text: str, *, phone: bool) -> float:
    """From asking for the search page, with the words in its address, to the first result; nothing in the cache."""
    with hosted(folder) as host, browser.new_context(viewport={"width": 360, "height": 740}) as context:
        page = watching(slowed(context, SLOW_4G) if phone else context.new_page(), first=RESULT)
        page.goto(f"{host.address}search/?q={text.replace(' ', '+')}")
        return 1000 * (moment(page, "first") - opened(page))


def warm_times(browser: Browser, folder: Path) -> list[tuple[float, float]]:
    """After a first search, for each further one: ms from typing to the first result, and without the wait.

    A search that finds nothing is left out, and counted by what is missing.
    """
    wide = {"width": 1280, "height": 1024}
    with hosted(folder / "site") as host, browser.new_context(viewport=wide) as context:
        page = watching(context.new_page(), filters=FILTER)
        page.goto(f"{host.address}search/?q=together")
        moment(page, "filters")
        answers = (answered(page, text, FIELD, LIST) for text in asked_when_warm(folder))
        return [answer for answer in answers if answer]


def measured(pieces: int, space: Path) -> Search:
    """Everything at one size."""
    folder = built(pieces, space)
    site = folder / "site"
    shutil.rmtree(site / FOLDER)
    begun = time.perf_counter()
    index_site(site)
    seconds = time.perf_counter() - begun
    files = [path for path in (site / FOLDER).rglob("*") if path.is_file()]
    asked = [*ASKED, *rare_words(folder, 2)]
    with chromium() as browser:
        cold = [cold_search(browser, site, text) for text in asked]
        warm = warm_times(browser, folder)
        return Search(
            sum(1 for path in files if path.parent.name == "fragment"),
            seconds,
            sum(path.stat().st_size for path in files) / 1e6,
            cold,
            [cold_time(browser, site, text, phone=False) for text in asked],
            [cold_time(browser, site, text, phone=True) for text in asked[:3]],
            [typed for typed, _ in warm],
            [sought for _, sought in warm],
            measured_peer(browser, pieces, space, asked_when_warm(folder)),
        )


def table(found: dict[int, Search]) -> str:
    """Ours at every size, as Markdown."""
    rows: list[tuple[str, str, Callable[[Search], str]]] = [
        ("Index time, s", "", lambda one: f"{one.index_seconds:.1f}"),
        ("Index on disk, MB", "", lambda one: f"{one.index_megabytes:.1f}"),
        ("Fetched from opening to the first result, kB", f"at most {MOST_KB}", lambda one: spread(one, "first")),
        ("… of which page, style, fonts and icon", "", lambda one: spread(one, "page")),
        ("… and until filters with their counts are there too", "", lambda one: spread(one, "filters")),
        ("From opening to the first result, ms", "", lambda one: middle(one.cold_times)),
        ("… on a phone with slow 4G", "", lambda one: middle(one.phone_times)),
        ("Warm: from the wait's end to the first result, ms", f"median under {MOST_MS}", lambda one: high(one.sought)),
        ("Warm: from typing to the first result, ms", "", lambda one: high(one.typed)),
        ("Warm: searches of 24 with a result", "24", lambda one: str(len(one.typed))),
    ]
    head = "| | " + " | ".join(f"{size:,} pieces" for size in found) + " | Asked for |"
    lines = [head, "| --- |" + " ---: |" * len(found) + " --- |"]
    for name, asked, figure in rows:
        lines.append(f"| {name} | " + " | ".join(figure(one) for one in found.values()) + f" | {asked} |")
    return "\n".join(lines)


def middle(figures: Sequence[float]) -> str:
    """The median, and the worst; infinite is what did not come within a minute."""
    return f"{median(figures):,.0f}, worst {max(figures):,.0f}".replace("inf", "over a minute")


def high(figures: Sequence[float]) -> str:
    """The median, and what 95 of 100 stay under."""
    return f"{median(figures):.0f}, 95 % under {quantiles(figures, n=20)[-1]:.0f}"


def spread(one: Search, moment: str) -> str:
    """Median and worst of the kB until a moment."""
    return middle([getattr(each, moment) for each in one.cold])


def beside(found: dict[int, Search]) -> str:
    """Material's search and ours, as Markdown."""
    lines = [
        "| | Pieces | Material | Wawla | Material = 1 |",
        "| --- | ---: | ---: | ---: | ---: |",
    ]
    for size, one in found.items():
        peer = one.peer
        lines += [
            f"| Index, kB as it is sent | {size:,} | {peer.index:,.0f} | in parts, see above | |",
            versus("Fetched to the first result, kB", size, peer.fetched, median(each.first for each in one.cold)),
            versus("From opening to the first result, ms", size, peer.cold, median(one.cold_times)),
            versus("Warm, from typing to the first result, ms", size, peer.warm, median(one.typed)),
        ]
    return "\n".join(lines)


def versus(name: str, size: int, theirs: float | None, ours: float) -> str:
    """A row; Material may not have come to an end."""
    if theirs is None:
        return f"| {name} | {size:,} | none in {LIMIT} s | {ours:,.0f} | |"
    return f"| {name} | {size:,} | {theirs:,.0f} | {ours:,.0f} | {ours / theirs:.2f} |"


def section(sizes: Sequence[int], space: Path) -> str:
    """What searching costs at each size, in pieces, as Markdown."""
    found = {size: measured(size, space) for size in sorted(sizes)}
    largest = found[max(found)]
    each = "; ".join(f"‘{one.text}’ {one.first:.0f}" for one in largest.cold)
    return "\n\n".join(
        (
            "Generated publications with a vocabulary of 30,000 word forms. Text is sent in gzip, everything else as\n"
            "it is; kB are 1,000 bytes of body. Chromium begins with an empty cache, opens `/search/`, and types.\n"
            "Times on this machine are without any network; slow 4G is\n"
            f"{SLOW_4G}, on a processor {PROCESSOR} times slower. The page waits\n"
            "a moment for another letter before it searches: warm times, over searches that differ, are given without\n"
            "that wait and with it. Nothing that was fetched after a moment counts towards it.",
            table(found),
            f"Fetched to the first result at {max(found):,} pieces, kB: {each}.",
            "Material's own search (lunr) on the same Markdown, in the same run; it gets one try, with a limit of\n"
            f"{LIMIT} s. Medians of ours.",
            beside(found),
        )
    )
