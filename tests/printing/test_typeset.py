"""The setting of books in processes with limits: what cannot be set fails alone and loudly, and what lacks is told."""

import errno
import io
import json
import os
import re
import subprocess
import sys
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

import pikepdf
import pypdfium2
import pytest
from by_hand import job, refused, set_all, with_body
from paper import read_aloud
from PIL import Image
from pypdfium2.raw import FPDF_PAGEOBJ_IMAGE

from wawla.model import Piece
from wawla.model.errors import WawlaError
from wawla.model.typography import BOX
from wawla.printing.make_pdfs import TYPESETTING, screen_job
from wawla.printing.print_input import PrintInput
from wawla.printing.typesetting.job import SettingJob, TypesetResult
from wawla.printing.typesetting.typeset import letters_missing
from wawla.printing.typesetting.worker import _answer
from wawla.printing.ua_check import Verdict
from wawla.rendering.job import RenderJob
from wawla.rendering.markdown_to_html import Renderer
from wawla.runtime.job_failure import JobFailed, UnusableContent
from wawla.runtime.memory_limit import MOST_MEMORY
from wawla.runtime.worker_pool import WorkerPool

pytestmark = pytest.mark.slow

FOREST = "accounts_of_practice/forest-forum"
SLOW = "<p>" + "word " * 400_000 + "</p>"
"""A book that takes minutes."""


def words(file: Path) -> str:
    with pypdfium2.PdfDocument(file) as pdf:
        return " ".join(" ".join(page.get_textpage().get_text_bounded() for page in pdf).split())


def of_markdown(text: str, print_input: PrintInput, piece: Piece) -> SettingJob:
    """The leaflet of a piece with another body."""
    html = Renderer().render(RenderJob(piece.path, text)).html
    return screen_job(piece, with_body(print_input, piece, html))


# Limits.


def test_a_book_that_takes_too_long_is_named_and_the_others_are_made(tmp_path: Path):
    jobs = {"slow": job(SLOW), **{f"quick-{number}": job("<p>Quick.</p>") for number in range(3)}}
    outcomes = set_all(jobs, tmp_path, seconds=6)
    assert "the book takes longer than 6 seconds to set" == str(outcomes.pop("slow"))
    assert {f"quick-{number}": TypesetResult(pages=1) for number in range(3)} == outcomes
    assert [f"quick-{number}.pdf" for number in range(3)] == sorted(file.name for file in tmp_path.iterdir())


def test_no_process_is_left_behind_by_a_book_that_takes_too_long(tmp_path: Path):
    with WorkerPool[SettingJob, TypesetResult](TYPESETTING, 1, 0.5) as workers:
        first = workers._workers[0]._process
        [(_, outcome)] = workers.do([replace(job(SLOW), to=str(tmp_path / "slow.pdf"))])
        second = workers._workers[0]._process
    assert isinstance(outcome, JobFailed)
    assert (-9, -9) == (first.returncode, second.returncode)


def test_a_process_may_use_two_gigabytes_and_no_more():
    ask = "import resource, sys; from wawla.printing.typesetting import worker; sys.stdin = open('/dev/null');"
    ask += "worker.main(); print(*resource.getrlimit(resource.RLIMIT_AS), file=sys.stderr)"
    done = subprocess.run(
        [sys.executable, "-c", ask], capture_output=True, text=True, check=True, stdin=subprocess.DEVNULL
    )
    assert ("ready\n", f"{2 * 1024**3} {2 * 1024**3}\n") == (done.stdout, done.stderr)
    assert 2 * 1024**3 == MOST_MEMORY


@pytest.mark.parametrize(
    ("error", "expected"),
    [
        (RecursionError(), "content"),
        (UnusableContent("the picture cannot be used", ""), "content"),
        (OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), "/there/book.pdf"), "machine"),
        (ModuleNotFoundError("no", name="pikepdf"), "machine"),
        (ValueError("what?"), "bug"),
    ],
    ids=repr,
)
def test_whatever_stops_a_book_is_answered_and_the_process_goes_on(error: Exception, expected: str):
    def stopped(job: SettingJob) -> tuple[bytes, TypesetResult]:
        raise error

    line = job("<p>x</p>").to_json().encode()
    assert expected == json.loads(_answer(line, stopped))["failed"]


