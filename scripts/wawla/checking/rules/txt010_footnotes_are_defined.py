import re
from collections.abc import Iterator

from wawla.checking.rule import Bad, Good, Library, Rule, RuleHit, near
from wawla.model import Entry

_EMPTY = re.compile(r"^ {0,3}(\[\^[^\]\n]+\]):[ \t]*$(?!\n+(?: {2,}|\t)\S|\n[^\n\[])", re.M)


class FootnotesAreDefined(Rule):
    """Every footnote that the text refers to is written out.

    Otherwise the reader sees `[^1]` and finds no note.

    To put it right, write the note on a line of its own, such as `[^1]: The words of the note.`
    """

    good = [Good(body="A claim.[^1] Another.[^source]: so it goes.\n\n[^1]: A note.\n[^source]: Another note.\n")]
    bad = [
        Bad(body="Text.\n\nA claim.[^1]\n", line=3, says="the footnote [^1] is not written out"),
        Bad(body="A claim.[^Note] One.[^note]\n\n[^note]: A note.\n", line=1, says="the footnote [^Note]"),
        Bad(body="A claim.[^1]\n\n[^1]:\n\nText.\n", line=3, says="the footnote [^1] has no words"),
    ]

    def check(self, entry: Entry, library: Library) -> Iterator[RuleHit]:
        defined = {label.text for label in entry.body.footnotes_defined}
        for empty in _EMPTY.finditer(entry.body.prose) if "]:" in entry.body.text else ():
            yield entry.body.place(*empty.span(1)), f"the footnote {empty[1][:40]} has no words"
        missing = [label for label in entry.body.footnotes_used if label.text not in defined]
        for number, label in enumerate(missing):
            hint = near(label.text, defined, number) + f"Write it on a line of its own: [^{label.text[:40]}]: …"
            yield entry.body.place_of(label), f"the footnote [^{label.text[:40]}] is not written out", hint
