import re
from collections.abc import Iterator
from typing import NamedTuple

from wawla.checking.rule import Bad, Good, Library, Rule, RuleHit
from wawla.model import Entry
from wawla.model.body import Body, signs_of
from wawla.model.findings import Place

_WEIGHT = re.compile(r"(\*{2,3}|__|~~)(?=\S)(?:(?!\1)[^\n]|\n(?!\n)){1,2000}?\1")
_LEFT = re.compile(r"\*\*(?![*\s])|(?<![*\s])\*\*(?!\*)|(?<!\w)__(?=[^\W_])|(?<=[^\W_])__(?!\w)|~~(?![~\s])")
_LETTERED = re.compile(r"\n {0,3}(\(?[ai][.)]) [^\n]+(?<!  )(?<!\\)\n {0,3}\(?(?:[a-z]|[ivx]{1,4})[.)] ")
_BOX = "put four spaces in front of what belongs in the box"


class _Mark(NamedTuple):
    """A mark that nothing made anything of: what must stand in a text for it, how it is found, and the remedy."""

    sign: str
    pattern: re.Pattern[str]
    remedy: str


_MARKS = (
    _Mark("](", re.compile(r"\]\("), "close the words and the address in one paragraph: [words](address)"),
    _Mark(
        "] (",
        re.compile(r"\] +\((?=\.{0,2}/|#|https?:|www\.|[\w-]+\.(?:md|csv|html?|pdf)\b)", re.I),
        "take out the space between `]` and `(`",
    ),
    _Mark(
        "** ",
        re.compile(r"(?<!\S)\*\* [^*\n]*[^\W\d_][^*\n]* \*\*(?!\S)"),
        "take out the spaces beside the words: **words**",
    ),
    _Mark("[[", re.compile(r"\[\[[^\[\]\n]+\]\]"), "write [words](address)"),
    _Mark("[TOC", re.compile(r"\n\[TOC\](?=\n|\Z)"), "take it out; the page has its contents"),
    _Mark("^[", re.compile(r"\^\["), "write [^1] here, and `[^1]: the note` on a line of its own"),
    _Mark("[ ]", re.compile(r"\[ \](?<![-+*] \[ \])(?<!\d[.)] \[ \])"), "for a box to tick write ☐, or `- [ ] …`"),
    _Mark("[x]", re.compile(r"\n[-+*]?\[x\](?= )", re.I), "write an item: `- [x] …`"),
    _Mark("[]", re.compile(r"\n[-+*] ?\[\](?= )"), "write a space between the brackets: `- [ ] …`"),
    _Mark(":::", re.compile(r"\n[ \t]*:{3,}"), "take it out; a box begins with `!!! note`"),
    _Mark("!!!", re.compile(r"\n([ \t>]*)!!![^\n]*(?=\n\1\S)"), _BOX),
    _Mark("???", re.compile(r"\n([ \t>]*)\?{3}\+? ?[\w\"][^\n]*(?=\n\1\S)"), _BOX),
    _Mark("##", re.compile(r"\n {0,3}#{2,6}[^#\s][^\n]*"), "leave a space behind the `#` signs"),
    _Mark("#######", re.compile(r"\n {0,3}#{7,} "), "a heading has at most six `#`"),
    _Mark("--", re.compile(r"\n *-{2,}(?: +-{2,})+ *(?=\n|\Z)"), "make it a table of rows such as `| cell | cell |`"),
    _Mark("+-", re.compile(r"\n *\+(?:[-=]+\+)+ *(?=\n|\Z)"), "make it a table of rows such as `| cell | cell |`"),
    _Mark("$$", re.compile(r"\$\$"), "write the formula in words and signs, or between backticks"),
    _Mark("==", re.compile(r"(?<![=\w])==(?=\w)[^=\n]{1,200}(?<=\w)==(?!=)"), "write **words**"),
    _Mark("^", re.compile(r"(?<=\w)\^[\w+-]{1,9}\^"), "write the raised sign itself, such as ²"),
    _Mark("\\", re.compile(r"\\[a-z]{2,20}(?=[{\[]|\n|\Z)"), "take it out"),
    _Mark(":", re.compile(r":(?<![\w:/.]:)[a-z][a-z0-9_+-]{1,30}:(?![\w:])"), "write it in words"),
    *(
        _Mark(sign, re.compile(rf"\n[ \t>]*{sign}[^\n]*(?:\n[ \t>]*{sign}[^\n]*)*"), "begin each item with `- `")
        for sign in "•▪●◦○‣■□➢"
    ),
    _Mark("– ", re.compile(r"\n– [^\n]*\n– "), "begin each item with `- `"),
    _Mark("— ", re.compile(r"\n— [^\n]*\n— "), "begin each item with `- `"),
)  # fmt: skip
_BY_SIGNS = [(signs_of(mark.sign), mark) for mark in _MARKS]


