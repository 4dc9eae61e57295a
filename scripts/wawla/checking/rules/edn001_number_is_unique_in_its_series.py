from collections.abc import Iterator

from wawla.checking.rule import Bad, Good, Library, Rule, RuleHit
from wawla.model import Edition

_ANOTHER = {
    "series/example/another/index.md": "---\ntitle: Another edition\nsummary: What it says.\nnumber: 1\n"
    "reference: EX/Another\nstatus: forthcoming\nhue: '#7a3e00'\n---\n"
}


class NumberIsUniqueInItsSeries(Rule):
    """No two editions of a series have the same number.

    People ask for "Title 3". With two of them, somebody is sent the wrong one.

    To put it right, give one of the two editions the next free number.
    """

    kind = Library
    good = [Good("number: 2\n", files=_ANOTHER, of=Edition)]
    bad = [Bad("number: 1\n", files=_ANOTHER, of=Edition, says="number 1 already belongs to 'Another edition'")]

    def check(self, library: Library, _: Library) -> Iterator[RuleHit]:
        first: dict[tuple[str, int], Edition] = {}
        for edition in library.editions.values():
            other = first.setdefault((edition.series_slug, edition.number), edition)
            if other is not edition:
                yield (
                    edition.at("number"),
                    f"number {edition.number} already belongs to '{other.title}' ({other.folder})",
                )
