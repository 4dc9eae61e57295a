"""What a person types to have PDFs made, what she gets, and with which exit status.

The typesetter is left out: what it makes is looked at in tests/printing.
"""

import io
import re
import shutil
from collections.abc import Iterable, Iterator
from pathlib import Path

import pikepdf
import pytest
from click.testing import CliRunner, Result
from folders import SAMPLE

from wawla.checking.examples import TODAY
from wawla.commands.main import main
from wawla.printing import make_pdfs, preflight
from wawla.printing.typesetting.job import SettingJob, TypesetResult
from wawla.runtime.job_failure import JobFailed

pytestmark = pytest.mark.slow  # each has a whole publication checked, gathered and laid out
EDITION = ["ASK-Trust-at-work-booklet.pdf", "ASK-Trust-at-work-press.pdf", "ASK-Trust-at-work.pdf"]
EVERYTHING = 2 * 3 + 9
TIES = "tools/ties-sheet/index.md"


def blank(pages: int) -> bytes:
    data = io.BytesIO()
    with pikepdf.new() as pdf:
        for _ in range(pages):
            pdf.add_blank_page(page_size=(595, 842))
        pdf.save(data)
    return data.getvalue()


class Blank:
    """Typesetters that answer at once, with four blank pages; they cannot set a book that holds the word IMPOSSIBLE."""

    def __init__(self, trade: object) -> None:
        pass

    def __class_getitem__(cls, _: object) -> "type[Blank]":
        return cls

    def __enter__(self) -> "Blank":
        return self

    def __exit__(self, *_: object) -> None:
        pass

    def do(self, jobs: Iterable[SettingJob]) -> Iterator[tuple[SettingJob, TypesetResult | JobFailed]]:
        for job in jobs:
            if "IMPOSSIBLE" in job.book.html:
                yield job, JobFailed("the book takes longer than 120 seconds to set")
            else:
                Path(job.to).write_bytes(blank(4))
                yield job, TypesetResult(4, missing="☃" if "☃" in job.book.html else "")


