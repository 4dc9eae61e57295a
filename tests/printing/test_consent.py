"""A picture is in a file exactly if its consent covers print on the day of making; else its place says why, in words.

Proved on what comes out: the pictures that are in the PDFs, for every picture of the sample and made-up ones, on
several days.
"""

import datetime as dt
import shutil
from collections.abc import Mapping
from pathlib import Path

import pikepdf
import pypdfium2
import pytest
from by_hand import print_input_of, set_all
from folders import SAMPLE
from paper import letters_of
from PIL import Image

from wawla.checking.examples import TODAY
from wawla.model import Picture, Piece
from wawla.printing.make_pdfs import press_job, screen_job
from wawla.printing.typesetting.colour import PROFILE
from wawla.printing.typesetting.job import Document, TypesetResult
from wawla.printing.typesetting.press_inks import PressInks
from wawla.printing.typesetting.printed_picture import printed_picture
from wawla.reading.library import Library
from wawla.reading.reader import read_library
from wawla.reading.tree import tree_on_disk

pytestmark = pytest.mark.slow

DAY = dt.timedelta(days=1)
SAMPLE_DAYS = [dt.date(2025, 8, 31), dt.date(2025, 9, 1), TODAY, dt.date(2099, 12, 31), dt.date(2100, 1, 1)]
"""The days round those on which consents of the sample end."""
FOREST = "accounts_of_practice/forest-forum"
CONSENTS = {
    "both": f"consent: {{reference: A, scope: [web, print], until: {TODAY + 99 * DAY}}}",
    "web-alone": f"consent: {{reference: B, scope: [web], until: {TODAY + 99 * DAY}}}",
    "print-alone": f"consent: {{reference: C, scope: [print], until: {TODAY + 99 * DAY}}}",
    "ended-yesterday": f"consent: {{reference: D, scope: [web, print], until: {TODAY - DAY}}}",
    "ends-today": f"consent: {{reference: E, scope: [web, print], until: {TODAY}}}",
    "none": "shows_people: true",
    "no-people": "shows_people: false",
    "no-people-ended": f"shows_people: false\n    consent: {{reference: F, scope: [web], until: {TODAY - DAY}}}",
}
SHOWN = {
    TODAY - DAY: {"both", "print-alone", "ended-yesterday", "ends-today", "no-people", "no-people-ended"},
    TODAY: {"both", "print-alone", "ends-today", "no-people", "no-people-ended"},
    TODAY + DAY: {"both", "print-alone", "no-people", "no-people-ended"},
    TODAY + 100 * DAY: {"no-people", "no-people-ended"},
}
"""Which of them may be printed on which day."""
WHY = {
    "web-alone": "consent to it does not cover print",
    "ended-yesterday": "consent to it ended on 28 February 2026",
    "none": "nobody's consent to it is known",
}


