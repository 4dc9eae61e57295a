"""What the document of an edition or a piece holds, before it is set: read as HTML, from the sample publication."""

import re
import shutil
import xml.etree.ElementTree as ET
from dataclasses import replace
from pathlib import Path
from xml.etree.ElementTree import Element

import html5lib
import pytest
import segno
from by_hand import print_input_of
from folders import SAMPLE, SITE

from wawla.checking.examples import TODAY
from wawla.model import Edition, Piece
from wawla.model.printing import PrintSettings
from wawla.printing.books import edition_book, piece_book
from wawla.printing.print_input import PrintInput, file_name
from wawla.printing.typesetting.colour import PROFILE, on_press, on_screen
from wawla.printing.typesetting.job import Document
from wawla.reading.reader import read_library
from wawla.reading.tree import tree_on_disk

TRUST, SHARING = "series/ask/trust-at-work", "series/talk/sharing-the-lead"


def edition_of(print_input: PrintInput, folder: str = TRUST) -> Document:
    return edition_book(print_input.library.editions[folder], print_input, on_screen)


def read(book: Document) -> Element:
    return html5lib.parse(book.html, namespaceHTMLElements=False).find("body")


def words(element: Element) -> str:
    return " ".join("".join(element.itertext()).split())


def section(book: Document, name: str) -> Element:
    return next(each for each in read(book).iter() if name in each.get("class", "").split())


def facts(book: Document) -> dict[str, str]:
    """The imprint, by its labels."""
    listed = section(book, "facts-of-edition")
    return dict(zip(map(words, listed.iter("dt")), map(words, listed.iter("dd")), strict=True))


def trust_of(print_input: PrintInput) -> Edition:
    return print_input.library.editions[TRUST]


def with_library(print_input: PrintInput, **changes: object) -> PrintInput:
    return replace(print_input, library=replace(print_input.library, **changes))


# The edition.


def test_the_imprint_says_what_the_edition_is_and_how_to_have_it(sample_print_input: PrintInput):
    expected = {
        "Series": "What do we ask?, title 1; begun by A college of samples; out of the programme A programme"
        " of samples",
        "Published by": "A sample publisher, first in March 2005",
        "Compiled by": "the editors of the sample",
        "Pieces": "A. <Writer>, Deputy head & “reader”; A. Writer, Head teacher of a primary school and Adviser of an"
        " LEA <retired>; Compiled by the editors of this site",
        "Licence": "CC BY 4.0 and CC BY-SA 4.0, unless a piece says otherwise",
        "Reference": "ASK/Trust at work",
        "To order copies": "Write to orders@publisher.sample, with the reference and the number of copies."
        " It is read on Fridays.",
        "Read online": f"{SITE}{TRUST}/",
    }
    assert expected == facts(edition_of(sample_print_input))


def test_a_printing_is_named_in_the_imprint_of_the_printers_file(sample_print_input: PrintInput):
    edition = sample_print_input.library.editions[TRUST]
    said = "First printing, March 2026, 500 copies"
    assert said == facts(edition_book(edition, sample_print_input, on_screen, 3, said))["Printing"]


def test_every_edition_has_three_parts_with_data_sets_among_the_tools(sample_print_input: PrintInput):
    parts = [
        words(each.find("h2"))
        for each in read(edition_of(sample_print_input)).iter()
        if each.get("class") == "part-opening"
    ]
    assert ["Think pieces", "Accounts of practice", "Development tool and data-set"] == parts


def test_the_contents_name_every_part_and_piece_in_reading_order_and_lead_there(sample_print_input: PrintInput):
    book = edition_of(sample_print_input)
    links = [(words(link), link.get("href", "")[1:]) for link in section(book, "contents").iter("a")]
    anchors = {element.get("id") for element in read(book).iter()}
    anchored = [anchor for _, anchor in links if re.fullmatch(r"p\d+", anchor)]
    assert [
        f"p{number}" for number, _ in enumerate(sample_print_input.published.pieces_of(trust_of(sample_print_input)), 1)
    ] == anchored
    assert set() == {anchor for _, anchor in links} - anchors
    assert ["Introduction", "Think pieces", "Why trust?", "Slow questions"] == [title for title, _ in links][:4]
    assert ["Sources and abbreviations", "About the series"] == [title for title, _ in links][-2:]


