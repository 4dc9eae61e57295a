"""A walk over a page by keyboard alone."""

import contextlib
from collections.abc import Iterator
from dataclasses import dataclass

from playwright.sync_api import Page, TimeoutError

# What has the focus, and whether somebody who looks at the window can tell.
FOCUSED = """() => {
    const it = document.activeElement;
    if (!it || it === document.body || it === document.documentElement) return null;
    const label = [...(it.labels ?? [])].map((each) => each.innerText).join(" ");
    const said = it.getAttribute("aria-label") || label || it.innerText || it.textContent || it.title || "";
    const name = said.trim().replace(/\\s+/g, " ");
    const at = [...it.getClientRects()].map((each) => ({
        left: Math.max(each.left, 0), top: Math.max(each.top, 0),
        right: Math.min(each.right, innerWidth), bottom: Math.min(each.bottom, innerHeight),
    })).find((each) => each.right - each.left >= 1 && each.bottom - each.top >= 1);
    const style = getComputedStyle(it);
    let fault = "";
    if (!at) fault = "is outside the window, or has no size";
    else {
        const top = document.elementFromPoint((at.left + at.right) / 2, (at.top + at.bottom) / 2);
        if (!top || !(it.contains(top) || top.contains(it)))
            fault = `lies under <${top?.localName} class="${top?.className}">`;
        else if (style.outlineStyle === "none" || parseFloat(style.outlineWidth) < 2)
            fault = "does not show that it has the focus";
    }
    return { name, html: it.outerHTML.slice(0, 140), fault };
}"""


@dataclass(frozen=True)
class Stop:
    """A place where the focus rests: its accessible name, the element, and what is wrong with how it is shown."""

    name: str
    html: str
    fault: str


def focused(page: Page) -> Stop | None:
    """What has the focus, if anything has. A page that is still filling up is given time to show it without a fault."""
    with contextlib.suppress(TimeoutError):  # the fault stays, and is told
        page.wait_for_function(f"() => !({FOCUSED})()?.fault", timeout=2000)
    found = page.evaluate(FOCUSED)
    return Stop(**found) if found else None


def stops(page: Page, most: int = 400) -> Iterator[Stop]:
    """Every place that Tab leads to, from the top of the page to its end."""
    for _ in range(most):
        page.keyboard.press("Tab")
        stop = focused(page)
        if stop is None:
            return
        yield stop


def tab_to(page: Page, name: str) -> Stop:
    """Press Tab until something whose accessible name holds `name` has the focus. The case of letters is all one."""
    passed = []
    for stop in stops(page):
        if name.casefold() in stop.name.casefold():
            return stop
        passed.append(stop.name)
    raise AssertionError(f"Tab does not lead to “{name}”, but to {passed}")
