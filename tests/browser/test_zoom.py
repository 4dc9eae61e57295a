"""Nothing is lost: at 400 per cent, with large text, with forced colours, without motion."""

import pytest
from kinds import each_kind
from playwright.sync_api import Page
from sweeping import look
from walking import stops

pytestmark = [pytest.mark.browser, pytest.mark.slow]

ZOOMED = {"width": 320, "height": 256}
"""A window of 1280 by 1024 at 400 per cent, which WCAG 1.4.10 asks for."""
TELEPHONE = {"width": 360, "height": 740}

MOVES = """() => [...document.querySelectorAll("*")].flatMap((element) =>
    [null, "::before", "::after"].flatMap((part) => {
        const style = getComputedStyle(element, part);
        const lasts = (times) => times.split(",").some((time) => parseFloat(time) > 0.01);
        const runs = style.animationName !== "none" && lasts(style.animationDuration);
        const moves = runs || lasts(style.transitionDuration) || style.scrollBehavior === "smooth";
        return moves ? [`<${element.localName} class="${element.getAttribute("class") ?? ""}">${part ?? ""}`] : [];
    })
)"""

# An icon drawn as a mask shows only where its background does, which forced colours paint over.
VANISHED = """() => [...document.querySelectorAll("*")].flatMap((element) =>
    [null, "::before", "::after"].flatMap((part) => {
        const style = getComputedStyle(element, part);
        const drawn = style.maskImage !== "none" && (!part || style.content !== "none") && element.checkVisibility();
        const canvas = getComputedStyle(document.documentElement).backgroundColor;
        const paint = style.backgroundColor;
        const gone = paint === "rgba(0, 0, 0, 0)" || paint === canvas;
        return drawn && gone ? [`<${element.localName} class="${element.className}">${part ?? ""}`] : [];
    })
)"""

# The page has had the same height in twenty pictures, one after the other.
AT_REST = """() => {
    const height = document.documentElement.scrollHeight;
    window.pictures = window.height === height ? window.pictures + 1 : 0;
    window.height = height;
    return window.pictures >= 20;
}"""


def opened(page: Page, address: str) -> Page:
    """The page at rest, with every disclosure of its text open, so that what they hold is looked at too."""
    page.goto(address)
    page.evaluate("document.fonts.ready")
    page.evaluate("document.querySelectorAll('main details').forEach((each) => { each.open = true; })")
    if page.locator(".w-filter").count():  # the filters come once they can be seen, and move what stands below them
        page.locator(".w-filter ul li").first.wait_for()
        page.wait_for_function(AT_REST)
    return page


@each_kind
def test_at_400_per_cent_nothing_is_lost_and_nothing_scrolls_both_ways(page: Page, home: str, address: str):
    page.set_viewport_size(ZOOMED)
    seen = look(opened(page, home + address), f"/{address} at 400 per cent")
    if seen.faults:
        pytest.fail(seen.report(), pytrace=False)


@each_kind
@pytest.mark.parametrize("window", [ZOOMED, {"width": 1280, "height": 800}], ids=["zoomed", "wide"])
def test_whatever_has_the_focus_is_seen_to_have_it(page: Page, home: str, address: str, window: dict[str, int]):
    page.set_viewport_size(window)
    opened(page, home + address)
    walk = list(stops(page))
    assert len(walk) > 10
    assert [] == [(stop.html, stop.fault) for stop in walk if stop.fault]


@each_kind
def test_text_of_twice_the_size_fits(page: Page, home: str, address: str):
    sizes = page.context.new_cdp_session(page)
    sizes.send("Page.setFontSizes", {"fontSizes": {"standard": 32, "fixed": 26}})
    opened(page, home + address)
    assert 40 <= float(page.evaluate("parseFloat(getComputedStyle(document.documentElement).fontSize)"))
    seen = look(page, f"/{address} with text of twice the size")
    page.set_viewport_size(TELEPHONE)
    seen.add(look(page, f"/{address} on a telephone with text of twice the size", rules=()))
    if seen.faults:
        pytest.fail(seen.report(), pytrace=False)


@each_kind
def test_forced_colours_hide_nothing(page: Page, home: str, address: str):
    page.emulate_media(forced_colors="active")
    opened(page, home + address)
    assert [] == page.evaluate(VANISHED)
    assert [] == [stop.html for stop in stops(page) if stop.fault]


@each_kind
def test_nothing_moves_for_those_who_want_no_motion(page: Page, home: str, address: str):
    page.emulate_media(reduced_motion="reduce")
    opened(page, home + address)
    assert [] == page.evaluate(MOVES)
    assert 0 == page.evaluate("document.getAnimations().length")
