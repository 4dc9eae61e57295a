"""What a parcel clerk relies on in labels: each address on its own label, whole or marked, and nothing beside it."""

import io

import pdfplumber
import pikepdf
import pytest
from packs_by_hand import ASK, MM, registered

from wawla.ordering.parcels.font_metrics import visible, wrapped
from wawla.ordering.parcels.labels import DOWN, GAP, HEIGHT, LEFT, SIZES, TOP, WIDTH, Label, label_of, labels_pdf

LONG = "\n".join(f"Line {number} of a long address" for number in range(1, 40))
HOSTILE = {
    "markup": {"name": "</p><b>Bobby</b> & {{ 7 * 7 }}", "address": "<style>p { color: red }</style>\n&amp; Town"},
    "one long word": {"name": "W" * 200, "organisation": "i" * 200, "address": "m" * 1900 + "\nTown"},
    "wide capitals": {"name": "MWMW " * 39, "address": "WMWM\n" * 9 + "Town"},
    "many lines": {"address": LONG},
    "marks over letters": {"name": "a" + "\u0301" * 150, "address": "e\u0323\u0301" * 90 + "\nTown"},
    "words no typeface has": {"name": "שלום " * 30, "address": "東京都千代田区\nTown"},
}


def label(**fields: str) -> Label:
    return label_of(registered(1, (ASK, 1), **fields))


@pytest.fixture(scope="module")
def sheets() -> list[list[dict[str, float]]]:
    """The letters on two sheets of labels: every hostile address, and so many plain ones that there are 22."""
    orders = [registered(number, (ASK, 1), **fields) for number, fields in enumerate(HOSTILE.values(), 1)]
    orders += [registered(number, (ASK, 1), name=f"Head {number}") for number in range(len(orders) + 1, 22)]
    orders.append(registered(22, (ASK, 1), name="Gwenllïan"))
    pdf = labels_pdf([label_of(each) for each in orders], "pack-001", "2026-11-25")
    with pdfplumber.open(io.BytesIO(pdf)) as document:
        return [page.chars for page in document.pages]


def place(number: int) -> tuple[float, float]:
    """The left and top edge of the label with this number on its sheet, in millimetres, from 0."""
    return LEFT + number % 3 * (WIDTH + GAP), TOP + number // 3 * HEIGHT


def test_the_sheet_is_avery_l7160():
    assert (63.5, 38.1, 15.1, 7.2, 2.5, 7) == (WIDTH, HEIGHT, TOP, LEFT, GAP, DOWN)
    assert pytest.approx(210, abs=0.3) == 2 * LEFT + 3 * WIDTH + 2 * GAP
    assert pytest.approx(297, abs=0.3) == 2 * TOP + 7 * HEIGHT


def test_twenty_two_orders_make_two_sheets(sheets):
    assert 2 == len(sheets)
    assert "pack-001, order 22GwenllïanA primary school1 StreetTownAB1 2CD" == "".join(
        each["text"] for each in sheets[1]
    )


@pytest.mark.parametrize("number", range(21))
def test_each_label_begins_where_the_sheet_has_it(sheets, number: int):
    left, top = place(number)
    inside = [
        each
        for each in sheets[0]
        if left <= each["x0"] / MM < left + WIDTH and top <= each["top"] / MM < top + HEIGHT and each["text"] != " "
    ]
    numbered = len(f"pack-001,order{number + 1}")
    assert f"pack-001,order{number + 1}" == "".join(each["text"] for each in inside[:numbered])
    assert pytest.approx(left + 4.0, abs=0.3) == min(each["x0"] for each in inside[numbered:]) / MM
    assert pytest.approx(left + WIDTH - 4.0, abs=0.3) == max(each["x1"] for each in inside[:numbered]) / MM
    assert top + 2.3 <= min(each["top"] for each in inside) / MM <= top + 4


def test_nothing_is_outside_its_label(sheets):
    outside = []
    for letters in sheets:
        for each in letters:
            column, row = int((each["x0"] / MM - LEFT) // (WIDTH + GAP)), int((each["top"] / MM - TOP) // HEIGHT)
            left, top = place(3 * row + column)
            whole = left + 3.5 <= each["x0"] / MM and each["x1"] / MM <= left + WIDTH - 3.5
            if not (whole and top + 2 <= each["top"] / MM and each["bottom"] / MM <= top + HEIGHT - 2):
                outside.append((each["text"], column, row))
    assert [] == outside


def test_hostile_text_stays_text(sheets):
    text = "".join(each["text"] for each in sheets[0])
    assert "</p><b>Bobby</b> & {{ 7 * 7 }}" in text
    assert "<style>p { color: red }</style>" in text
    assert "&amp; Town" in text


def test_an_ordinary_address_is_set_large_and_whole():
    assert Label(1, ("The deputy head", "A primary school", "1 Street", "Town", "AB1 2CD"), 1, 11.0, False, False) == (
        label()
    )


def test_a_long_address_is_set_smaller_before_it_is_cut():
    seven = label(address="\n".join(f"Line {number}" for number in range(1, 6)))
    assert (10.0, False) == (seven.size, seven.shortened)


def test_an_address_that_is_too_long_keeps_its_end_and_shows_where_it_was_cut():
    cut = label(address=LONG)
    assert "…" in cut.lines
    assert "Line 39 of a long address" == cut.lines[-1]
    assert "shortened: compare it with the address" == cut.remark
    assert SIZES[-1] == cut.size


def test_letters_that_the_typeface_lacks_are_said():
    assert "letters missing: write this label by hand" == label(name="שלום").remark
    assert "" == label(name="Gwenllïan Ŵyn").remark


def test_what_is_said_twice_stands_once():
    assert ("The deputy head", "A primary school", "Town") == label(address="A primary school\nTown").lines


def test_a_name_that_nobody_sees_leaves_no_empty_line():
    assert ("A primary school", "Town") == label(name="\u200b\u200b", address="Town").lines


def test_a_text_is_broken_at_a_space_and_a_word_that_is_too_wide_anywhere():
    assert ["one two", "three"] == wrapped("one two three", 20, 14)
    assert "W" * 50 == "".join(wrapped("W" * 50, 20, 14))


def test_no_mark_turns_or_hides_the_letters_after_it():
    assert "AB C" == visible("A\u200bB\u00ad \u3000C")


def test_labels_are_read_aloud_one_after_the_other():
    pdf = labels_pdf([label(), label(name="Another")], "pack-001", "2026-11-25")
    with pikepdf.open(io.BytesIO(pdf)) as document:
        assert ["/P"] * 4 == [str(tag.S) for tag in document.Root.StructTreeRoot.K[0].K]


def test_what_is_drawn_can_be_copied_as_text(sheets):
    assert "Gwenllïan" in "".join(each["text"] for each in sheets[1])


def test_the_same_labels_are_the_same_bytes():
    first, second = (labels_pdf([label()], "pack-001", "2026-11-25") for _ in range(2))
    assert first == second