def test_a_full_disk_is_trouble_with_the_machine_and_names_the_file(tmp_path: Path):
    (tmp_path / "full.pdf").symlink_to("/dev/full")
    expected = f"^{tmp_path}/full.pdf: there is no space left on the disk"
    with pytest.raises(WawlaError, match=expected):
        set_all({"full": job("<p>x</p>")}, tmp_path)


def test_a_book_that_is_nested_too_deeply_is_named_and_the_next_one_is_made(tmp_path: Path):
    outcomes = set_all({"deep": job("<div>" * 4000 + "x"), "light": job("<p>Light.</p>")}, tmp_path)
    assert "the book cannot be set: it is nested too deeply" == str(outcomes["deep"])
    assert TypesetResult(pages=1) == outcomes["light"]


def test_a_process_that_cannot_start_is_told_with_the_remedy(monkeypatch: pytest.MonkeyPatch, tmp_path: Path):
    monkeypatch.setattr(sys, "executable", "/bin/false")
    with pytest.raises(WawlaError, match=r"A process to set could not start\. Run `make site`.*`wawla doctor`"):
        set_all({"any": job("<p>x</p>")}, tmp_path)


# Letters.


def test_a_letter_that_the_typefaces_have_not_is_told_and_set_as_a_box(tmp_path: Path):
    page = job("<h2>Well done \U0001f600</h2><p>東京 and <em>☃</em>, <strong>☃</strong>; café, Łódź, ½ and €.</p>")
    assert {"page": TypesetResult(pages=1, missing="☃京東\U0001f600")} == set_all({"page": page}, tmp_path)
    assert f"Made by hand Well done {BOX} {BOX}{BOX} and {BOX}, {BOX}; café, Łódź, ½ and €." == words(
        tmp_path / "page.pdf"
    )


def test_the_box_is_in_the_typefaces():
    assert "" == letters_missing(BOX)


@pytest.mark.parametrize("letter", ["\ue000", "\u0378", "\x01", "\u2028"])
def test_a_letter_that_nobody_can_see_is_told_too(letter: str):
    assert letter == letters_missing(f"<p>a{letter}b</p>")


def test_spaces_and_marks_of_no_width_need_no_sign(tmp_path: Path):
    page = job("<p>a\u00a0b\u2009c\u202fd\u200be\u00adf\u200dg\ufeffh\ti</p>")
    assert {"page": TypesetResult(pages=1)} == set_all({"page": page}, tmp_path)


def test_letters_are_sought_in_what_is_read_and_not_in_tags_and_styles():
    assert "☃" == letters_missing('<style>p { content: "東" }</style><p title="京">&#9731; &amp; &lt;☃&gt;</p>')


def test_a_title_on_the_cover_has_the_box_as_well(sample_print_input: PrintInput, tmp_path: Path):
    edition = sample_print_input.library.editions["series/talk/sharing-the-lead"]
    changed = edition.model_copy(update={"title": "Sharing ☃"})
    editions = {**sample_print_input.library.editions, changed.folder: changed}
    print_input = replace(sample_print_input, library=replace(sample_print_input.library, editions=editions))
    outcomes = set_all({"edition": screen_job(changed, print_input)}, tmp_path)
    assert "☃" == outcomes["edition"].missing
    with pypdfium2.PdfDocument(tmp_path / "edition.pdf") as pdf:
        assert BOX in pdf[0].get_textpage().get_text_bounded()


# Complaints.


@pytest.mark.parametrize(
    "html",
    [
        '<p style="colour: red">x</p>',
        "<style>p { color red }</style><p>x</p>",
        '<p><a href="#nowhere">x</a></p>',
        "<style>p::after { content: target-counter('#nowhere', page) }</style><p>x</p>",
        '<img src="book:/a.png" alt="x">',
    ],
    ids=["a property", "a declaration without its colon", "a link to nowhere", "a page of nowhere", "a broken picture"],
)
def test_what_weasyprint_complains_of_is_no_book(html: str, tmp_path: Path):
    assert ["page"] == refused(set_all({"page": job(html, {"book:/a.png": b"no picture"})}, tmp_path))
    assert [] == list(tmp_path.iterdir())


