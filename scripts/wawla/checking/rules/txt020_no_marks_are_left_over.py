import re
from collections.abc import Iterator

from wawla.checking.marks import Mark, Marks
from wawla.checking.rule import Bad, Good, Library, Rule, RuleHit
from wawla.model import Entry
from wawla.model.body import Body
from wawla.model.findings import Place

_WEIGHT = re.compile(r"(?<!\\)(\*{2,3}|__|~~)(?=\S)(?:(?!\1)[^\n]|\n(?![\n|])){1,2000}?(?<!\s)\1")
_SLANT = re.compile(
    r"(?<![\\\w])\*(?=[^\s*])(?:[^*\n]|\n(?!\n)){0,2000}?(?<=[^\s*\\])\*"
    r"|(?<![\w\\])_(?=[^\s_])(?:[^_\n]|\n(?!\n)|(?<=\w)_(?=\w)){0,2000}?(?<=[^\s_\\])_(?!\w)"
)
_ALONE = re.compile(
    r"(?<=[ (\"“‘'])\*(?=[^\W\d_])|(?<=[.!?,;])\*(?![\w*])|(?<![\w\\_])_(?=[^\W\d_])|(?<=[^\W_])_(?![\w_])"
    r"|(?<=[^\W\d_] )~(?=[^\W\d_])|(?<!\\)`+"
)
"""A star or a stroke that opens or closes nothing; not one that begins a line, or follows a word."""
_LEFT = re.compile(r"\*\*(?![*\s])|(?<![*\s])\*\*(?!\*)|(?<!\w)__(?=[^\W_])|(?<=[^\W_])__(?!\w)|~~(?![~\s])")
_GAP = re.compile(r" +(?=[*_~])|(?<=[*_~]) +")
_EMPTY = "is shown without what belongs in it"
_BOX = "put four spaces in front of what belongs in the box"


