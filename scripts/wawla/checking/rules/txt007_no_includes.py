import re
from collections.abc import Iterator

from wawla.checking.rule import Bad, Good, Library, Rule, RuleHit, holds
from wawla.model import Entry

_INCLUDE = re.compile(r"^[ \t]*+;?-{1,9}8<-{1,9}[^\n]*+|\{!|\{%-?[ \t]{0,9}include\b", re.M)


class NoIncludes(Rule):
    """The text draws in no other file, neither with `--8<--`, nor `{! file !}`, nor `{% include %}`.

    What a reader sees must be what a reviewer read, in one file. An include could also carry out a file that was
    never meant for readers.

    To put it right, copy the words to where they belong, or link to the page that has them.
    """

    good = [Good(body="Some sites write `{! file.md !}`. We link: [a tool](../../tools/example/index.md).\n")]
    bad = [
        Bad(body='Text.\n\n--8<-- "notes.md"\n', line=3, says='--8<-- "notes.md" would draw in another file'),
        Bad(body="Text.\n{! notes.md !}\n", line=2, says="{! would draw in another file"),
        Bad(body="{% include 'notes.md' %}\n", line=1, says="{% include would draw in another file"),
    ]

    def check(self, entry: Entry, library: Library) -> Iterator[RuleHit]:
        if holds(entry.body.text, "<-", "{!", "{%"):
            for include in _INCLUDE.finditer(entry.body.prose):
                message = f"{include[0].strip()[:60]} would draw in another file, which is not done here"
                yield entry.body.place(*include.span()), message
