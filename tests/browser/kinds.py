"""One page of every kind, in the sample publication, whose authors wrote what could go wrong."""

import pytest

NOT_THERE = "404-on-purpose/"
KINDS = {
    "home": "",
    "catalogue": "series/",
    "series": "series/ask/",
    "edition": "series/ask/trust-at-work/",
    "forthcoming edition": "series/ask/next-steps/",
    "think piece": "series/ask/trust-at-work/think-pieces/why-trust/",
    "account": "accounts_of_practice/harbour-reading-groups/",
    "account without its picture": "accounts_of_practice/moor-marking/",
    "tool": "tools/opening-talk/",
    "data-set": "tools/small-figures/",
    "list": "accounts_of_practice/",
    "themes": "themes/",
    "theme": "themes/trust/",
    "level": "levels/pupil/",
    "phase": "phases/primary/",
    "networks": "networks/",
    "network": "networks/harbour/",
    "glossary": "glossary/",
    "sources": "sources/",
    "ways to browse": "browse/",
    "year": "years/2005/",
    "accessibility statement": "accessibility/",
    "help": "help/",
    "rule": "help/rules/net001/",
    "fields": "help/fields/",
    "page of the site": "about/",
    "not found": NOT_THERE,
    "search": "search/",
}

each_kind = pytest.mark.parametrize("address", KINDS.values(), ids=KINDS)

MADE_OTHERWISE = (
    "home",
    "edition",
    "account",
    "tool",
    "data-set",
    "theme",
    "networks",
    "accessibility statement",
    "fields",
    "not found",
    "search",
)
each_build = pytest.mark.parametrize("address", [KINDS[kind] for kind in MADE_OTHERWISE], ids=MADE_OTHERWISE)
"""Pages that together have every part that any kind has; the sweep looks at all pages, at 320 pixels too."""
