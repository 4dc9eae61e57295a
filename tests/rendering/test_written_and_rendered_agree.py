"""What rules see of a body is what its page has: snippets put together by seed, read once by each."""

from __future__ import annotations

import random
from collections import Counter
from dataclasses import dataclass, field
from html.parser import HTMLParser

import markdown
import pytest
from markdown.extensions.toc import TocExtension

from wawla.model.body import Body, anchor_of, prescan
from wawla.model.body.footnotes import Footnotes
from wawla.model.body.github import GitHubExtension
from wawla.model.body.parser import BodyParser
from wawla.rendering.job import PictureOnPage, RenderJob
from wawla.rendering.markdown_to_html import Renderer

SNIPPETS = (
    "A paragraph of plain words.",
    "Two lines of words,\nthe second a little longer.",
    "2005 was a good year, and\n1. stands for no list here",
    "Words  \nafter a hard break",
    "Words with *slant*, **weight**, __both__ and snake_case_words",
    "Words with [a link](https://example.org/1), `code [no](link)` and a note.[^1]",
    "A [link [in] brackets](https://example.org/2 'titled') and <https://example.org/3>, or <who@example.org>",
    "By [reference][one], by [one][], by [one], by [none][nowhere] and [nothing] at all",
    "Escaped \\[no](https://example.org/no), \\`no code\\` and \\*no slant\\*",
    "A [link over\ntwo lines](https://example.org/4) and `code over\ntwo lines`",
    "A [link that\n\nnever ends](https://example.org/5)",
    "![A river](p.png)",
    "Words beside ![a river](p.png) and [![a river](p.png)](https://example.org/6)",
    "See [the situation](#the-situation) or [further](#a-heading_1)",
    "Plain [words](other.md#here), ![a river](p.png), *[slanted](https://example.org/a_b?c=d&e=f)* and a note[^1]: so.",
    "Two [on\nlines](other.md), [one](a.md)[two](b.md) and [three](c.md)[^1]",
    "A note and a reference [^1] [one], one of a link [^1](other.md), and [sic] [then](other.md)",
    "A [link in (brackets)](other.md) [spaces]( other.md ) and ] a stray",
    "A [link &amp; more](other.md) by [reference][one][then](other.md) and ![^1] [](other.md)",
    "Entities &amp; signs < > & quite",
    "Unpaired ` tick and `` two ` of them",
    "| not a table",
    "<b>Raw</b> <a href=x>HTML</a>",
    "<div>\n## In raw HTML\n</div>",
    "# Level one",
    "## The situation",
    "## A heading",
    "## A heading ##",
    "### Third level with `code` and *slant*",
    "### Third [level](https://example.org/7) with a note[^1]",
    "#### #4 of \\# many",
    "##### Fifth\nand words under it",
    "words above\n## A heading between\nwords below",
    "##",
    "## …",
    "#Close by",
    "Underlined\n==========",
    "Underlined too\n---",
    "Two lines\nunderlined\n---",
    "---",
    "***",
    "- - -",
    "- one\n- two",
    "* one\n* two\n\n* three, loose",
    "+ one\n\n    a paragraph of one\n\n+ two",
    "1. first\n2. second",
    "3. third\n4. fourth [link](https://example.org/8)",
    "1) no list\n2) at all",
    "- one\n    - inner\n        - innermost\n- two",
    "1. one\n    - mixed\n    - inner\n2. two",
    "- one\n  - two spaces\n   - three spaces",
    "- # A heading in an item\n- ## Another",
    "- one\nlazily continued\n- two",
    "- an item\n\n        code in it\n\n    > a quote in it",
    "- `code` in an item\n- [^1] a note in an item",
    "We brought:\n- pens\n- paper",
    "-\u00a0no item",
    "1. one\n   - inner\n\n     and more\n   ```\n   ## code in it\n   ```\n2. two",
    "- [ ] to do [here](other.md)\n- [x] done\n* > quoted\n  > twice",
    "> [!NOTE]\n> A [linked](https://example.org/20) note.\n> - item",
    "Bare https://example.org/a_b_c?d, (www.example.org/x) and https://example.org.[^1] `https://example.org/no`",
    "~~Struck [link](https://example.org/21)~~ and \\'signs\\' cost \\$5\\\nafter a break",
    "    ~~~\n    code\n    ~~~\n- ~~~~ text\n  more\n  ~~~~",
    "> a quote\n> of two lines",
    "> ## Quoted heading\n> words",
    "> quoted\nlazily",
    "> > twice quoted [link](https://example.org/9)",
    "> - quoted item\n> - another",
    "| a | b |\n| --- | --- |\n| 1 | 2 |",
    "| a | b |\n|:--|--:|\n| [link](https://example.org/10) | `x|y` |\n| ragged |",
    "a | b\n--- | ---\n1 | 2 | 3",
    "| a |\n|---|\n| one column |",
    "| a | b |\n|---|---|\n| 1 | 2 |\n## Swallowed by a table",
    "| a | b |\n|---|---|",
    "| a \\| b | c |\n|---|---|\n| [bar](https://example.org/?a=1|2) | x |",
    "Words\n| a | b |\n|---|---|\n| 1 | 2 |",
    "!!! note\n    Words in a box.",
    "!!! note \"A [titled](https://example.org/11) box\"\n    ## In the box\n\n    - item\n\n    [^box]: A boxed note.",
    "!!! tip\n    Boxed.[^1]\n\n    | a | b |\n    |---|---|\n    | 1 | 2 |",
    "??? note\n    ## Folded\n\n    Words.[^box]",
    "???+ \"Open [fold](https://example.org/12)\"\n    1. item\n    2. item",
    "!!! note\nnot in the box",
    "```\n## In code\n[no](https://example.org/no)\n```",
    "~~~ python\n- no item\n~~~",
    "```\n## Never closed",
    "    indented code\n    ## with hashes",
    "    [no](https://example.org/no)",
    "[^1]: The first note.",
    "[^1]: The first note,\n    continued\n\n    with a [link](https://example.org/13) and\n\n    - an item",
    "[^two]: Second.\n[^three]: Third, after [^two].",
    "Uses [^two], [^three] and [^missing].",
    "[one]: https://example.org/14",
    "[one]: <https://example.org/15> \"Titled\"\n[other]: https://example.org/16",
    "*[NLC]: Networked learning community",
    "The NLC met *[NLC]: words",
    "Term\n: Its [meaning](https://example.org/17)",
    "Term one\nTerm two\n\n:   Meaning\n\n    ## In a meaning",
    ": no term",
    "\tA tab [link](https://example.org/18)",
    "-\ttabbed item\n\t- inner",
    "  Two spaces before [words](https://example.org/19)",
    "",
    " ",
)  # fmt: skip
JOINS = ("\n", "\n\n", "\n\n", "\n\n\n", "\n \n")
INDENTS = ("", "", "", "", "    ", "        ", "  ", "> ", "- ", "1. ")
SIGNS = (
    "[", "]", "(", ")", "!", "^", "^1", "a", "b c", "x.md", "#", "##", " ", "  ", "\n", "\n\n", "\n\n", "*", "_", "**",
    "`", "\\", "<", ">", "&", "&amp;", ":", "'", '"', "|", "-", "1. ", "    ", "[a](b)", "![a](b)", "[^1]", "[^1]: n",
    "[one]", "[one]: u", "\u00a0", ": ", "!!! note", "??? x", "*[A]: b", "A", "~~~", "```", "http://a.b", "=", "---",
)  # fmt: skip
JOB = RenderJob(
    path="accounts_of_practice/a/index.md",
    text="",
    pictures={"p.png": PictureOnPage("A river", "Us")},
    abbreviations={},
    absent=(),
)


