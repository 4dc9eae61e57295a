import re
from collections.abc import Iterator

from wawla.checking.rule import Bad, Good, Library, RegisterEntry, Rule, RuleHit, holds, texts_of
from wawla.model import Entry
from wawla.reading.paths import GLOSSARY

_SIGNS = ("TODO", "TBC", "XX", "xx", "???", "orem ipsum", "[insert", "[Insert", "…")
_UNFINISHED = re.compile(
    r"\b(?:TODO|TBC|XXX+)\b|(?:£|\b(?:19|20))(?:XX|xx)\b"
    r"|\b(?:XX|xx)(?=(?: per ?cent| ?%|[/.](?:XX|xx)|(?<![\"“'‘]..) [a-z]+s\b))"
    r"|(?<=[^A-Za-z?!\n])\?{3,}+|\[[Ii]nsert\b[^\[\]\n]{0,80}+\]?+|^[ \t]*+(?:…|XX|xx)[ \t]*+$"
    r"|[Ll]orem ipsum(?:(?= dolor)|(?<!\w .{11})(?=[^\w\n]*$))",
    re.M,
)
_OPENED = re.compile(r"(?:^|[\s(])[\"“‘'][^\"”’'\n]*$")
_CLOSED = re.compile(r"[^\"“‘'\n]{0,30}[\"”’'](?!\w)")
"""Quotation marks on either side of it."""


class NoUnfinishedText(Rule):
    """Nothing that waits to be written is left in the text, in a field or in a register.

    Most of us leave a TODO now and then, meaning to come back. Readers should not meet it.

    To put it right, write what belongs there, or remove the line.
    """

    kind = (Entry, RegisterEntry)
    good = [
        Good(body="What happened next … was to be confirmed. `TODO` is code.\n"),
        Good(body="In part XX of the book, Louis XX asked: what??? The XX century.\n\n??? note\n    A fold.\n"),
        Good(body="The button says “XX pages”, where “XX” is a number. A 'TODO list' and 'date TBC' are words here.\n"),
        Good(body="A page is tried with true words rather than with lorem ipsum. The 'Lorem ipsum' goes.\n"),
        Good("summary: Two lists of things to do, and what became of them.\n"),
    ]
    bad = [
        Bad(body="## Costs\n\nTODO: ask the head.\n", line=3, says="'TODO' was left to be written"),
        Bad(body="Text.\n\n…\n", line=3, says="'…' was left to be written"),
        Bad(body="In 2004 XX per cent came.\n", line=1, says="'XX' was left"),
        Bad(body="It cost £???? a year.\n", line=1, says="'????' was left"),
        Bad(body="Lorem ipsum dolor.\n", line=1, says="'Lorem ipsum' was left"),
        Bad(body="Text.\n\n- *Lorem ipsum*\n", line=3, says="'Lorem ipsum' was left"),
        Bad(body="In [insert year], we began.\n", line=1, says="'[insert year]' was left"),
        Bad(files={GLOSSARY: "NLC:\n  stands_for: TODO\n"}, path=GLOSSARY, line=2, says="'TODO' was left"),
        Bad("title: A title\nsummary: TBC by the network\n", line=2, says="'TBC' was left"),
    ]

    def check(self, entry: Entry | RegisterEntry, library: Library) -> Iterator[RuleHit]:
        if isinstance(entry, Entry) and _may_be_unfinished(entry.body.text):
            for found in _unfinished(entry.body.prose):
                yield entry.body.place(*found.span()), _message(found[0])
        if _may_be_unfinished(entry.fields_as_text):
            for place, text in texts_of(entry):
                if first := next(_unfinished(text), None):
                    yield place, _message(first[0])


def _may_be_unfinished(text: str) -> bool:
    return holds(text, *_SIGNS)


def _unfinished(text: str) -> Iterator[re.Match[str]]:
    """What waits to be written; not where a text quotes such words to speak of them."""
    for found in _UNFINISHED.finditer(text):
        if not (_OPENED.search(text[max(found.start() - 30, 0) : found.start()]) and _CLOSED.match(text, found.end())):
            yield found


def _message(found: str) -> str:
    return f"'{found.strip()[:60]}' was left to be written"
