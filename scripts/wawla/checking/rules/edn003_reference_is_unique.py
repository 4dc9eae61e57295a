from collections.abc import Iterator

from wawla.checking.rule import Bad, Good, Library, Rule, RuleHit
from wawla.model import Edition

_ANOTHER = {
    "series/example/another/index.md": "---\ntitle: Another edition\nsummary: What it says.\nnumber: 1\n"
    "reference: EX/Another\nstatus: forthcoming\nhue: '#7a3e00'\n---\n"
}


class ReferenceIsUnique(Rule):
    """No two editions have the same reference, whether in capitals or small letters.

    Copies are ordered by reference, and nobody who takes an order looks at the capitals.

    To put it right, change the words after the stroke in one of the two.
    """

    kind = Library
    good = [Good("number: 2\nreference: EX/Another one\n", files=_ANOTHER, of=Edition)]
    bad = [
        Bad(
            "number: 2\nreference: EX/ANOTHER\n",
            files=_ANOTHER,
            of=Edition,
            line=2,
            says="reference 'EX/ANOTHER' already belongs to 'Another edition'",
        )
    ]

    def check(self, library: Library, _: Library) -> Iterator[RuleHit]:
        first: dict[str, Edition] = {}
        for edition in library.editions.values():
            other = first.setdefault(edition.reference.casefold(), edition)
            if other is not edition:
                said = f"reference '{edition.reference}' already belongs to '{other.title}' ({other.folder})"
                yield edition.at("reference"), said
