from collections.abc import Iterator

from wawla.checking.rule import Bad, Good, Library, Rule, RuleHit, leads_to, near
from wawla.model import Entry


class AnchorsExist(Rule):
    """A link with `#` leads to a heading that is there.

    Otherwise the reader lands at the top of a page and has to search for the place that was meant.

    To put it right, write the heading's words after the `#` in small letters, with hyphens in place of spaces.
    """

    good = [
        Good(body="See [below](#whats-next).\n\n## What's next?\n"),
        Good(body="See [a tool](../../tools/example/index.md#the-situation).\n"),
        Good(body="See [the top](index.md) or [elsewhere](https://example.org/#top).\n"),
    ]
    bad = [
        Bad(body="Text.\n\n[Below](#whats-nxt)\n\n## What's next?\n", line=3, says="no heading '#whats-nxt'"),
        Bad(body="[A](../../tools/example/index.md#steps)\n", line=1, says="'A sample tool' has no heading '#steps'"),
    ]

    def check(self, entry: Entry, library: Library) -> Iterator[RuleHit]:
        fault = 0
        for link in entry.body.links:
            if "#" not in link.target.text:
                continue
            target = leads_to(entry.path, link.target.text)
            other = library.entries.get(target.path or "")
            if other is None or not target.anchor or target.anchor in other.body.anchors:
                continue
            where = "this page" if other is entry else f"'{other.title}'"
            place, message = entry.body.place_of(link.target), f"{where} has no heading '#{target.anchor[:60]}'"
            guess = near(target.anchor, other.body.anchors, fault)
            yield (place, message, guess) if guess else (place, message)
            fault += 1
