import re
from collections.abc import Iterator

from wawla.checking.marks import Mark, Marks
from wawla.checking.rule import Bad, Good, Library, Rule, RuleHit
from wawla.model import Entry

_OUT = "take it out"
_NOTE = "write [^1] here, and `[^1]: the note` on a line of its own"
_BOX = "write `!!! note` on a line of its own, and four spaces in front of what belongs in the box"
_SLASHES = "take out the backslashes, which make plain signs of the marks"


def _mark(sign: str, pattern: str, remedy: str = _OUT) -> Mark:
    return Mark(sign, re.compile(pattern), remedy)


_MARKS = Marks(
    _mark("[@", r"\[-?@[\w:-]+[^\[\]\n]*\]", "write whom you mean, and name the source under `sources:`"),
    _mark("^", r"(?<=[.!?,;])\^\d{1,3}\^|\n\^\d{1,3}\^[^\n]*", _NOTE),
    _mark("% ", r"\n(?P<at>% [^\n]+)\n% "),
    _mark("[!", r"\[!(?!(?:NOTE|TIP|IMPORTANT|WARNING|CAUTION)\] *(?:\n|\Z))(?:(?i:[a-z]{3,12}))\][-+]?[^\n]*", _BOX),
    _mark("!! ", r"\n!! ?[\w\"][^\n]*", _BOX),
    _mark(
        "!!!",
        r"\n[ \t>]*!!! ?\w+ (?!(?:inline|end)\b)[^\W\d_\"][^\n]*",
        'put the title of the box between quotation marks: `!!! note "The title"`',
    ),
    _mark(
        "#",
        r"\n#(?!\d)[^\W_][\w-]*(?: #[^\W_][\w-]*)*(?= *(?:\n|\Z))",
        "name the themes under `themes:`, and take it out",
    ),
    _mark("^", r"(?<=[.!?\w]) \^[a-z][\w-]*(?=\n|\Z)"),
    _mark("::", r"\n[a-z][\w-]* ?:: [^\n]*", "make it a sentence"),
    _mark(
        "{",
        r"\{ ?(?:HYPERLINK|TOC|SEQ|REF|PAGEREF|MERGEFIELD|INCLUDEPICTURE|PAGE|DATE)\b[^{}\n]*\}?",
        "write what the field stood for",
    ),
    _mark("[", r"\[/?(?:caption|gallery|embed|audio|video|playlist|contact-form[\w-]*|vc_\w+|et_pb_\w+)\b[^\[\]\n]*\]"),
    _mark(
        "[/",
        r"\[(?:b|i|u|s|quote|list|code|size|color|url|img)\b[^\[\]\n]*\](?=[^\n]{0,400}\[/)",
        "write **words**, *words* or [words](address)",
    ),
    _mark("'''", r"'''[^'\n]+'''|\n'''(?=\n|\Z)", "write **words**; code stands between lines of three backticks"),
    _mark("''", r"(?<![\w'])''[^'\n]+''(?!['\w])", "write *words*"),
    _mark("== ", r"\n={2,6} [^=\n]+ ={2,6}(?= *(?:\n|\Z))", "begin a heading with `## `"),
    _mark("=== ", r"\n=== \"[^\n]*", "begin a heading with `### `"),
    _mark(".. ", r"\n\.\. [\w-]+::[^\n]*", _BOX),
    _mark(". ", r"\nh[1-6]\. [^\n]*", "begin a heading with `## `"),
    _mark("{", r"\{(?:info|note|tip|warning|panel|code|expand|toc|color|quote)(?::[^{}\n]*)?\}", _BOX),
    _mark(
        "[cid:\n[image:\n[img:",
        r"\[(?:cid|image|img): ?[^\[\]\n]*\]",
        "put the picture beside the text, and write ![what is seen](picture.png)",
    ),
    _mark(
        "【\n:contentReference\noaicite\nturn",
        r"【[^】\n]*】|:contentReference\[[^\n\]]*\](?:\{[^}\n]*\})?|\bturn\d+(?:search|view|file)\d+",
    ),
    _mark("\\|", r"\n\\\|[^\n]*\\\|", _SLASHES),
    _mark("\\*\\*", r"\\\*\\\*\w[^\n]{0,200}?\w\\\*\\\*", _SLASHES),
    _mark("\\#", r"\n\\#+ [^\n]*", _SLASHES),
    _mark("\\-\n\\*\n\\+", r"\n\\[-*+] [^\n]*(?=\n\\[-*+] )", _SLASHES),
    _mark("\\.", r"\n\d{1,2}\\\. [^\n]*(?=\n\d{1,2}\\\. )", _SLASHES),
    _mark("\\ ", r"(?<=[.\w])\\ (?=\w)", "take out the backslash"),
    _mark(
        "| ",
        r"\n(?P<at>\| [^\n|]*)\n\| [^\n|]*(?=\n|\Z)",
        "take out the strokes, and end each line with a backslash or two spaces",
    ),
)
_FENCE = re.compile(
    r"^ {0,3}(?:`{3,}|~{3,}) *(?P<info>mermaid|plantuml|dataview|graphviz|math|\{=\w+\}|\{r\b[^\n]*)", re.M
)


