"""Parts of the parser that tell where notes, references and abbreviations are defined, while they define them."""

from __future__ import annotations

from typing import Any

from markdown.extensions.abbr import AbbrExtension

from wawla.model.body.footnotes import Footnotes
from wawla.model.body.origin import MarkedText
from wawla.model.body.spans import Span


class Notes(Footnotes):
    """Keeps notes under the labels that their author wrote. `found`: these labels, in the order of definition."""

    source = MarkedText("")
    found: list[Span]

    def begin(self, source: MarkedText) -> None:
        """Start anew with this text."""
        self.source, self.found = source, []

    def setFootnote(self, id: str, text: str) -> None:  # noqa: N802 - the names are Markdown's
        """Called by Markdown for each note. Its text keeps its marks until it is parsed in its turn."""
        label = self.source.piece(id)
        self.found.append(Span(label.text, label.at(0), label.at(len(label.text))))
        super().setFootnote(label.text, text)


class Definitions(dict[str, Any]):
    """References or abbreviations without marks. `places`: where the key stands, and what it stands for."""

    def __init__(self) -> None:
        super().__init__()
        self.begin(MarkedText(""))

    def begin(self, source: MarkedText) -> None:
        """Start anew with this text."""
        self.clear()
        self.source = source
        self.places: dict[str, tuple[Span, Span]] = {}
        self.found: list[tuple[int, int]] = []

    def __setitem__(self, key: str, value: Any) -> None:
        label = self.source.piece(key)
        meaning = self.source.piece(value[0] if isinstance(value, tuple) else value)
        here = Span(label.text, label.at(0), label.at(len(label.text)))
        there = Span(meaning.text, meaning.at(0), meaning.at(len(meaning.text)))
        self.places[label.text] = here, there
        self.found.append(
            (self.source.line(self.source.line_of(here.start))[0], self.source.line(self.source.line_of(there.end))[1])
        )
        super().__setitem__(label.text, (meaning.text, None) if isinstance(value, tuple) else meaning.text)

    def pop(self, key: str, *default: Any) -> Any:
        """Called by Markdown where an abbreviation is taken back."""
        return super().pop(self.source.piece(key).text, *default)


class Abbreviations(AbbrExtension):
    """Abbreviations that a body explains, with their places."""

    def __init__(self, **options: Any) -> None:
        super().__init__(**options)
        self.abbrs = Definitions()
