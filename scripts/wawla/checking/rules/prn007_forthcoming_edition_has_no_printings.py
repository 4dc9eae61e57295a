from collections.abc import Iterator

from wawla.checking.rule import Bad, Good, Library, Rule, RuleHit
from wawla.model import Edition
from wawla.model.wording import day, ordinal

_FILES = {
    "series/example/first/printings.yml": "- {number: 1, on: 2026-02-01, copies: 500, note: Approved., pages: 32, "
    f'width: 210, height: 297, binding: saddle-stitched, spine: 0, checksum: "{"0" * 64}"}}\n',
    "series/example/first/printings/1.pdf": "%PDF-1.6",
}


class ForthcomingEditionHasNoPrintings(Rule):
    """An edition that has been printed is not forthcoming.

    Copies are about, while the site says that the edition has not come out and cannot be ordered.

    To put it right, set `status: published` and say when, under `published:`.
    """

    kind = Edition
    good = [Good("status: published\n", files=_FILES), Good("status: forthcoming\n", without=["published"])]
    bad = [
        Bad(
            "status: forthcoming\n",
            files=_FILES,
            without=["published"],
            line=1,
            says="edition is forthcoming, but its first printing was approved on 1 February 2026",
        )
    ]

    def check(self, edition: Edition, library: Library) -> Iterator[RuleHit]:
        printings = library.printings.get(edition.folder, ())
        if edition.status == "forthcoming" and printings:
            which, when = ordinal(printings[0].number), day(printings[0].on)
            yield edition.at("status"), f"edition is forthcoming, but its {which} printing was approved on {when}"
