"""From the files of a publication to one Library that is linked in both directions and cannot be changed."""

import datetime as dt
from dataclasses import FrozenInstanceError

import pytest
from pydantic import ValidationError

from wawla.checking.examples import TODAY, sample
from wawla.checking.rule import Good
from wawla.checking.run import check
from wawla.model import Account, Edition, SitePage, ThinkPiece, Tool
from wawla.reading.library import EditionItem, Library
from wawla.reading.paths import model_of
from wawla.reading.reader import ReadResult, read_library
from wawla.reading.tree import Tree

ACCOUNT = "accounts_of_practice/example/index.md"
TOOL = "tools/example/index.md"
THINK = "series/example/first/think-pieces/example/index.md"
EDITION = "series/example/first/index.md"


def files() -> dict[str, bytes]:
    """The sample publication as files by path."""
    tree = sample(Good()).tree
    return {path: tree.read(path) for path in tree.sizes}


def read(changed: dict[str, str | bytes | None] | None = None) -> ReadResult:
    """The sample publication, read with some files put in, replaced, or (None) taken away."""
    every: dict[str, bytes] = files()
    for path, text in (changed or {}).items():
        every.pop(path, None)
        if text is not None:
            every[path] = text.encode() if isinstance(text, str) else text
    return read_library(Tree.of(every), TODAY)


def found(changed: dict[str, str | bytes | None]) -> list[tuple[str, str, int]]:
    """Code, path and line of what is wrong after the change."""
    return [(finding.code, finding.place.path, finding.place.line) for finding in read(changed).findings]


@pytest.fixture(scope="module")
def library() -> Library:
    """The sample publication, read."""
    return read().library


MODELS = [
    (ACCOUNT, Account),
    (TOOL, Tool),
    (THINK, ThinkPiece),
    (EDITION, Edition),
    ("docs/about.md", SitePage),
    ("docs/more/about.md", None),
    ("tools/index.md", None),
    ("tools/a/b/index.md", None),
    ("accounts_of_practice/a.md", None),
    ("series/example/index.md", None),
    ("series/a/b/think-pieces/index.md", None),
    ("README.md", None),
    ("tools/a/index.MD", None),
    ("tools/a/indexXmd", None),
    ("tools/a/index.md\n", None),
]


@pytest.mark.parametrize(("path", "expected"), MODELS)
def test_where_a_file_stands_decides_what_it_is(path: str, expected: type | None):
    assert expected is model_of(path)


def test_everything_is_found_by_its_key(library: Library):
    assert {"accounts_of_practice/example", "tools/example", "series/example/first/think-pieces/example"} == set(
        library.pieces
    )
    assert (["series/example/first"], ["example"], ["docs/about.md"]) == (
        list(library.editions),
        list(library.series),
        list(library.site_pages),
    )
    assert (["example"], ["source-1"], ["NLC"], 1) == (
        list(library.networks),
        list(library.sources),
        list(library.glossary),
        len(library.initiatives),
    )
    assert ("A publisher", {"enquiry", "trust"}) == (library.publisher.name, set(library.vocabulary.themes))


def test_pieces_are_found_by_kind(library: Library):
    assert {ACCOUNT: Account, TOOL: Tool, THINK: ThinkPiece} == {p.path: type(p) for p in library.pieces.values()}
    assert [ACCOUNT] == [account.path for account in library.accounts]


def test_entries_are_everything_with_a_body_by_path(library: Library):
    assert sorted([ACCOUNT, TOOL, THINK, EDITION, "docs/about.md"]) == list(library.entries)


def test_an_edition_leads_to_its_pieces_in_reading_order(library: Library):
    edition = library.editions["series/example/first"]
    assert [THINK, ACCOUNT, TOOL] == [piece.path for piece in library.pieces_of(edition)]


@pytest.mark.parametrize(
    "folder", ["accounts_of_practice/example", "tools/example", "series/example/first/think-pieces/example"]
)
def test_a_piece_leads_back_to_the_editions_that_list_it(library: Library, folder: str):
    assert [EDITION] == [edition.path for edition in library.editions_of(library.pieces[folder])]


