"""Every page of the publication's own site, in light and dark, on a small screen and on a wide one.

One look at a page asks for everything that a look can tell, because opening pages is what takes the time. The pages
are shared out in parts, so that workers can look side by side; `pytest --record-accessibility` keeps what was found
in docs/accessibility.yml, which the accessibility statement is made from.
"""

import datetime as dt
import json
import re
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path
from typing import Any

import pytest
import yaml
from filelock import FileLock
from playwright.sync_api import Browser
from sweeping import AXE_VERSION, REVIEWED, ROOT, SCHEMES, STANDARDS, WIDTHS, Seen, addresses, sweep

from wawla.model.accessibility import AutomaticTest

pytestmark = [pytest.mark.browser, pytest.mark.slow]

PARTS = 8
FACTS = ROOT / "docs/accessibility.yml"


@pytest.fixture(scope="package")
def part(
    chromium: Browser,
    published: Path,
    published_home: str,
    shared: Path,
) -> Callable[[int], Seen]:
    """What was seen of the n-th part of the pages; whichever worker asks first has a look."""

    def seen(number: int) -> Seen:
        kept = shared / f"seen-{number}.json"
        with FileLock(f"{kept}.lock"):
            if not kept.exists():
                mine = addresses(published)[number::PARTS]
                found = sweep(chromium, published_home, mine)
                kept.write_text(json.dumps(asdict(found)), encoding="utf-8")
        return Seen(**json.loads(kept.read_text(encoding="utf-8")))

    return seen


@pytest.fixture(scope="package")
def whole(part: Callable[[int], Seen]) -> Seen:
    """What was seen of all pages."""
    seen = Seen()
    for number in range(PARTS):
        seen.add(part(number))
    return seen


@pytest.mark.parametrize("number", range(PARTS))
def test_a_page_has_no_fault_in_any_setting(part: Callable[[int], Seen], number: int):
    if faults := part(number).report():
        pytest.fail(faults, pytrace=False)


def test_every_line_of_the_reviewed_list_is_needed(whole: Seen):
    assert [] == [each for number, each in enumerate(REVIEWED) if number not in whole.used]


def test_the_accessibility_statement_claims_no_more_than_was_found(
    whole: Seen, chromium: Browser, request: pytest.FixtureRequest
):
    found = facts(whole, chromium.version)
    AutomaticTest.model_validate_json(json.dumps(found, default=str))
    if request.config.getoption("--record-accessibility"):
        assert not whole.undecided, "what axe could not tell has to be reviewed before anything is recorded"
        record(found)
    kept = (yaml.safe_load(FACTS.read_text(encoding="utf-8")) if FACTS.is_file() else {}).get("automatic")
    if kept is None:
        return  # the statement says that there was no such test
    stale = "the record is out of date: pytest --record-accessibility"
    assert kept["violations"] >= found["violations"], stale
    assert kept.get("found", {}).keys() >= found["found"].keys(), stale
    assert kept.get("reviewed", {}).keys() >= found["reviewed"].keys(), stale
    for name in ("standards", "widths", "colour_schemes"):
        assert set(kept[name]) <= set(found[name]), stale


def facts(seen: Seen, version: str) -> dict[str, Any]:
    """What is recorded under `automatic:`, as `AutomaticTest` of the model has it."""
    reviewed: dict[str, list[str]] = {}
    for number in seen.used:
        reviewed.setdefault(REVIEWED[number]["rule"], []).append(REVIEWED[number]["reason"])
    return {
        "date": dt.datetime.now(tz=dt.UTC).date(),
        "axe": AXE_VERSION,
        "chromium": int(version.partition(".")[0]),
        "pages": seen.pages,
        "standards": [*STANDARDS],
        "widths": [*WIDTHS],
        "colour_schemes": [*SCHEMES],
        "violations": len(seen.violations),
        "found": dict(seen.violations),
        "reviewed": {rule: " ".join(reasons) for rule, reasons in reviewed.items()},
    }


def record(found: dict[str, Any]) -> None:
    """Write the facts in place of those that stand in the file; the rest of it stays letter for letter."""
    text = FACTS.read_text(encoding="utf-8") if FACTS.is_file() else ""
    rest = re.sub(r"^automatic:.*\n(?:[ \t].*\n|\n(?=[ \t]))*", "", text, flags=re.M)
    block = yaml.safe_dump({"automatic": found}, sort_keys=False, allow_unicode=True, width=100)
    FACTS.write_text(f"{rest.rstrip()}\n\n{block}".lstrip(), encoding="utf-8")
