"""Books to files: each is set once and then taken from the cache, and one that cannot be set holds up no other."""

import multiprocessing
import os
import re
import shutil
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import replace
from pathlib import Path

import pikepdf
import pytest
from by_hand import print_input_of, with_body
from folders import RESERVED, SAMPLE

from wawla.checking.examples import TODAY
from wawla.model import Edition, Piece
from wawla.model.findings import Finding
from wawla.model.printing import PrintSettings
from wawla.printing import books, pdf_cache
from wawla.printing import make_pdfs as making
from wawla.printing.files import print_files
from wawla.printing.make_pdfs import findings_at_pieces, items_for_site, make_pdfs, press_job, screen_job
from wawla.printing.print_input import PrintInput
from wawla.printing.typesetting.job import SettingJob, TypesetResult
from wawla.reading.reader import read_library
from wawla.reading.tree import tree_on_disk
from wawla.runtime import source_digest
from wawla.runtime.job_failure import JobFailed

FOREST, TIES = "accounts_of_practice/forest-forum", "tools/ties-sheet"
SHARING = "series/talk/sharing-the-lead"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The folder of the cache, empty."""
    return tmp_path / "cache"


@pytest.fixture
def set_now(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of the books that are set from here on, by a typesetter that writes their HTML and no PDF.

    A book that holds the word IMPOSSIBLE cannot be set.
    """
    names: list[str] = []

    class Pretended:
        def __init__(self, trade: object) -> None:
            pass

        def __enter__(self) -> "Pretended":
            return self

        def __exit__(self, *_: object) -> None:
            pass

        def __class_getitem__(cls, _: object) -> type:
            return cls

        def do(self, jobs: Iterable[SettingJob]) -> Iterator[tuple[SettingJob, TypesetResult | JobFailed]]:
            for job in jobs:
                names.append(f"{job.book.name}{'-press' if job.press else ''}")
                if "IMPOSSIBLE" in job.book.html:
                    yield job, JobFailed("the book takes longer than 120 seconds to set")
                else:
                    Path(job.to).write_text(job.book.html, encoding="utf-8")
                    yield job, TypesetResult(4, missing="☃" if "☃" in job.book.html else "")

    monkeypatch.setattr(making, "WorkerPool", Pretended)
    monkeypatch.setattr(making, "library_versions", lambda cache: "pango 1.0")  # no process loads them
    return names


def piece(print_input: PrintInput, name: str = FOREST) -> Piece:
    return print_input.library.pieces[name]


def edition(print_input: PrintInput) -> Edition:
    return print_input.library.editions[SHARING]


def said(findings: Sequence[Finding]) -> list[tuple[str, str, str]]:
    return [(finding.code, finding.place.path, finding.message) for finding in findings]


# The cache.


def test_nothing_is_set_a_second_time(sample_print_input: PrintInput, folder: Path, set_now: list[str]):
    jobs = [screen_job(item, sample_print_input) for item in items_for_site(sample_print_input)]
    first = make_pdfs(jobs, folder)
    assert len(jobs) == len(set_now)
    again = make_pdfs([screen_job(item, sample_print_input) for item in items_for_site(sample_print_input)], folder)
    assert (len(jobs), first) == (len(set_now), again)


def test_pdfs_come_in_the_order_of_the_books_whatever_was_known_already(
    sample_print_input: PrintInput, folder: Path, set_now: list[str]
):
    make_pdfs([screen_job(piece(sample_print_input), sample_print_input)], folder)
    pieces = [
        piece(sample_print_input, TIES),
        piece(sample_print_input),
        piece(sample_print_input, "tools/opening-talk"),
    ]
    made = make_pdfs([screen_job(each, sample_print_input) for each in pieces], folder)
    assert [each.path for each in pieces] == [pdf.book.path for pdf in made.pdfs]


def test_only_what_has_changed_is_set_anew(sample_print_input: PrintInput, folder: Path, set_now: list[str]):
    items = [
        edition(sample_print_input),
        piece(sample_print_input),
        piece(sample_print_input, TIES),
        piece(sample_print_input, "tools/opening-talk"),
    ]
    make_pdfs([screen_job(item, sample_print_input) for item in items], folder)
    set_now.clear()
    html = sample_print_input.rendered[piece(sample_print_input).path].html.replace("telephone", "bell")
    changed = with_body(sample_print_input, piece(sample_print_input), html)
    make_pdfs([screen_job(item, changed) for item in items], folder)
    assert ["TALK-Sharing", "forest-forum"] == sorted(set_now)


