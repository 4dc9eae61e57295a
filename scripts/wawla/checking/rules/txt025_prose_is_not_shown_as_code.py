import re
from collections.abc import Iterator

from wawla.checking.rule import Bad, Good, Library, Rule, RuleHit
from wawla.model import Entry
from wawla.model.body import Body

_PROSE = re.compile(r"(?<![\w'’-])(?:[^\W\d_]['’\w-]{0,40}[,;:]? ){3}[^\W\d_]")
"""Four words that follow each other, as in a sentence."""
_SENTENCE = re.compile(
    r"^[ \t]*[\"“‘']?[A-Z][\w’'-]*(?:(?:,? [\w’'-]+){2,}[.!?][\"”’']?|(?: [\w’'-]+){1,4},)[ \t]*$", re.M
)
"""A short sentence, or the greeting of a letter."""
_CODE = re.compile(
    r"[{}<>=\\$]|;[ \t]*$|\w\(\)|\w\[|^[ \t]*(?:for|if|while|def|class|import|from|return)\b.*:?$",
    re.M,
)
"""Signs of a programming language."""
_KEPT = re.compile(r"\A\s*[a-z_]+:(?:[ \t]|$)|^[ \t]*-.*\n[ \t]*\+|^[ \t]*\+.*\n[ \t]*-", re.M)
"""A key with its value, or what a program shows of two versions, which have marks of their own."""
_MARKS = re.compile(
    r"^[ \t]*(?:\|.*\||##+ \S|> [A-Z]|!!! \w|!\[|(?:[-*+]|\d{1,2}[.)]) +[^\W\d_](?!\w*:(?: |$)))"
    r"|\[[^\[\]\n]+\]\([\w.#/]|\*\*\w[^*\n]*\*\*",
    re.M,
)
"""A row of a table, a heading, a quotation, a box, a picture, an item of a list, a link, or bold words."""


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
        Good(body="    # Add one to the number of pupils\n    add 1\n\nOr:\n\n    - name: run\n"),
        Good(body="    - one old line\n    + one new line\n\nOr:\n\n    themes:\n      - trust\n"),
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
        Bad(body="    Dear parents,\n", line=1, says="is shown as code"),
        Bad(body="    They met daily.\n", line=1, says="is shown as code"),
        Bad(body="    They asked; and wrote (all of it) down.\n", line=1, says="is shown as code"),
        Bad(body="Text.\n\n    ## What came of it\n", line=3, says="is shown as code"),
    ]

    def check(self, entry: Entry, library: Library) -> Iterator[RuleHit]:
        body = entry.body
        for start, end in _indented_blocks(body):
            text = body.text[start:end]
            if _is_prose(text):
                first = text.strip().partition("\n")[0]
                at = start + len(text) - len(text.lstrip())
                yield body.place(at, at + len(first)), f"'{first[:40]}' is shown as code"


def _indented_blocks(body: Body) -> Iterator[tuple[int, int]]:
    """Where code stands that is code by its indent alone; lines with only empty ones between are one block."""
    fenced = set(body.facts.fenced)
    block: tuple[int, int] | None = None
    for start, end in body.facts.code:
        if (start, end) in fenced or body.text[start] == "`":
            continue
        begins = body.text.rfind("\n", 0, start) + 1
        if body.text[begins] not in " \t":
            continue
        if block and not body.text[block[1] : begins].strip():
            block = block[0], end
        else:
            if block:
                yield block
            block = begins, end
    if block:
        yield block


def _is_prose(text: str) -> bool:
    lines = text.strip().split("\n")
    if _KEPT.search(text):
        return False
    if _MARKS.search(text) or (len(lines) == 1 and lines[0].startswith("# ")):
        return True
    words = "\n".join(line for line in lines if not line.lstrip().startswith("#"))  # remarks in a program
    return bool(_PROSE.search(words) or _SENTENCE.search(words)) and not _CODE.search(text)
