"""The publication passes its own check, and each of its editions can be ordered by any of its names."""

import datetime as dt

from folders import ROOT

from wawla.checking.check_publication import check_publication
from wawla.ordering.intake.match_edition import match
from wawla.reading.catalogue import catalogue

CHECKED = check_publication(ROOT, dt.datetime.now(tz=dt.UTC).date())


def test_the_publication_has_no_fault():
    assert [] == [*CHECKED.errors]


def test_every_reference_of_the_publication_means_itself():
    titles = catalogue(CHECKED.library)
    assert titles
    for known in titles:
        names = (
            known.reference,
            known.title,
            f"{known.short_series} {known.number}",
            f"{known.number_word} {known.number}",
        )
        assert [(known, True)] * 4 == [(match(name, titles).title, match(name, titles).certain) for name in names]
