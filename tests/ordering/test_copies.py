"""How many copies: figures, words, and what is neither."""

import pytest

from wawla.ordering.intake.copies import copies_of


@pytest.mark.parametrize("text", ["20", "twenty", "20x", "x 20", "x20", "20 ×", "20 copies", " TWENTY  copies.", "020"])
def test_twenty(text: str):
    assert 20 == copies_of(text)


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("1 copy", 1),
        ("a copy", 1),
        ("a", 1),
        ("Twenty-five", 25),
        ("ninety nine", 99),
        ("half a dozen", 6),
        ("a dozen", 12),
        ("two dozen copies", 24),
        ("a hundred", 100),
        ("one hundred and five", 105),
        ("two hundred twenty-five copies", 225),
        ("100000", 100_000),
    ],
)
def test_other_numbers(text: str, number: int):
    assert number == copies_of(text)


@pytest.mark.parametrize(
    "text",
    [
        *("", " ", "0", "-3", "−3", "+3", "2.5", "2,5", "1e2", "20²", "½", "٢٠", "２０", "0x14", "nan", "inf"),
        *("a few", "some", "x", "copies", "twenty twenty", "five twenty", "twenty ten", "hundred", "twelve hundred"),
        *("dozen", "a hundred and", "zero", "20 30", "20\x00", "9" * 10, "9" * 100_000, "twenty " * 10_000),
    ],
)
def test_what_is_no_number_of_copies(text: str):
    assert copies_of(text) is None
