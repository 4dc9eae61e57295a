import re
from collections.abc import Iterator

from wawla.checking.rule import Bad, Good, Library, RegisterEntry, Rule, RuleHit, holds, texts_of
from wawla.model import Entry, Tool

_BLANK = re.compile(
    r"\[(?:\?|(?:[Nn]ame|NAME|[Tt]itle|[Nn]umber|[Aa]ddress) of [^\[\]\n]{1,40}|(?:[Yy]our|YOUR) [^\[\]\n]{1,40}"
    r"|(?:[Nn]ame|NAME|[Dd]ate|DATE|[Yy]ear|[Mm]onth|[Tt]own|[Ss]chool|SCHOOL|[Nn]umber|[Pp]hoto|[Pp]icture|[Qq]uote)"
    r"(?: (?:\d|[A-Z]|name))?)\](?![(\[:])|(?<![_\w])_{3,}(?![_\w])(?=[^\n]*\w)|(?<=\w[ :])_{3,}(?!\w)"
)
_QUOTED = re.compile(r"(?:^|[\s(])[\"“‘'][^\"”’\n]*$")
"""The beginning of what somebody else said, up to the end of the text that is looked at."""
_WITHIN = 400  # characters before a blank, in which a quotation may begin


class BlanksAreFilledIn(Rule):
    """Nothing in a text is a blank of a template, such as `[name of school]` or `______`.

    Whoever wrote from a template may have missed one. In what somebody said, where a name is held back, and in a tool,
    where readers fill blanks in, they may stand.

    To put it right, write what belongs there. Where a name is held back, say so in words: 'a school in the town'.
    """

    severity = "warning"
    kind = (Entry, RegisterEntry)
    good = [
        Good(
            body="She said: “At [name of school] we ask.” 'They [the parents] came', [sic], [...], [1] and [again].\n"
        ),
        Good(body="See [name of school](#a) and [date][d], snake___case.\n\n[d]: #a\n\n## A\n\nText.\n\n___\n"),
        Good(body="Each card had a line to fill in: ________ and a box to tick.\n"),
        Good(of=Tool, body="## Steps\n\n1. Write: our school is ______, and [name] asks.\n"),
    ]
    bad = [
        Bad(body="Text.\n\nThe head of [name of school] came.\n", line=3, says="'[name of school]' looks like a blank"),
        Bad(body="[Your school] stood at the gate.\n", line=1, says="'[Your school]' looks"),
        Bad(body="It began in 2003 [?] and went on.\n", line=1, says="'[?]' looks"),
        Bad(body="Our school is ______ now.\n", line=1, says="'______' looks"),
        Bad("setting: 'Four schools in [name of town]'\n", line=1, says="'[name of town]' looks"),
    ]

    def check(self, entry: Entry | RegisterEntry, library: Library) -> Iterator[RuleHit]:
        if isinstance(entry, Tool):
            return
        if isinstance(entry, Entry) and holds(entry.body.text, "[", "___"):
            for found in _blanks(entry.body.prose):
                yield entry.body.place(*found.span()), _message(found[0])
        if _BLANK.search(entry.fields_as_text):
            for place, text in texts_of(entry):
                if first := next(_blanks(text), None):
                    yield place, _message(first[0])


def _blanks(text: str) -> Iterator[re.Match[str]]:
    for found in _BLANK.finditer(text):
        if found[0][0] == "_" and ":" in text[text.rfind("\n", 0, found.start()) + 1 : found.start()]:
            continue  # as in 'There was a line to fill in: ____', which shows the blank of a form
        if not _QUOTED.search(text, max(found.start() - _WITHIN, 0), found.start()):
            yield found


def _message(blank: str) -> str:
    return f"'{blank[:60]}' looks like a blank of a template that was not filled in"
