"""The paths a reader walks by keyboard alone: text, menu, notes and back, colours, size, search, filters."""

import re

import pytest
from playwright.sync_api import Page, expect
from walking import focused, stops, tab_to

pytestmark = [pytest.mark.browser, pytest.mark.slow]

ACCOUNT = "accounts_of_practice/harbour-reading-groups/"
IN_THE_TEXT = "document.activeElement.closest('main') !== null"
SMALL = {"width": 320, "height": 640}
SCHEME = "document.body.dataset.mdColorScheme"


@pytest.mark.parametrize("address", ["", ACCOUNT, "glossary/", "404-on-purpose/"])
def test_the_first_stop_leads_past_the_header_into_the_text(page: Page, home: str, address: str):
    page.goto(home + address)
    first = next(stops(page))
    assert "skip" in first.name.casefold()
    assert "" == first.fault
    page.keyboard.press("Enter")
    assert page.evaluate(IN_THE_TEXT)
    assert page.evaluate("document.querySelector('h1').getBoundingClientRect().top >= 0"), "the title is passed over"


def test_the_menu_opens_and_closes_by_keyboard_and_leads_everywhere(page: Page, home: str):
    page.set_viewport_size(SMALL)
    page.goto(home + ACCOUNT)
    tab_to(page, "menu")
    glossary = page.locator(".w-menu").get_by_role("link", name="Glossary")
    expect(glossary).to_be_hidden()
    page.keyboard.press("Enter")
    expect(glossary).to_be_visible()
    page.keyboard.press("Escape")
    expect(glossary).to_be_hidden()
    assert "menu" in focused(page).name.casefold(), "the focus goes back to what opened the menu"
    page.keyboard.press("Space")
    tab_to(page, "glossary")
    page.keyboard.press("Enter")
    page.wait_for_url("**/glossary/")


def test_a_closed_menu_is_not_walked_through(page: Page, home: str):
    page.set_viewport_size(SMALL)
    page.goto(home + ACCOUNT)
    for stop in stops(page):
        assert "" == stop.fault, stop
        if page.evaluate(IN_THE_TEXT):
            return
    pytest.fail("Tab does not lead into the text")


def test_a_note_is_reached_from_the_text_and_leads_back(page: Page, home: str):
    page.goto(home + ACCOUNT)
    reference = page.locator("a.footnote-ref").first
    reference.focus()
    page.keyboard.press("Enter")
    note = page.locator(page.evaluate("location.hash.replace(':', '\\\\:')"))
    expect(note).to_be_in_viewport()
    back = note.locator("a.footnote-backref")
    expect(back).to_have_accessible_name(re.compile("back", re.I))
    back.focus()
    page.keyboard.press("Enter")
    expect(reference).to_be_in_viewport()
    page.keyboard.press("Tab")
    assert page.evaluate(IN_THE_TEXT)


@pytest.mark.parametrize("key", ["Enter", "Space"])
@pytest.mark.parametrize("width", [320, 1280])
def test_the_colours_are_switched_by_keyboard_and_the_choice_is_remembered(page: Page, home: str, key: str, width: int):
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(home + ACCOUNT)
    assert "default" == page.evaluate(SCHEME)
    assert "" == tab_to(page, "dark mode").fault
    page.keyboard.press(key)
    assert "slate" == page.evaluate(SCHEME)
    page.goto(home + "about/")
    assert "slate" == page.evaluate(SCHEME)
    tab_to(page, "light mode")
    page.keyboard.press(key)
    assert "default" == page.evaluate(SCHEME)


def test_the_colours_follow_the_device_until_the_reader_chooses(page: Page, home: str):
    page.goto(home)
    page.emulate_media(color_scheme="dark")
    page.goto(home + ACCOUNT)
    assert "slate" == page.evaluate(SCHEME)
    page.emulate_media(color_scheme="light")
    page.goto(home)
    assert "default" == page.evaluate(SCHEME)


def test_the_size_of_the_text_is_changed_by_keyboard_and_the_choice_is_remembered(page: Page, home: str):
    size = "parseFloat(getComputedStyle(document.querySelector('h1')).fontSize)"
    page.goto(home + ACCOUNT)
    sizes = [page.evaluate(size)]
    tab_to(page, "text size")
    for _ in range(2):
        page.keyboard.press("Enter")
        sizes.append(page.evaluate(size))
    assert sizes[0] < sizes[1] < sizes[2]
    page.goto(home + "about/")
    assert sizes[2] == page.evaluate(size)
    tab_to(page, "text size")
    page.keyboard.press("Space")
    assert sizes[0] == page.evaluate(size)


@pytest.mark.parametrize("keys", ["/", "Control+k"])
def test_a_search_from_any_page_shows_results_while_one_types(page: Page, home: str, keys: str):
    page.goto(home + "about/")
    page.keyboard.press(keys)
    box = page.get_by_role("searchbox")
    expect(box).to_be_focused()
    page.keyboard.type("harbour")
    results = page.get_by_role("list", name="Results").get_by_role("link")
    expect(results.first).to_be_visible()
    page.keyboard.press("ArrowDown")
    expect(results.first).to_be_focused()
    assert "" == focused(page).fault
    page.keyboard.press("ArrowUp")
    expect(box).to_be_focused()
    page.keyboard.press("Escape")
    expect(results.first).to_be_hidden()
    expect(box).to_be_focused()
    expect(box).to_have_value("harbour")
    page.keyboard.press("Backspace")
    expect(results.first).to_be_visible()
    page.keyboard.press("Tab")
    expect(page.locator("header").get_by_role("button", name="Search", exact=True)).to_be_focused()
    page.keyboard.press("Tab")
    expect(results.first).to_be_focused()
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile(r"/(accounts_of_practice|tools|networks|series)/"))


def test_a_slash_that_is_typed_into_a_box_is_a_slash(page: Page, home: str):
    page.goto(home + "search/")
    box = page.locator("main").get_by_role("searchbox")
    box.focus()
    page.keyboard.type("and/or")
    expect(box).to_have_value("and/or")


def test_the_slash_can_be_turned_off_for_good(page: Page, home: str):
    page.goto(home + "search/")
    tab_to(page, "turn the / key off")
    page.keyboard.press("Enter")
    page.goto(home + "about/")
    page.keyboard.press("/")
    assert focused(page) is None
    page.keyboard.press("Control+k")
    expect(page.get_by_role("searchbox")).to_be_focused()


def test_filters_are_chosen_counted_and_taken_away_by_keyboard(page: Page, home: str):
    page.goto(home + "search/?q=schools")
    status = page.locator("main").get_by_role("status").first
    expect(status).to_contain_text(re.compile(r"\d+ pieces"))
    before = status.inner_text()
    tab_to(page, "primary")
    chosen = focused(page)
    page.keyboard.press("Space")
    expect(status).not_to_have_text(before)
    assert "phase=" in page.url
    assert chosen.name == focused(page).name, "the focus stays at the filter"
    tab_to(page, "remove the filter")
    page.keyboard.press("Enter")
    expect(status).to_have_text(before)
    assert focused(page), "the focus is not lost with the filter"
    page.go_back()
    expect(status).not_to_have_text(before)


def test_results_are_told_to_those_who_do_not_see_them(page: Page, home: str):
    page.goto(home + "search/")
    status = page.locator("main").get_by_role("status").first
    page.locator("main").get_by_role("searchbox").fill("harbour")
    expect(status).to_contain_text(re.compile(r"\d+ piece"))
    page.locator("main").get_by_role("searchbox").fill("zzyzzx")
    expect(status).to_contain_text(re.compile("nothing found", re.I))