@pytest.fixture(scope="module")
def rendered(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the sample of which everything has been rendered before, and nothing printed."""
    copied = Path(shutil.copytree(SAMPLE, tmp_path_factory.mktemp("rendered") / "sample"))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(make_pdfs, "WorkerPool", Blank)
        patch.chdir(copied)
        assert 0 == wawla_print("--all").exit_code
    for file in (copied / ".cache/print").glob("*.*"):  # what the libraries said stays, as on any machine but a new one
        file.unlink()
    shutil.rmtree(copied / "build")
    return copied


@pytest.fixture
def root(rendered: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of it, in the folder of the command; what is printed of it has blank pages."""
    copied = Path(shutil.copytree(rendered, tmp_path / "sample"))
    monkeypatch.setattr(make_pdfs, "WorkerPool", Blank)
    monkeypatch.setattr(preflight, "try_typesetting", lambda: None)
    monkeypatch.chdir(copied)
    return copied


def wawla_print(*arguments: object) -> Result:
    return CliRunner().invoke(main, ["print", *map(str, arguments), "--today", str(TODAY)])


def files(folder: Path) -> list[str]:
    return sorted(file.name for file in folder.iterdir()) if folder.is_dir() else []


def change(file: Path, old: str, new: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")


# What is asked for.


@pytest.mark.parametrize(
    "name",
    [
        "ASK/Trust at work",
        "ask/trust at WORK",
        "series/ask/trust-at-work",
        "series/ask/trust-at-work/",
        "ask/trust-at-work",
        "trust-at-work",
        " Trust-at-Work ",
        'Trust & "ties": are 5 < 6 schools > 4?',
    ],
)
def test_an_edition_is_named_by_reference_folder_slug_or_title_in_any_case(root: Path, name: str):
    result = wawla_print(name)
    assert (0, EDITION) == (result.exit_code, files(root / "build/print")), result.output


@pytest.mark.parametrize(
    "name", ["tools/ties-sheet", "ties-sheet", "TIES-SHEET", "A sheet for ties", "tools/ties-sheet/"]
)
def test_a_piece_is_named_by_folder_slug_or_title_and_has_one_file(root: Path, name: str):
    result = wawla_print(name)
    assert (0, ["ties-sheet.pdf"]) == (result.exit_code, files(root / "build/print")), result.output


def test_each_file_is_told_with_its_pages_its_size_and_what_it_is_for(root: Path):
    result = wawla_print("ASK/Trust at work", "ties-sheet", "--to", "out")
    told = [re.sub(r"\d+ kB", "N kB", line) for line in result.stdout.splitlines()]
    assert [
        "out/ASK-Trust-at-work.pdf  4 pages, N kB, for the screen",
        "out/ASK-Trust-at-work-booklet.pdf  4 pages, N kB, for the booklet",
        "out/ASK-Trust-at-work-press.pdf  4 pages, N kB, for the press",
        "out/ties-sheet.pdf  4 pages, N kB, for the screen",
    ] == told


@pytest.mark.parametrize(
    ("forms", "expected"),
    [
        (["screen"], ["ASK-Trust-at-work.pdf"]),
        (["press"], ["ASK-Trust-at-work-press.pdf"]),
        (["booklet"], ["ASK-Trust-at-work-booklet.pdf"]),
        (["press", "booklet"], ["ASK-Trust-at-work-booklet.pdf", "ASK-Trust-at-work-press.pdf"]),
        (["press", "press"], ["ASK-Trust-at-work-press.pdf"]),
    ],
)
def test_of_an_edition_the_forms_are_made_that_are_asked_for(root: Path, forms: list[str], expected: list[str]):
    result = wawla_print("trust-at-work", *(word for form in forms for word in ("--for", form)))
    assert (0, expected) == (result.exit_code, files(root / "build/print"))


def test_everything_is_every_form_of_every_edition_and_every_piece_but_drafts(root: Path):
    result = wawla_print("--all")
    found = files(root / "build/print")
    assert (0, EVERYTHING) == (result.exit_code, len(found)), result.output
    assert [] == [name for name in found if "draft" in name or "Next" in name]


@pytest.mark.parametrize(("form", "count"), [("press", 2), ("booklet", 2), ("screen", 2 + 9)])
def test_everything_in_one_form_is_what_has_that_form(root: Path, form: str, count: int):
    result = wawla_print("--all", "--for", form)
    assert (0, count) == (result.exit_code, len(files(root / "build/print"))), result.output


# What is asked for and cannot be had: one line, status 2, nothing written.


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ([], "wawla: say what to print: an edition or a piece, or --all.\n"),
        (
            ["trust-at-wrok"],
            "wawla: there is no published edition or piece 'trust-at-wrok'. Did you mean 'trust-at-work'?\n",
        ),
        (["xyzzy"], "wawla: there is no published edition or piece 'xyzzy'.\n"),
        (["../../etc/passwd"], "wawla: there is no published edition or piece '../../etc/passwd'.\n"),
        ([""], "wawla: there is no published edition or piece ''.\n"),
        (["bridge-draft"], "wawla: there is no published edition or piece 'bridge-draft'."),
        (["ASK/Next steps"], "wawla: 'ASK/Next steps' is forthcoming and holds nothing to print yet.\n"),
        (["next-steps"], "wawla: 'next-steps' is forthcoming and holds nothing to print yet.\n"),
        (
            ["ties-sheet", "--for", "press"],
            "wawla: tools/ties-sheet is a piece: only whole editions are made for the press or as booklets.\n",
        ),
        (
            ["trust-at-work", "ties-sheet", "--for", "screen", "--for", "booklet"],
            "wawla: tools/ties-sheet is a piece: only whole editions are made for the press or as booklets.\n",
        ),
        (["trust-at-work", "nowhere"], "wawla: there is no published edition or piece 'nowhere'."),
    ],
)
def test_what_cannot_be_had_is_said_in_one_line_with_status_2(root: Path, asked: list[str], said: str):
    result = wawla_print(*asked)
    assert (2, "") == (result.exit_code, result.stdout)
    assert said in result.stderr
    assert [] == files(root / "build/print")


