from collections.abc import Iterator

from wawla.checking.rule import Bad, Good, Library, Rule, RuleHit
from wawla.model import Edition

_REGISTER, _FILE = "series/example/first/printings.yml", "series/example/first/printings/1.pdf"
_ONE = (
    "- {number: 1, on: 2026-02-01, copies: 500, note: Approved., pages: 32, width: 210, height: 297, "
    f'binding: saddle-stitched, spine: 0, checksum: "{"0" * 64}"}}\n'
)


class PrintingHasItsFile(Rule):
    """The press PDF of every printing lies in the folder `printings` of its edition, as 1.pdf, 2.pdf and so on.

    A reprint is made from this file, and without it nobody can say what the printed copies hold.

    To put it right, take the file from the history of the repository; if it was never there, remove the entry and
    approve the printing again.
    """

    kind = Edition
    good = [Good(files={_REGISTER: _ONE, _FILE: "%PDF-1.6"})]
    bad = [Bad(files={_REGISTER: _ONE}, path=_REGISTER, says="printings/1.pdf is not there")]

    def check(self, edition: Edition, library: Library) -> Iterator[RuleHit]:
        for printing in library.printings.get(edition.folder, ()):
            if not library.is_there(f"{edition.folder}/{printing.file}"):
                yield printing.at("number"), f"{printing.file} is not there, but stands in the register as approved"
