from collections.abc import Iterator

from wawla.checking.rule import Bad, Good, Library, Rule, RuleHit
from wawla.model import Edition

_ANOTHER = {
    "series/example/another/index.md": "---\ntitle: Another edition\nsummary: What it says.\nnumber: 1\n"
    "reference: EX/Another\nstatus: forthcoming\nhue: '#7a3e00'\n---\n"
}


class HuesDifferWithinASeries(Rule):
    """No two editions of a series have the same colour.

    On the shelf, readers know an edition by its colour before they read its title.

    To put it right, choose another colour for one of the two.
    """

    kind = Library
    of_style = True
    good = [Good("number: 2\nhue: '#0b5f5c'\n", files=_ANOTHER, of=Edition)]
    bad = [
        Bad(
            "number: 2\nhue: '#7a3e00'\n",
            files=_ANOTHER,
            of=Edition,
            line=2,
            says="colour #7a3e00 already belongs to 'Another edition'",
        )
    ]

    def check(self, library: Library, _: Library) -> Iterator[RuleHit]:
        first: dict[tuple[str, str], Edition] = {}
        for edition in library.editions.values():
            other = first.setdefault((edition.series_slug, edition.hue), edition)
            if other is not edition:
                yield edition.at("hue"), f"colour {edition.hue} already belongs to '{other.title}' ({other.folder})"
