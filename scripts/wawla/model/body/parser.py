"""The Markdown parser, set up once for rules and renderer alike; a text that would hold it up is given up early."""

from __future__ import annotations

from collections.abc import Sequence

from markdown import Markdown
from markdown.extensions import Extension
from markdown.extensions.abbr import AbbrExtension
from markdown.extensions.admonition import AdmonitionExtension
from markdown.extensions.def_list import DefListExtension
from markdown.extensions.sane_lists import SaneListExtension
from markdown.extensions.tables import TableExtension
from markdown.extensions.toc import TocExtension
from pymdownx.details import DetailsExtension  # type: ignore[import-untyped]  # it has no types

from wawla.model.body.block_parser import Blocks, Whitespace
from wawla.model.body.footnotes import Footnotes
from wawla.model.body.github import GitHubExtension
from wawla.model.body.inline_parser import InlineMarks
from wawla.model.body.words import anchor_of


class BodyParser(Markdown):
    """The Markdown parser for contributed texts. Raw HTML is not parsed: it is shown as it is written.

    `extensions` come last; `footnotes` and `abbreviations` may be subclasses that watch what is found.
    """

    def __init__(
        self,
        extensions: Sequence[Extension] = (),
        footnotes: type[Footnotes] = Footnotes,
        abbreviations: type[AbbrExtension] = AbbrExtension,
    ) -> None:
        super().__init__(
            extensions=[
                TableExtension(),
                footnotes(BACKLINK_TITLE="Back to the text, note {}", BACKLINK_TEXT="↩ back"),
                DefListExtension(),
                abbreviations(),
                AdmonitionExtension(),
                SaneListExtension(),
                DetailsExtension(),
                GitHubExtension(),
                TocExtension(toc_depth="2-6", slugify=lambda text, _: anchor_of(text), marker=""),
                *extensions,
            ],
            output_format="html",
        )
        self.preprocessors.deregister("html_block")
        self.preprocessors.register(Whitespace(self), "normalize_whitespace", 30)
        self.inlinePatterns.deregister("html")
        self.treeprocessors.register(InlineMarks(self), "inline", 20)  # in place of Markdown's own, at its own priority

    def build_parser(self) -> BodyParser:
        """Called by Markdown once, before extensions add their own processors."""
        super().build_parser()
        blocks = Blocks(self)
        blocks.blockprocessors = self.parser.blockprocessors
        for processor in blocks.blockprocessors:
            processor.parser = blocks
        self.parser = blocks
        return self