def test_pieces_stand_in_reading_order_each_once_and_no_draft(sample_print_input: PrintInput):
    articles = [each.get("id") for each in read(edition_of(sample_print_input)).iter("article")]
    assert ["p1", "p2", "p3", "p4", "p5", "p6", "p7"] == articles


def test_a_piece_that_is_listed_twice_stands_once_and_a_draft_not_at_all(tmp_path: Path):
    root = Path(shutil.copytree(SAMPLE, tmp_path / "sample"))
    file = root / TRUST / "index.md"
    listed = "accounts: [harbour-reading-groups, valley-visits, moor-marking"
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace(listed, f"{listed}, valley-visits, bridge-draft"), encoding="utf-8")
    book = edition_of(print_input_of(read_library(tree_on_disk(root), TODAY).library))
    assert 7 == len(list(read(book).iter("article")))
    assert 1 == book.html.count("Five schools stand in one valley")
    assert "secret until it is finished" not in book.html


def test_a_tool_has_boxes_to_tick_and_lines_to_write_on(sample_print_input: PrintInput):
    book = edition_of(sample_print_input)
    ticked = [words(each) for each in read(book).iter("dd") if each.get("class") == "tick"]
    assert ["A clock", "Paper <lined>"] == ticked
    brief = section(book, "brief")
    assert "To let everybody say one thing before anybody says two. How long45 minutes" in words(brief)
    sheet = edition_of(sample_print_input, SHARING)
    assert 8 == len([cell for cell in read(sheet).iter("td") if cell.get("class") == "blank"])


def test_a_data_set_has_its_table_with_heads(sample_print_input: PrintInput):
    article = next(
        each for each in read(edition_of(sample_print_input)).iter("article") if "data-set" in each.get("class", "")
    )
    rows = sample_print_input.library.tree.read("tools/small-figures/data.csv").decode().strip().splitlines()
    heads = [cell.get("scope") for cell in article.find(".//thead/tr")]
    assert (len(rows) - 1, {"col"}) == (len(article.findall(".//tbody/tr")), {*heads})
    assert ["Schools", "Pupils"] == [cell.text for cell in article.findall(".//tbody/tr/th[@scope='row']")]
    assert "Small figures: the figures" == article.findtext(".//table/caption")


def test_questions_stand_at_the_end_of_their_piece(sample_print_input: PrintInput):
    article = next(each for each in read(edition_of(sample_print_input)).iter("article") if each.get("id") == "p3")
    assert ("questions", "Questions for your next meeting Which book would we read <together>?") == (
        article[-1].get("class"),
        words(article[-1]),
    )


def test_sources_and_abbreviations_stand_at_the_end_once(sample_print_input: PrintInput):
    back = section(edition_of(sample_print_input), "back-matter")
    listed = [words(each) for each in back.iter("li")]
    assert listed == sorted(set(listed))
    assert any(entry.startswith("A. Writer & B. Writer") for entry in listed)
    assert {"NLC", "LEA", "CPD"} == {words(each) for each in back.iter("dt")}


def test_the_other_titles_of_the_series_and_the_other_series_are_named(sample_print_input: PrintInput):
    about = next(each for each in read(edition_of(sample_print_input)).iter() if each.get("id") == "series")
    assert "Title 2 Next steps (forthcoming)ASK/Next steps" in words(about)
    assert "Talk it over" in words(about)
    assert "Trust &" not in words(about)


def test_hostile_titles_stay_words(sample_print_input: PrintInput):
    html = edition_of(sample_print_input).html
    assert "<b>next</b>" not in html
    assert "<lined>" not in html
    assert "&lt;b&gt;next&lt;/b&gt;" in html


