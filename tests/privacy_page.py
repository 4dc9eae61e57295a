"""What the privacy page says a browser keeps. The tests in a browser allow these keys and no others."""

import re

from folders import ROOT

PAGE = ROOT / "docs/privacy.md"
HEADING = "## What your browser keeps"


def storage_keys(text: str) -> set[str]:
    """The keys in the first column of the table under HEADING, in the Markdown of a privacy page."""
    section = text.partition(HEADING)[2].partition("\n## ")[0]
    return set(re.findall(r"^\| `([^`]+)` \|", section, re.M))
