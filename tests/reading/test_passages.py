"""Every text of a publication is read with its place, whichever file, field, cell or name it stands in."""

import struct
import zlib

import pytest

from wawla.checking.examples import TODAY, draw, sample
from wawla.checking.rule import Drawn, Good
from wawla.model import Account, Edition, SitePage, Tool
from wawla.model.fields import Line, field
from wawla.reading import paths
from wawla.reading.passages import other_passages, passages_of
from wawla.reading.reader import read_library

FOLDER = "accounts_of_practice/example"
MARK = "fay.grey@riverside.example"


def found(example, kind=Account):
    """Where, in the sample with this entry and these files, the address stands that is looked for."""
    library = read_library(sample(example, kind).tree, TODAY).library
    entries = (*library.entries.values(), *library.invalid_entries.values())
    passages = [*(each for entry in entries for each in passages_of(entry, library)), *other_passages(library)]
    places = [
        passage.place(data.start, data.end)
        for passage in passages
        for data in passage.personal_data
        if passage.text[data.start : data.end] == MARK
    ]
    return [(place.path, place.line, place.column) for place in places]


@pytest.mark.parametrize(
    ("kind", "line", "column"),
    [
        (Account, f"summary: Ask {MARK} now.", 14),
        (Account, f"setting: {MARK}", 10),
        (Account, f"questions: [Who has {MARK}?]", 21),
        (Account, f"authors: [{{role: A teacher, name: {MARK}}}]", 35),
        (Account, f"pictures: [{{file: a.png, alt: {MARK}, credit: We}}]", 31),
        (Account, f"skip: {{PCE004: {MARK} says that it is short}}", 16),
        (Account, f"# A comment: {MARK}", 14),
        (Account, f"colour: {MARK}", 9),
        (Account, f"written: [{MARK}]", 11),
        (Tool, f"materials: ['{MARK}']", 14),
        (Edition, f"people: [{{did: Compiled by, who: {MARK}}}]", 34),
        (Edition, f"errata: [{{printing: 1, piece: a, page: 2, correction: {MARK}, text: 3fa2b1c9d4e5}}]", 55),
        (SitePage, f"summary: {MARK}", 10),
    ],
    ids=str,
)
def test_every_field_is_read_at_its_column_whether_or_not_a_model_knows_it(kind, line, column):
    [(_, row, at)] = found(Good(f"{line}\n"), kind)
    assert (2, column) == (row, at)


def test_a_field_that_is_added_to_a_model_needs_no_word_here(monkeypatch):
    class Longer(Account):
        motto: Line | None = field("Motto", "What the schools say.", "Together", None)

    monkeypatch.setattr(paths, "_ENTRIES", ((paths._ENTRIES[1][0], Longer), *paths._ENTRIES))
    example = Good(f"motto: {MARK}\n")
    [account] = read_library(sample(example).tree, TODAY).library.accounts
    assert (Longer, MARK) == (type(account), account.motto)
    assert [(f"{FOLDER}/index.md", 2, 8)] == found(example)


@pytest.mark.parametrize(
    ("path", "text", "line", "column"),
    [
        ("accounts_of_practice/networks.yml", f"example: {{title: A, summary: {MARK}, sources: [source-1]}}\n", 1, 30),
        ("series/sources.yml", f"source-1:\n  author: {MARK}\n", 2, 11),
        ("series/glossary.yml", f"NLC: {{stands_for: {MARK}}}\n", 1, 19),
        ("series/vocabulary.yml", f"themes: {{{MARK}: Finding out.}}\n", 1, 10),
        ("series/initiatives.yml", f"- {{title: {MARK}}}\n", 1, 11),
        ("series/publisher.yml", f"name: A\nnote: {MARK}\n", 2, 7),
        ("series/example/series.yml", f"title: {MARK}\n", 1, 8),
        ("series/example/first/printings.yml", f"- {{note: {MARK}}}\n", 1, 10),
        ("docs/accessibility.yml", f"manual: [{{what: {MARK}}}]\n", 1, 17),
        ("docs/assets/logo.svg", f"<svg xmlns='http://www.w3.org/2000/svg'>\n<title>{MARK}</title></svg>", 2, 8),
        ("docs/assets/read.txt", f"\n{MARK}\n", 2, 1),
        ("docs/old/readme.md", f"{MARK}\n", 1, 1),
        (f"{FOLDER}/list.csv", f"year,who\n2005,x\n2006, {MARK}\n", 3, 6),
        (f"{FOLDER}/list.csv", f"year;{MARK}\n2005;x\n", 1, 6),
        (f"{FOLDER}/broken.csv", f'year,"who\n{MARK}', 2, 1),
        (f"{FOLDER}/{MARK}.png", "", 1, 1),
        (f"{FOLDER}/index.md", f"no front matter\n{MARK}\n", 2, 1),
        (f"{FOLDER}/index.md", f"---\ntitle: not closed\nsummary: {MARK}\n", 3, 10),
    ],
    ids=lambda value: value if isinstance(value, str) and "/" in value else "",
)
def test_every_other_file_is_read_and_so_are_names(path, text, line, column):
    assert [(path, line, column)] == found(Good(files={path: text}))


def test_what_the_schema_gives_for_an_example_is_nobodys_address():
    assert [] == found(Good(files={paths.SCHEMA: f'{{"examples": ["{MARK}"]}}'}))


def png_chunk(kind, data):
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


@pytest.mark.parametrize(
    "chunk",
    [
        png_chunk(b"tEXt", f"Comment\0{MARK}".encode()),
        png_chunk(b"zTXt", b"Comment\0\0" + zlib.compress(MARK.encode())),
        png_chunk(b"iTXt", b"Comment\0\1\0en\0\0" + zlib.compress(MARK.encode())),
    ],
    ids=["tEXt", "zTXt", "iTXt"],
)
def test_the_metadata_of_a_picture_is_read_wherever_it_stands_in_the_file(chunk):
    whole = draw(Drawn())
    end = whole.index(b"IEND") - 4
    for data in (whole[:33] + chunk + whole[33:], whole[:end] + chunk + whole[end:]):
        assert [(f"{FOLDER}/a.png", 1, 1)] == found(Good(files={f"{FOLDER}/a.png": data}))
