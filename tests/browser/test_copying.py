"""A reference is copied with one press, by keyboard too, and where the browser has no clipboard it is marked."""

import re

import pytest
from playwright.sync_api import BrowserContext, Page, expect

pytestmark = [pytest.mark.browser, pytest.mark.slow]

ACCOUNT = "accounts_of_practice/harbour-reading-groups/"
CLIPBOARD = "navigator.clipboard.readText()"
NO_CLIPBOARD = "Object.defineProperty(navigator, 'clipboard', {value: undefined})"


@pytest.fixture
def account(page: Page, home: str, context: BrowserContext) -> Page:
    """The page of an account, which may write to the clipboard and read it."""
    context.grant_permissions(["clipboard-read", "clipboard-write"], origin=home)
    page.goto(home + ACCOUNT)
    return page


@pytest.mark.parametrize(
    ("form", "begins"),
    [("BibTeX", "@incollection{"), ("RIS", "TY  - CHAP"), ("CSL-JSON", "["), ("Text", "<Writer>, A. (2005) ‘Reading")],
)
def test_every_form_is_copied_by_keyboard_and_this_is_said(account: Page, form: str, begins: str):
    account.get_by_role("button", name=f"Copy {form}").focus()
    account.keyboard.press("Enter")
    expect(account.get_by_role("status").filter(has_text=f"Copied: {form}.")).to_be_visible()
    assert account.evaluate(CLIPBOARD).startswith(begins)


def test_the_text_that_is_copied_is_what_the_page_shows_with_the_day_of_reading(account: Page):
    account.get_by_role("button", name="Copy Text").click()
    expect(account.get_by_text("Copied: Text.")).to_be_visible()
    copied = account.evaluate(CLIPBOARD)
    assert account.locator("#_reference").text_content() == copied
    assert re.search(r"harbour-reading-groups/ \(Accessed: \d{1,2} \w+ \d{4}\)\.$", copied)


def test_what_is_copied_is_what_the_file_holds(account: Page, home: str):
    account.get_by_role("button", name="Copy BibTeX").click()
    expect(account.get_by_text("Copied: BibTeX.")).to_be_visible()
    assert account.request.get(f"{home}{ACCOUNT}cite.bib").text() == account.evaluate(CLIPBOARD)


def test_without_a_clipboard_the_text_is_copied_as_browsers_did_before(account: Page):
    account.evaluate(NO_CLIPBOARD)
    account.get_by_role("button", name="Copy RIS").click()
    expect(account.get_by_text("Copied: RIS.")).to_be_visible()


def test_where_nothing_can_copy_the_text_is_marked_for_the_reader(account: Page):
    account.evaluate(f"{NO_CLIPBOARD}; document.execCommand = () => false")
    account.get_by_role("button", name="Copy RIS").click()
    expect(account.get_by_text("The text is marked.")).to_be_visible()
    assert account.evaluate("getSelection().toString()").startswith("TY  - CHAP")


def test_without_scripts_there_are_files_and_no_dead_buttons(chromium, home: str):
    with chromium.new_context(java_script_enabled=False) as context, context.new_page() as page:
        page.goto(home + ACCOUNT)
        expect(page.get_by_role("button", name=re.compile("^Copy"))).to_have_count(0)
        with page.expect_download() as download:
            page.get_by_role("link", name="Download BibTeX").click()
        assert "harbour-reading-groups.bib" == download.value.suggested_filename
