"""What appears only while a page is used is held to the same: menu, results, filters, words found, notes, orders."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect
from sweeping import SCHEMES, WIDTHS, look

pytestmark = [pytest.mark.browser, pytest.mark.slow]

ACCOUNT = "accounts_of_practice/harbour-reading-groups/"


def with_the_menu_open(page: Page, home: str) -> None:
    page.goto(home + ACCOUNT)
    menu = page.locator(".w-menu > summary")
    if menu.is_visible():
        menu.click()
        expect(page.locator(".w-menu").get_by_role("link").first).to_be_visible()


def with_results_under_the_box(page: Page, home: str) -> None:
    page.goto(home + ACCOUNT)
    box = page.get_by_role("banner").get_by_role("searchbox")
    if box.is_visible():
        box.fill("harbour")
        expect(page.get_by_role("list", name="Results").get_by_role("link").first).to_be_visible()


def with_results_and_filters(page: Page, home: str) -> None:
    page.goto(home + "search/?q=schools")
    expect(page.get_by_role("list", name="Results").get_by_role("link").first).to_be_visible()
    page.locator("main details").evaluate_all("all => all.forEach((each) => { each.open = true; })")
    expect(page.locator("main").get_by_role("checkbox").first).to_be_visible()
    page.locator("main").get_by_role("checkbox").first.check()
    expect(page.get_by_role("button", name="Remove the filter").first).to_be_visible()


def with_nothing_found(page: Page, home: str) -> None:
    page.goto(home + "search/?q=harbuor+zzyzzx")
    expect(page.locator("main").get_by_role("status").first).to_contain_text("othing found")


def with_the_words_that_were_found(page: Page, home: str) -> None:
    page.goto(home + ACCOUNT + "?highlight=harbour")
    expect(page.locator("mark.w-found").first).to_be_visible()


def with_an_order_to_put_right(page: Page, home: str) -> None:
    page.goto(home + "order/")
    page.get_by_role("button", name="Make the order").click()
    expect(page.get_by_role("group", name="To put right")).to_be_visible()


def with_an_order_made(page: Page, home: str) -> None:
    page.goto(home + "order/#_ask.trust-at-work")
    for name, said in {"Name": "A", "Postal address": "B " * 900, "E-mail": "c@d.example"}.items():
        page.get_by_role("textbox", name=name).fill(said)
    page.get_by_role("button", name="Make the order").click()
    expect(page.get_by_text("This order is too long for a link")).to_be_visible()


def with_everything_open(page: Page, home: str) -> None:
    page.goto(home + ACCOUNT)
    page.locator("main details").evaluate_all("all => all.forEach((each) => { each.open = true; })")


def with_the_largest_text(page: Page, home: str) -> None:
    page.goto(home + ACCOUNT)
    for _ in range(2):
        page.get_by_role("button", name="Text size").click()


OVER_THE_PAGE = {with_the_menu_open, with_results_under_the_box}


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize(
    "brought",
    [
        with_the_menu_open,
        with_results_under_the_box,
        with_results_and_filters,
        with_nothing_found,
        with_an_order_to_put_right,
        with_an_order_made,
        with_the_words_that_were_found,
        with_everything_open,
        with_the_largest_text,
    ],
)
def test_a_page_in_use_has_no_fault(
    page: Page, home: str, brought: Callable[[Page, str], None], scheme: str, width: int
):
    page.emulate_media(color_scheme=scheme)
    page.set_viewport_size({"width": width, "height": 1024})
    brought(page, home)
    within = "header" if brought in OVER_THE_PAGE else ":root"
    seen = look(page, f"{brought.__name__} ({scheme}, {width} pixels)".replace("_", " "), within)
    if seen.faults:
        pytest.fail(seen.report(), pytrace=False)
