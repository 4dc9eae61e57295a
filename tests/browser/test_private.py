"""What a reader's browser sends and keeps, before and after everything has been used; and what the policy allows."""

import re
from pathlib import Path

import pytest
from kept_keys import KEPT_KEYS
from playwright.sync_api import BrowserContext, Page
from serving import headers_of
from walking import tab_to
from watching import kept

pytestmark = [pytest.mark.browser, pytest.mark.slow]

ACCOUNT = "accounts_of_practice/harbour-reading-groups/"


def directives(policy: str) -> dict[str, list[str]]:
    """A Content-Security-Policy by the names of its directives."""
    return {name: values for name, *values in map(str.split, filter(str.strip, policy.split(";")))}


def test_nothing_is_kept_before_a_reader_chooses_something(context: BrowserContext, page: Page, home: str):
    for address in ("", ACCOUNT, "search/"):
        page.goto(home + address)
    assert set() == kept(context, page)


def test_after_everything_has_been_used_only_what_our_scripts_say_they_keep_is_kept(
    context: BrowserContext, page: Page, home: str
):
    page.goto(home + ACCOUNT)
    for name in ("dark mode", "text size"):
        tab_to(page, name)
        page.keyboard.press("Enter")
        page.goto(home + ACCOUNT)
    page.keyboard.press("/")
    page.keyboard.type("harbour")
    page.keyboard.press("Enter")
    page.wait_for_url("**/search/**")
    tab_to(page, "/ key")
    page.keyboard.press("Enter")
    assert KEPT_KEYS == kept(context, page)


@pytest.mark.parametrize("place", ["page", "header"])
def test_the_policy_lets_no_inline_script_run_and_nothing_come_from_elsewhere(built_site: Path, place: str):
    html = (built_site / "index.html").read_text(encoding="utf-8")
    sent = {name: value for pattern, name, value in headers_of(built_site) if pattern == "/*"}
    in_page = re.search(r'<meta http-equiv="Content-Security-Policy" content="([^"]+)"', html)
    policy = directives(in_page[1].replace("&#39;", "'") if place == "page" else sent["Content-Security-Policy"])
    scripts = policy.get("script-src", policy["default-src"])
    assert not {"'unsafe-inline'", "'unsafe-eval'", "*", "data:", "https:", "http:"} & {*scripts}
    everything = {value for values in policy.values() for value in values}
    assert everything <= {"'none'", "'self'", "'unsafe-inline'", "'wasm-unsafe-eval'", "data:", "blob:"}
    for name in ("base-uri", "object-src", "form-action"):
        assert name in policy or (name == "object-src" and policy["default-src"] == ["'none'"])


def test_a_script_that_got_into_a_page_would_not_run(chromium, home: str):
    with chromium.new_context() as context, context.new_page() as page:
        page.goto(home)
        page.evaluate(
            """() => {
                window.refused = 0;
                document.addEventListener("securitypolicyviolation", () => { window.refused += 1; });
                document.body.insertAdjacentHTML("beforeend", "<img src=x onerror='window.harmed = 1' alt=x>");
                const script = document.createElement("script");
                script.textContent = "window.harmed = 2";
                document.body.append(script);
            }"""
        )
        page.wait_for_function("window.refused >= 2 || window.harmed")
        assert page.evaluate("window.harmed") is None


def test_pages_can_be_read_and_searched_for_without_scripts(chromium, home: str):
    with chromium.new_context(java_script_enabled=False) as context, context.new_page() as page:
        page.goto(home + ACCOUNT)
        assert page.get_by_role("heading", level=1).is_visible()
        page.set_viewport_size({"width": 320, "height": 640})
        page.locator("summary", has_text="Menu").click()
        page.get_by_role("link", name="Glossary").first.click()
        assert page.url.endswith("/glossary/")