def test_a_name_that_two_have_asks_for_the_folder(root: Path):
    change(root / TIES, "title: A sheet for ties", "title: Trust-at-work")
    result = wawla_print("trust-at-work")
    assert 2 == result.exit_code
    assert "'trust-at-work' may be series/ask/trust-at-work or tools/ties-sheet: name the folder." in result.stderr


def test_an_unknown_form_is_refused(root: Path):
    result = wawla_print("trust-at-work", "--for", "paper")
    assert 2 == result.exit_code
    assert "'paper' is not one of 'screen', 'press', 'booklet'" in result.stderr


@pytest.mark.parametrize("to", ["taken", "taken/below", "/proc/nowhere"])
def test_a_folder_that_cannot_be_written_is_one_line_with_status_2(root: Path, to: str):
    (root / "taken").write_text("a file", encoding="utf-8")
    result = wawla_print("ties-sheet", "--to", to)
    assert 2 == result.exit_code
    assert re.search(rf"{to}\S* (cannot be written|is a file)|'{to}' is a file", result.stderr)
    assert "Traceback" not in result.output
    assert "a file" == (root / "taken").read_text(encoding="utf-8")


def test_a_folder_without_a_publication_is_status_2(tmp_path: Path):
    result = wawla_print("--all", "--root", tmp_path)
    assert 2 == result.exit_code
    assert f"wawla: {tmp_path} holds no publication" in result.stderr


# What is wrong with the publication, or with a book.


def test_a_publication_with_errors_is_told_them_and_nothing_is_written(root: Path):
    change(root / TIES, "---\n", "---\nlicence: CC BY 9.0\n")
    result = wawla_print("--all")
    assert 1 == result.exit_code
    assert f"{TIES}:2:10  SCH004  licence cannot be 'CC BY 9.0'" in result.stdout
    assert "What is named above was not printed; an older file, if there was one, is as it was." in result.stderr
    assert [] == files(root / "build/print")


def test_a_book_that_cannot_be_set_is_a_finding_and_the_others_are_written(root: Path):
    (root / "build/print").mkdir(parents=True)
    (root / "build/print/ties-sheet.pdf").write_bytes(b"the older one")
    change(root / TIES, "Keep the sheet.", "IMPOSSIBLE. Keep the sheet.")
    result = wawla_print("--all")
    assert 1 == result.exit_code
    assert f"{TIES}:1:1  RND002  the book takes longer than 120 seconds to set" in result.stdout
    assert "1 finding in" in result.stdout
    assert "an older file, if there was one, is as it was." in result.stderr
    assert b"the older one" == (root / "build/print/ties-sheet.pdf").read_bytes()
    assert EVERYTHING - 3 == len(files(root / "build/print"))  # all but the three forms of the booklet it stands in


def test_letters_without_a_sign_are_told_and_the_book_is_written(root: Path):
    change(root / TIES, "Keep the sheet.", "Keep the sheet ☃.")
    result = wawla_print("TALK/Sharing", "ties-sheet")
    assert (0, 4) == (result.exit_code, len(files(root / "build/print")))
    assert re.search(rf"{TIES}:1:1  RND003  .*our typefaces have no sign for: ☃", result.stdout)
    assert "was not printed" not in result.stderr


def test_a_second_printing_takes_the_place_of_the_first(root: Path):
    wawla_print("ties-sheet")
    before = (root / "build/print/ties-sheet.pdf").stat()
    result = wawla_print("ties-sheet")
    assert (0, ["ties-sheet.pdf"]) == (result.exit_code, files(root / "build/print"))
    assert before.st_ino != (root / "build/print/ties-sheet.pdf").stat().st_ino  # renamed over it, never half-written
