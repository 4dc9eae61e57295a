from collections.abc import Iterator

from wawla.checking.rule import Bad, Good, Library, Rule, RuleHit
from wawla.model.findings import Place
from wawla.reading.paths import PRINTED

_FOLDER = "series/example/first"
_ONE = (
    "- {number: 1, on: 2026-02-01, copies: 500, note: Approved., pages: 32, width: 210, height: 297, "
    f'binding: saddle-stitched, spine: 0, checksum: "{"0" * 64}"}}\n'
)
_REGISTER = {f"{_FOLDER}/printings.yml": _ONE}


class StoredFileHasItsPrinting(Rule):
    """Every file in the folder `printings` of an edition has its entry in printings.yml.

    A file without an entry was approved by nobody, yet lies where order staff look for the one to print.

    To put it right, remove the file, and let `wawla approve` store it and write the entry.
    """

    kind = Library
    good = [Good(files={**_REGISTER, f"{_FOLDER}/printings/1.pdf": "%PDF-1.6"})]
    bad = [
        Bad(
            files={**_REGISTER, f"{_FOLDER}/printings/2.pdf": "%PDF-1.6"},
            path=f"{_FOLDER}/printings/2.pdf",
            says="printings/2.pdf has no entry in printings.yml",
        ),
        Bad(
            files={f"{_FOLDER}/printings/1.pdf": "%PDF-1.6"},
            path=f"{_FOLDER}/printings/1.pdf",
            says="printings/1.pdf has no entry in printings.yml",
        ),
    ]

    def check(self, library: Library, _: Library) -> Iterator[RuleHit]:
        for path in library.tree.sizes:
            if (stored := PRINTED.fullmatch(path)) and f"{stored[1]}/printings.yml" not in library.unreadable_paths:
                approved = {printing.number for printing in library.printings.get(stored[1], ())}
                if int(stored[2]) not in approved:
                    yield Place(path), f"printings/{stored[2]}.pdf has no entry in printings.yml"
