"""When a feed and its entries were updated, as the site that is replaced says it: a feed never goes back on that."""

from __future__ import annotations

import contextlib
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from xml.sax.saxutils import unescape

_MOST_BYTES = 1024 * 1024
"""Far more than a feed of ours has."""
_ID = re.compile("^<id>(.*)</id>$", re.M)
_UPDATED = re.compile(r"^<updated>(\d{4}-\d{2}-\d{2})T00:00:00Z</updated>$", re.M | re.ASCII)


@dataclass(frozen=True)
class EarlierFeed:
    """The days on which a feed and each of its entries were updated, as YYYY-MM-DD."""

    updated: str = ""
    """'' where no earlier feed is known."""
    entries: Mapping[str, str] = field(default_factory=dict)
    """By the id of the entry."""


def earlier_feed(text: str) -> EarlierFeed:
    """What a feed says that we have made. Whatever is not written as we write it counts as not there."""
    head, *entries = text.split("\n<entry>\n")
    days = {}
    for entry in entries:
        name, day = _ID.search(entry), _UPDATED.search(entry)
        if name and day:
            days[unescape(name[1])] = day[1]
    own = _UPDATED.search(head)
    return EarlierFeed(own[1] if own else "", days)


def earlier_feeds(site: Path | None, addresses: Iterable[str]) -> dict[str, EarlierFeed]:
    """The feeds that stand in the folder of a site at these addresses; without those that are not there."""
    found: dict[str, EarlierFeed] = {}
    if site is None:
        return found
    for address in addresses:
        file = site / address
        with contextlib.suppress(OSError):
            if file.is_file():
                with file.open("rb") as opened:
                    found[address] = earlier_feed(opened.read(_MOST_BYTES).decode("utf-8", "replace"))
    return found
