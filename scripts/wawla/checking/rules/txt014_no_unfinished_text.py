import re
from collections.abc import Iterator
from itertools import chain

from wawla.checking.rule import Bad, Good, Library, RegisterEntry, Rule, RuleHit, cells_of, holds, texts_of
from wawla.model import Entry, Tool
from wawla.reading.paths import GLOSSARY

_SIGNS = (
    "TODO", "TBC", "tbc", "XX", "xx", "£x", "??", "?)", "orem ipsum", "…", "@@@", "dd/mm", "DD/MM", " 00", " here",
    "HERE", "INSERT", "PASTE", "DELETE", "REMOVE", "FIXME", "TKTK", "nn per", "[insert", "[Insert", "[add ", "[Add ",
    "needed]", "missing]", "to check]", "to come]", "follow]", "added]", " TO ", "(to be", "to enter", "to type",
    "to add", "ntitled", "itle of", "New document",
)  # fmt: skip
_UNFINISHED = re.compile(
    r"\b(?:TODO|TBC|tbc|XXX+|FIXME|TKTK)\b|(?:£|\b(?:19|20))(?:XX|xx)\b|£[xX]{1,3}(?:,[xX]{3})*(?!\w)|(?<!\w)@{3,}"
    r"|\b(?:XX|xx)(?=(?: per ?cent| ?%|[/.](?:XX|xx)|(?<![\"“'‘]..) (?!chromosome)[a-z]+s\b))|\bnn(?= per ?cent)"
    r"|(?<=[^A-Za-z?!\n])\?{3,}+|(?<![^\s(])\?\?(?=[ )])|^[ \t]*+(?:…|XX|xx)[ \t]*+$"
    r"|\((?:to be (?:confirmed|added|completed|written|updated|announced)|(?:ref|source|date|sp|spelling)\?)\)"
    r"|\b(?:pages?|pp?\.|Figure|Fig\.|Table) (?:\?+|0{2,3}|XX)(?!\w)"
    r"|\[(?:[Ii]nsert|[Aa]dd)\b[^\[\]\n]{0,80}+\]?+"
    r"|\[(?i:photo|picture|image|quote|logo|map|chart|link|caption)s? (?:here|to (?:come|follow|be added)|goes here"
    r"|needed|missing)\]|\[(?:citation|reference|ref|source|date|name|figure)s? (?:needed|missing|to check)\]"
    r"|\b(?:INSERT|PASTE|DELETE|REMOVE)(?: [A-Z]{2,}){2,9}\b"
    r"|\b(?:PHOTO|PICTURE|QUOTE|IMAGE|LOGO)S? (?:HERE|TO COME|TO FOLLOW)\b"
    r"|\b(?:Click|Tap|Click or tap) (?:here )?to (?:enter|add|type)\b[^\n.]{0,30}"
    r"|\b(?:[Tt]ype|[Ww]rite|[Ee]nter|[Ii]nsert|[Pp]ut|[Aa]dd) your (?:\w+ ){1,3}here\b"
    r"|\b[Yy]our (?:text|title|summary|content) here\b"
    r"|\b[Ll]orem ipsum(?:(?= dolor)|(?<!\w .{11})(?=[^\w\n]*$))",
    re.M,
)
_OF_FORMS = re.compile(r"\b(?:dd/mm/yy(?:yy)?|DD/MM/YY(?:YY)?)\b")
"""What a tool may ask its readers to write."""
_TITLES = re.compile(r"(?:Untitled(?: document)?|Title of (?:your|the|this) \w+|New document)\.?")
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
        Good(body="Two XX chromosomes. Who? (Why?) “We love [name of school]”, she said [the head]. Page 100.\n"),
        Good(body="Our school: ________ of [name of town], on dd/mm/yyyy.\n", of=Tool),
        Good("summary: Two lists of things to do, and what became of them.\n"),
    ]
    bad = [
        Bad(body="## Costs\n\nTODO: ask the head.\n", line=3, says="'TODO' was left to be written"),
        Bad(body="Text.\n\n…\n", line=3, says="'…' was left to be written"),
        Bad(body="In 2004 XX per cent came.\n", line=1, says="'XX' was left"),
        Bad(body="It cost £???? a year.\n", line=1, says="'????' was left"),
        Bad(body="Lorem ipsum dolor.\n", line=1, says="'Lorem ipsum' was left"),
        Bad(body="Text.\n\n- *Lorem ipsum*\n", line=3, says="'Lorem ipsum' was left"),
        Bad(body="It cost £x,xxx.\n", line=1, says="'£x,xxx' was left"),
        Bad(body="Most do this [citation needed].\n", line=1, says="'[citation needed]' was left"),
        Bad(body="INSERT QUOTE FROM PARENT HERE\n", line=1, says="was left"),
        Bad(body="Click or tap here to enter text.\n", line=1, says="was left"),
        Bad(body="The date is tbc.\n", line=1, says="'tbc' was left"),
        Bad(body="See page 00 for it.\n", line=1, says="'page 00' was left"),
        Bad("title: Untitled document\n", line=1, says="'Untitled document' was left"),
        Bad(body="In [insert year], we began.\n", line=1, says="'[insert year]' was left"),
        Bad(files={GLOSSARY: "NLC:\n  stands_for: TODO\n"}, path=GLOSSARY, line=2, says="'TODO' was left"),
        Bad("title: A title\nsummary: TBC by the network\n", line=2, says="'TBC' was left"),
    ]

    def check(self, entry: Entry | RegisterEntry, library: Library) -> Iterator[RuleHit]:
        if isinstance(entry, Entry) and _may_be_unfinished(entry.body.text):
            patterns = (_UNFINISHED,) if isinstance(entry, Tool) else (_UNFINISHED, _OF_FORMS)
            for found in chain.from_iterable(_unfinished(entry.body.plain, pattern) for pattern in patterns):
                yield entry.body.place(*found.span()), _message(found[0])
        if _may_be_unfinished(entry.fields_as_text):
            for place, text in texts_of(entry):
                left = chain(_unfinished(text), _unfinished(text, _OF_FORMS))
                if first := next(left, None) or _TITLES.fullmatch(text):
                    yield place, _message(first[0])
        for place, text in cells_of(entry, library, _may_be_unfinished):
            if first := next(_unfinished(text), None):
                yield place, _message(first[0])


def _may_be_unfinished(text: str) -> bool:
    return holds(text, *_SIGNS)


def _unfinished(text: str, pattern: re.Pattern[str] = _UNFINISHED) -> Iterator[re.Match[str]]:
    """What waits to be written; not where a text quotes such words to speak of them."""
    for found in pattern.finditer(text):
        if not (_OPENED.search(text[max(found.start() - 30, 0) : found.start()]) and _CLOSED.match(text, found.end())):
            yield found


def _message(found: str) -> str:
    return f"'{found.strip()[:60]}' was left to be written"
