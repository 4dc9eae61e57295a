"""The day for which the publication is checked, built and printed here: its own, and not that of a clock.

So no test goes red on the day a consent ends, with nothing changed; `wawla check` is what says that to the editor.
"""

import datetime as dt
import re
from collections.abc import Iterator

from folders import ROOT

_DATED = re.compile(r"^[ -]*(?:date|written|published): *[\"']?(\d{4}(?:-\d\d){0,2})\b", re.M)


def dates(text: str) -> Iterator[dt.date]:
    """The days on which something was written, published or tested; of a year or a month the first."""
    for found in _DATED.findall(text):
        yield dt.date.fromisoformat((found + "-01-01")[:10])


def last_day() -> dt.date:
    """The latest day that has come by what the publication says, so that nothing in it is in the future."""
    files = [path for folder in ("series", "accounts_of_practice", "tools") for path in (ROOT / folder).rglob("*.md")]
    texts = [path.read_text(encoding="utf-8") for path in [*files, ROOT / "docs/accessibility.yml"]]
    return max(day for text in texts for day in dates(text))


DAY = last_day()
