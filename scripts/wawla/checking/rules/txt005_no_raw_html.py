import re
from collections.abc import Iterator

from wawla.checking.rule import Bad, Good, Library, Rule, RuleHit
from wawla.model import Entry

_TAG = re.compile(
    r"<(?:(!--|!\[CDATA|!DOCTYPE|\?)|/?([A-Za-z][A-Za-z0-9-]*+(?::[a-z]+)?)(?=[\s/>])([^<>]*+)(>?))", re.I
)
_IN_MARKDOWN = {
    "a": "[words](address)", "img": "![what it shows](file.jpg)", "br": "a new paragraph", "p": "an empty line",
    "b": "**words**", "strong": "**words**", "i": "*words*", "em": "*words*", "hr": "a line of ---",
    "ul": "lines that begin with -", "ol": "lines that begin with 1.", "li": "a line that begins with -",
    "table": "| cell | cell |", "blockquote": "lines that begin with >", "code": "`words`", "pre": "a code fence",
    "h1": "## Heading", "h2": "## Heading", "h3": "### Heading", "h4": "#### Heading", "sup": "a footnote, [^1]",
    "abbr": "*[NLC]: what it stands for", "details": "??? note \"Heading\"", "div": "plain text", "span": "plain text",
}  # fmt: skip
_LEFT_TO_FILL_IN = {"add", "date", "enter", "insert", "name", "number", "photo", "school", "town", "year", "your"}
"""No tags, but what templates begin a blank with."""


class NoRawHtml(Rule):
    """The text holds no HTML tags and no HTML comments.

    They are shown as they stand: what works on one page does not work in the book, and tags from many hands could
    carry things that harm readers. Markdown has a way to say nearly all of it.

    To put it right, write it in Markdown, or remove it. An address may stand between `<` and `>`; to show a tag to
    readers, put it between backticks.
    """

    good = [
        Good(body="If a < b and c > d, see <https://example.org/>. Write `<br>`.\n"),
        Good(body="Between 5 <and 7 per cent; x<y.\n"),
    ]
    bad = [
        Bad(body="One line.<br>\nAnother.\n", line=1, says="the HTML tag <br>"),
        Bad(body="Text.\n\n<img src='x.png'\nalt=''>\n", line=3, says="the HTML tag <img>"),
        Bad(body="Text.<o:p>\n", line=1, says="the HTML tag <o:p>"),
        Bad(body="We met at <insert name of school>.\n", line=1, says="'<insert name of school>' was left"),
        Bad(body="Text.\n<!-- to do -->\n", line=2, says="an HTML comment"),
    ]

    def check(self, entry: Entry, library: Library) -> Iterator[RuleHit]:
        if "<" not in entry.body.text:
            return
        for tag in _TAG.finditer(entry.body.prose):
            place, name = entry.body.place(*tag.span()), (tag[2] or "").lower()
            if tag[1]:
                what = "an HTML comment" if tag[1] == "!--" else "a mark-up declaration"
                yield place, f"{what} stands in the text", "remove it; what readers should not see belongs elsewhere"
            elif not (tag[4] or "=" in tag[3]):
                continue
            elif name in _LEFT_TO_FILL_IN:
                yield place, f"'{tag[0][:60]}' was left to be filled in", "write what belongs there, without < and >"
            elif name in _IN_MARKDOWN:
                hint = f"in place of <{name}> write {_IN_MARKDOWN[name]}"
                yield place, f"the HTML tag <{name}> stands in the text", hint
            else:
                yield place, f"the HTML tag <{name[:40]}> stands in the text"