class NoMarksAreLeftOver(Rule):
    """Every mark of the text has become what it stands for: no reader sees `**`, `](` or `:::`.

    A mark that nothing makes anything of is shown as it stands, or runs the lines together. Many come from other
    programs: what one of them makes a list, a note or a table is plain text to the next.

    To put it right, write it as the page on contributing shows, and look at the preview. A mark that is the subject
    stands between backticks.
    """

    good = [
        Good(body="**Bold**, __bold__ and ~~struck~~ with [a link](#a) and 2 ** 3; snake__case. `](` is code.\n"),
        Good(body="- [ ] to do\n- [x] done\n\nAt 10:30:45, see https://a.example/x:y:z and (a) one or (b) two.\n"),
        Good(body="!!! note\n    In the box.\n\n- - -\n\n**Over\ntwo lines**, ***both*** and #1 of C#.\n"),
        Good(body="We asked:  \na) who came,  \nb) who did not.\n"),
    ]
    bad = [
        Bad(body="Text.\n\nIt was **bold.\n", line=3, says="'**' is shown as it stands"),
        Bad(body="[The marking] (../marking/index.md)\n", line=1, says="'] (' is shown"),
        Bad(body="See [the\n\nother](../marking/index.md).\n", line=3, says="'](' is shown"),
        Bad(body="We met^[a note].\n", line=1, says="'^[' is shown"),
        Bad(body="We smiled :smile:\n", line=1, says="':smile:' is shown"),
        Bad(body="Text.\n\n::: note\nWords.\n", line=3, says="':::' is shown"),
        Bad(body="Pens:\n• red\n• blue\n", line=2, says="'• red' is shown"),
        Bad(body="  Year   Pupils\n  ------ --------\n  2004   6\n", line=2, says="'------ --------' is shown"),
        Bad(body="##Close by\n", line=1, says="'##Close by' is shown"),
        Bad(body="!!! note\nNot in the box.\n", line=1, says="'!!! note' is shown without what belongs in it"),
        Bad(body="(a) We met.\n(b) We talked.\n", line=1, says="'(a)' is no item of a list"),
    ]  # fmt: skip

    def check(self, entry: Entry, library: Library) -> Iterator[RuleHit]:
        body, lines = entry.body, set[int]()
        for place, message, remedy in _left_over(body):
            if place.line not in lines:  # one finding for each line, however many marks it has
                lines.add(place.line)
                yield place, message, remedy


def _left_over(body: Body) -> Iterator[tuple[Place, str, str]]:
    plain = f"\n{body.plain}"  # a mark that begins a line is sought by the end of the line above
    there = signs_of(plain)

    def place(found: re.Match[str]) -> Place:
        mark = found[0].lstrip()
        start = found.end() - len(mark) - 1
        return body.place(start, start + len(mark.partition("\n")[0]))

    for signs, mark in _BY_SIGNS:
        if signs in there and mark.sign in plain:
            for found in mark.pattern.finditer(plain):
                how = "without what belongs in it" if mark.sign in ("!!!", "???") else "as it stands"
                yield place(found), f"'{found[0].strip().partition(chr(10))[0][:40]}' is shown {how}", mark.remedy
    if any(mark.encode() in there and mark in plain for mark in ("**", "__", "~~")):
        for found in _LEFT.finditer(_WEIGHT.sub(lambda words: " " * len(words[0]), plain)):
            remedy = "put it on both sides of the words, close to them, or write \\ in front of it"
            yield place(found), f"'{found[0]}' is shown as it stands", remedy
    for found in _LETTERED.finditer(plain):
        said = f"'{found[1]}' is no item of a list, and the lines run together"
        yield place(found), said, "begin the items with `1. `, or leave an empty line between them"
