"""The index that a search reads: what is in it, what is not, and that it is the same each time."""

import os
import shutil
import stat
from collections.abc import Mapping
from pathlib import Path

import pytest
from indexed import Indexed, expected_facets, indexed

from wawla.building import search_index
from wawla.building.search_index import FOLDER, index_site
from wawla.model.errors import WawlaError
from wawla.publishing.site import SiteContext

PAGE = """<html lang="en"><head><title>A</title></head>
<body><nav>Menu</nav><div data-pagefind-body><h1>A title</h1><p>Some text.</p></div></body></html>"""
NOT_INDEXED = "^Pagefind could not index the site: .*/pagefind"
PLAIN = "<html lang='en'><body><h1>Help</h1><p>Not to be searched.</p></body></html>"
ACCOUNT = "accounts_of_practice/harbour-reading-groups/"


@pytest.fixture
def small(tmp_path: Path) -> Path:
    site = tmp_path / "site"
    (site / "help").mkdir(parents=True)
    (site / "index.html").write_text(PAGE, encoding="utf-8")
    (site / "help/index.html").write_text(PLAIN, encoding="utf-8")
    return site


@pytest.fixture(scope="module")
def index(built_site: Path) -> Mapping[str, Indexed]:
    return indexed(built_site)


def files(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_only_pages_that_say_what_they_are_found_by_are_indexed(small: Path):
    index_site(small)
    assert {"": "A title"} == {address: page.title for address, page in indexed(small).items()}
    assert "Menu" not in indexed(small)[""].text


def test_a_caption_that_is_only_heard_is_not_shown_in_a_result(small: Path):
    page = PAGE.replace(
        "<p>", "<table><caption class='unseen'>A title, table 2</caption><tr><td>1</td></tr></table><p>"
    )
    (small / "index.html").write_text(page, encoding="utf-8")
    index_site(small)
    assert "table 2" not in indexed(small)[""].text


def test_every_change_to_pagefinds_own_program_is_made(small: Path):
    index_site(small)
    program = (small / FOLDER / "pagefind.js").read_text(encoding="utf-8")
    for old, new in search_index._CHANGES.items():
        assert old not in program
        assert 1 == program.count(new), "a new Pagefind? see decision 14"


def test_the_index_is_where_the_site_is_however_its_folder_is_named(small: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.chdir(small.parent)
    index_site(Path("site"))
    assert indexed(small)


def test_settings_of_the_users_own_do_not_reach_the_index(small: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("PAGEFIND_OUTPUT_SUBDIR", "elsewhere")
    monkeypatch.setenv("PAGEFIND_ROOT_SELECTOR", "nav")
    index_site(small)
    assert {"index.html", "help", FOLDER} == {path.name for path in small.iterdir()}
    assert indexed(small)


def test_an_index_that_cannot_be_made_is_told_in_one_line(tmp_path: Path):
    with pytest.raises(WawlaError, match=r"^Pagefind could not index the site: .*empty.*$"):
        index_site(tmp_path)


def test_a_file_in_the_way_of_the_index_is_told_in_one_line(small: Path):
    (small / FOLDER).write_text("in the way", encoding="utf-8")
    with pytest.raises(
        WawlaError, match=r"^Pagefind could not index the site: [^\n]*: there is something of that name already[^\n]*$"
    ):
        index_site(small)


def test_pagefind_that_does_not_start_is_told_with_what_it_means(small: Path, monkeypatch: pytest.MonkeyPatch):
    program = small / "pagefind-program"
    program.write_text("no program", encoding="utf-8")
    monkeypatch.setattr(search_index, "get_executable", lambda: program)
    with pytest.raises(WawlaError, match=r"cannot be started, so there is no search: .*: this user may not"):
        index_site(small)


def test_pagefind_that_is_not_there_is_told_with_what_it_means(small: Path, monkeypatch: pytest.MonkeyPatch):
    def missing() -> Path:
        raise FileNotFoundError("Could not find any of […]")

    monkeypatch.setattr(search_index, "get_executable", missing)
    with pytest.raises(WawlaError, match="cannot be started, so there is no search: could not find"):
        index_site(small)


def test_pagefind_that_stops_without_a_word_is_told(small: Path, monkeypatch: pytest.MonkeyPatch):
    stand_in(monkeypatch, small.parent, "exit 3")
    with pytest.raises(WawlaError, match=r"could not index the site: it does not say why$"):
        index_site(small)


def stand_in(monkeypatch: pytest.MonkeyPatch, folder: Path, script: str) -> None:
    """A program in Pagefind's place."""
    program = folder / "pagefind-program"
    program.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    program.chmod(program.stat().st_mode | stat.S_IXUSR)
    monkeypatch.setattr(search_index, "get_executable", lambda: program)


@pytest.mark.parametrize(
    ("script", "expected"),
    [
        ("kill -KILL $$", "The system killed the process that had to index the site, most likely because memory ran"),
        (
            "echo 'memory allocation of 65536 bytes failed' >&2; kill -ABRT $$",
            f"{NOT_INDEXED}: there is not enough memory",
        ),
        ("kill -ABRT $$", f"{NOT_INDEXED}: there is not enough memory"),
        ("kill -BUS $$", f"{NOT_INDEXED}: there is not enough memory"),
        ("kill -XFSZ $$", f"{NOT_INDEXED}: the file grew larger than it may be here"),
        ("kill -TERM $$", r"The process that had to index the site was ended from outside.*\(SIGTERM\)"),
        ("kill -XCPU $$", r"The process that had to index the site was ended from outside.*\(SIGXCPU\)"),
        (
            "echo 'cannot write: No space (os error 28)' >&2; exit 1",
            "Pagefind could not index the site: .*: there is no space left",
        ),
    ],
    ids=["killed", "no memory", "aborted", "no pages", "a limit of size", "ended", "a limit of time", "a full disk"],
)
def test_trouble_of_pagefind_with_the_machine_is_told_as_that(
    small: Path, monkeypatch: pytest.MonkeyPatch, script: str, expected: str
):
    stand_in(monkeypatch, small.parent, script)
    with pytest.raises(WawlaError, match=expected):
        index_site(small)


@pytest.mark.parametrize(
    "script",
    [
        "kill -SEGV $$",
        "echo 'thread panicked at a.rs' >&2; kill -ABRT $$",
        "echo \"thread 'main' panicked at a.rs:1:1: ouch\" >&2; exit 101",
    ],
)
def test_pagefind_that_breaks_down_is_a_bug_with_its_version(small: Path, monkeypatch: pytest.MonkeyPatch, script: str):
    stand_in(monkeypatch, small.parent, script)
    with pytest.raises(RuntimeError, match=r"^Pagefind 1\.[\d.]+ broke down while it indexed the site: "):
        index_site(small)


@pytest.mark.slow
def test_every_published_piece_is_in_the_index_with_all_its_filters(
    index: Mapping[str, Indexed], sample_site: SiteContext
):
    among = {address: page for address, page in index.items() if "more" not in page.facets}
    expected = expected_facets(sample_site)
    assert among.keys() == expected.keys()
    for address, page in among.items():
        assert {name: {*values} for name, values in page.facets.items()} == {
            name: {*counts} for name, counts in expected[address].items() if counts
        }, address


@pytest.mark.slow
def test_lists_and_help_and_drafts_and_the_search_itself_are_not_in_the_index(index: Mapping[str, Indexed]):
    shut_out = ("help", "browse", "themes", "levels", "phases", "regions", "years", "search", "404")
    assert [] == [address for address in index if address.partition("/")[0] in shut_out]
    lists = {"", "accounts_of_practice/", "tools/", "think-pieces/", "series/", "networks/", "sources/"}
    assert not lists & index.keys()
    assert not [address for address in index if "draft" in address]


@pytest.mark.slow
def test_a_piece_is_found_by_its_title_block_and_its_body(index: Mapping[str, Indexed]):
    text = index[ACCOUNT].text
    assert text.startswith("Reading & “talking”: what’s <b>next</b>?")
    for said in (
        "aloud <often>",
        "Harbour & Hill",
        "A. <Writer>",
        "One book, one week & one walk",
        "A dog",
        "Two meetings",
    ):
        assert said in text, said
    for said in (
        "The walk takes twenty minutes",
        "which book would we read <together>?",
        "The harbour, where the walk begins",
    ):
        assert said.casefold() in text.casefold(), said


@pytest.mark.slow
def test_furniture_and_apparatus_are_not_indexed(index: Mapping[str, Indexed], built_site: Path):
    shut_out = ("How to cite", "What to read next", "More on", "Last changed", "Licence:", "BibTeX", "minutes to read")
    shut_out += ("Skip to content", "Find a piece", "Questions for your next meeting", "Order copies", "Before this")
    page = (built_site / ACCOUNT / "index.html").read_text(encoding="utf-8")
    assert "How to cite" in page, "it stands on the page, so that it could have been indexed"
    assert "Questions for your next meeting" in page
    assert [] == [(address, said) for address, page in index.items() for said in shut_out if said in page.text]


@pytest.mark.slow
def test_words_that_stand_apart_on_a_page_are_not_run_together(index: Mapping[str, Indexed]):
    assert "What it is for To let everybody" in index["tools/opening-talk/"].text


@pytest.mark.slow
def test_the_same_site_has_the_same_index_to_the_byte(built_site: Path, tmp_path: Path):
    again = Path(shutil.copytree(built_site, tmp_path / "again", ignore=shutil.ignore_patterns(FOLDER)))
    index_site(again)
    assert files(built_site / FOLDER) == files(again / FOLDER)


@pytest.mark.slow
def test_a_plain_build_with_mkdocs_has_the_index_and_no_other(fresh_root: Path, run, built_site: Path):
    done = run("mkdocs", "build", cwd=fresh_root)
    assert done.returncode == 0, done.stderr
    assert indexed(fresh_root / "site").keys() == indexed(built_site).keys()
    assert (fresh_root / "site/search/words.json").is_file()


@pytest.mark.slow
def test_nothing_of_other_searches_is_built(built_site: Path):
    names = [str(path.relative_to(built_site)) for path in built_site.rglob("*") if path.is_file()]
    assert [] == [name for name in names if "lunr" in name or "worker" in name or "search_index" in name]
    assert [] == [name for name in names if name.startswith("pagefind/pagefind-") and "-ui" in name]
    assert [] == [name for name in names if name.startswith("assets/javascripts/")]
    pages = [path for path in built_site.rglob("*.html") if b"lunr" in path.read_bytes()]
    assert not pages


def test_no_file_of_the_index_is_closed_to_the_web_server(small: Path):
    index_site(small)
    assert all(os.access(path, os.R_OK) and path.stat().st_mode & stat.S_IROTH for path in (small / FOLDER).rglob("*"))
