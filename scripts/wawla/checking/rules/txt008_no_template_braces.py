import re
from collections.abc import Iterator

from wawla.checking.rule import Bad, Good, Library, Rule, RuleHit, holds
from wawla.model import Entry

_BRACES = re.compile(
    r"\{{2,}+[^{}\n]{0,60}+(?:\}\})?+"
    r"|\{%(?!-?[ \t]{0,9}include\b)[^{}%\n]{0,60}+(?:%\})?+|\}{2,}+|%\}"
)


class NoTemplateBraces(Rule):
    """The text holds no template marks: `{{ … }}` and `{% … %}`.

    Nothing fills them in, so readers would see them. They often stay behind when a text comes from another system.

    To put it right, write the words that were meant, or put the marks between backticks where they are the subject.
    """

    good = [Good(body="A set {1, 2}, 5 % of it, and `{{ name }}` as code.\n")]
    bad = [
        Bad(body="Dear {{ name }}, welcome.\n", line=1, says="the template mark {{ name }}"),
        Bad(body="Text.\n\n{% if web %}\nText.\n", line=3, says="the template mark {% if web %}"),
    ]

    def check(self, entry: Entry, library: Library) -> Iterator[RuleHit]:
        text = entry.body.text
        if holds(text, "{{", "{%", "}}", "%}"):
            for braces in _BRACES.finditer(entry.body.prose):
                if not (braces[0] == "%}" and _closes_include(entry.body.prose, braces.start())):
                    message = f"the template mark {braces[0][:70]} would be shown as it stands"
                    yield entry.body.place(*braces.span()), message


def _closes_include(prose: str, end: int) -> bool:
    return "{%" in prose[max(end - 200, prose.rfind("\n", 0, end) + 1, 0) : end]
