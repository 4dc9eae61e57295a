import re
from collections.abc import Iterator

from wawla.checking.marks import Mark, Marks, first_of_each_run
from wawla.checking.rule import Bad, Good, Library, Rule, RuleHit
from wawla.model import Entry
from wawla.model.body.code import blanked

_TAB = r"(?![ \t]*(?:\d{1,2}[.)]|[-*+])[ \t])[^\n\t|]{2,80}\t[^\n]+"
_BLANKS = r" {0,3}[^\s|>-](?=[^\n|]*\S {3,}\S)[^\n|]*"
_SEMICOLONS = r"[^\n;.]{1,40};[^\n;.]{1,40};[^\n;.]{1,40}"
_COMMAS = r"[^\n,.;]{1,40}(?:,(?=\S)[^\n,.;]{1,40}){1,9}"


def _mark(sign: str, pattern: str) -> Mark:
    return Mark(
        sign, re.compile(pattern), "make it a table of rows such as `| cell | cell |`", "runs into the line below it"
    )


_MARKS = Marks(
    _mark("\t", rf"\n(?P<at>{_TAB})\n{_TAB}"),
    _mark("   ", rf"\n(?P<at>{_BLANKS})(?<!  )\n{_BLANKS}"),
    _mark(";", rf"\n(?P<at>{_SEMICOLONS})\n{_SEMICOLONS}\n{_SEMICOLONS}(?=\n|\Z)"),
    _mark(",", rf"\n(?P<at>{_COMMAS})\n{_COMMAS}\n{_COMMAS}(?=\n|\Z)"),
    _mark("....\n……", r"\n(?P<at>[^\n.…]{1,120}(?:\.{5,}|…{2,}) *\d[^\n]*)\n[^\n.…]{1,120}(?:\.{5,}|…{2,}) *\d"),
    _mark("┌\n├\n│\n╔\n║", r"\n(?P<at>[┌├│╔║][^\n]*)(?:\n[┌├│╔║└╚╠][^\n]*)*"),
    _mark("{|", r"\n(?P<at>\{\|[^\n]*)"),
)


class ColumnsAreWrittenAsATable(Rule):
    """Columns are a table with strokes, not words set apart by tabs, blanks, commas or semicolons.

    What a spreadsheet or a typewriter kept apart runs together into one paragraph here.

    To put it right, write a row of names, a row of hyphens, and then the others: `| Term | Cards |`,
    `| --- | --- |`, `| Autumn | 40 |`. A list of contents goes: the page makes its own.
    """

    good = [
        Good(body="| Term | Cards |\n| --- | --- |\n| Autumn   | 40   |\n| Spring   | 52   |\n\n- a\tb\n- c\td\n"),
        Good(body="Trust came first; work, then; and at last:\nnothing. Who, when,\nand why, nobody said.\n"),
        Good(body="Line one   \nLine two   \nLine three\n\n1.\tMeet\n2.\tTalk\n"),
    ]
    bad = [
        Bad(body="Term\tCards\nAutumn\t40\n", line=1, says="runs into the line below it"),
        Bad(body="Term      Cards   Read\nAutumn    40      12\n", line=1, says="runs into the line below it"),
        Bad(body="Term;Cards;Read\nAutumn;40;12\nSpring;52;20\n", line=1, says="'Term;Cards;Read' runs into"),
        Bad(body="Term,Cards,Read\nAutumn,40,12\nSpring,52,20\n", line=1, says="'Term,Cards,Read' runs into"),
        Bad(body="Cards ............ 120\nRead ............. 96\n", line=1, says="runs into the line below it"),
        Bad(body="Text.\n\n┌───┐\n│ a │\n└───┘\n", line=3, says="runs into the line below it"),
    ]

    def check(self, entry: Entry, library: Library) -> Iterator[RuleHit]:
        body = entry.body
        blocks = [span for span in body.facts.code if span in body.facts.fenced or body.text[span[0]] != "`"]
        yield from first_of_each_run(_MARKS.found_in(body, blanked(body.text, blocks)))
