"""Chromium for measuring: pages on a phone with a slow network, and moments inside a page by the page's own clock."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from math import inf
from typing import NamedTuple

from publications import ROOT

sys.path.append(str(ROOT / "tests/browser"))  # which know where Chromium is, and how it is started
from chromium import flags, program
from playwright.sync_api import Browser, BrowserContext, Page, TimeoutError, sync_playwright

MISSING = "Chromium was not found. Install it with `sudo apt-get install chromium`, or as your system does it."


class Network(NamedTuple):
    """A network as DevTools imitates it: ms of delay for every request, and kbit/s down and up."""

    delay: float
    down: float
    up: float

    def __str__(self) -> str:
        return f"{self.delay:g} ms for every request, {self.down:,.0f} kbit/s down, {self.up:,.0f} up"


SLOW_4G = Network(150, 1638.4, 750)
"""Lighthouse's slow 4G: what its network lets through (docs/throttling.md, `mobileSlow4G`)."""
SLOW_4G_DEVTOOLS = Network(562.5, 1474.56, 675)
"""In DevTools' own figures: the delay times 3.75, as for a new connection each time, and 0.9 of the rest."""
PROCESSOR = 4
"""How many times slower than this machine the phone is taken to be, as Lighthouse takes it."""
PHONE = {"viewport": {"width": 360, "height": 740}, "device_scale_factor": 2, "is_mobile": True, "has_touch": True}

FIRSTS = """
window.firsts = {};
window.watchFor = (wanted) => new MutationObserver(() => {
  for (const [name, selector] of Object.entries(wanted)) {
    if (name in firsts || !document.querySelector(selector)) continue;
    firsts[name] = performance.timeOrigin + performance.now();
  }
}).observe(document, { subtree: true, childList: true, attributes: true });
"""

TYPE = """
async ([text, fieldAt, listAt, event, limit]) => {
  const [field, list] = [document.querySelector(fieldAt), document.querySelector(listAt)];
  const first = new Promise((done) => {
    new MutationObserver((changes, observer) => {
      if (!changes.some((change) => change.addedNodes.length)) return;
      observer.disconnect();
      done(performance.now());
    }).observe(list, { childList: true });
    setTimeout(done, limit);
  });
  const replace = history.replaceState;
  let sought;
  history.replaceState = (...all) => ((sought = performance.now()), replace.apply(history, all));
  const begun = performance.now();
  field.value = text;
  field.dispatchEvent(new Event(event, { bubbles: true }));
  const there = await first;
  delete history.replaceState;
  return there && [there - begun, there - (sought ?? begun)];
}
"""
"""Our page changes its address when it has waited long enough for another letter, and then begins to search."""


@contextmanager
def chromium() -> Iterator[Browser]:
    """The system's Chromium, while the block lasts."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program(), args=flags())
        yield browser
        browser.close()


def slowed(context: BrowserContext, network: Network, processor: float = PROCESSOR) -> Page:
    """A page behind this network, on a processor so many times slower than this machine's."""
    page = context.new_page()
    session = context.new_cdp_session(page)
    session.send("Network.enable")
    down, up = network.down * 1000 / 8, network.up * 1000 / 8
    limits = {"offline": False, "latency": network.delay, "downloadThroughput": down, "uploadThroughput": up}
    session.send("Network.emulateNetworkConditions", limits)
    session.send("Emulation.setCPUThrottlingRate", {"rate": processor})
    return page


def watching(page: Page, **wanted: str) -> Page:
    """The page will note when something that fits each selector first stands in it."""
    selectors = ", ".join(f"{name}: {selector!r}" for name, selector in wanted.items())
    page.add_init_script(f"{FIRSTS}watchFor({{ {selectors} }});")
    return page


def moment(page: Page, name: str, seconds: float = 60) -> float:
    """When what `watching` calls `name` was first there, in seconds of the epoch; infinite: not in so many seconds."""
    try:
        page.wait_for_function("name => name in window.firsts", arg=name, timeout=1000 * seconds, polling=50)
    except TimeoutError:
        return inf
    return page.evaluate("name => window.firsts[name]", name) / 1000


def opened(page: Page) -> float:
    """When the page began to be asked for, in seconds of the epoch."""
    return page.evaluate("performance.timeOrigin") / 1000


def answered(
    page: Page, text: str, field: str, results: str, event: str = "input", limit: float = 5
) -> tuple[float, float] | None:
    """Type into a search that is warm: ms until the first new result is there; and without the wait for more letters.

    Where the page does not tell when it ends its wait, both are the same. None: no result within `limit` seconds.
    """
    page.wait_for_timeout(300)  # what the search before still had to do is done
    found = page.evaluate(TYPE, [text, field, results, event, 1000 * limit])
    return (found[0], found[1]) if found else None
