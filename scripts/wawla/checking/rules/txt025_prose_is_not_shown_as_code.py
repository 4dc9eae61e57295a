import re
from collections.abc import Iterator

from wawla.checking.rule import Bad, Good, Library, Rule, RuleHit
from wawla.model import Entry

_PROSE = re.compile(r"(?<![\w'’-])(?:[^\W\d_]['’\w-]{0,40}[,;:]? ){3}[^\W\d_]")
"""Four words that follow each other, as in a sentence."""
_CODE = re.compile(r"[{}<>=;\\$]|\w\(\)|\w\[|^[ \t]*(?:for|if|while|def|class|import|from|return)\b.*:?$", re.M)
_MARKS = re.compile(r"^[ \t]*(?:\|.*\||#{1,6} \S|(?:[-*+]|\d{1,2}[.)]) +[^\W\d_])", re.M)
"""A row of a table, a heading, or an item of a list."""


class ProseIsNotShownAsCode(Rule):
    """A paragraph, list or table begins at the left edge: four spaces or a tab make a grey box of code of it.

    The first line of a letter is often indented, and so is what is copied from elsewhere. Here the words then stand in
    the type of a typewriter, in one line that runs off a telephone, with all their marks.

    To put it right, take out the spaces at the beginning of its lines. What truly is code stands between two lines of
    three backticks.
    """

    good = [
        Good(body="Type this:\n\n    wawla check --strict\n\nAnd:\n\n```\nthis is a sentence in a fence\n```\n"),
        Good(body="- One\n\n    Its second paragraph belongs to the item.\n\n!!! note\n    So does this one here.\n"),
        Good(body="    total = sum(figure for figure in figures if figure)\n"),
    ]
    bad = [
        Bad(body="Text.\n\n    They asked one question each day.\n", line=3, says="is shown as code"),
        Bad(body="\tThey asked one question each day.\n", line=1, says="is shown as code"),
        Bad(
            body="Text.\n\n    | Term | Cards |\n    | --- | --- |\n",
            line=3,
            says="'| Term | Cards |' is shown as code",
        ),
        Bad(body="Text.\n\n    ## What came of it\n", line=3, says="is shown as code"),
    ]

    def check(self, entry: Entry, library: Library) -> Iterator[RuleHit]:
        body, fenced, past = entry.body, set(entry.body.facts.fenced), -2
        for start, end in body.facts.code:
            if (start, end) in fenced or body.text[start] == "`":
                continue
            begins = body.text.rfind("\n", 0, start) + 1
            text = body.text[begins:end]
            if text[:1] in (" ", "\t") and begins > past + 1 and _is_prose(text):
                first = text.strip().partition("\n")[0]
                at = begins + len(text) - len(text.lstrip())
                yield body.place(at, at + len(first)), f"'{first[:40]}' is shown as code"
            past = end


def _is_prose(text: str) -> bool:
    return bool(_MARKS.search(text)) or (bool(_PROSE.search(text)) and not _CODE.search(text))