class NoMarksOfAnotherProgramAreLeft(Rule):
    """The text holds no marks that only another program understands: of blogs, forums, wikis, note books or converters.

    They are shown to readers as they stand.

    To put it right, write it as the page on contributing shows, and look at the preview. A mark that is the subject
    stands between backticks.
    """

    good = [
        Good(body="> [!NOTE]\n> In a box.\n\nC# and #1; see p. 12. 'It was ''so''' said `[b]`. x^2 and a \\* star.\n"),
        Good(body='!!! note "A title"\n    In the box.\n\n1\\. met\n\n\\- a hyphen\n\nYear 2004: so. Thus:: no.\n'),
        Good(body="[the head] met @home, {so} and | so\n\n| A | B |\n| --- | --- |\n| 1 | 2 |\n"),
    ]
    bad = [
        Bad(body="Others say so [@smith2003, p. 12].\n", line=1, says="'[@smith2003, p. 12]' is shown"),
        Bad(body="Few came.^1^\n", line=1, says="'^1^' is shown"),
        Bad(body="> [!question]- Why\n> Words.\n", line=1, says="'[!question]- Why' is shown"),
        Bad(body="!!! note What it takes\n    Words.\n", line=1, says="'!!! note What it takes' is shown"),
        Bad(body="#trust #parents\n", line=1, says="'#trust #parents' is shown"),
        Bad(body="See { SEQ Figure } above.\n", line=1, says="'{ SEQ Figure }' is shown"),
        Bad(body="They put [b]one[/b] on it.\n", line=1, says="'[b]' is shown"),
        Bad(body="They put '''one''' on it.\n", line=1, says="\"'''one'''\" is shown".replace('"', "'")),
        Bad(body='[gallery ids="1,2"]\n', line=1, says="is shown"),
        Bad(body="== How it began ==\n\nText.\n", line=1, says="is shown"),
        Bad(body="They said so.【4:2†source】\n", line=1, says="is shown"),
        Bad(body="Text.\n\n\\| Term \\| Cards \\|\n", line=3, says="is shown"),
        Bad(body="Text.\n\n```mermaid\ngraph TD;\n```\n", line=3, says="'mermaid' is a drawing"),
    ]

    def check(self, entry: Entry, library: Library) -> Iterator[RuleHit]:
        body = entry.body
        yield from _MARKS.found_in(body, body.plain)
        for found in _FENCE.finditer(body.text) if body.facts.fenced else ():
            said = f"'{found['info'][:20]}' is a drawing or command of another program, shown here as code"
            yield body.place(*found.span("info")), said, "make a picture of it and describe it, or take it out"