def test_a_piece_that_no_edition_lists_leads_to_none():
    library = read({"tools/alone/index.md": files()[TOOL]}).library
    assert () == library.editions_of(library.pieces["tools/alone"])


def test_a_piece_that_an_edition_lists_twice_leads_to_it_once():
    text = files()[EDITION].replace(b"tools: [example]", b"tools: [example, example]")
    library = read({EDITION: text}).library
    assert 1 == len(library.editions_of(library.pieces["tools/example"]))


def test_an_item_that_leads_nowhere_is_listed_but_is_no_piece():
    library = read({TOOL: None}).library
    edition = library.editions["series/example/first"]
    assert EditionItem("tools", 0, "example", "tools/example") in list(library.edition_items(edition))
    assert [THINK, ACCOUNT] == [piece.path for piece in library.pieces_of(edition)]


def test_series_and_editions_lead_to_each_other(library: Library):
    edition, series = library.editions["series/example/first"], library.series["example"]
    assert (series, [edition]) == (library.series_of(edition), library.editions_in(series))
    assert ("series/example/series.yml", "series/example", "example") == (series.path, series.folder, series.slug)


def test_an_edition_whose_series_cannot_be_read_has_none():
    library = read({"series/example/series.yml": "a: b: c"}).library
    assert library.series_of(library.editions["series/example/first"]) is None


def test_a_network_leads_to_its_accounts(library: Library):
    assert ([ACCOUNT], []) == ([a.path for a in library.pieces_from("example")], library.pieces_from("nowhere"))


def test_series_come_by_position_and_editions_by_number():
    series, first = files()["series/example/series.yml"], files()[EDITION]
    library = read(
        {
            "series/aaa/series.yml": series + b"position: 900\n",
            "series/aaa/one/index.md": first,
            "series/example/zero/index.md": first.replace(b"number: 1", b"number: 10"),
            "series/example/two/index.md": first.replace(b"number: 1", b"number: 2"),
            "series/nowhere/one/index.md": first,
        }
    ).library
    assert ["example", "aaa"] == list(library.series)
    assert [
        "series/example/first",
        "series/example/two",
        "series/example/zero",
        "series/aaa/one",
        "series/nowhere/one",
    ] == list(library.editions)


def test_a_piece_knows_its_file_its_folder_and_what_lies_beside_it():
    library = read({"tools/example/data.csv": "a,b\n", "tools/example/sheets/one.csv": "a\n"}).library
    tool = library.pieces["tools/example"]
    assert (TOOL, "tools/example", "example", ("tools/example/data.csv",)) == (
        tool.path,
        tool.folder,
        tool.slug,
        tool.sibling_files,
    )


def test_every_text_that_was_read_counts_as_examined():
    assert {ACCOUNT, TOOL, THINK, EDITION, "docs/about.md", "series/glossary.yml"} <= set(read().examined)
    assert "tools/example/data.csv" not in read({"tools/example/data.csv": "a\n"}).examined


def test_what_is_there_may_still_be_unread():
    library = read({TOOL: b"\xff"}).library
    assert (True, False) == (library.is_there(TOOL), library.is_read(TOOL))
    assert (True, True) == (library.is_there(ACCOUNT), library.is_read(ACCOUNT))
    assert (False, False) == (library.is_there("tools/x/index.md"), library.is_read("tools/x/index.md"))


BROKEN = {
    ACCOUNT: "no front matter",
    TOOL: b"\xff\xfe",
    THINK: "---\ntitle: A: B\n---\n",
    EDITION: "---\nnever closed\n",
    "docs/about.md": b"\0",
    "series/glossary.yml": "a: [",
    "series/sources.yml": "- a\n",
    "series/vocabulary.yml": "x: y\n",
    "series/publisher.yml": "- a\n",
    "series/initiatives.yml": "- 1\n",
    "accounts_of_practice/networks.yml": "example: 5\n",
    "series/example/series.yml": "title: 5\n",
}