def recombined(seed: int) -> str:
    """Some of the snippets, one under the other, some of them indented or quoted."""
    chance = random.Random(seed)  # noqa: S311 - nothing is to be kept secret
    text = ""
    for _ in range(chance.randint(2, 7)):
        indent = chance.choice(INDENTS)
        further = indent if indent.strip() == ">" else " " * (4 if indent.strip() else len(indent))
        text += indent + chance.choice(SNIPPETS).replace("\n", "\n" + further) + chance.choice(JOINS)
    return text


def scrambled(seed: int) -> str:
    """Signs that mean something to the parser, in no order."""
    chance = random.Random(seed)  # noqa: S311 - nothing is to be kept secret
    return "".join(["w ", *chance.choices(SIGNS, k=chance.randint(1, 30))])


@dataclass
class Facts:
    """What there is on the page, or by what rules see."""

    headings: list[tuple[int, str, str]] = field(default_factory=list)
    links: Counter[str] = field(default_factory=Counter)
    pictures: int = 0
    notes_used: Counter[str] = field(default_factory=Counter)
    notes_defined: set[str] = field(default_factory=set)
    tables: list[tuple[int, int]] = field(default_factory=list)
    items: list[tuple[int, bool]] = field(default_factory=list)


class _Page(HTMLParser):
    """Reads the facts off the HTML of a page."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.facts, self._open, self._words = Facts(), [], None
        self.feed(page)

    def handle_starttag(self, tag, attrs):
        given, facts = dict(attrs), self.facts
        note = (given.get("id") or "").startswith("fn:")
        if tag in ("ul", "ol", "li") or tag == "sup":
            if tag == "li" and note:
                self._open[-1] = "notes"
                facts.notes_defined.add(given["id"].removeprefix("fn:"))
            elif tag == "li":
                lists = [one for one in self._open if one in ("ul", "ol")]
                facts.items.append((len(lists), lists[-1] == "ol"))
            self._open.append(tag)
        elif tag in ("h2", "h3", "h4", "h5", "h6"):
            self._words = [int(tag[1]), given.get("id"), ""]
        elif tag == "a" and "href" in given:
            if given["href"].startswith("#fn:"):
                facts.notes_used[given["href"].removeprefix("#fn:")] += 1
            elif not given["href"].startswith("#fnref"):
                facts.links[given["href"].removeprefix("mailto:")] += 1
        elif tag == "img":
            facts.pictures += 1
        elif tag == "table":
            facts.tables.append((0, 0))
        elif tag == "tr":
            facts.tables[-1] = (facts.tables[-1][0] + 1, 0)
        elif tag in ("td", "th"):
            facts.tables[-1] = (facts.tables[-1][0], facts.tables[-1][1] + 1)

    def handle_endtag(self, tag):
        if tag in ("ul", "ol", "li", "sup"):
            self._open.pop()
        elif tag in ("h2", "h3", "h4", "h5", "h6"):
            level, anchor, words = self._words
            self.facts.headings.append((level, anchor, " ".join(words.split())))
            self._words = None

    def handle_data(self, data):
        if self._words is not None and "sup" not in self._open:
            self._words[2] += data


def rendered(renderer: Renderer, text: str) -> Facts:
    """The facts of the page that the renderer makes."""
    return _Page(renderer.render(RenderJob(JOB.path, text, JOB.pictures, {}, ())).html).facts


def seen(body: Body) -> Facts:
    """The same facts, as rules see them. Of a table that is only a header, the page has an empty row as well."""
    defined = {note.text for note in body.footnotes_defined}
    return Facts(
        headings=[(heading.level, heading.anchor, heading.text) for heading in body.headings if heading.level > 1],
        links=Counter(link.target.text for link in body.links if link.target.text and not link.image),
        pictures=sum(link.image and bool(link.target.text) for link in body.links),
        notes_used=Counter(note.text for note in body.footnotes_used if note.text in defined),
        notes_defined=defined,
        tables=[(max(len(table.rows) - 1, 2), table.columns) for table in body.tables],
        items=[(item.depth, item.ordered) for item in body.list_items],
    )


def misplaced(body: Body) -> list[str]:
    """What does not stand where it is said to stand."""
    text = body.text
    links = [
        link
        for link in body.links
        if link.target.text and not link.target.text.endswith(text[link.target.start : link.target.end])
    ]
    labels = [
        label
        for label in (*body.footnotes_used, *body.footnotes_defined, *body.abbreviations)
        if text[label.start : label.end] != label.text
    ]
    headings = [
        heading for heading in body.headings if not all(word in heading.span.text for word in heading.text.split()[:1])
    ]
    return [f"{wrong}" for wrong in (*links, *labels, *headings)]


def disagreements(seeds: range) -> list[str]:
    """A line for each text that rules and renderer read in two ways."""
    renderer, found = Renderer(), []
    for seed in seeds:
        text = recombined(seed)
        body = Body(text, "a.md")
        page, rules = rendered(renderer, text), seen(body)
        if page != rules:
            found.append(f"{seed}: {text!r}\n  page  {page}\n  rules {rules}")
        elif wrong := misplaced(body):
            found.append(f"{seed}: {text!r}\n  misplaced {wrong}")
    return found


@pytest.mark.slow
def test_short_cuts_of_the_parser_lead_to_the_same_html():
    ours = BodyParser()
    plain = markdown.Markdown(
        extensions=[
            "tables",
            Footnotes(BACKLINK_TITLE="Back to the text, note {}", BACKLINK_TEXT="↩ back"),
            "def_list",
            "abbr",
            "admonition",
            "sane_lists",
            "pymdownx.details",
            GitHubExtension(),
            TocExtension(toc_depth="2-6", slugify=lambda text, _: anchor_of(text), marker=""),
        ],
        output_format="html",
    )
    plain.preprocessors.deregister("html_block")
    plain.inlinePatterns.deregister("html")
    texts = [*SNIPPETS, *map(recombined, range(300)), *map(scrambled, range(300)), "Words\n    "]
    assert [plain.reset().convert(text) for text in texts] == [ours.reset().convert(text) for text in texts]


@pytest.mark.slow
def test_what_is_read_prescan_is_what_the_parser_makes_of_it(monkeypatch):
    texts = [*map(recombined, range(300)), *map(scrambled, range(600))]
    glanced = [Body(text, "a.md").facts for text in texts]
    monkeypatch.setattr(prescan, "_LONGEST", 0)
    assert [Body(text, "a.md").facts for text in texts] == glanced


def test_rules_see_what_the_page_has():
    assert [] == disagreements(range(300))


@pytest.mark.slow
def test_rules_see_what_the_page_has_in_six_thousand_texts():
    assert [] == disagreements(range(300, 6_300))
