"""A table is read as it was meant, whatever spreadsheet wrote it; and what cannot be read is named at its cell."""

import csv
import io
import time

import pytest

from wawla.reading.csv_table import read_csv
from wawla.reading.figures import Figure, figure_of, is_not_known, is_number_in_words, with_decimal_point
from wawla.reading.tables import as_csv

MEANT = [["School", "Mean"], ["Harbour", "3.5"], ["Moor", "12.25"]]
WRITTEN = {
    "commas": "School,Mean\nHarbour,3.5\nMoor,12.25\n",
    "semicolons and decimal commas": "School;Mean\nHarbour;3,5\nMoor;12,25\n",
    "tabs": "School\tMean\nHarbour\t3.5\nMoor\t12.25\n",
    "strokes": "School|Mean\nHarbour|3.5\nMoor|12.25\n",
    "a line that names the sign": "sep=;\nSchool;Mean\nHarbour;3.5\nMoor;12.25\n",
    "such a line in quotation marks": '"sep=,"\nSchool,Mean\nHarbour,3.5\nMoor,12.25\n',
    "a byte-order mark": "\ufeffSchool,Mean\nHarbour,3.5\nMoor,12.25\n",
    "the line ends of Windows": "School,Mean\r\nHarbour,3.5\r\nMoor,12.25\r\n",
    "the line ends of old Macs": "School,Mean\rHarbour,3.5\rMoor,12.25",
    "quotation marks and spaces round cells": '"School" , "Mean"\n"Harbour", "3.5"\n Moor ,12.25\n',
    "empty rows and columns at the end": "School,Mean,,\nHarbour,3.5,,\nMoor,12.25,,\n,,,\n\n",
    "a line broken inside a cell": 'School,Mean\n"Harbour",3.5\n"Moor\n",12.25\n',
}


@pytest.mark.parametrize("text", WRITTEN.values(), ids=WRITTEN)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-16-le", "utf-16-be"])
def test_a_table_is_read_as_it_was_meant(text: str, encoding: str):
    table = read_csv(text.encode(encoding))
    assert (MEANT, ()) == (table.texts(), table.faults)


FAULTS = {
    "a title above the names": ("Means,\nSchool,Mean\nMoor,3.5\n", (1, 1), "begins with a title, 'Means'"),
    "a row too short": ("a,b,c\n1,2,3\n4,5\n", (3, 1), "the row has 2 cells; the header has 3"),
    "a row too long": ("a,b\n1,2\n3,4,5\n", (3, 1), "the row has 3 cells; the header has 2"),
    "an empty row": ("a,b\n1,2\n,\n3,4\n", (3, 1), "the row is empty"),
    "a column without a name": ("a,,c\n1,2,3\n", (1, 3), "column 2 has no name"),
    "an empty column": ("a,,c\n1,,3\n", (1, 3), "column 2 is empty"),
    "a name that stands twice": ("Year,Roll,year\n1,2,3\n", (1, 11), "two columns have the name 'year'"),
    "the names once more": ("a,b\n1,2\nA,B\n3,4\n", (3, 1), "the row repeats the names of the columns"),
    "a quotation mark left open": ('a,b\n1,2\n3,"4\n', (3, 3), "a quotation mark"),
    "words after a quotation mark": ('a,b\n"1" x,2\n', (2, 1), "a quotation mark"),
    "both kinds of decimals": ("a;b\n3,5;x\n1.5;y\n", (3, 1), "'1.5' has a decimal point, and '3,5'"),
    "what may be thousands": ("a;b\nx;1,500\n", (2, 3), "'1,500' may have thousands or decimals"),
    "two signs that fit": ("a;b,c\n1;2,3\n", (1, 1), "nothing tells whether commas or semicolons"),
    "a character that turns the writing": ("a,b\n1,x\u202ey\n", (2, 3), "U+202E"),
    "after broken lines": ('a,b\n"x\ny\nz",2\n3\n', (5, 1), "the row has 1 cell"),
    "nothing": ("\n\n", (1, 1), "the file is empty"),
    "names alone": ("a,b\n", (1, 1), "the table has no row under the names of its columns"),
    "a page": ("<!DOCTYPE html>\n<p>Sign in, please", (1, 1), "the file is a web page (HTML), and no table"),
    "a spreadsheet": ("PK\x03\x04", (1, 1), "the file is a spreadsheet or an archive, and no table"),
}


@pytest.mark.parametrize(("text", "where", "said"), FAULTS.values(), ids=FAULTS)
def test_what_is_no_whole_table_is_named_at_its_cell(text: str, where: tuple[int, int], said: str):
    [fault] = read_csv(text.encode()).faults
    assert where == (fault.line, fault.column)
    assert said in fault.message


def test_a_letter_in_another_encoding_is_named_where_it_stands():
    [fault] = read_csv("School,Note\nMoor,café\n".encode("latin-1")).faults
    assert (2, 9, "a letter in this line is not encoded as UTF-8") == fault[:3]


def test_signs_inside_cells_do_not_part_them():
    text = 'School,Note\nMoor,"small; rural, old"\nHarbour,town; new\n'
    assert [["School", "Note"], ["Moor", "small; rural, old"], ["Harbour", "town; new"]] == read_csv(
        text.encode()
    ).texts()


@pytest.mark.slow
@pytest.mark.parametrize("piece", [",", '"', '""', ";,\t|", "\n", "a,", '"a\n', " ", '" '])
def test_a_hostile_table_takes_no_time(piece: str):
    began = time.process_time()
    read_csv((piece * (250_000 // len(piece))).encode())
    assert time.process_time() - began < 10


def test_what_is_offered_is_read_by_any_program_as_what_the_page_shows():
    rows = read_csv('School;Note\nMoor;"a, ""b"""\n"-3";"two\nlines"\n'.encode("utf-16")).texts()
    assert rows == list(csv.reader(io.StringIO(as_csv(rows).decode("utf-8"), newline="")))
    assert b'School,Note\r\nMoor,"a, ""b"""\r\n-3,two lines\r\n' == as_csv(rows)


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        ("12", Figure(12, "")), ("-3", Figure(-3, "")), ("−4.5%", Figure(-4.5, "%")), ("£50,000", Figure(50_000, "£")),
        ("1 400", Figure(1400, "")), ("12 pupils", Figure(12, "pupils")), ("about 20", Figure(20, "")),
        ("30 per cent", Figure(30, "%")), ("3km", Figure(3, "km")), ("7A", None), ("5 to 8", None), ("2nd", None),
        ("3,5", None), ("08-May", None), ("", None), ("-", None), ("=1", None),
    ],
)  # fmt: skip
def test_a_figure_is_known_with_its_unit(text: str, figure: Figure | None):
    assert figure == figure_of(text)


def test_a_figure_that_is_held_back_or_not_known_is_no_fault():
    said = ["", "-", "n/a", "Fewer than 5", "<5", "..", "not known", "suppressed"]
    assert [] == [text for text in said if not is_not_known(text)]


def test_a_number_in_words_is_no_other_word():
    assert [True, True, False, False] == [is_number_in_words(text) for text in ("twelve", "Twenty-five", "a", "few")]


def test_only_a_decimal_comma_becomes_a_point():
    texts = ["3,5", "1.234,50", "-0,5%", "a, b", "12"]
    assert ["3.5", "1234.50", "-0.5%", "a, b", "12"] == [with_decimal_point(text) for text in texts]