@pytest.mark.parametrize("path", BROKEN)
def test_a_broken_file_is_named_and_hides_no_other(path: str):
    reading = read({path: BROKEN[path]})
    assert {path} == {finding.place.path for finding in reading.findings}
    assert {path} == reading.library.unreadable_paths
    every = read().library
    left = [*reading.library.entries, *reading.library.series, *reading.library.networks, *reading.library.glossary]
    lost = {name for name in [*every.entries, *every.series, *every.networks, *every.glossary] if name not in left}
    assert lost <= {path, "example", "NLC"}


def test_a_whole_publication_of_broken_files_is_named_file_by_file():
    assert set(BROKEN) == {finding.place.path for finding in read(BROKEN).findings}


def test_a_broken_entry_of_a_register_is_named_and_hides_no_other():
    reading = read({"series/glossary.yml": "A: {stands_for: Aa}\nB: {stand_for: Bb}\nC:\nD: d\nE: {stands_for: Ee}\n"})
    assert ["A", "E"] == list(reading.library.glossary)
    assert [("SCH001", 2), ("SCH007", 3), ("SCH003", 4)] == [(f.code, f.place.line) for f in reading.findings]


@pytest.mark.parametrize(
    "path", ["series/publisher.yml", "series/vocabulary.yml", "series/example/series.yml", "series/sources.yml"]
)
def test_a_list_where_fields_or_names_are_needed_is_named(path: str):
    assert [("YML009", path, 1)] == found({path: "- title: A\n"})


def test_where_yaml_is_at_fault_the_schema_does_not_say_it_again():
    assert [("YML008", TOOL, 2)] == found({TOOL: files()[TOOL].replace(b"---\n", b"---\ndraft: no\n", 1)})


MISPLACED = [
    "accounts_of_practice/notes.md",
    "tools/example/more.md",
    "tools/index.md",
    "series/example/a/b/index.md",
    "tools/example/INDEX.MD",
    "series/example/first/think-pieces/note.markdown",
]


@pytest.mark.parametrize("path", MISPLACED)
def test_a_text_that_nobody_would_read_is_named(path: str):
    assert [("FIL007", path, 1)] == found({path: "text"})


@pytest.mark.parametrize("path", ["docs/more/about.md", "docs/index.md", "docs/README.md"])
def test_a_text_in_docs_that_is_no_page_is_named(path: str):
    assert [("FIL007", path, 1)] == found({path: "text"})


@pytest.mark.parametrize("folder", ["accounts_of_practice/new", "tools/new"])
def test_a_folder_without_a_text_is_named(folder: str):
    assert [("FIL008", folder, 1)] == found({f"{folder}/data.csv": "a\n"})


def test_a_tree_without_any_text_is_an_empty_library():
    reading = read_library(Tree.of({}), TODAY)
    assert ({}, (), None) == (dict(reading.library.entries), reading.examined, reading.library.publisher)


def test_the_header_of_a_picture_is_read_once():
    asked: list[str] = []
    tree = Tree({"tools/example/a.png": 1}, lambda path: (asked.append(path), b"")[1])
    library = Library(TODAY, tree)
    assert (None, None) == (library.picture("tools/example/a.png"), library.picture("tools/example/a.png"))
    assert ["tools/example/a.png"] == asked


@pytest.mark.parametrize("name", ["today", "pieces", "tree", "anything"])
def test_no_part_of_a_library_can_be_replaced(library: Library, name: str):
    with pytest.raises(FrozenInstanceError):
        setattr(library, name, {})


@pytest.mark.parametrize(
    "name", ["series", "editions", "pieces", "site_pages", "networks", "sources", "glossary", "entries"]
)
def test_nothing_can_be_put_into_a_library_or_taken_out(library: Library, name: str):
    kept = getattr(library, name)
    with pytest.raises(TypeError):
        kept["new"] = None
    with pytest.raises(TypeError):
        del kept[next(iter(kept))]


def test_no_value_of_an_entry_can_be_replaced(library: Library):
    with pytest.raises(ValidationError, match="Instance is frozen"):
        library.accounts[0].title = "Another"


def test_lists_that_a_library_hands_out_are_the_callers_own(library: Library):
    library.pieces_from("example").clear()
    library.accounts.clear()
    assert (1, 1) == (len(library.pieces_from("example")), len(library.accounts))


