from collections.abc import Iterator

from wawla.checking.rule import Bad, Good, Library, Rule, RuleHit
from wawla.reading.paths import ACCESSIBILITY
from wawla.reading.site_parts import site_parts

_START = "prepared: 2026-01-01\nlast_reviewed: 2026-02-01\n"
_OF_THE_SAMPLE = (
    "account, browse, catalogue, edition, glossary, help, home, list, network, search, search-form, series, site-page, "
    "sources, think-piece, tool"
)


class StatementCoversWhatTheSiteHas(Rule):
    """The review of the site's accessibility looked at every kind of page, and at every form, that the site has now.

    A site gains a first data-set, or a form for orders once an edition is in print. The statement still speaks of the
    site as it was, and says of the new what nobody has seen. It is a warning, and not an error, because a new kind of
    page must not wait for the next review.

    To put it right, look at what is new, by keyboard and enlarged too; then name it under `covers:`, and write the new
    date as `last_reviewed`.
    """

    kind = Library
    severity = "warning"
    good = [Good(files={ACCESSIBILITY: f"{_START}covers: [{_OF_THE_SAMPLE}]\n"}), Good()]
    bad = [
        Bad(
            files={ACCESSIBILITY: f"{_START}covers: [{_OF_THE_SAMPLE.replace(' network,', '')}]\n"},
            path=ACCESSIBILITY,
            line=3,
            says="the review of 1 February 2026 did not look at every kind of page and form that the site has: network",
        ),
        Bad(
            files={ACCESSIBILITY: _START},
            path=ACCESSIBILITY,
            line=2,
            says="account, browse, catalogue",
        ),
    ]

    def check(self, library: Library, _: Library) -> Iterator[RuleHit]:
        record = library.accessibility
        missing = [part for part in site_parts(library) if record and part not in record.covers]
        if record and missing:
            date = f"{record.last_reviewed.day} {record.last_reviewed:%B %Y}"
            parts = ", ".join(missing)
            said = f"the review of {date} did not look at every kind of page and form that the site has: {parts}"
            yield record.at("covers" if record.covers else "last_reviewed"), said
