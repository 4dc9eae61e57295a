"""Fixtures of the tests in a browser: Chromium itself, and a fresh context in it."""

from collections.abc import Iterator

import pytest
from chromium import MISSING, REQUIRED, flags, program
from playwright.sync_api import Browser, BrowserContext, sync_playwright


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """The system's Chromium. Where there is none, the test is skipped, or fails where it is required."""
    path = program()
    if path is None and REQUIRED:
        pytest.fail(f"Browser tests cannot run: {MISSING}", pytrace=False)
    if path is None:
        pytest.skip(f"Browser tests are skipped: {MISSING}")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=flags())
        yield browser
        browser.close()


@pytest.fixture
def context(chromium: Browser) -> Iterator[BrowserContext]:
    """A browser that remembers nothing yet, with a wide window and light colours."""
    with chromium.new_context(viewport={"width": 1280, "height": 1024}, color_scheme="light") as context:
        context.set_default_timeout(10_000)
        yield context
