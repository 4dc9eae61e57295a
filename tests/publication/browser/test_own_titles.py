"""Every piece of the publication is found by its own title."""

from pathlib import Path

import pytest
from indexed import indexed
from playwright.sync_api import BrowserContext

pytestmark = [pytest.mark.browser, pytest.mark.slow]

FOUND = """async ([home, text]) => {
    const { search } = await import(`${home}assets/scripts/search.js`);
    const { pieces } = await search(text);
    return pieces.length ? (await pieces[0].data()).url.slice(1) : null;
}"""


def test_every_piece_is_found_first_by_its_own_title(context: BrowserContext, published: Path, published_home: str):
    pieces = {address: each for address, each in indexed(published).items() if "more" not in each.facets}
    assert len(pieces) > 15
    with context.new_page() as page:
        page.goto(published_home)
        firsts = {address: page.evaluate(FOUND, [published_home, each.title]) for address, each in pieces.items()}
    assert {address: address for address in pieces} == firsts
