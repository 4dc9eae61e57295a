import re
from collections.abc import Iterator

from wawla.checking.marks import Mark, Marks, first_of_each_run
from wawla.checking.rule import Bad, Good, Library, Rule, RuleHit
from wawla.model import Entry

_ITEM = "begin each item with `- `"
_SPACE = "leave a space behind the hyphen or the number of each item"
_RUNS = "is no item of a list, and the lines run together"
_BULLETS = "•▪●◦○‣■□➢∙⁃"
_SIGNS = "☐☑☒✓✔✅❌✗✘➔➜➡➤►▶▸→⇒★☆❖◆◇·👉🔹🔸"
"""What begins the lines of a list as often as it stands alone in a text: two lines are asked for."""
_LOST = "§üØ?"
"""What is left of a bullet where its font is not; words and laws begin so too."""
_DASHES = "–—―−‐‑"
_WORD = r"[\"“‘'(]?[^\W\d_]"
_RUNS_ON = r"[^\n]*(?<!  )(?<!\\)"
"""The rest of a line that the next one is run together with: it does not end with a break."""
_WRAPPED = r"(?:\n[^\n]+){0,2}?"
_BREAK = r"(?<![\w,])\n"
"""The end of a line above that may have ended a sentence: an initial or a figure begins a line by chance as well."""


def _mark(sign: str, pattern: str, remedy: str = _ITEM, said: str = _RUNS) -> Mark:
    return Mark(sign, re.compile(pattern), remedy, said)


_MARKS = Marks(
    *(
        _mark(sign, rf"\n[ \t>]*{sign}[^\n]*(?:\n[ \t>]*{sign}[^\n]*)*", _ITEM, "is shown as it stands")
        for sign in _BULLETS
    ),
    _mark(
        "☐\n☑",
        rf"\n[ \t>]*(?P<at>[☐☑] {_RUNS_ON})\n[ \t>]*[☐☑] ",
        "begin each item with `- [ ] `, or `- [x] ` where it is done",
    ),
    _mark(
        "\n".join(_SIGNS),
        rf"\n[ \t>]*(?P<at>[{_SIGNS}]\ufe0f?\s*[^\s{_SIGNS}]{_RUNS_ON})\n[ \t>]*[{_SIGNS}]\ufe0f?\s*[^\s{_SIGNS}]",
    ),
    _mark(
        "\n".join(_LOST), rf"\n[ \t>]*(?P<at>([{_LOST}])[ \t\u00a0]+{_WORD}{_RUNS_ON})\n[ \t>]*\2[ \t\u00a0]+{_WORD}"
    ),
    _mark("\n".join(_DASHES), rf"\n(?P<at>[{_DASHES}](?: |(?=[A-Z“‘])){_RUNS_ON})\n[{_DASHES}](?: |[A-Z“‘])"),
    _mark("\t", r"\n[ \t]*(?P<at>[oØü§]\t[^\n]*)"),
    _mark("o \nq \nn \nv \nl ", rf"\n(?P<at>([oqnvl]) +[A-Z]{_RUNS_ON})\n(?:\2 +[A-Z]|- )"),
    _mark("-", rf"\n[ \t]*(?P<at>-{_WORD}[^\n]*)\n{{1,2}}[ \t]*- ?{_WORD}", _SPACE),
    _mark("-", rf"\n[ \t]*- [^\n]*\n[ \t]*(?P<at>-{_WORD}[^\n]*)", _SPACE),
    _mark("*", rf"\n[ \t]*(?P<at>\*{_WORD}[^*\n]*)\n{{1,2}}[ \t]*\* ?{_WORD}[^*\n]*(?=\n|\Z)", _SPACE),
    _mark("+", rf"\n[ \t]*(?P<at>\+{_WORD}[^\n]*)\n{{1,2}}[ \t]*\+ ?{_WORD}", _SPACE),
    _mark(".\n)", r"\n[ \t]*(?P<at>\d{1,2}[.)][A-Z][^\n]*)", _SPACE),
    _mark(".\n)", r"\n[ \t]*(?P<at>\d{1,2}[.)][a-z][^\n]*)\n[ \t]*\d{1,2}[.)][a-z]", _SPACE),
    _mark(
        "\u00a0",
        r"\n(?P<at>[ \u00a0]*\u00a0[ \u00a0]*(?:[-*+]|(?:\d{1,2}|[a-z])[.)]) [^\n]*)",
        "put plain spaces in front of it",
    ),
    _mark(
        "-\n*\n+\n.",
        r"\n[ \t]*(?:[-*+]|\d{1,2}[.)]) (?P<at>[•▪●◦○‣■□➢·][^\n]*)",
        "take out the second sign",
        "has a sign too many",
    ),
    _mark(
        ")", r"\n[ \t]*\d{1,2}[.)] (?P<at>\d{1,2}[.)] [^\n]*)", "take out the second number", "has a number too many"
    ),
    _mark(
        "- \n-\n",
        r"\n- [^\n]+\n(?P<at>- ?)(?=\n- \S)",
        "take it out, or write what belongs there",
        "is an item without words",
    ),
    _mark(
        "- ",
        r"[.:;] (?P<at>- [A-Z][^\n]{0,300}?[.;] - [A-Z])",
        "begin a new line with `- ` for each item, under an empty one",
    ),
    _mark(
        "•",
        r"(?P<at>(?<=[a-z]) • [a-z][^\n•]* • [a-z][^\n]*)",
        "begin a new line with `- ` for each item, under an empty one",
    ),
    *(
        _mark(
            ".\n)",
            rf"{above} {{0,3}}(?P<at>{first}) {_RUNS_ON}{_WRAPPED}\n {{0,3}}{second} ",
            "begin the items with `1. `, or leave an empty line between them",
        )
        for above, first, second in (
            (r"\n", r"\(?a\)|\(?i\)|i\.", r"\(?(?:b\)|ii\)|ii\.)"),
            (r"\n", r"\(1\)|\(A\)|A\)|\(@\)", r"(?:\(2\)|\(?B\)|\(@\))"),
            (_BREAK, r"a\.|A\.|I\.", r"(?:b\.|B\.|II\.)"),
        )
    ),
    _mark("1", rf"\n {{0,3}}(?P<at>1(?:[/:]| [-–])) +{_WORD}{_RUNS_ON}\n {{0,3}}2(?:[/:]| [-–]) ", "write `1. `"),
    _mark("\u20e3", rf"\n(?P<at>1\ufe0f?\u20e3) *{_WORD}{_RUNS_ON}\n2\ufe0f?\u20e3", "write `1. `"),
    _mark("①", rf"\n(?P<at>①) *{_WORD}{_RUNS_ON}\n②", "write `1. `"),
    _mark("#.", r"\n(?P<at>#\.) [^\n]+\n#\. ", "write `1. `"),
    _mark(
        ".",
        rf"\n {{0,3}}(?P<at>(\d{{1,2}}\.)1\.?) +{_WORD}{_RUNS_ON}\n {{0,3}}\2(?:2)\.? +{_WORD}",
        "begin the items with `- `, or leave an empty line between them",
    ),
    _mark("#1", r"\n(?P<at>#1) [^\n]+\n#2 ", "begin the items with `1. `"),
)
_FIRST = re.compile(r"\s*(\d+)[.)]")
_MOST = 200


