"""What GitHub reads within lines and the parser does not: struck words, bare addresses, breaks and escapes."""

from __future__ import annotations

import re
import string
from typing import Any
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.blockprocessors import HashHeaderProcessor
from markdown.extensions import Extension
from markdown.inlinepatterns import SimpleTagInlineProcessor, SubstituteTagInlineProcessor

from wawla.model.body.bare_links import BareLinks
from wawla.model.body.block_signs import TableRows
from wawla.model.body.canonical import CanonicalLines

_STRUCK = r"(?<!~)(~{1,2})(?!~)(?=\S)([^~]{1,600}?)(?<=\S)\1(?!~)"
_BREAK = r"(?: {2,}|\\)\n"
_STARS = re.compile(
    r"(?P<ambiguous>(?<!^)(?<![\s*])(?<!\bA)\*++(?!\s|$)(?!(?<=[^\W_]\*)[^\w\s]))"
    r"|(?P<end>(?<!^)(?<![\s*])\*++)"
    r"|(?P<start>\*++(?!\s|$))"
)
"""As Markdown's own, but behind a letter and before a comma or the like stars only close, as on GitHub.

So does one behind a capital A: `A*, A*-C and two A*s` are grades.
"""


class GitHubExtension(Extension):
    """Reads as GitHub does: blocks as `CanonicalLines` writes them, and the marks that only GitHub knows."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - the name is Markdown's
        """Called by Markdown."""
        md.ESCAPED_CHARS = list(string.punctuation)
        md.preprocessors.register(CanonicalLines(md), "canonical", 25)
        md.parser.blockprocessors.register(_Headings(md.parser), "hashheader", 70)
        md.parser.blockprocessors.register(TableRows(md.parser, {"use_align_attribute": False}), "table", 75)
        stars: Any = md.inlinePatterns["em_strong"]
        stars.delimiters["*"].boundary = _STARS
        md.inlinePatterns.register(BareLinks(md), "bare_link", 115)
        md.inlinePatterns.register(SubstituteTagInlineProcessor(_BREAK, "br"), "linebreak", 100)
        md.inlinePatterns.register(SimpleTagInlineProcessor(_STRUCK, "del"), "struck", 45)


class _Headings(HashHeaderProcessor):
    """Headings with a space behind their signs: `#1 school` is none. `C#` keeps its sign."""

    RE = re.compile(r"(?:^|\n)(?P<level>#{1,6})(?P<header>(?: [^\n]*+)?)(?:\n|$)")

    def run(self, parent: Element, blocks: list[str]) -> None:
        """Called by Markdown for a block with a heading in it."""
        super().run(parent, blocks)
        heading = parent[-1]
        words = (heading.text or "").rstrip("#")
        if not words or words.endswith(" "):
            heading.text = words.rstrip(" ")
