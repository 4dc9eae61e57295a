import re
from collections.abc import Iterator

from wawla.checking.marks import Mark, Marks
from wawla.checking.rule import Bad, Good, Library, Rule, RuleHit
from wawla.model import Entry

_SAID = "was meant for those who wrote the text"
_TAKE_OUT = "do what it says, and take it out"
_ACCEPT = "accept the change or refuse it in the program that it comes from, and take out the marks"
_DO = r"(?:check|confirm|verify|clarify|shorten|reword|rephrase|rewrite|cut)"
_ASK = (
    rf"(?:(?:please|pls) {_DO}(?: this| that| with [A-Z]\w+)?|(?:to|needs? to) (?:check|be checked)|needs? checking"
    rf"|(?:can|could) (?:some(?:one|body)|you|we|anyone) (?:please )?{_DO}\b[^()\[\]\n]{{0,120}}"
    r"|check (?:this|with [A-Z]\w+)\b[^()\[\]\n]{0,120}|is (?:this|that) (?:right|true)\?"
    r"|(?:I'm |I’m |am )?not sure (?:about|of|if) this\b[^()\[\]\n]{0,120})"
)


def _mark(sign: str, pattern: str, remedy: str = _TAKE_OUT) -> Mark:
    return Mark(sign, re.compile(pattern), remedy, _SAID)


_MARKS = Marks(
    _mark("%%", r"%%[^%\n]+%%"),
    _mark("{", r"\{(?:--|\+\+|~~|>>|==)[^{}\n]*(?:--|\+\+|~~|<<|==)\}", _ACCEPT),
    _mark("[", r"\n(?:Comment(?:ed)?|Deleted|Inserted|Formatted|Moved)(?: \([^)\n]*\))? ?\[[A-Z]{1,4}\d*\][^\n]*"),
    _mark("Deleted:\nFormatted:\nInserted:", r"\n(?:Deleted|Formatted|Inserted): [^\n]+", _ACCEPT),
    _mark("[", r"(?<=[a-z.,;:!?])\[[A-Z]{2,3}\d{1,3}\]"),
    _mark("[", r"\[(?:Ed(?:itor)?s?|Author|Query|Note to \w+|To do)\.?(?: note)?(?::| [–—-]) ?[^\[\]\n]{0,200}\]?"),
    _mark("(\n[", rf"[(\[]{_ASK}[)\]]"),
    _mark("NB\nNote", r"\n(?:NB|Note) (?:for|to) (?:(?!\w+s:|Staff:)[A-Z][a-z]+|self|editors?|me):[^\n]*"),
    _mark("Word count", r"\nWord count:? \d[^\n]*"),
    _mark("DRAFT", r"\n[^\w\n]{0,3}DRAFT\b[^\n]*"),
    _mark(
        " here\n Here",
        r"\n(?:Certainly|Sure|Of course|Absolutely|Great|OK)[!,.]? [Hh]ere(?:'s|’s| is| are) (?:a|the|your|my|some) "
        r"[^\n.]{0,80}(?:version|draft|paragraph|text|account|summary|rewrite|list|table)[^\n]*",
    ),
    _mark(" know if", r"Let me know if you(?:'d|’d| would) like (?:me to|any (?:changes|further|more))[^\n]*"),
    _mark("As an AI", r"As an AI (?:language )?(?:model|assistant)[^\n]*"),
    _mark("wrote:", r"\nOn [^\n]{4,60}\d:\d\d[^\n]{0,60} wrote:(?=\n|\Z)"),
    _mark("Sent from", r"\nSent from my \w+[^\n]*"),
    _mark("---", r"\n-{2,} ?(?:Original|Forwarded) [Mm]essage ?-{2,}"),
    _mark("From:", r"\nFrom: [^\n]+\n(?:Sent|To|Subject|Cc|Date): [^\n]*"),
    _mark(
        "/", r"\n\[?\d{1,2}/\d{1,2}/\d{2,4},? \d{1,2}:\d{2}(?::\d{2})?(?: ?[ap]m)?\]?(?: [-–])? [^\n:]{1,60}: [^\n]*"
    ),
)


class NoRemarksOfWritersAreLeft(Rule):
    """No remark of one writer to another is left in the text, nor the head of a mail or the answer of a program.

    Comments, tracked changes and notes to oneself come along when a text is copied. Readers then meet a talk that was
    not meant for them, and sometimes a name.

    To put it right, do what the remark asks, and take it out. What belongs to the account becomes a sentence of it.
    """

    good = [
        Good(body="She said that it [the marking] took long [sic], with our stress. [Ed. Smith]\n"),
        Good(body="On 4 November 2003 the head wrote:\n\n> Come at 10:30.\n\nSure, here is the hall. A draft went.\n"),
        Good(body="Deleted words were read again; check with the office before you begin. `%%code%%`.\n"),
        Good(body="Ask twice (to check that all heard). (Could we have done more?) (please add your name)\n"),
        Good(body="“Let me know if you would like to come.”\n\nNote to Parents: bring a coat.\n"),
    ]
    bad = [
        Bad(body="Text. %%is this true?%%\n", line=1, says="'%%is this true?%%' was meant for those who wrote"),
        Bad(body="On {--Fridays--}{++Thursdays++}.\n", line=1, says="'{--Fridays--}' was meant"),
        Bad(body="Text.\n\nComment [AB3]: Is this right?\n", line=3, says="'Comment [AB3]: Is this right?' was meant"),
        Bad(body="On Fridays[AB1] they met.\n", line=1, says="'[AB1]' was meant"),
        Bad(body="It grew. [Ed: could we cut this?]\n", line=1, says="'[Ed: could we cut this?]' was meant"),
        Bad(body="In 2003 (check with Sue) it began.\n", line=1, says="'(check with Sue)' was meant"),
        Bad(body="In 2003 (can somebody check this?) it began.\n", line=1, says="was meant"),
        Bad(body="NB for Jane: cut this.\n", line=1, says="was meant"),
        Bad(body="Certainly! Here is a polished version of your text:\n\nText.\n", line=1, says="was meant"),
        Bad(body="On Tue, 4 Nov 2003 at 16:12, the office wrote:\n", line=1, says="was meant"),
        Bad(body="[14/11/2003, 07:52] The head: who has it?\n", line=1, says="was meant"),
        Bad(body="Word count: 412 (limit 500)\n", line=1, says="was meant"),
    ]

    def check(self, entry: Entry, library: Library) -> Iterator[RuleHit]:
        yield from _MARKS.found_in(entry.body, entry.body.plain)
