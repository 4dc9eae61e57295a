import re
from collections.abc import Iterator

from wawla.checking.rule import Bad, Good, Library, Rule, RuleHit, holds
from wawla.model import Entry

_ADDRESS = re.compile(r"(?<![\w.+%-])[\w.+%-]{1,64}(?:@|%40|&#64;|&commat;)(?:[\w-]{1,63}\.){1,8}[A-Za-z]{2,24}", re.A)


class NoEmailAddress(Rule):
    """The text holds no e-mail address but the publisher's own.

    An address is a person's. Published, it collects unwanted mail for years, long after the person has left the school.

    To put it right, take it out, and name the role: 'the co-leader of the network'. Readers write to the publisher.
    """

    good = [
        Good(body="Write to orders@publisher.example or <Orders@publisher.example>; use @names and 3 @ £2.\n"),
        Good(body="The co-leader of the network answers letters.\n"),
    ]
    bad = [
        Bad(body="Text.\n\nWrite to a.teacher@riverside.example.\n", line=3, says="'a.teacher@riverside.example'"),
        Bad(body="[Write to us](mailto:head@riverside.example)\n", line=1, says="'head@riverside.example'"),
        Bad(body="    `head%40riverside.example`\n", line=1, says="is an e-mail address"),
    ]

    def check(self, entry: Entry, library: Library) -> Iterator[RuleHit]:
        text = entry.body.text
        if not holds(text, "@", "%40", "&#64;", "&commat;"):
            return
        own = (library.publisher.contact or "").lower() if library.publisher else ""
        for address in _ADDRESS.finditer(text):
            if address[0].lower() != own:
                yield entry.body.place(*address.span()), f"'{address[0]}' is an e-mail address"
