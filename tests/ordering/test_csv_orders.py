"""Orders from a table, and tables that a spreadsheet opens without running anything."""

import csv
import io

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from wawla.ordering.intake.csv_orders import read_csv_orders, safe_csv
from wawla.ordering.intake.draft_order import Unreadable
from wawla.ordering.intake.read_file import read_file

TABLE = """\
Name,School or organisation,Postal address,E-mail,Reference,Copies,Note
Jo,A school,"1 Street
Town",jo@a.example,WAWLA/Community leadership,20,By May.
,,,,NLiA/Sharing leadership,5,
Ann,B school,2 Street,ann@b.example,WAWLA 9,twenty,
Jo,A school,"1 Street
Town",jo@a.example,WAWLA 9,1,For the head.
"""


def heard(text: str) -> list[tuple[str, list[tuple[str, str]]]]:
    return [
        (order.fields.get("name", ""), [(line.written, line.copies) for line in order.lines])
        for order in read_csv_orders(text)
    ]


def test_rows_for_the_same_person_are_one_order():
    jo = [("WAWLA/Community leadership", "20"), ("NLiA/Sharing leadership", "5"), ("WAWLA 9", "1")]
    assert [("Jo", jo), ("Ann", [("WAWLA 9", "twenty")])] == heard(TABLE)
    assert {
        "name": "Jo",
        "organisation": "A school",
        "address": "1 Street\nTown",
        "email": "jo@a.example",
        "note": "By May.\nFor the head.",
    } == read_csv_orders(TABLE)[0].fields


@pytest.mark.parametrize(
    "text",
    [
        "reference,copies,name\nWAWLA 3,20,Jo\n",
        "\ufeffCOPIES;Reference;name\r\n20;WAWLA 3;Jo\r\n",
        "Name\tReference\tQuantity\nJo\tWAWLA 3\t20\n\n\t\t\n",
        '"name","Edition","Number of copies",,\nJo,WAWLA 3,20,,\n',
    ],
)
def test_columns_in_any_order_case_and_form(text: str):
    assert [("Jo", [("WAWLA 3", "20")])] == heard(text)


def test_a_table_from_an_older_spreadsheet_is_read_by_its_encoding():
    (order,) = read_file("name;reference;copies\nZoë;WAWLA 3;20\n".encode("cp1252"), "orders.CSV")
    assert "Zoë" == order.fields["name"]


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("name,copies\nJo,20\n", "no column 'reference'"),
        ("Jo,WAWLA 3,20\n", "a column 'Jo', which no order has"),
        ("reference,copies,bcc\nWAWLA 3,20,x@y\n", "a column 'bcc'"),
        ("reference,copies,Copies\nWAWLA 3,20,2\n", "two columns for 'copies'"),
        ("reference,copies\nWAWLA 3,20,x\n", "Row 2 of the table has a cell that stands under no"),
        ("reference,copies\n", "no row"),
        ('reference,copies\n"WAWLA 3,20\n', "cannot be read"),
        ("reference,copies\n" + "x" * 200_000 + ",1\n", "cannot be read"),
    ],
)
def test_a_table_that_cannot_be_an_order_is_refused_in_a_sentence(text: str, says: str):
    with pytest.raises(Unreadable, match=says):
        read_csv_orders(text)


def test_numbers_keep_their_value_and_text_stays_text():
    rows = [
        ["WAWLA/Community leadership", 20, -5, 2.5],
        ["=1+1", "-5", "+44 20", "@SUM(A1)"],
        ["a;=1+1", "Zoë, Jo", 'x"y', ""],
    ]
    assert (
        'WAWLA/Community leadership,20,-5,2.5\r\n\'=1+1,\'-5,\'+44 20,\'@SUM(A1)\r\n"a;\'=1+1","Zoë, Jo","x""y",\r\n'
    ).replace('"a;\'=1+1"', "a;'=1+1") == safe_csv(rows)


@pytest.mark.slow
@settings(max_examples=60, deadline=None, derandomize=True)
@given(
    st.lists(
        st.lists(
            st.text()
            | st.sampled_from(["=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠"]).flatmap(
                lambda sign: st.text(max_size=5).map(lambda text: f"{sign}{text}")
            )
            | st.integers(),
            min_size=1,
            max_size=4,
        )
    )
)
def test_no_cell_begins_a_formula_and_none_is_lost(rows: list[list[str | int]]):
    text = safe_csv(rows)
    read = list(csv.reader(io.StringIO(text, newline="")))
    written = [[str(cell) for cell in row] for row in rows]
    assert [[cell.replace("'", "") for cell in row] for row in written] == [
        [cell.replace("'", "") for cell in row] for row in read
    ]
    for row, before in zip(read, rows, strict=True):
        for cell, value in zip(row, before, strict=True):
            assert isinstance(value, int) or not cell.lstrip(" ").startswith(tuple("=+-@\t\r\n＝＋－＠"))