def test_a_book_that_lost_a_note_is_no_book(tmp_path: Path):
    note = '<style>span.note { float: footnote }</style><p>Text<span class="note">A note.</span></p>'
    lost = f'{note}<div style="display: none"><p>More<span class="note">Lost.</span></p></div>'
    assert ["lost"] == refused(set_all({"whole": job(note), "lost": job(lost)}, tmp_path))


# Everything that a body can hold.

EVERYTHING = {
    "loose numbered list": "1. One.\n\n2. Two.\n\n    Still two.\n",
    "lists in lists": "- a\n    1. b\n\n        c\n\n    2. d\n- e\n",
    "table in a list": "1. One.\n\n    | A | B |\n    | --- | --- |\n    | 1 | 2 |\n\n2. Two.\n",
    "definitions": "A\n:   One.\n\n    Two.\n\n    - three\n\nB\n:   Four.\n",
    "headings that skip": "### Three\n\nText.\n\n###### Six\n\nText.\n\n## Two\n\nText.\n",
    "notes with lists": "Text.[^1] More.[^2]\n\n[^1]:\n    One.\n\n    - two\n\n    Three.[^2]\n\n[^2]: See [a](http://a.b/).\n",
    "notes in odd cells": "## A[^1]\n\n| A[^1] | B |\n| --- | --- |\n| [x](http://a.b/)[^1] | |\n\n- a[^1]\n\n[^1]: N",
    "admonitions": '!!! note "What"\n    One.\n\n    - two\n\n??? footnote "Who"\n    !!! tip\n        Deep.\n',
    "quotations and code": "> Said.\n>\n> - in a list\n\n```\ncode <b>\n\n  more\n```\n\nText `in line`.\n\n---\n",
    "stress in links": "[*a* b **c** `d`](https://a.example/) and <https://b.example/x?a=1&b=2>.\n",
    "long words": "x" * 300 + " https://a.example/" + "y" * 300 + "\n",
    "long table": "| A | B |\n| --- | --- |\n" + "| Some words. | b |\n" * 45,
    "one long cell": "| A | B |\n| --- | --- |\n| " + "Some words. " * 500 + "| b |\n",
    "many notes": "\n\n".join(f"Text.[^{n}]\n\n[^{n}]: {'Many words. ' * 30}" for n in range(16)),
    "nothing": "",
}


@pytest.fixture(scope="module")
def everything(
    sample_print_input: PrintInput, tmp_path_factory: pytest.TempPathFactory
) -> tuple[Path, dict[str, object]]:
    """A leaflet of each of these bodies."""
    folder = tmp_path_factory.mktemp("everything")
    piece = sample_print_input.library.pieces[FOREST]
    return folder, set_all(
        {name: of_markdown(text, sample_print_input, piece) for name, text in EVERYTHING.items()}, folder
    )


def test_everything_that_a_body_can_hold_can_be_set(everything: tuple[Path, dict[str, object]]):
    _, outcomes = everything
    assert [] == refused(outcomes)


@pytest.mark.java
@pytest.mark.slow
def test_everything_that_a_body_can_hold_is_pdf_ua(
    everything: tuple[Path, dict[str, object]], verapdf: Callable[[Sequence[Path]], list[Verdict]]
):
    folder, _ = everything
    verdicts = verapdf([folder / f"{name}.pdf" for name in EVERYTHING])
    assert dict.fromkeys(EVERYTHING, ()) == {verdict.path.stem: verdict.failures for verdict in verdicts}


def test_an_item_of_a_list_holds_a_number_and_a_body_and_nothing_beside(everything: tuple[Path, dict[str, object]]):
    folder, _ = everything
    for name in ("loose numbered list", "lists in lists", "table in a list"):
        with pikepdf.open(folder / f"{name}.pdf") as pdf:
            items = [each for each in pdf.objects if isinstance(each, pikepdf.Dictionary) and each.get("/S") == "/LI"]
            assert {"/Lbl", "/LBody"} == {str(kid.S) for item in items for kid in item.K}
    assert "One. Two. Still two." in re.sub(r"\s+", " ", read_aloud(folder / "loose numbered list.pdf"))


