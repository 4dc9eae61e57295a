import pytest

from wawla.reading.date_hints import date_hint


@pytest.mark.parametrize(
    ("given", "kind", "expected"),
    [
        ("03/09/2003", "when", "the year stands first; if the day stood first here, write 2003-09-03"),
        ("31.12.2099", "day", "the year stands first; if the day stood first here, write 2099-12-31"),
        ("2004-05", "when", "for a school year write the year in which it began: practice: 2004"),
        ("soon", "day", "write year, month and day: 2027-07-31"),
        ("March 2005", "when", ""),
    ],
)
def test_a_date_that_is_written_otherwise_is_shown_in_its_right_form(given: str, kind: str, expected: str):
    assert expected == date_hint("practice", given, kind)
