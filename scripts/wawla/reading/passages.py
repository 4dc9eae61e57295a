"""Every text of a publication with its place: what is published, and what lies beside it where everybody can read it.

Texts are taken as they were written, so that whatever stands in a file is among them: any field of any model, one that
is added tomorrow, one that no model knows, a comment, and a file that could not be read.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from wawla.model import Entry
from wawla.model.body import Body
from wawla.model.findings import Place
from wawla.model.personal_data import PersonalData, personal_data
from wawla.reading.file_names import stem_of, words_of_name
from wawla.reading.frontmatter import read_text
from wawla.reading.library import Library
from wawla.reading.paths import MARKDOWN, SCHEMA
from wawla.reading.picture_metadata import picture_texts
from wawla.reading.pictures import SUFFIXES
from wawla.reading.table_sentences import table_sentences

_TEXTS = (*MARKDOWN, ".yml", ".yaml", ".txt", ".json")
_TAG = re.compile(r"<[^<>]*>")
_WITHOUT_METADATA = (
    'save a copy without it, which picture programs offer as "remove personal information", and put that copy in the '
    "place of the file; and tell the editors, because the repository remembers the old one."
)
_ANOTHER_NAME = "give it another name, and correct what leads to it; and tell the editors: the old one is remembered."
_APART = "\n\n"
"""Stands between texts that are not to be read as one."""


@dataclass(frozen=True)
class Passage:
    """A text, and where each stretch of it stands."""

    text: str
    place: Callable[[int, int], Place]
    within: str = ""
    """What the text is part of, where that cannot be seen in the file: ' in the metadata of the picture'."""
    remedy: str = ""
    """What to do, where it is another thing than in running text."""
    every_name: bool = False
    """Whether each name of a person is to be asked about, since nothing but the name may be there."""

    @cached_property
    def personal_data(self) -> list[PersonalData]:
        """What it tells of persons; found once, for all rules that ask."""
        return personal_data(self.text, self.every_name)


def passages_of(entry: Entry, library: Library) -> Iterator[Passage]:
    """The texts of an entry: its fields, its body, and the files of its folder."""
    for part in (entry.front, entry.body):
        if part is not None and part.text:
            yield Passage(part.text, part.place)
    for path in _own_files(entry):
        yield from _passages_in(path, library)


def other_passages(library: Library) -> Iterator[Passage]:
    """The texts that belong to no entry, such as registers; and the names of all files and folders."""
    entries = [*library.entries.values(), *library.invalid_entries.values()]
    taken = {entry.path for entry in entries}.union(*map(_own_files, entries))
    for path in library.tree.sizes:
        if path not in taken and path != SCHEMA:
            yield from _passages_in(path, library)
    yield from _names(library.tree.sizes)


def _own_files(entry: Entry) -> Sequence[str]:
    """The files that belong to an entry: a folder of its own is its folder, and all pages of the site share one."""
    return entry.sibling_files if entry.path.endswith("/index.md") else ()


def _passages_in(path: str, library: Library) -> Iterator[Passage]:
    """What is to be read in the file at this path; nothing where it is of no kind that holds words."""
    name = path.lower()
    if name.endswith(SUFFIXES):
        texts = _APART.join(picture_texts(library.tree.read(path)))
        if texts:
            yield Passage(texts, _all_at(Place(path)), " in the metadata of the picture", _WITHOUT_METADATA, True)
    elif name.endswith(".csv"):
        yield from _passages_of_table(path, library)
    elif name.endswith((*_TEXTS, ".svg")):
        text = read_text(path, library.tree.read(path))
        if isinstance(text, str):
            words = text if not name.endswith(".svg") else _TAG.sub(lambda tag: " " * len(tag[0]), text)
            yield Passage(words, Body(text, path).place)


def _passages_of_table(path: str, library: Library) -> Iterator[Passage]:
    """Each row as a sentence, in which the name of the column stands before each cell."""
    sentences = table_sentences(library.tree.read(path))
    starts = [0]
    for sentence in sentences:
        starts.append(starts[-1] + len(sentence.text) + len(_APART))

    def place(start: int, end: int) -> Place:
        number = bisect_right(starts, start) - 1
        return Place(path, *sentences[number].cell_at(start - starts[number]))

    if sentences:
        yield Passage(_APART.join(sentence.text for sentence in sentences), place)


def _names(paths: Iterable[str]) -> Iterator[Passage]:
    """The names of files and folders, each once, with the file by which it is found."""
    told: set[str] = set()
    for path in paths:
        parts = path.split("/")
        for number, name in enumerate(parts, 1):
            whole = "/".join(parts[:number])
            if whole in told:
                continue
            told.add(whole)
            if words := words_of_name(name):
                index = f"{whole}/index.md"
                place = Place(index if index in paths else path)
                what = "file" if number == len(parts) else "folder"
                text = f"{stem_of(name)}{_APART}{words}"
                yield Passage(text, _all_at(place), f" in the name of the {what}", _ANOTHER_NAME, every_name=True)


def _all_at(place: Place) -> Callable[[int, int], Place]:
    return lambda start, end: place
