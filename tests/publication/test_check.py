"""The publication passes its own check, and each of its editions can be ordered by any of its names."""

import pytest
from day import DAY
from folders import ROOT

from wawla.checking.check_publication import Checked, check_publication
from wawla.ordering.intake.match_edition import match
from wawla.reading.catalogue import catalogue


@pytest.fixture(scope="module")
def checked() -> Checked:
    return check_publication(ROOT, DAY)


def test_the_publication_has_no_fault(checked: Checked):
    assert [] == [*checked.errors]


def test_every_reference_of_the_publication_means_itself(checked: Checked):
    titles = catalogue(checked.library)
    assert titles
    for known in titles:
        names = (
            known.reference,
            known.title,
            f"{known.short_series} {known.number}",
            f"{known.number_word} {known.number}",
        )
        assert [(known, True)] * 4 == [(match(name, titles).title, match(name, titles).certain) for name in names]
