import html
import re
from collections.abc import Iterator

from wawla.checking.rule import Bad, Good, Library, Rule, RuleHit
from wawla.model import Entry

_SCHEME = re.compile(r"([a-z][a-z0-9+.-]{0,40}):")
_UNSEEN = re.compile(r"[\x00-\x20]+")
_TAKEN = {"http", "https", "mailto"}
_MISTYPED = re.compile(r"h{1,2}t{1,4}p{1,2}s{0,2}|ttps?|hpps?|htps?|shttp")
_OWN_MACHINE = "nobody else has it: put the file beside this one and link to its name, or to a page that all can open"
_MEANT = {
    "doi": "write https://doi.org/ in place of `doi:`",
    "file": _OWN_MACHINE,
    "localhost": "it leads to your own machine: link to the address that everybody uses",
}
"""What to do of a beginning, where what was meant is known."""


class SchemesAreSafe(Rule):
    """A link is a path inside the publication, or begins with `https://`, `http://` or `mailto:`.

    Other beginnings run programs, open files on the reader's own machine, or work on one machine only. A path that
    begins with a stroke breaks as soon as the site moves.

    To put it right, link to the page's own address, beginning with `https://`, or to a file of the publication.
    """

    good = [
        Good(
            body="[A](https://example.org) [b](http://example.org) [c](mailto:x) [d](#d) [e](../e/index.md) <https://f.org>\n"
        )
    ]
    bad = [
        Bad(body="Text.\n\n[Press](javascript:alert(1))\n", line=3, says="'javascript:'"),
        Bad(body="[Press](JavaScript&colon;alert%281%29)\n", line=1, says="'javascript:'"),
        Bad(body="![A dot](data:image/png;base64,AAAA)\n", line=1, says="'data:'"),
        Bad(body="[Sheet](//example.org/sheet.pdf)\n", line=1, says="does not say http or https"),
        Bad(body="[Sheet][s]\n\n[s]: /sheet.pdf\n", line=3, says="begins with a stroke"),
    ]

    def check(self, entry: Entry, library: Library) -> Iterator[RuleHit]:
        for link in entry.body.links:
            target = link.target.text
            if target.startswith(("../", "#", "https://", "http://")):
                continue
            target = _UNSEEN.sub("", html.unescape(target[:300])).lower().replace("\\", "/")
            scheme, place = _SCHEME.match(target), entry.body.place_of(link.target)
            if target.startswith("//"):
                yield place, f"the address '{target[:60]}' does not say http or https", "write https: in front of it"
            elif target.startswith("/"):
                message = f"the path '{target[:60]}' begins with a stroke, and breaks when the site moves"
                yield place, message, "write the path from the folder of this file, such as ../example/index.md"
            elif scheme and scheme[1] not in _TAKEN:
                yield place, f"the link begins with '{scheme[1]}:', which is not allowed", _remedy(scheme[1])


def _remedy(scheme: str) -> str:
    """What to do, nearer than the rule says it, or ''."""
    if _MISTYPED.fullmatch(scheme):
        return f"write https: in place of '{scheme}:'"
    return _OWN_MACHINE if len(scheme) == 1 else _MEANT.get(scheme, "")