_MARKS = Marks(
    Mark(
        "** ",
        re.compile(r"(?<!\S)\*\* [^*\n]*[^\W\d_][^*\n]* \*\*(?!\S)"),
        "take out the spaces beside the words: **words**",
    ),
    Mark("[TOC", re.compile(r"\n\[TOC\](?=\n|\Z)"), "take it out; the page has its contents"),
    Mark("^[", re.compile(r"\^\["), "write [^1] here, and `[^1]: the note` on a line of its own"),
    Mark("[ ]", re.compile(r"\[ \](?<![-+*] \[ \])(?<!\d[.)] \[ \])"), "for a box to tick write ☐, or `- [ ] …`"),
    Mark("[x]", re.compile(r"\n[-+*]?\[x\](?= )", re.I), "write an item: `- [x] …`"),
    Mark("[]", re.compile(r"\n[-+*] ?\[\](?= )"), "write a space between the brackets: `- [ ] …`"),
    Mark(":::", re.compile(r"\n[ \t]*:{3,}"), "take it out; a box begins with `!!! note`"),
    Mark("!!!", re.compile(r"\n([ \t>]*)!!![^\n]*(?=\n\1 {0,3}\S|\n\s*\n(?! {4}|\t|[ \t]*\n)|\s*\Z)"), _BOX, _EMPTY),
    Mark("???", re.compile(r"\n([ \t>]*)\?{3}\+? ?[\w\"][^\n]*(?=\n\1\S)"), _BOX, _EMPTY),
    Mark("##", re.compile(r"\n {0,3}(?:#{2,6}[^#\s]|#{1,6}\u00a0)[^\n]*"), "leave a plain space behind the `#` signs"),
    Mark("#######", re.compile(r"\n {0,3}#{7,} "), "a heading has at most six `#`"),
    Mark(
        "--\n==",
        re.compile(r"\n(?P<at>[^\n#|>\s][^\n|]*[.!?;,”\"])\n {0,3}(?:-{2,}|={2,}) *(?=\n|\Z)"),
        "leave an empty line above the line of hyphens, or take that out",
        "becomes a heading by the line under it",
    ),
    Mark("--", re.compile(r"\n *-{2,}(?: +-{2,})+ *(?=\n|\Z)"), "make it a table of rows such as `| cell | cell |`"),
    Mark("+-", re.compile(r"\n *\+(?:[-=]+\+)+ *(?=\n|\Z)"), "make it a table of rows such as `| cell | cell |`"),
    Mark("$$", re.compile(r"\$\$"), "write the formula in words and signs, or between backticks"),
    Mark("==", re.compile(r"(?<![=\w])==(?=\w)[^=\n]{1,200}(?<=\w)==(?!=)"), "write **words**"),
    Mark("^", re.compile(r"(?<=\w)\^[\w+-]{1,9}\^"), "write the raised sign itself, such as ²"),
    Mark("\\", re.compile(r"\\[a-z]{2,20}(?=[{\[]|\n|\Z)"), "take it out"),
    Mark(":", re.compile(r":(?<![\w:/.]:)[a-z][a-z0-9_+-]{1,30}:(?![\w:])"), "write it in words"),
)  # fmt: skip


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
        Good(body="**[Bold](a.md)** and *see [this](b.md)*, *or `that`*, _[it](c.md)_, [so _it_](d.md), **`code`**.\n"),
        Good(body="**[undefined]** and _all_.\n"),
        Good(body="A* in art, A*s and A*-C. The notes* are below.\n\n*Names are changed.\n\nIt is 5*3, don't.\n"),
    ]
    bad = [
        Bad(body="Text.\n\nIt was **bold.\n", line=3, says="'**' is shown as it stands"),
        Bad(body="We met^[a note].\n", line=1, says="'^[' is shown"),
        Bad(body="We smiled :smile:\n", line=1, says="':smile:' is shown"),
        Bad(body="Text.\n\n::: note\nWords.\n", line=3, says="':::' is shown"),
        Bad(body="  Year   Pupils\n  ------ --------\n  2004   6\n", line=2, says="'------ --------' is shown"),
        Bad(body="##Close by\n", line=1, says="'##Close by' is shown"),
        Bad(body="!!! note\nNot in the box.\n", line=1, says="'!!! note' is shown without what belongs in it"),
        Bad(body="They asked *one question.\n", line=1, says="'*' is shown"),
        Bad(body="They put _one on it.\n", line=1, says="'_' is shown"),
        Bad(body="They wrote `gate on it.\n", line=1, says="'`' is shown"),
        Bad(body="They asked one question.\n---\n", line=1, says="becomes a heading"),
    ]  # fmt: skip

    def check(self, entry: Entry, library: Library) -> Iterator[RuleHit]:
        lines = set[int]()
        for place, message, remedy in _left_over(entry.body):
            if place.line not in lines:  # one finding for each line, however many marks it has
                lines.add(place.line)
                yield place, message, remedy


def _left_over(body: Body) -> Iterator[tuple[Place, str, str]]:
    yield from _MARKS.found_in(body, body.plain)
    if any(mark in body.plain for mark in "*_~`"):
        both = "put it on both sides of the words, close to them, or write \\ in front of it"
        without_bold = _WEIGHT.sub(_blank, _with_signs_for_links(body))
        for found in _LEFT.finditer(without_bold):
            yield body.place(*found.span()), f"'{found[0]}' is shown as it stands", both
        for found in _ALONE.finditer(_SLANT.sub(_blank, without_bold)):
            yield body.place(*found.span()), f"'{found[0]}' is shown as it stands", both


def _with_signs_for_links(body: Body) -> str:
    """The plain text with a bracket for each sign of code and addresses: marks may stand close to these as to words."""

    def signs(gap: re.Match[str]) -> str:
        written = body.text[gap.start() : gap.end()]
        return gap[0] if written.isspace() else "".join(" " if sign.isspace() else ")" for sign in written)

    return _GAP.sub(signs, body.plain)


def _blank(words: re.Match[str]) -> str:
    return " " * len(words[0])
