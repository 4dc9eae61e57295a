"""Pages of the sample publication, whose authors wrote what could go wrong, that together have every part of any page.

The sweep looks at every page of the real site, at 320 pixels too.
"""

import pytest

NOT_THERE = "404-on-purpose/"
KINDS = {
    "home": "",
    "edition": "series/ask/trust-at-work/",
    "account": "accounts_of_practice/harbour-reading-groups/",
    "tool": "tools/opening-talk/",
    "data-set": "tools/small-figures/",
    "theme": "themes/trust/",
    "networks": "networks/",
    "accessibility statement": "accessibility/",
    "fields": "help/fields/",
    "not found": NOT_THERE,
    "search": "search/",
    "order": "order/",
}

each_kind = pytest.mark.parametrize("address", KINDS.values(), ids=KINDS)
