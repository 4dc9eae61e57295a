import re
from collections.abc import Iterator

from wawla.checking.rule import Bad, Good, Library, Rule, RuleHit
from wawla.model import Entry

_NOT_STRAIGHT = (
    ("google.", re.compile(r"//(?:www\.)?google\.[a-z.]+/url\?"), "goes by way of Google, which counts who follows it"),
    ("safelinks", re.compile(r"//[\w.-]+\.safelinks\.protection\.outlook\.com/"), "goes by way of a mail filter"),
    ("urldefense", re.compile(r"//urldefense\.(?:com|proofpoint\.com)/"), "goes by way of a mail filter"),
    ("facebook.", re.compile(r"//lm?\.facebook\.com/l\.php"), "goes by way of Facebook, which counts who follows it"),
    ("utm_", re.compile(r"[?&]utm_\w+="), "says to the site where its readers come from: cut it off before `utm_`"),
    ("clid=", re.compile(r"[?&](?:fb|g)clid="), "carries the mark of whoever copied it: cut it off before that"),
    (
        "docs.google.",
        re.compile(r"//docs\.google\.com/.+/edit\b"),
        "opens a document to be edited, perhaps not for all",
    ),
    ("sharepoint.", re.compile(r"//[\w-]+\.sharepoint\.com/"), "may ask readers to sign in to somebody's organisation"),
    ("/classroom.", re.compile(r"//classroom\.google\.com/"), "opens for the members of a class alone"),
)
"""A sign that the address holds, what it looks like, and what comes of it."""


class AddressesLeadStraightToThePage(Rule):
    """An address leads straight to its page, and every reader may open it.

    Addresses that are copied from a mail or from a search go by way of another site, which counts the readers and may
    one day be gone. Those of shared documents often open for whoever is signed in, and for nobody else.

    To put it right, open the page in a private window, signed out, and copy the address that stands there. A document
    that others should read is best kept here, or published by its owner.
    """

    severity = "warning"
    good = [Good(body="[A](https://a.example/url?q=b#c) and [b](https://docs.google.com/document/d/e/1/pub).\n")]
    bad = [
        Bad(body="[A](https://www.google.com/url?q=https://a.example/b&sa=D)\n", line=1, says="goes by way of Google"),
        Bad(body="[A](https://a.example/?utm_source=news)\n", line=1, says="says to the site where"),
        Bad(body="[A](https://docs.google.com/document/d/1Ab/edit?usp=sharing)\n", line=1, says="opens a document"),
        Bad(body="Text.\n\n<https://school.sharepoint.com/a>\n", line=3, says="may ask readers to sign in"),
    ]

    def check(self, entry: Entry, library: Library) -> Iterator[RuleHit]:
        for link in entry.body.links:
            address = link.target.text[:500].lower()
            for sign, pattern, what in _NOT_STRAIGHT:
                if sign in address and pattern.search(address):
                    yield entry.body.place_of(link.target), f"the address '{link.target.text[:60]}' {what}"
                    break