def test_the_address_of_the_edition_stands_on_the_back_as_a_code_that_can_be_read(sample_print_input: PrintInput):
    book = edition_of(sample_print_input)
    address = f"{SITE}{TRUST}/"
    assert f"QR code that leads to {address}" in [image.get("alt") for image in section(book, "back-cover").iter("img")]
    drawing = ET.fromstring(book.pictures["book:/code.svg"])  # noqa: S314 - our own
    dots = re.findall(r"M(\d+) (\d+)h1v1h-1z", drawing.find("{*}path").get("d"))
    code = segno.make(address, error="m", micro=False)
    size = len(code.matrix)
    drawn = [[int((f"{x + 4}", f"{y + 4}") in {*dots}) for x in range(size)] for y in range(size)]
    assert [list(row) for row in code.matrix] == drawn
    assert f"0 0 {size + 8} {size + 8}" == drawing.get("viewBox")  # with the quiet zone of four all round


def test_the_book_carries_the_day_its_edition_was_published_and_the_size_of_its_series(sample_print_input: PrintInput):
    book = edition_of(sample_print_input)
    assert ("2005-03-01", (210, 297), True) == (book.day, book.trim, book.sheets_of_four)
    assert {piece.folder for piece in sample_print_input.published.pieces_of(trust_of(sample_print_input))} == {
        *book.anchors.values()
    }


def test_a_series_in_a5_has_books_in_a5(sample_print_input: PrintInput):
    talk = sample_print_input.library.series["talk"].model_copy(update={"print": PrintSettings(page_size="A5")})
    print_input = with_library(sample_print_input, series={**sample_print_input.library.series, "talk": talk})
    book = edition_of(print_input, SHARING)
    assert ((148, 210), True) == (book.trim, "size: A5" in book.html)


def test_colours_are_in_inks_for_the_press_and_never_in_rgb(sample_print_input: PrintInput):
    book = edition_book(trust_of(sample_print_input), sample_print_input, on_press(PROFILE.read_bytes()), 3)
    colours = r"#[0-9a-fA-F]{3,8}\b(?=[;\"' )])|rgba?\("
    styles = book.html.partition("<style>")[2].partition("</style>")[0]
    assert [] == re.findall(colours, styles)
    assert [] == [
        name for name, data in book.pictures.items() if name.endswith(".svg") and re.search(colours, data.decode())
    ]
    assert "bleed: 3mm" in book.html


# What need not be there.


def test_a_series_without_a_publisher_has_a_book_without_one(sample_print_input: PrintInput):
    book = edition_of(with_library(sample_print_input, publisher=None))
    assert set() == {"Published by", "To order copies"} & {*facts(book)}
    assert "Write to" not in book.html
    assert "None" not in words(section(book, "imprint")) + words(section(book, "back-cover"))


def test_an_example_contact_is_not_printed(sample_print_input: PrintInput):
    publisher = sample_print_input.library.publisher.model_copy(update={"contact_state": "example"})
    book = edition_of(with_library(sample_print_input, publisher=publisher))
    assert "Nobody takes orders for this edition. It is read on Fridays." == facts(book)["To order copies"]
    assert "orders@" not in book.html


def test_an_edition_with_a_printed_original_names_it_in_its_imprint(sample_print_input: PrintInput):
    library = sample_print_input.library
    edition = library.editions[TRUST].model_copy(update={"original": "sample-article"})
    book = edition_of(with_library(sample_print_input, editions={**library.editions, TRUST: edition}))
    said = "A sample paper (c. 2005) ‘What heads say’, in A weekly. What stands here is another text."
    assert said == facts(book)["Printed original"]


def test_a_publisher_without_a_motto_or_a_note_leaves_their_place_empty(sample_print_input: PrintInput):
    publisher = sample_print_input.library.publisher.model_copy(update={"motto": (), "note": None})
    book = edition_of(with_library(sample_print_input, publisher=publisher))
    assert facts(book)["To order copies"].endswith("with the reference and the number of copies.")
    assert "None" not in words(section(book, "imprint")) + words(section(book, "back-cover"))


def test_a_book_without_the_address_of_the_site_has_no_code_and_no_dead_links(sample_print_input: PrintInput):
    book = edition_of(replace(sample_print_input, base=""))
    assert "book:/code.svg" not in book.html
    assert ["book:/cover.svg"] == [name for name in book.pictures if name.endswith(".svg")]
    assert "Read online" not in facts(book)
    assert [] == [link.get("href") for link in read(book).iter("a") if not link.get("href", "#").startswith("#")]