class ItemsBeginWithAHyphenOrNumber(Rule):
    """Each item of a list begins with a hyphen, or with a number and a full stop, and with a space.

    Bullets, ticks, letters and numbers of other programs are text like any other here: the lines of the list run
    together into one paragraph. A year with a full stop at the beginning of a paragraph becomes a list.

    To put it right, begin each item with `- ` or `1. `, on a line of its own, under an empty line.
    """

    good = [
        Good(body="We asked:  \na) who came,  \nb) who did not.\n\n1. one\n2. two\n\n- [ ] to do\n- -5 degrees\n"),
        Good(body="→ See below.\n\n*Who came?*\n*Nobody.*\n\n2003\\. It was wet.\n\nBy\n1.5 per cent.\n"),
        Good(
            body="– Who came?  \n– Nobody.\n\n✓ Pens\\\n✓ Paper\n\nThey met at\n9.30 and then at\n10.30 and\n11.30.\n"
        ),
        Good(body="We took option\nA. It was quick; others took\nB. It was slow.\n\n§ 3 says so and\n§ 4 says more.\n"),
        Good(body="– Who came?\n\n– Nobody.\n\n1. 2 cups\n2. 3 spoons\n\nTea • coffee\n"),
    ]
    bad = [
        Bad(body="Pens:\n• red\n• blue\n", line=2, says="'• red' is shown"),
        Bad(body="(a) We met.\n(b) We talked.\n", line=1, says="'(a)' is no item of a list"),
        Bad(body="-Ask\n-Write\n", line=1, says="'-Ask' is no item"),
        Bad(body="- Ask\n-Write\n- Read\n", line=2, says="'-Write' is no item"),
        Bad(body="1.Ask\n2.Write\n", line=1, says="'1.Ask' is no item"),
        Bad(body="*Ask\n*Write\n", line=1, says="'*Ask' is no item"),
        Bad(body="✓ Ask\n❌ Shout\n", line=1, says="'✓ Ask' is no item"),
        Bad(body="–Ask\n–Write\n", line=1, says="'–Ask' is no item"),
        Bad(body="A. Ask\nwhat they want\nB. Write\n", line=1, says="'A.' is no item"),
        Bad(body="1 - Ask\n2 - Write\n", line=1, says="'1 -' is no item"),
        Bad(body="- Meet\no In the hall\n- Talk\n", line=2, says="'o In the hall' is no item"),
        Bad(body="✅ Ask\n✅ Write\n", line=1, says="'✅ Ask' is no item"),
        Bad(body="- one\no\ttwo\n", line=2, says="is no item"),
        Bad(body="1.1 about coats\n1.2 about the bus\n", line=1, says="'1.1' is no item"),
        Bad(body="- • Meet\n- • Bring\n", line=1, says="has a sign too many"),
        Bad(body="We agreed: - Meet once. - Bring one question.\n", line=1, says="is no item"),
        Bad(body="Text.\n\n2003. A wet autumn came.\n", line=3, says="begins a list with the number 2003"),
    ]

    def check(self, entry: Entry, library: Library) -> Iterator[RuleHit]:
        text = entry.body.text
        yield from first_of_each_run(_MARKS.found_in(entry.body, entry.body.plain))
        for item in entry.body.list_items:
            number = _FIRST.match(text, text.rfind("\n", 0, item.span.start) + 1) if item.ordered else None
            if number and int(number[1][:9]) > _MOST:
                remedy = f"write a backslash before the full stop, `{number[1][:9]}\\.`, or other words first"
                yield (
                    entry.body.place(*number.span(1)),
                    f"the line begins a list with the number {number[1][:9]}",
                    remedy,
                )
