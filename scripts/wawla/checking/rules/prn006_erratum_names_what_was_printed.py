from collections.abc import Iterator

from wawla.checking.rule import Bad, Good, Library, Rule, RuleHit, near
from wawla.model import Edition
from wawla.model.wording import ordinal

_FILES = {
    "series/example/first/printings.yml": "- number: 1\n  on: 2026-02-01\n  copies: 500\n  note: Approved.\n"
    "  pages: 32\n  width: 210\n  height: 297\n  binding: saddle-stitched\n  spine: 0\n"
    f'  checksum: "{"0" * 64}"\n  pieces:\n  - {{piece: tools/example, page: 24, text: "0f0f0f0f0f0f"}}\n',
    "series/example/first/printings/1.pdf": "%PDF-1.6",
}
_ERRATUM = (
    "errata:\n- printing: 1\n  piece: tools/example\n  page: 25\n  correction: For ten read twelve.\n"
    '  text: "0123456789ab"\n'
)


class ErratumNamesWhatWasPrinted(Rule):
    """An erratum names a printing that there was, a piece that stands in it, and a page that it has.

    A reader looks for the page in the copy on the table, and is at a loss where there is no such page.

    To put it right, correct the number, the folder or the page; printings.yml says what was printed.
    """

    kind = Edition
    good = [Good(_ERRATUM, files=_FILES)]
    bad = [
        Bad(_ERRATUM.replace("printing: 1", "printing: 2"), files=_FILES, line=2, says="there is no second printing"),
        Bad(_ERRATUM, line=2, says="there is no first printing"),
        Bad(
            _ERRATUM.replace("tools/example", "tools/exmaple"),
            files=_FILES,
            line=3,
            says="'tools/exmaple' does not stand in the first printing",
        ),
        Bad(
            _ERRATUM.replace("page: 25", "page: 33"),
            files=_FILES,
            line=4,
            says="the first printing has no page 33; it has 32",
        ),
    ]

    def check(self, edition: Edition, library: Library) -> Iterator[RuleHit]:
        if f"{edition.folder}/printings.yml" in library.unreadable_paths:
            return
        printings = {printing.number: printing for printing in library.printings.get(edition.folder, ())}
        for number, erratum in enumerate(edition.errata):
            which = f"{ordinal(erratum.printing)} printing"
            printing = printings.get(erratum.printing)
            if printing is None:
                yield erratum.at("printing"), f"there is no {which} of this edition"
                continue
            printed = [each.piece for each in printing.pieces]
            if erratum.piece not in printed:
                hint = near(erratum.piece, printed, number) + f"It holds: {', '.join(printed) or 'nothing'}"
                yield erratum.at("piece"), f"'{erratum.piece}' does not stand in the {which}", hint
            if erratum.page > printing.pages:
                yield erratum.at("page"), f"the {which} has no page {erratum.page}; it has {printing.pages}"
