from collections.abc import Iterator

from wawla.checking.rule import Bad, Good, Library, Rule, RuleHit, leads_to, near
from wawla.model import Entry

_COMMENT = "it is a comment of another program: take it out, with its words"
_NOTE = "it is a note of another program: write [^1] here, and `[^1]: the note` on a line of its own"
_FOREIGN = {
    **dict.fromkeys(("cmnt", "_msocom", "_cmnt"), _COMMENT),
    **dict.fromkeys(("ftnt", "_ftn", "_edn", "sdfootnote", "sdendnote", "fn:", "fnref"), _NOTE),
    "_Toc": "it is a list of contents of another program: take it out; the page makes its own",
}
"""How anchors begin that word processors make, and what to do."""


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
        Bad(body="So[[a]](#cmnt1) it was.\n", line=1, says="'#cmnt1' leads to nothing here"),
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
            if foreign := next((remedy for sign, remedy in _FOREIGN.items() if target.anchor.startswith(sign)), ""):
                yield entry.body.place_of(link.target), f"'#{target.anchor[:60]}' leads to nothing here", foreign
                continue
            where = "this page" if other is entry else f"'{other.title}'"
            place, message = entry.body.place_of(link.target), f"{where} has no heading '#{target.anchor[:60]}'"
            guess = near(target.anchor, other.body.anchors, fault)
            yield (place, message, guess) if guess else (place, message)
            fault += 1
