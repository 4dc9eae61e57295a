"""Notes as the parser keeps them: Markdown's own, but for notes within notes, and for texts with thousands of them."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterator

from markdown.extensions.footnotes import FootnoteExtension


class Footnotes(FootnoteExtension):
    """Footnotes that may stand within footnotes; Markdown's own fail there."""

    def reset(self) -> None:
        """Called by Markdown before each text."""
        super().reset()
        self.footnotes = _NoteTexts()


class _NoteTexts(OrderedDict[str, str]):
    """The texts of notes by their labels. While they are gone through, parsing one may add another."""

    def __init__(self) -> None:
        super().__init__()
        self.labels: list[str] = []

    def __setitem__(self, label: str, text: str) -> None:
        if label not in self:
            self.labels.append(label)
        super().__setitem__(label, text)

    def keys(self) -> _Labels:  # type: ignore[override]  # Markdown only goes through them
        return _Labels(self)


class _Labels:
    """The labels of notes in their order; a list, unlike a dictionary, may grow while it is gone through."""

    def __init__(self, notes: _NoteTexts) -> None:
        self._notes = notes

    def __contains__(self, label: object) -> bool:
        return label in self._notes

    def __iter__(self) -> Iterator[str]:
        return iter(self._notes.labels)
