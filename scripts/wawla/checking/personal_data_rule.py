"""What the rules about personal data share: each tells of one kind of it, in every text of the publication."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from typing import ClassVar

from wawla.checking.rule import Library, Rule, RuleHit, texts_of
from wawla.model.personal_data import DataKind
from wawla.reading.passages import Passage

_MOST = 20
"""So many of one kind in one text are told: whoever has put them right sees the next. A list of pupils is long."""
_ADDRESS = re.compile(r"[^\s@]+@[^\s@]+")


class PersonalDataRule(Rule):
    """A rule about one kind of personal data. Its subclasses say which, and why."""

    kind = Passage
    names_words = True
    finds: ClassVar[DataKind]
    what: ClassVar[str]
    """What is found, with its article."""

    def check(self, passage: Passage, library: Library) -> Iterator[RuleHit]:
        """What of its kind a text holds. The message does not repeat it: reports are read by more people than files."""
        yield from islice(self._hits(passage, library), _MOST)

    def _hits(self, passage: Passage, library: Library) -> Iterator[RuleHit]:
        for found in passage.personal_data:
            if found.kind == self.finds:
                text = passage.text[found.start : found.end]
                if not self.is_ours(text, library):
                    message = f"{self.what} stands here{passage.within}: {veiled(text)}"
                    yield passage.place(found.start, found.end), message, passage.remedy, text

    def is_ours(self, text: str, library: Library) -> bool:
        """Whether the publication gives this itself, and means to: the address of its publisher, say."""
        return text.lower() in own_addresses(library)


def own_addresses(library: Library) -> frozenset[str]:
    """The publisher's own e-mail addresses: every field of the publisher that is one as a whole."""
    texts = texts_of(library.publisher) if library.publisher else ()
    return frozenset(text.lower() for _, text in texts if _ADDRESS.fullmatch(text))


def veiled(text: str) -> str:
    """Enough of a text to know it again for those who have the file: the first letters of its first words."""
    words = re.findall(r"\w+", text)[:3]
    return "'" + " ".join(f"{word[0]}…" if word[0].isalpha() else "…" for word in words) + "'"