def test_an_edition_without_others_sources_or_abbreviations_has_none_of_their_headings(sample_print_input: PrintInput):
    library, alone = sample_print_input.library, trust_of(sample_print_input)
    series = {"ask": library.series["ask"]}
    bare = replace(library, editions={alone.folder: alone}, series=series, sources={}, glossary={})
    html = edition_book(alone, replace(sample_print_input, library=bare), on_screen).html
    for heading in ("Sources and abbreviations", "The other titles", "Other series"):
        assert heading not in html


def test_an_edition_without_a_date_is_set_all_the_same(sample_print_input: PrintInput):
    undated = trust_of(sample_print_input).model_copy(update={"published": None})
    book = edition_book(undated, sample_print_input, on_screen)
    assert ("2000-01-01", False) == (book.day, "First published" in facts(book))


# Pieces.


def piece(print_input: PrintInput, folder: str) -> tuple[Piece, Document]:
    found = print_input.library.pieces[folder]
    return found, piece_book(found, print_input, on_screen)


def test_a_piece_says_where_it_comes_from_and_where_it_is_read(sample_print_input: PrintInput):
    _, book = piece(sample_print_input, "accounts_of_practice/harbour-reading-groups")
    assert "What do we ask? ASK title 1: Trust & “ties”: are 5 < 6 schools > 4?" == words(section(book, "from"))
    assert (
        f"Published by A sample publisher{SITE}accounts_of_practice/harbour-reading-groups/Licence: CC BY 4.0"
        == words(section(book, "apparatus").find("p[@class='facts']"))
    )
    assert ("harbour-reading-groups", "2005-03-01", False) == (book.name, book.day, book.sheets_of_four)


def test_a_piece_holds_its_pictures_under_the_names_by_which_it_asks_for_them(sample_print_input: PrintInput):
    _, book = piece(sample_print_input, "accounts_of_practice/harbour-reading-groups")
    assert sorted(book.pictures) == sorted(image.get("src") for image in read(book).iter("img"))


def test_a_piece_of_no_edition_stands_alone(sample_print_input: PrintInput):
    found = sample_print_input.library.pieces["tools/ties-sheet"]
    alone = replace(sample_print_input, library=replace(sample_print_input.library, editions={}))
    book = piece_book(found, alone, on_screen)
    assert [] == [each for each in read(book).iter() if each.get("class") == "from"]


# Names of files.


@pytest.mark.parametrize(
    ("reference", "name"),
    [
        ("WAWLA/Community leadership", "WAWLA-Community-leadership"),
        ("NLiA/1", "NLiA-1"),
        ("ASK/Who's asking? (2nd)", "ASK-Who-s-asking-2nd"),
        ("ASK/../../etc/passwd", "ASK-etc-passwd"),
        ("ASK/a\\b:c|d*e", "ASK-a-b-c-d-e"),
        ("--/..", "trust-at-work"),
        ("ASK/Ŵyl", "ASK-yl"),
    ],
)
def test_files_are_named_by_the_reference(sample_print_input: PrintInput, reference: str, name: str):
    assert name == file_name(trust_of(sample_print_input).model_copy(update={"reference": reference}))


def test_pieces_with_one_slug_in_two_folders_have_files_of_two_names(tmp_path: Path):
    root = Path(shutil.copytree(SAMPLE, tmp_path / "sample"))
    twin = f"{SHARING}/think-pieces/why-trust"
    shutil.copytree(root / TRUST / "think-pieces/why-trust", root / twin)
    print_input = print_input_of(read_library(tree_on_disk(root), TODAY).library)
    shown = [found for found in print_input.library.pieces.values() if not found.draft]
    names = {found.folder: piece_book(found, print_input, on_screen).name for found in shown}
    assert "series-talk-sharing-the-lead-think-pieces-why-trust" == names[twin]
    assert "series-ask-trust-at-work-think-pieces-why-trust" == names[f"{TRUST}/think-pieces/why-trust"]
    assert "moor-marking" == names["accounts_of_practice/moor-marking"]
