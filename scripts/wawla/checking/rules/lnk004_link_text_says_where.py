import re
from collections.abc import Iterator

from wawla.checking.rule import Bad, Good, Library, Rule, RuleHit
from wawla.model import Entry
from wawla.model.body import without_marks

_SAY_NOTHING = {
    "here", "click here", "see here", "this", "that", "it", "link", "this link", "the link", "read", "read more",
    "see more", "more", "learn more", "find out more", "this page", "page", "website", "this website", "the website",
    "site", "web page", "download", "article", "this article", "continue", "details",
}  # fmt: skip
_ADDRESS = ("http://", "https://", "www.")
_PICTURE = re.compile(r"!\[[^\[\]]*\w")


class LinkTextSaysWhere(Rule):
    """The words of a link say where it leads.

    Many readers jump from link to link, or have the links of a page read out as a list. A list of 'here' is no help,
    and an address other than the one that the link leads to misleads everybody.

    To put it right, make a link of the words that name the page or file. An address that stands alone becomes a link
    by itself.
    """

    good = [
        Good(
            body="Read [WACO's groups](../waco/index.md), <https://a.example/>, https://b.example or [trust](#trust).\n"
        ),
        Good(body="[https://a.example/b\\_c](https://a.example/b_c) and [www.a.example](http://www.a.example/)\n"),
        Good(body="([https://a.example/b)](https://a.example/b) [https://a.example/b_(c)](https://a.example/b_(c))\n"),
        Good(body="It is on [www.a.example](https://www.a.example/b?c=d).\n"),
        Good(body="[![A river in flood](river.png)](#trust) and ![](line.png)\n"),
    ]
    bad = [
        Bad(body="Text.\n\nFor the tool click [here](#tool).\n", line=3, says="'here' does not say where"),
        Bad(body="[**Read more …**](#tool)\n", line=1, says="'Read more …' does not say where"),
        Bad(body="Text [](#tool).\n", line=1, says="the link has no words"),
        Bad(body="[www.a.example](https://www.a.example.org)\n", line=1, says="are the address of something else"),
        Bad(body="[https://example.org/a](https://example.org/b)\n", line=1, says="are the address of something else"),
    ]

    def check(self, entry: Entry, library: Library) -> Iterator[RuleHit]:
        for link in entry.body.links:
            if link.image or not link.span.text.startswith("["):
                continue
            words = link.text if link.text.isalnum() else without_marks(link.text[:500])
            bare = _bare(words)
            if not bare and not _PICTURE.search(link.text[:500]):
                yield entry.body.place_of(link.span), "the link has no words"
            elif " ".join(bare.split()) in _SAY_NOTHING:
                yield entry.body.place_of(link.span), f"the link '{words}' does not say where it leads"
            elif bare.startswith(_ADDRESS) and not _is_on_the_way(bare, _bare(link.target.text[:500])):
                place, hint = entry.body.place_of(link.span), "write words that name what the link leads to"
                yield place, "the words of the link are the address of something else", hint


def _bare(words: str) -> str:
    """Words in small letters, without what may stand round them."""
    return words.strip(" .…,:;!>»→-()").casefold()


def _is_on_the_way(address: str, target: str) -> bool:
    """Whether an address is the target itself, or the site or the folder that it is in."""
    shown, target = _without_scheme(address), _without_scheme(target)
    return target == shown or target.startswith((f"{shown}/", f"{shown}?", f"{shown}#"))


def _without_scheme(address: str) -> str:
    return address.removeprefix("http://").removeprefix("https://").rstrip("/")
