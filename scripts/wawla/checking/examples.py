"""Examples made real: a small whole publication in memory, with one entry changed as an example says."""

from __future__ import annotations

import datetime as dt
import io
import re
from dataclasses import dataclass, replace
from typing import Any

from wawla.checking.rule import Drawn, Good, Rule, Skipping
from wawla.checking.run import check
from wawla.model import EDITION_LISTS, LEADING, Account, Edition, Entry, SitePage
from wawla.model.findings import Finding
from wawla.reading.library import Library
from wawla.reading.paths import GLOSSARY, INITIATIVES, NETWORKS, PUBLISHER, SOURCES, VOCABULARY
from wawla.reading.picture_faults import PictureFault, UnusablePicture
from wawla.reading.press_pdf import PressPdf, read_press_pdf
from wawla.reading.reader import read_library
from wawla.reading.site_address import SETTINGS, address_in
from wawla.reading.tree import Tree

TODAY = dt.date(2026, 3, 1)
FIRST_CHECKSUMS = {"series/example/first/printings/7.pdf": "0" * 64}
"""What git is said to have had of the examples: a seventh printing, which stands in none but those of PRN010."""
_PROSE = "Teachers from several schools met each term. They chose one question and worked on it with care.\n"
_BODY = f"## The situation\n\n{_PROSE * 12}\n## What came of it\n\n{_PROSE * 12}"
_SHARED = (
    "compiled_by: editors\nsources: [source-1]\nthemes: [enquiry]\nlevels: [staff]\nphases: [primary]\n"
    "practice: 2003\npublished: 2005\n"
)

_PATHS: dict[type[Entry], str] = {
    **{kind.edition_list.model: kind.edition_list.path("series/example/first", "example") for kind in LEADING},
    Edition: "series/example/first/index.md",
    SitePage: "docs/about.md",
}
_FRONTS = {
    **{
        _PATHS[kind.edition_list.model]: f"title: A sample {kind.word}\nsummary: What it says.\n"
        + kind.edition_list.sample
        + _SHARED
        for kind in LEADING
    },
    _PATHS[Edition]: "title: A first edition\nsummary: What it says.\nnumber: 1\nreference: EX/First\n"
    "status: published\npublished: 2005\nhue: '#0b5f5c'\n" + "".join(f"{name}: [example]\n" for name in EDITION_LISTS),
    _PATHS[SitePage]: "title: About\nsummary: What it says.\n",
}
_REGISTERS = {
    NETWORKS: "example: {title: A network, summary: Some schools., region: North East, sources: [source-1]}\n",
    SOURCES: "source-1: {author: A publisher, title: A book, year: 2004, form: book}\n",
    GLOSSARY: "NLC: {stands_for: Networked Learning Community}\n",
    INITIATIVES: "- {title: A toolkit, form: publication, summary: What it is., sources: [source-1]}\n",
    PUBLISHER: "name: A publisher\nshort_name: AP\ncontact: orders@publisher.example\n"
    "repository: https://forge.sample/series\n",
    VOCABULARY: "themes: {enquiry: Finding out., trust: Relying on each other.}\n"
    "levels: {pupil: Of pupils., staff: Of staff., school-to-school: Of schools.}\n"
    "phases: {primary: To age 11., secondary: From age 11.}\nregions: {North East: Tees to Tweed.}\n",
    "series/example/series.yml": "title: A series\nshort_title: Series\nsummary: What it is for.\norder_prefix: EX\n"
    "number_word: Title\nholds: [{at_least: 1, of: [account]}]\n",
}


@dataclass(frozen=True)
class Sample:
    """A publication made from an example: its tree, and where the example's own text stands in it."""

    tree: Tree
    path: str
    line_before_front: int = 1
    line_before_body: int = 0


def sample(example: Good, kind: type[Entry] = Account) -> Sample:
    """The sample publication, with one entry changed as the example says."""
    path = _PATHS[kind]
    files: dict[str, bytes] = {name: text.encode() for name, text in _REGISTERS.items()}
    files |= {name: f"---\n{front}---\n\n{_BODY}".encode() for name, front in _FRONTS.items()}
    given = {*example.without, *re.findall(r"^([a-z_]+):", example.front, re.M)}
    rest = [line for line in _FRONTS[path].splitlines(keepends=True) if line.partition(":")[0] not in given]
    front = "---\n" + example.front.rstrip("\n") + "\n" * bool(example.front) + "".join(rest) + "---\n"
    files[path] = (front + (example.body or "\n" + _BODY)).encode()
    files |= {name: _bytes(content) for name, content in example.files.items() if name != SETTINGS}
    return Sample(Tree.of(files), path, 1, front.count("\n"))


def kind_of(rule: Rule, example: Good) -> type[Entry]:
    """Which kind of entry an example of this rule is."""
    if example.of is not None:
        return example.of
    return next((kind for kind in _PATHS if issubclass(kind, rule.kind)), Account)


def outcome(rule: Rule, example: Good) -> tuple[list[Finding], Sample]:
    """What reading finds in the example, and what this rule alone finds in it."""
    made = sample(example, kind_of(rule, example))
    reading = read_library(made.tree, TODAY)
    every = None if rule.kind is Skipping else [rule]  # a skip is judged by what the other rules find
    library = replace(
        reading.library,
        picture_faults=_picture_faults(reading.library),
        press_pdfs=_press_pdfs(reading.library),
        first_checksums=FIRST_CHECKSUMS,
        site_address=address_in(_bytes(example.files.get(SETTINGS, "")).decode(), {}),
    )
    found = [finding for finding in check(library, every) if finding.code == rule.code]
    return reading.findings + found, made


def _picture_faults(library: Library) -> dict[str, PictureFault]:
    """What is wrong with the pictures of an example, which is ours: no process is started for it."""
    if not library.shown_pictures:
        return {}
    from wawla.reading.picture_decoding import decode  # a rule without pictures need not wait for it

    faults = {}
    for path in filter(library.picture, library.shown_pictures):
        try:
            decode(library.tree.read(path))
        except UnusablePicture as error:
            faults[path] = error.fault
    return faults


def _press_pdfs(library: Library) -> dict[str, PressPdf]:
    """What the stored printings of an example say."""
    paths = [f"{folder}/{each.file}" for folder, printings in library.printings.items() for each in printings]
    return {path: read_press_pdf(library.tree.read(path)) for path in paths if library.is_read(path)}


def _bytes(content: str | bytes | Drawn) -> bytes:
    if isinstance(content, bytes):
        return content
    return content.encode() if isinstance(content, str) else draw(content)


def draw(drawn: Drawn) -> bytes:
    """The bytes of a picture for an example: plain black, with a position in its EXIF data where asked."""
    from PIL import Image

    exif = Image.Exif()
    if drawn.position:
        exif.get_ifd(0x8825)[1] = "N"
        exif[0x8825] = {1: "N", 2: (54.0, 41.0, 0.0), 3: "W", 4: (1.0, 12.0, 0.0)}
    mode = drawn.mode or ("RGB" if drawn.format == "WEBP" else "L" if drawn.format == "JPEG" else "1")
    buffer = io.BytesIO()
    options: dict[str, Any] = {"exif": exif} if drawn.position else {}
    if drawn.frames > 1:
        more = [Image.new(mode, (drawn.width, drawn.height), "white") for _ in range(drawn.frames - 1)]
        options |= {"save_all": True, "append_images": more}
    Image.new(mode, (drawn.width, drawn.height)).save(buffer, drawn.format, **options)
    whole = buffer.getvalue() + b"\0" * drawn.padding
    return whole[: len(whole) * 2 // 3] if drawn.cut else whole
