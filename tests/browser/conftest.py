"""What browser tests share: the sample site served on this machine."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page
from serving import served
from watching import Watch


@pytest.fixture(scope="package")
def home(built_site: Path) -> Iterator[str]:
    """Where the sample site is served, with a slash at its end."""
    with served(built_site) as address:
        yield address


@pytest.fixture
def page(context: BrowserContext, home: str) -> Iterator[Page]:
    """A page of the sample site: `page.goto(home + "about/")`. Whatever goes wrong behind it is a fault at the end."""
    with context.new_page() as page:
        watch = Watch(page, home)
        yield page
        assert [] == watch.faults()