def test_an_admonition_called_note_stands_in_the_text_and_not_at_the_foot(everything: tuple[Path, dict[str, object]]):
    folder, _ = everything
    assert "What One. two Who Tip Deep." in re.sub(r"[\s–]+", " ", read_aloud(folder / "admonitions.pdf"))


def test_a_picture_higher_than_a_page_is_made_smaller_and_keeps_its_shape(
    sample_print_input: PrintInput, tmp_path: Path
):
    piece = sample_print_input.library.pieces[FOREST]
    picture = io.BytesIO()
    Image.new("RGB", (400, 4000), "red").save(picture, "PNG")
    figure = '<figure><img src="tall.png" alt="A" width="400" height="4000"><figcaption>Tall.</figcaption></figure>'
    leaflet = screen_job(piece, with_body(sample_print_input, piece, figure))
    files = {**leaflet.book.pictures, f"book:/{FOREST}/tall.png": picture.getvalue()}
    set_all({"tall": replace(leaflet, book=replace(leaflet.book, pictures=files))}, tmp_path)
    with pypdfium2.PdfDocument(tmp_path / "tall.pdf") as pdf:
        [(page, place)] = [(page, each.get_bounds()) for page in pdf for each in page.get_objects([FPDF_PAGEOBJ_IMAGE])]
        left, bottom, right, top = place
        assert (10, True) == (round((top - bottom) / (right - left), 1), 60 < bottom < top < page.get_height() - 60)
        assert "Tall." in page.get_textpage().get_text_bounded()


# What is said of a book that was set.


def test_pieces_begin_on_the_pages_that_are_told(sample_print_input: PrintInput, tmp_path: Path):
    edition = sample_print_input.library.editions["series/ask/trust-at-work"]
    outcomes = set_all({"edition": screen_job(edition, sample_print_input)}, tmp_path)
    starts = outcomes["edition"].starts
    assert [piece.folder for piece in sample_print_input.published.pieces_of(edition)] == list(starts)
    assert sorted(starts.values()) == list(starts.values())
    with pypdfium2.PdfDocument(tmp_path / "edition.pdf") as pdf:
        for folder, number in starts.items():
            standfirst = sample_print_input.library.pieces[folder].summary.split(",")[0].split()[:3]
            assert " ".join(standfirst) in " ".join(pdf[number - 1].get_textpage().get_text_bounded().split())


def test_an_edition_has_pages_for_notes_until_its_pages_make_whole_sheets(
    sample_print_input: PrintInput, tmp_path: Path
):
    edition = sample_print_input.library.editions["series/ask/trust-at-work"]
    whole = screen_job(edition, sample_print_input)
    jobs = {"sheets": whole, "loose": replace(whole, book=replace(whole.book, sheets_of_four=False))}
    outcomes = set_all(jobs, tmp_path)
    added = outcomes["sheets"].pages - outcomes["loose"].pages
    assert (0, -outcomes["loose"].pages % 4) == (outcomes["sheets"].pages % 4, added)
    with pypdfium2.PdfDocument(tmp_path / "sheets.pdf") as pdf:
        notes = [
            n for n, page in enumerate(pdf, 1) if page.get_textpage().get_text_bounded().strip().upper() == "NOTES"
        ]
    assert list(range(outcomes["sheets"].pages - added, outcomes["sheets"].pages)) == notes


def test_a_job_can_cross_a_pipe(sample_print_input: PrintInput):
    edition = screen_job(sample_print_input.library.editions["series/ask/trust-at-work"], sample_print_input)
    assert edition == SettingJob.from_json(edition.to_json())
    found = TypesetResult(4, {"tools/a": 2}, "☃")
    assert found == TypesetResult.from_json(found.to_json())
    assert "\n" not in edition.to_json() + found.to_json()


def test_this_machine_has_no_fonts_for_a_book(tmp_path: Path):
    page = job('<p style="font-family: monospace">Code</p><p style="font-family: Arial, sans-serif">Sans</p>')
    set_all({"page": page}, tmp_path)
    with pikepdf.open(tmp_path / "page.pdf") as pdf:
        names = {
            str(each.FontName) for each in pdf.objects if isinstance(each, pikepdf.Dictionary) and "/FontName" in each
        }
    assert names
    assert [] == [name for name in names if "Source" not in name], os.environ.get("FONTCONFIG_FILE")
