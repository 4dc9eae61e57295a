"""Measures Material's own search, which is lunr in a worker, on the plain project of the same text."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Sequence
from math import inf
from pathlib import Path
from statistics import median
from typing import NamedTuple

from browsing import answered, moment, opened, watching
from generate import PLAIN
from hosting import hosted
from playwright.sync_api import Browser, TimeoutError
from publications import BIN, made

LIMIT = 300
"""Seconds until nobody would wait any longer."""
FIELD, LIST = "input[data-md-component=search-query]", ".md-search-result__list"


class Peer(NamedTuple):
    """Material's search at one size, in kB as they are sent and ms; None where it did not come to an end."""

    index: float
    fetched: float | None
    cold: float | None
    warm: float | None


def measured_peer(browser: Browser, pieces: int, space: Path, asked: Sequence[str]) -> Peer:
    """Build the plain project with Material's search, open its first page, and search at once; then `asked`."""
    site = _built(made(pieces, space)[1])
    with hosted(site) as host, browser.new_context() as context:
        index = len(host.body("/search/search_index.json").data) / 1000  # and so it is pressed before anybody waits
        page = watching(context.new_page(), first=f"{LIST} .md-search-result__item")
        page.goto(host.address)
        page.set_default_timeout(1000 * LIMIT)
        try:
            page.click(FIELD)
            page.locator(FIELD).press_sequentially("school")
        except TimeoutError:  # it does not answer; anything else is a fault of ours, and stops the benchmark
            return Peer(index, None, None, None)
        first = moment(page, "first", LIMIT)
        if first == inf:
            return Peer(index, None, None, None)
        fetched = sum(each.size for each in host.since(0, first)) / 1000
        cold = 1000 * (first - opened(page))
        answers = [answered(page, text, FIELD, LIST, "keyup", LIMIT / len(asked)) for text in asked]
        times = [answer[0] for answer in answers if answer]
        return Peer(index, fetched, cold, median(times) if times else None)


def _built(plain: Path) -> Path:
    """The plain project's site with Material's search; built, unless an earlier run has left it there."""
    site = plain / "site-search"
    if site.is_dir():
        return site
    settings = PLAIN.replace("plugins: []", "plugins: [search]")
    (plain / "search.yml").write_text(settings, encoding="utf-8")
    build = [BIN / "mkdocs", "build", "-q", "-f", "search.yml", "-d", "site-search"]
    done = subprocess.run(build, cwd=plain, env=os.environ | {"NO_MKDOCS_2_WARNING": "1"}, check=False)
    if done.returncode:
        sys.exit(f"{plain} was not built")
    return site