def change_the_styles(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    copied = Path(shutil.copytree(Path(books.__file__).parent / "templates", tmp_path / "templates"))
    with (copied / "book.css").open("a", encoding="utf-8") as styles:
        styles.write("p { color: black }\n")
    monkeypatch.setattr(books, "_HERE", copied)


def change_a_version(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    version = source_digest.version
    monkeypatch.setattr(source_digest, "version", lambda other: "99" if other == name else version(other))


@pytest.mark.parametrize("what", ["styles", "font-source-serif-pro", "weasyprint", "pikepdf", "Pillow", "pango"])
def test_other_styles_fonts_or_libraries_set_everything_anew(
    what: str,
    sample_print_input: PrintInput,
    folder: Path,
    set_now: list[str],
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
):
    make_pdfs([screen_job(piece(sample_print_input), sample_print_input)], folder)
    pdf_cache.configuration.cache_clear()
    if what == "styles":
        change_the_styles(monkeypatch, tmp_path)
    elif what == "pango":
        monkeypatch.setattr(making, "library_versions", lambda cache: "pango 9.9")
    else:
        change_a_version(what, monkeypatch)
    make_pdfs([screen_job(piece(sample_print_input), sample_print_input)], folder)
    pdf_cache.configuration.cache_clear()
    assert ["forest-forum", "forest-forum"] == set_now


@pytest.mark.parametrize(
    "settings", [PrintSettings(page_size="A5"), PrintSettings(bleed=5), PrintSettings(condition="FOGRA51")]
)
def test_other_settings_of_the_series_set_the_printers_file_anew(
    settings: PrintSettings, sample_print_input: PrintInput, folder: Path, set_now: list[str]
):
    make_pdfs([press_job(edition(sample_print_input), sample_print_input)], folder)
    library = sample_print_input.library
    series = {**library.series, "talk": library.series["talk"].model_copy(update={"print": settings})}
    other = replace(sample_print_input, library=replace(library, series=series))
    make_pdfs([press_job(edition(other), other)], folder)
    assert ["TALK-Sharing-press", "TALK-Sharing-press"] == set_now


def test_another_address_of_the_site_sets_anew(sample_print_input: PrintInput, folder: Path, set_now: list[str]):
    for base in ("https://a.sample/", "https://b.sample/", "https://a.sample/"):
        print_input = replace(sample_print_input, base=base)
        make_pdfs([screen_job(piece(print_input), print_input)], folder)
    assert ["forest-forum", "forest-forum"] == set_now


def damage(folder: Path, ending: str, data: bytes | None) -> None:
    [file] = folder.glob(f"print/*{ending}")
    if data is None:
        file.unlink()
    else:
        file.write_bytes(data)


@pytest.mark.parametrize(
    ("ending", "data"),
    [
        (".pdf", None),
        (".pdf", b""),
        (".pdf", b"%PDF-1.7 and no more"),
        (".json", None),
        (".json", b""),
        (".json", b"[]"),
        (".json", b"\xff\xfe"),
        (".json", b'{"pages": 4, "starts": {}, "missing": ""}\nabc\n'),
    ],
)
def test_what_is_damaged_in_the_cache_is_set_anew(
    ending: str, data: bytes | None, sample_print_input: PrintInput, folder: Path, set_now: list[str]
):
    jobs = [screen_job(piece(sample_print_input), sample_print_input)]
    whole = make_pdfs(jobs, folder)
    before = whole.pdfs[0].file.read_bytes()
    damage(folder, ending, data)
    assert whole == make_pdfs(jobs, folder)
    assert (before, 2) == (whole.pdfs[0].file.read_bytes(), len(set_now))


def test_a_pdf_that_somebody_else_has_kept_is_set_anew(
    sample_print_input: PrintInput, folder: Path, set_now: list[str], monkeypatch: pytest.MonkeyPatch
):
    jobs = [screen_job(piece(sample_print_input), sample_print_input)]
    make_pdfs(jobs, folder)
    monkeypatch.setattr("wawla.runtime.seal._key", lambda: b"another" * 4)
    make_pdfs(jobs, folder)
    assert 2 == len(set_now)


def test_what_is_not_of_the_cache_is_never_removed(
    sample_print_input: PrintInput, folder: Path, set_now: list[str], tmp_path: Path
):
    mine = tmp_path / "documents"
    mine.mkdir()
    (mine / "thesis.pdf").write_bytes(b"%PDF")
    os.utime(mine / "thesis.pdf", (0, 0))
    folder.mkdir()
    (folder / "print").symlink_to(mine)  # as it may come with a checkout
    make_pdfs([screen_job(piece(sample_print_input), sample_print_input)], folder)
    assert (mine / "thesis.pdf").exists()


def test_half_a_pdf_in_the_cache_is_set_anew(sample_print_input: PrintInput, folder: Path, set_now: list[str]):
    jobs = [screen_job(piece(sample_print_input), sample_print_input)]
    file = make_pdfs(jobs, folder).pdfs[0].file
    before = file.read_bytes()
    file.write_bytes(before[: len(before) // 2])
    assert before == make_pdfs(jobs, folder).pdfs[0].file.read_bytes()


def test_what_another_process_is_writing_or_has_taken_away_stops_nothing(
    sample_print_input: PrintInput, folder: Path, set_now: list[str]
):
    (folder / "print").mkdir(parents=True)
    (folder / "print/gone.pdf").symlink_to(folder / "nowhere")  # as a file that goes while the folder is looked through
    (folder / "print/half.1.new").write_bytes(b"%PDF-")
    made = make_pdfs([screen_job(piece(sample_print_input), sample_print_input)], folder)
    assert ((), 1) == (made.findings, len(made.pdfs))


def test_what_nobody_has_asked_for_in_a_fortnight_is_forgotten(
    sample_print_input: PrintInput, folder: Path, set_now: list[str], monkeypatch: pytest.MonkeyPatch
):
    old = make_pdfs([screen_job(piece(sample_print_input), sample_print_input)], folder).pdfs[0].file
    now = old.stat().st_mtime
    monkeypatch.setattr(pdf_cache.time, "time", lambda: now + 13 * 24 * 3600)
    make_pdfs([screen_job(piece(sample_print_input, TIES), sample_print_input)], folder)
    assert old.exists()
    monkeypatch.setattr(pdf_cache.time, "time", lambda: now + 15 * 24 * 3600)
    make_pdfs([screen_job(piece(sample_print_input, TIES), sample_print_input)], folder)
    assert (False, 2) == (old.exists(), len(list((folder / "print").iterdir())))


def test_everybody_hears_of_the_books_that_are_set(sample_print_input: PrintInput, folder: Path, set_now: list[str]):
    heard: list[str] = []
    for _ in range(2):
        make_pdfs(
            [screen_job(piece(sample_print_input), sample_print_input)], folder, lambda book: heard.append(book.title)
        )
    assert ["A forum in the forest"] == heard


# What cannot be set.


@pytest.fixture
def impossible(sample_print_input: PrintInput) -> PrintInput:
    """The sample with an account that cannot be set."""
    return with_body(sample_print_input, piece(sample_print_input), "<p>IMPOSSIBLE</p>")


def test_a_book_that_cannot_be_set_is_a_finding_and_holds_up_no_other(
    impossible: PrintInput, folder: Path, set_now: list[str]
):
    made = make_pdfs([screen_job(piece(impossible, each), impossible) for each in (FOREST, TIES)], folder)
    assert ["ties-sheet"] == [pdf.book.name for pdf in made.pdfs]
    told = ("RND002", f"{FOREST}/index.md", "the book takes longer than 120 seconds to set")
    assert [told] == said(made.findings)


def test_an_edition_that_cannot_be_set_lays_it_at_the_door_of_the_piece(
    impossible: PrintInput, folder: Path, set_now: list[str]
):
    jobs = [screen_job(edition(impossible), impossible), press_job(edition(impossible), impossible)]
    found = findings_at_pieces(make_pdfs(jobs, folder).findings, impossible, folder)
    assert [("RND002", f"{FOREST}/index.md", "the book takes longer than 120 seconds to set")] == said(found)


def test_an_edition_whose_own_words_cannot_be_set_is_named_itself(
    sample_print_input: PrintInput, folder: Path, set_now: list[str]
):
    own = edition(sample_print_input)
    rendered = replace(sample_print_input.rendered[own.path], html="<p>IMPOSSIBLE</p>")
    print_input = replace(sample_print_input, rendered={**sample_print_input.rendered, own.path: rendered})
    found = findings_at_pieces(make_pdfs([screen_job(own, print_input)], folder).findings, print_input, folder)
    assert [f"{SHARING}/index.md"] == [finding.place.path for finding in found]


def test_letters_without_a_sign_are_a_warning_at_the_piece_that_has_them(
    sample_print_input: PrintInput, folder: Path, set_now: list[str], monkeypatch: pytest.MonkeyPatch
):
    print_input = with_body(sample_print_input, piece(sample_print_input), "<p>☃</p>")
    found = findings_at_pieces(
        make_pdfs([screen_job(edition(print_input), print_input)], folder).findings, print_input, folder
    )
    assert [("RND003", f"{FOREST}/index.md", "our typefaces have no sign for: ☃")] == said(found)
    assert ["warning"] == [finding.severity for finding in found]


def test_each_piece_is_told_its_own_letters_and_the_edition_the_rest(sample_print_input: PrintInput, folder: Path):
    own = edition(sample_print_input)
    print_input = with_body(sample_print_input, piece(sample_print_input), "<p>☃ and \ue000</p>")
    print_input = with_body(print_input, piece(sample_print_input, TIES), "<p>東 and ☃</p>")
    finding = making._missing_glyphs(
        making.Pdf(screen_job(own, print_input).book, folder, TypesetResult(4, missing="☃東京\ue000"))
    )
    assert "our typefaces have no sign for: ☃ 東 京 U+E000" == finding.message
    expected = {
        f"{FOREST}/index.md": "our typefaces have no sign for: ☃ U+E000",
        f"{TIES}/index.md": "our typefaces have no sign for: ☃ 東",
        own.path: "our typefaces have no sign for: 京",
    }
    assert expected == {each.place.path: each.message for each in findings_at_pieces([finding], print_input, folder)}


def test_a_letter_is_told_at_the_piece_whichever_of_its_words_has_it(sample_print_input: PrintInput, folder: Path):
    own, tool = edition(sample_print_input), piece(sample_print_input, TIES)
    given = sample_print_input.library.sources["sample-article"].model_copy(update={"within": "東"})
    pieces = {TIES: tool.model_copy(update={"questions": ("☃?",), "group": "京"})}
    library = sample_print_input.library
    library = replace(
        library, pieces={**library.pieces, **pieces}, sources={**library.sources, "sample-article": given}
    )
    print_input = replace(sample_print_input, library=library)
    pdf = making.Pdf(screen_job(own, print_input).book, folder, TypesetResult(4, missing="☃東京"))
    found = findings_at_pieces([making._missing_glyphs(pdf)], print_input, folder)
    assert [("RND003", f"{TIES}/index.md", "our typefaces have no sign for: ☃ 東 京")] == said(found)


def test_the_older_file_stays_where_a_book_cannot_be_set(impossible: PrintInput, tmp_path: Path, set_now: list[str]):
    to = tmp_path / "files"
    to.mkdir()
    (to / "forest-forum.pdf").write_bytes(b"the older one")
    orders = [(piece(impossible, FOREST), ("screen",)), (piece(impossible, TIES), ("screen",))]
    printed, findings = print_files(orders, impossible, tmp_path / "cache", to)
    assert (["ties-sheet.pdf"], 1) == ([each.file.name for each in printed], len(findings))
    assert b"the older one" == (to / "forest-forum.pdf").read_bytes()
    assert ["forest-forum.pdf", "ties-sheet.pdf"] == sorted(file.name for file in to.iterdir())


# With the typesetter itself.


@pytest.mark.slow
def test_a_piece_that_really_cannot_be_set_is_blamed_for_its_edition(sample_print_input: PrintInput, tmp_path: Path):
    deep = with_body(sample_print_input, piece(sample_print_input), "<div>" * 400 + "x" + "</div>" * 400)
    printed, findings = print_files([(edition(deep), ("screen", "press"))], deep, tmp_path / "cache", tmp_path / "to")
    assert [("RND002", f"{FOREST}/index.md", "the book cannot be set: it is nested too deeply")] == said(findings)
    assert [] == printed


def make_the_sample(folder: str) -> list[tuple[str, bytes]]:
    print_input = print_input_of(read_library(tree_on_disk(SAMPLE), TODAY).library)
    jobs = [screen_job(print_input.library.pieces[each], print_input) for each in (FOREST, TIES, "tools/opening-talk")]
    made = make_pdfs(jobs, Path(folder))
    assert () == made.findings
    return [(pdf.file.name, pdf.file.read_bytes()) for pdf in made.pdfs]


@pytest.mark.slow
def test_two_processes_at_the_same_work_come_to_the_same(folder: Path):
    with ProcessPoolExecutor(2, multiprocessing.get_context("spawn")) as two:
        first, second = two.map(make_the_sample, [str(folder)] * 2)
    assert first == second
    assert first == make_the_sample(str(folder))
    assert 3 * 2 == len(list((folder / "print").iterdir()))
    for name, _ in first:
        with pikepdf.open(folder / "print" / name) as pdf:
            assert len(pdf.pages)


def test_no_file_for_a_screen_leads_to_a_reserved_address_and_the_printers_file_waits_for_its_check(
    sample_print_input: PrintInput,
):
    reserved = replace(sample_print_input, base=RESERVED)
    for item in items_for_site(reserved):
        book = screen_job(item, reserved).book
        assert RESERVED not in book.html
        assert "book:/code.svg" not in book.pictures
    assert RESERVED in press_job(edition(reserved), reserved).book.html


def test_the_author_of_a_file_is_a_name_and_no_statement(sample_print_input: PrintInput):
    jobs = [screen_job(item, sample_print_input) for item in items_for_site(sample_print_input)]
    named = {job.path: re.findall('<meta name="author" content="(.*?)">', job.book.html) for job in jobs}
    assert ["A sample publisher"] == named["series/ask/trust-at-work/index.md"]
    assert ["The editors of this site"] == named["tools/ties-sheet/index.md"]
    slow = named["series/ask/trust-at-work/think-pieces/slow-questions/index.md"]
    assert ["A. Writer", "Adviser of an LEA &lt;retired&gt;"] == slow
