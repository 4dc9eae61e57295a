"""Measures what a page of a piece costs its reader: bytes on the way, the largest paint, and how much it moves."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from statistics import median
from typing import NamedTuple

from browsing import PHONE, PROCESSOR, SLOW_4G, SLOW_4G_DEVTOOLS, Network, chromium, slowed
from hosting import Host, Sent, hosted
from playwright.sync_api import Browser, Page
from publications import ROOT, build, built

PIECES, ROUNDS = 1000, 5
MOST_FIRST, MOST_NEXT, MOST_PAINT, MOST_SHIFT = 200, 25, 1000, 0.02  # what was asked for: kB, kB, ms, score
KINDS = {
    "HTML": ("/", ".html"),
    "CSS": (".css",),
    "script": (".js",),
    "fonts": (".woff2",),
    "pictures": (".png", ".jpg", ".webp", ".svg"),
}
IN_BUDGET = ("HTML", "CSS", "script", "fonts")

VITALS = """
window.vitals = { paint: 0, first: 0, element: "", shift: 0, moved: [] };
const named = (node) => node ? `${node.localName ?? "text"}.${node.className ?? ""}` : "?";
new PerformanceObserver((list) => {
  for (const entry of list.getEntries()) [vitals.paint, vitals.element] = [entry.startTime, named(entry.element)];
}).observe({ type: "largest-contentful-paint", buffered: true });
new PerformanceObserver((list) => {
  for (const entry of list.getEntries()) if (entry.name === "first-contentful-paint") vitals.first = entry.startTime;
}).observe({ type: "paint", buffered: true });
new PerformanceObserver((list) => {
  for (const entry of list.getEntries()) {
    if (entry.hadRecentInput) continue;
    vitals.shift += entry.value;
    const nodes = entry.sources.map(({ node }) => named(node));
    vitals.moved.push(`${entry.value.toFixed(4)} at ${Math.round(entry.startTime)} ms: ${nodes}`);
  }
}).observe({ type: "layout-shift", buffered: true });
"""
SCROLL = """
async () => {
  for (let at = 0; at < document.body.scrollHeight; at += innerHeight / 2) {
    scrollTo(0, at);
    await new Promise((done) => setTimeout(done, 50));
  }
}
"""


class Weight(NamedTuple):
    """kB sent for a page, by kind; and its scripts by name."""

    kinds: dict[str, float]
    scripts: tuple[str, ...]

    @property
    def in_budget(self) -> float:
        """HTML, CSS, script and fonts."""
        return sum(self.kinds[kind] for kind in IN_BUDGET)


class Vitals(NamedTuple):
    """One visit: ms to the first and to the largest paint, what that was, the sum of all shifts, and what moved."""

    first: float
    paint: float
    element: str
    shift: float
    moved: tuple[str, ...]


class Measured(NamedTuple):
    """A page and the one after it."""

    name: str
    first: Weight
    next: Weight
    phone: list[Vitals]
    devtools: list[Vitals]


def weight(sent: Sequence[Sent]) -> Weight:
    """What was sent, by kind."""
    kinds = {kind: sum(each.size for each in sent if each.path.endswith(ends)) / 1000 for kind, ends in KINDS.items()}
    kinds["other"] = sum(each.size for each in sent) / 1000 - sum(kinds.values())
    return Weight(kinds, tuple(sorted({Path(each.path).name for each in sent if each.path.endswith(".js")})))


def settled(page: Page, address: str) -> None:
    """Open a page and wait until nothing more comes."""
    page.goto(address, wait_until="networkidle")
    page.evaluate("document.fonts.ready.then(() => null)")
    page.wait_for_timeout(300)


def weights(browser: Browser, host: Host, pages: tuple[str, str]) -> tuple[Weight, Weight]:
    """A first visit with nothing in the cache, scrolled to its end; and then another page of the same kind."""
    found = []
    with browser.new_context(**PHONE) as context:
        page = context.new_page()
        for address in pages:
            mark = len(host.sent)
            settled(page, host.address + address)
            page.evaluate(SCROLL)
            page.wait_for_timeout(500)
            found.append(weight(host.since(mark)))
    return found[0], found[1]


def visit(browser: Browser, host: Host, address: str, network: Network) -> Vitals:
    """A first visit on a phone behind this network. The paint is read before scrolling, the shifts after it."""
    with browser.new_context(**PHONE) as context:
        page = slowed(context, network)
        page.add_init_script(VITALS)
        settled(page, host.address + address)
        before = page.evaluate("window.vitals")
        page.evaluate(SCROLL)
        page.wait_for_timeout(500)
        after = page.evaluate("window.vitals")
        return Vitals(before["first"], before["paint"], before["element"], after["shift"], tuple(after["moved"]))


def typical(site: Path) -> tuple[str, str]:
    """The account pages whose HTML is of middling length, and the one after it."""
    pages = sorted((site / "accounts_of_practice").glob("*/index.html"), key=lambda path: (path.stat().st_size, path))
    middle = len(pages) // 2
    first, second = (f"{path.parent.relative_to(site).as_posix()}/" for path in pages[middle : middle + 2])
    return first, second


def measured(browser: Browser, site: Path, name: str, pages: tuple[str, str]) -> Measured:
    """Everything about one page."""
    with hosted(site) as host:
        first, then = weights(browser, host, pages)
        phone = [visit(browser, host, pages[0], SLOW_4G) for _ in range(ROUNDS)]
        devtools = [visit(browser, host, pages[0], SLOW_4G_DEVTOOLS) for _ in range(ROUNDS)]
        return Measured(name, first, then, phone, devtools)


def table(found: Sequence[Measured]) -> str:
    """Every page, as Markdown."""

    def row(name: str, figures: Sequence[str], asked: str = "") -> str:
        return f"| {name} | {' | '.join(figures)} | {asked} |"

    def kinds(weight: Weight) -> list[str]:
        return [f"{weight.kinds[kind]:.1f}" for kind in weight.kinds]

    names = list(found[0].first.kinds)
    firsts, nexts = (
        [kinds(each) for each in side] for side in zip(*((one.first, one.next) for one in found), strict=True)
    )
    lines = [row("", [one.name for one in found], "Asked for"), "| --- |" + " ---: |" * len(found) + " --- |"]
    lines.append(row("First visit, kB", [f"{one.first.in_budget:.1f}" for one in found], f"at most {MOST_FIRST}"))
    lines += [row(f"… {name}", [each[at] for each in firsts]) for at, name in enumerate(names)]
    lines.append(row("Next page, kB", [f"{one.next.in_budget:.1f}" for one in found], f"at most {MOST_NEXT}"))
    lines += [row(f"… {name}", [each[at] for each in nexts]) for at, name in enumerate(names)]
    lines.append(row("Largest paint, ms", [paints(one.phone) for one in found], f"under {MOST_PAINT}"))
    lines.append(row("… with DevTools' delays", [paints(one.devtools) for one in found]))
    lines.append(row("First paint, ms", [f"{median(each.first for each in one.phone):.0f}" for one in found]))
    lines.append(
        row("Layout shift", [f"{max(each.shift for each in one.phone):.3f}" for one in found], f"under {MOST_SHIFT}")
    )
    return "\n".join(lines)


def paints(visits: Sequence[Vitals]) -> str:
    """The median of the largest paints, and the slowest."""
    return f"{median(each.paint for each in visits):.0f}, slowest {max(each.paint for each in visits):.0f}"


def section(space: Path) -> str:
    """What reading an account costs, as Markdown."""
    generated, own = built(PIECES, space) / "site", space / "own-site"
    build(ROOT, own)
    own_pages = ("accounts_of_practice/hartlepool-enquiry-groups/", typical(own)[0])
    with chromium() as browser:
        found = [
            measured(browser, generated, "Generated account", typical(generated)),
            measured(browser, own, "Hartlepool's enquiry groups", own_pages),
        ]
    scripts = "; ".join(f"{one.name}: {', '.join(one.first.scripts) or 'none'}" for one in found)
    painted = ", ".join(sorted({f"`{each.element}`" for one in found for each in one.phone}))
    return "\n\n".join(
        (
            f"An account of middling length among {PIECES:,} generated pieces, and one of the publication's own. kB\n"
            "are 1,000 bytes of body; text is sent in gzip; the browser may keep a file for ten minutes, as GitHub\n"
            "Pages allows. Pictures and the rest are shown, but do not count. The page is scrolled to its end.",
            f"A phone is 360 by 740 px, its processor {PROCESSOR} times slower than this machine's, and its network\n"
            f"like Lighthouse's slow 4G: {SLOW_4G}. DevTools' own figures for that are\n"
            f"{SLOW_4G_DEVTOOLS}, which takes every request for a new connection; they are given\n"
            f"too. Largest paint: median of {ROUNDS} visits; layout shift: the worst visit, with all shifts added up.",
            table(found),
            f"Scripts of a page that nobody has touched yet: {scripts}. The largest paint was {painted}.",
        )
    )
