"""What browser tests share: Chromium, the sample site and the publication's own site, served on this machine."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from chromium import MISSING, REQUIRED, flags, program
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright
from serving import served
from watching import Watch


@pytest.fixture(scope="package")
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


@pytest.fixture(scope="package")
def home(built_site: Path) -> Iterator[str]:
    """Where the sample site is served, with a slash at its end."""
    with served(built_site) as address:
        yield address


@pytest.fixture(scope="package")
def published_home(published: Path) -> Iterator[str]:
    """Where the publication's own site is served, with a slash at its end."""
    with served(published) as address:
        yield address


@pytest.fixture
def context(chromium: Browser) -> Iterator[BrowserContext]:
    """A browser that remembers nothing yet, with a wide window and light colours."""
    with chromium.new_context(viewport={"width": 1280, "height": 1024}, color_scheme="light") as context:
        context.set_default_timeout(10_000)
        yield context


@pytest.fixture
def page(context: BrowserContext, home: str) -> Iterator[Page]:
    """A page of the sample site: `page.goto(home + "about/")`. Whatever goes wrong behind it is a fault at the end."""
    with context.new_page() as page:
        watch = Watch(page, home)
        yield page
        assert [] == watch.faults()
