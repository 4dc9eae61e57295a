"""Reads the facts of a body: through the parser with marks of place, and off the tree that it makes."""

from __future__ import annotations

from functools import cache

from wawla.model.body.block_tree import BlockTree
from wawla.model.body.canonical import CanonicalLines
from wawla.model.body.facts import BodyFacts
from wawla.model.body.inline import read_inline
from wawla.model.body.links import LONGEST_TARGET, label_of
from wawla.model.body.origin import MarkedText
from wawla.model.body.parser import BodyParser
from wawla.model.body.prescan import prescan
from wawla.model.body.spans import Span
from wawla.model.body.tangled import TooTangledError
from wawla.model.body.watching import Abbreviations, Definitions, Notes


def read_facts(text: str) -> BodyFacts:
    """The facts of a body. Where the parser gives up, the only fact is why."""
    try:
        return _reader().read(text)
    except RecursionError as error:
        _reader.cache_clear()  # what was left half done must not show in the next
        why = f"{error}" if isinstance(error, TooTangledError) else "the text is nested deeper than can be followed"
        return BodyFacts(tangled=why)


class _Reader:
    """The parser as far as rules need it: everything but the HTML."""

    def __init__(self) -> None:
        self._parser = parser = BodyParser((), Notes, Abbreviations)
        self._canonical = CanonicalLines(parser)
        extensions = parser.registeredExtensions
        self._notes = next(one for one in extensions if isinstance(one, Notes))
        self._abbreviations: Definitions = next(one for one in extensions if isinstance(one, Abbreviations)).abbrs
        self._references = parser.references = Definitions()

    def read(self, text: str) -> BodyFacts:
        if not text.strip():
            return BodyFacts()
        source, parser, references = MarkedText(text), self._parser, self._references
        parser.reset()
        for watcher in (self._notes, references, self._abbreviations):
            watcher.begin(source)
        lines = parser.preprocessors["normalize_whitespace"].run(source.lines)
        canonical = self._canonical.read(lines)
        fenced = [(source.line(first)[0], source.line(last)[1]) for first, last in canonical.fenced]
        seen = prescan(canonical.lines, canonical.numbers, source)
        parser.parser.parseDocument(source.mark(seen.lines, seen.numbers))
        root = parser.parser.root
        if self._notes.found:
            parser.treeprocessors["footnote"].run(root)
        tree = BlockTree(root, source)
        if tree.has_marks:
            parser.treeprocessors["inline"].run(root)
        targets = {key: target for key, (_, target) in references.places.items()}
        inline = read_inline(
            tree,
            {label_of(key): Span(text[:LONGEST_TARGET], start, end) for key, (text, start, end) in targets.items()},
            seen.inline,
        )
        return BodyFacts(
            headings=tuple(tree.headings(parser)),
            links=tuple(inline.links),
            notes_used=tuple(inline.notes_used),
            notes_defined=tuple(sorted(self._notes.found, key=lambda label: label.start)),
            abbreviations=tuple(self._abbreviations.places[key][0] for key in self._abbreviations),
            definitions=tuple(sorted([*references.found, *self._abbreviations.found])),
            tables=tuple(tree.tables()),
            items=tuple(tree.items()),
            code=tuple(sorted([*fenced, *tree.code, *inline.code])),
            fenced=tuple(fenced),
        )


@cache
def _reader() -> _Reader:
    return _Reader()