@pytest.fixture(scope="module")
def made_up(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample with an account that has a picture for every kind of consent, each of a colour of its own."""
    root = tmp_path_factory.mktemp("made-up") / "sample"
    shutil.copytree(SAMPLE, root)
    file = root / FOREST / "index.md"
    fields = "".join(
        f"  - file: {name}.png\n    alt: A picture called {name}.\n    credit: Us\n    {consent}\n"
        for name, consent in CONSENTS.items()
    )
    body = "".join(f"![]({name}.png)\n\n" for name in CONSENTS)
    front, text = file.read_text(encoding="utf-8").removeprefix("---\n").split("---\n", 1)
    file.write_text(f"---\n{front}pictures:\n{fields}---\n{text}\n{body}", encoding="utf-8")
    for number, name in enumerate(CONSENTS):
        Image.new("RGB", (60 + number, 40), (30 * number, 90, 200 - 20 * number)).save(root / FOREST / f"{name}.png")
    return root


def library_on(root: Path, day: dt.date) -> Library:
    return read_library(tree_on_disk(root), day).library


def images_in(file: Path) -> set[bytes]:
    """The pictures in a PDF, as they are compressed in it."""
    with pikepdf.open(file) as pdf:
        streams = [each for each in pdf.objects if isinstance(each, pikepdf.Stream)]
        return {each.read_raw_bytes() for each in streams if each.get("/Subtype") == pikepdf.Name.Image}


def words_in(file: Path) -> str:
    with pypdfium2.PdfDocument(file) as pdf:
        return " ".join(" ".join(page.get_textpage().get_text_bounded() for page in pdf).split())


def may_be_printed(picture: Picture, day: dt.date) -> bool:
    """The rule as the issue has it, written here once more and on its own."""
    if not picture.shows_people:
        return True
    return picture.consent is not None and "print" in picture.consent.scope and day <= picture.consent.until


def in_pdf(library: Library, piece: Piece, picture: Picture, inks: PressInks | None = None) -> bytes:
    trim = (148, 210) if inks else (210, 297)
    return printed_picture(library.tree.read(f"{piece.folder}/{picture.file}"), inks, trim).data


def made(outcomes: Mapping[str, object]) -> None:
    assert dict.fromkeys(outcomes, TypesetResult) == {name: type(outcome) for name, outcome in outcomes.items()}


def test_every_picture_of_the_sample_is_in_its_file_exactly_on_the_days_that_its_consent_covers(tmp_path: Path):
    jobs, expected, reasons = {}, {}, {}
    for day in SAMPLE_DAYS:
        library = library_on(SAMPLE, day)
        print_input = print_input_of(library)
        for piece in library.pieces.values():
            if piece.pictures and not piece.draft:
                name = f"{piece.slug}-{day}"
                jobs[name] = screen_job(piece, print_input)
                shown = [picture for picture in piece.pictures if may_be_printed(picture, day)]
                expected[name] = {in_pdf(library, piece, picture) for picture in shown}
                reasons[name] = len(piece.pictures) - len(shown)
    made(set_all(jobs, tmp_path))
    assert expected == {name: images_in(tmp_path / f"{name}.pdf") for name in jobs}
    said = {name: words_in(tmp_path / f"{name}.pdf").count("It is not shown, because") for name in jobs}
    assert reasons == said
    assert {0, 1} <= set(said.values())  # so that both were met


def test_each_kind_of_consent_holds_on_each_day(made_up: Path, tmp_path: Path):
    jobs, pictures = {}, {}
    for day in SHOWN:
        library = library_on(made_up, day)
        piece = library.pieces[FOREST]
        pictures = {in_pdf(library, piece, picture): picture.file.removesuffix(".png") for picture in piece.pictures}
        jobs[f"{day}"] = screen_job(piece, print_input_of(library))
    made(set_all(jobs, tmp_path))
    assert len(CONSENTS) == len(pictures)
    found = {day: {pictures[image] for image in images_in(tmp_path / f"{day}.pdf")} for day in SHOWN}
    assert SHOWN == found


def test_a_picture_that_is_not_shown_is_put_in_words_with_the_reason(made_up: Path, tmp_path: Path):
    library = library_on(made_up, TODAY)
    made(set_all({"forest": screen_job(library.pieces[FOREST], print_input_of(library))}, tmp_path))
    words = letters_of(words_in(tmp_path / "forest.pdf").replace("\ufffe", ""))  # which PDFium has for hyphens
    for name, reason in WHY.items():
        told = f"A picture stands here in the original (A picture called {name}). It is not shown, because {reason}."
        assert letters_of(told) in words
    assert len(WHY) == words.count("Itisnotshown,because")


def test_the_files_for_the_printer_hold_no_other_pictures_than_those_for_the_screen(made_up: Path, tmp_path: Path):
    library = library_on(made_up, TODAY)
    print_input = print_input_of(library)
    made(set_all({"press": press_job(library.editions["series/talk/sharing-the-lead"], print_input)}, tmp_path))
    inks = PressInks(PROFILE.read_bytes())
    pieces = [library.pieces[FOREST], library.pieces["accounts_of_practice/harbour-reading-groups"]]
    expected = {
        in_pdf(library, piece, picture, inks)
        for piece in pieces
        for picture in piece.pictures
        if may_be_printed(picture, TODAY)
    }
    assert expected == images_in(tmp_path / "press.pdf")


def test_the_bytes_of_a_picture_that_may_not_be_printed_are_not_even_sent_to_be_set(made_up: Path):
    for day, shown in SHOWN.items():
        library = library_on(made_up, day)
        print_input = print_input_of(library)
        books: list[Document] = [screen_job(library.pieces[FOREST], print_input).book]
        books += [screen_job(library.editions["series/talk/sharing-the-lead"], print_input).book]
        for book in books:
            names = {name.rpartition("/")[2].removesuffix(".png") for name in book.pictures if FOREST in name}
            assert shown == names


def test_a_picture_whose_file_is_spoilt_is_left_out_and_its_place_says_so(made_up: Path, tmp_path: Path):
    root = Path(shutil.copytree(made_up, tmp_path / "spoilt"))
    (root / FOREST / "both.png").write_bytes(b"no picture")
    library = library_on(root, TODAY)
    html = screen_job(library.pieces[FOREST], print_input_of(library)).book.html
    assert "(A picture called both). It is not shown, because its file is not a picture we can show." in html
    assert f"book:/{FOREST}/both.png" not in html
