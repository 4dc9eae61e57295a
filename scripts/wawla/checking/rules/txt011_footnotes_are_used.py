from collections.abc import Iterator

from wawla.checking.rule import Bad, Good, Library, Rule, RuleHit
from wawla.model import Entry


class FootnotesAreUsed(Rule):
    """Every footnote that is written out is referred to, and is written out once.

    A note that nothing refers to is a leftover, or its place in the text was lost. Of two with the same label one
    would not be seen.

    To put it right, refer to the note in the text with its label, such as `[^1]`; or remove or rename it.
    """

    good = [Good(body="A claim.[^1] Again.[^1]\n\n[^1]: A note.\n"), Good(body="`[^1]: no note`\n")]
    bad = [
        Bad(body="A claim.\n\n[^1]: A note.\n", line=3, says="nothing refers to the footnote [^1]"),
        Bad(body="A claim.[^1]\n\n[^1]: A note.\n\n[^1]: Another.\n", line=5, says="[^1] is written out twice"),
    ]

    def check(self, entry: Entry, library: Library) -> Iterator[RuleHit]:
        used = {label.text for label in entry.body.footnotes_used}
        seen: set[str] = set()
        for label in entry.body.footnotes_defined:
            if label.text in seen:
                yield entry.body.place_of(label), f"the footnote [^{label.text[:40]}] is written out twice"
            elif label.text not in used:
                yield entry.body.place_of(label), f"nothing refers to the footnote [^{label.text[:40]}]"
            seen.add(label.text)
