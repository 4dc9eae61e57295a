from collections.abc import Iterator

from wawla.checking.rule import Bad, Good, Library, Rule, RuleHit
from wawla.model import Edition

_REGISTER, _FILE = "series/example/first/printings.yml", "series/example/first/printings/7.pdf"


def _files(checksum: str) -> dict[str, str]:
    entry = (
        "- number: 7\n  on: 2026-02-01\n  copies: 500\n  note: Approved.\n  pages: 32\n  width: 210\n  height: 297\n"
        f'  binding: saddle-stitched\n  spine: 0\n  checksum: "{checksum}"\n'
    )
    return {_REGISTER: entry, _FILE: "%PDF-1.6"}


class PrintingKeepsItsChecksum(Rule):
    """The entry of a printing keeps the checksum with which it was first committed.

    A printing is one file for ever: copies of it lie in schools. Whoever exchanges the file and the checksum together
    would have something printed under its reference that nobody approved. Where git does not know its history, nothing
    is said.

    To put it right, restore the file and its entry from the history of the repository; where the new file is meant,
    approve it as a new printing.
    """

    kind = Edition
    skippable = False
    good = [Good(files=_files("0" * 64))]
    bad = [
        Bad(
            files=_files("1" * 64),
            path=_REGISTER,
            line=10,
            says="printing 7 was committed with another checksum: 000000",
        )
    ]

    def check(self, edition: Edition, library: Library) -> Iterator[RuleHit]:
        for printing in library.printings.get(edition.folder, ()):
            first = library.first_checksums.get(f"{edition.folder}/{printing.file}", printing.checksum)
            if first != printing.checksum:
                said = f"printing {printing.number} was committed with another checksum: {first[:12]}…"
                yield printing.at("checksum"), said
