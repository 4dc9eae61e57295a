"""A rule that looks in the shape of a text for where its pattern may begin finds all that the pattern finds."""

import importlib
import pkgutil
import random

import pytest

from wawla.checking import rules
from wawla.model.body import Body

PIECES = (
    "A", "Anna", "anna", "O'Neill", "O’Neill", "Smith-Jones", "McDonald", "Siân", "Év", "NLC", "NLCs", "ABCDEFGHIJK",
    "TS24", "8AA", "8AAa", "8AÀ", "SW1A2AA", "12AB", "Year", "6", "٣AA", "X", "\u00a0", "\n", " ", " ", " ", " ", "-",
    "’", "'", ".", ", ", "(", ")", "🙂",
)  # fmt: skip


def modules(*codes):
    names = {name[:6].upper(): name for _, name, _ in pkgutil.iter_modules(rules.__path__)}
    return [importlib.import_module(f"{rules.__name__}.{names[code]}") for code in codes]


[TXT012] = modules("TXT012")


@pytest.mark.parametrize(
    ("pattern", "beginning"),
    [
        (TXT012._CAPITALS, TXT012._TWO_CAPITALS),
    ],
    ids=["TXT012"],
)
def test_all_that_a_pattern_finds_is_found_by_shape(pattern, beginning):
    chance = random.Random(1)  # noqa: S311 - nothing is to be kept secret
    texts = ["".join(chance.choices(PIECES, k=40)) for _ in range(500)]
    found = [[match.span() for match in Body(text, "a.md").find(pattern, beginning)] for text in texts]
    assert [[match.span() for match in pattern.finditer(text)] for text in texts] == found
    assert any(found)