def test_a_library_knows_for_which_day_it_was_read(library: Library):
    assert dt.date(2026, 3, 1) == library.today


def test_a_fault_in_a_field_does_not_hide_the_faults_of_the_body():
    broken = Good("titel: A slip\nskip: {TXT003: an example of a heading without words}\n", "# One\n\n##\n\n<b>x</b>\n")
    reading = read_library(sample(broken).tree, TODAY)
    found = {finding.code for finding in reading.findings + check(reading.library)}
    assert {"SCH001", "TXT001", "TXT005"} <= found
    assert "TXT003" not in found


@pytest.mark.parametrize("register", ["accounts_of_practice/networks.yml", "series/sources.yml"])
@pytest.mark.parametrize("key", ["../../../evil", "/evil", "Evil", "a b", ".."])
def test_a_key_that_no_address_can_hold_is_refused(register: str, key: str):
    entry = {
        "accounts_of_practice/networks.yml": "{title: A, summary: B., sources: [source-1]}",
        "series/sources.yml": "{author: A, title: B, year: 2004, form: book}",
    }[register]
    reading = read_library(Tree.of({register: f'"{key}": {entry}\ngood-one: {entry}\n'.encode()}), TODAY)
    assert [("SCH005", 1, 1)] == [(each.code, each.place.line, each.place.column) for each in reading.findings]
    assert ["good-one"] == [*reading.library.networks, *reading.library.sources]


STRAY = [
    "docs/evil.html",
    "docs/photo.jpg",
    "accounts_of_practice/example/more/river.jpg",
    "series/vocabulry.yml",
    "series/example/notes.txt",
    "tools/data.csv",
]


@pytest.mark.parametrize("path", STRAY)
def test_a_file_that_nothing_reads_is_named(path: str):
    assert [("FIL010", path, 1)] == found({path: "text"})


def test_the_files_of_the_look_and_the_schema_have_their_place():
    assert [] == found({"docs/assets/site.css": "", "series/edition.schema.json": "{}"})


@pytest.mark.parametrize("name", ["a.html", "a.pdf", "a", "css", "more/a.zip", "a.PHP"])
def test_a_file_of_the_look_is_of_a_named_kind(name: str):
    assert [("FIL011", f"docs/assets/{name}", 1)] == found({f"docs/assets/{name}": "text"})
    if not name.endswith(".html"):  # a template
        assert [("FIL011", f"docs/theme/{name}", 1)] == found({f"docs/theme/{name}": "text"})


@pytest.mark.parametrize("path", ["docs/assets/logo.svg", "docs/theme/logo.svg", "tools/example/logo.svg"])
def test_a_drawing_that_runs_something_is_found_wherever_it_lies(path: str):
    script = '<svg xmlns="http://www.w3.org/2000/svg">\n<script>hurt()</script></svg>'
    assert ("FIL013", path, 2) in found({path: script})


POINTER = "version https://git-lfs.github.com/spec/v1\noid sha256:4d7a\nsize 12345\n"


@pytest.mark.parametrize(
    "path",
    [
        "accounts_of_practice/example/river.png",
        "accounts_of_practice/example/index.md",
        "accounts_of_practice/networks.yml",
        "docs/about.md",
        "docs/accessibility.yml",
        "docs/assets/a.css",
        "docs/assets/a.ico",
        "docs/assets/a.js",
        "docs/assets/a.woff2",
        "docs/assets/logo.svg",
        "docs/theme/main.html",
        "series/example/first/data.csv",
        "series/example/first/index.md",
        "series/example/series.yml",
        "series/publisher.yml",
        "series/vocabulary.yml",
        "tools/stray.py",
    ],
)
def test_a_pointer_of_git_lfs_is_named_for_what_it_is(path: str):
    assert [("FIL012", path, 1)] == found({path: POINTER})


@pytest.mark.parametrize("name", ["st-john's", "a#b", "A", "a%20b", "a_b"])
def test_the_name_of_a_folder_can_stand_in_an_address(name: str):
    text = sample(Good()).tree.read("tools/example/index.md").decode()
    assert [("FIL009", f"tools/{name}", 1)] == found({f"tools/{name}/index.md": text})
