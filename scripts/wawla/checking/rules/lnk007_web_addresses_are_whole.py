import ipaddress
import re
from collections.abc import Iterator
from urllib.parse import urlsplit

from wawla.checking.rule import Bad, Good, Library, Rule, RuleHit
from wawla.model import Entry

_ENDS = re.compile(r"(?:[,;…\"“”>]|^[^?#]*%20|(?<!\b[A-Z])(?<!Bros)(?<!Inc)(?<!Ltd)(?<!Jr)(?<!Sr)(?<!Co)(?<!\bSt)\.)$")
_OWN = (".local", ".localhost", ".internal", ".lan", ".home", ".intranet")


class WebAddressesAreWhole(Rule):
    """An address that begins with `http` is whole: every reader can follow it.

    A space ends an address too early; a name or password in it would be published; and addresses of one's own
    machine or school network lead nowhere for anybody else.

    To put it right, copy the address from the browser's address line while the page is open, signed out. One that is
    only an example stands between backticks.
    """

    good = [
        Good(body="<https://www.example.org/a?b=c#d> [b](http://example.org:8080/) [c](https://bücher.example/)\n"),
        Good(body="Your own machine is `http://localhost:8000/` to itself.\n"),
        Good(body="[d](https://8.8.8.8/) [e](https://example.org/%20/@name)\n"),
    ]
    bad = [
        Bad(body="Text.\n\n[A](https:///a)\n", line=3, says="names no site"),
        Bad(body="[A](https://intranet/page)\n", line=1, says="names no site that everybody can reach"),
        Bad(body="[A](https://example.org/my page)\n", line=1, says="has a space in it"),
        Bad(body="[A](https://me:secret@example.org/)\n", line=1, says="has a name or password in it"),
        Bad(body="[A](http://192.168.0.4/)\n", line=1, says="no site that everybody can reach"),
        Bad(body="[A](https://www,example.org/)\n", line=1, says="names no site"),
        Bad(body="[A](https://example.org/x,)\n", line=1, says="ends with a sign that hardly belongs"),
        Bad(body="<http://localhost:8000/>\n", line=1, says="no site that everybody can reach"),
    ]

    def check(self, entry: Entry, library: Library) -> Iterator[RuleHit]:
        for link in entry.body.links:
            target = link.target.text
            if target[:4].lower() == "http" and re.match(r"https?:", target, re.I) and (fault := _fault(target)):
                yield entry.body.place_of(link.target), f"the address '{target[:80]}' {fault}"


def _fault(target: str) -> str:
    try:
        address = urlsplit(target)
        host = (address.hostname or "").rstrip(".")
        named = "@" in address.netloc
    except ValueError:
        return "cannot be read as an address"
    if "|" in target.partition("?")[0]:
        return "has a stroke in it, and words behind that: write [words](address)"
    if re.search(r"\s", target):
        return "has a space in it"
    if named:
        return "has a name or password in it"
    if not host or "," in host or ".." in host or host.startswith("."):
        return "names no site"
    if _ENDS.search(target):
        return "ends with a sign that hardly belongs to it"
    return "" if _everybody_can_reach(host) else "names no site that everybody can reach"


def _everybody_can_reach(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_global
    except ValueError:
        return "." in host and not host.endswith(_OWN) and not host.rpartition(".")[2].isdigit()
