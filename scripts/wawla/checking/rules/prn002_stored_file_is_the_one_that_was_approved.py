import hashlib
from collections.abc import Iterator

from wawla.checking.rule import Bad, Good, Library, Rule, RuleHit
from wawla.model import Edition
from wawla.model.wording import day
from wawla.reading.tree import MOST_BYTES

_REGISTER, _FILE = "series/example/first/printings.yml", "series/example/first/printings/1.pdf"
_APPROVED = b"%PDF-1.6 as it was approved"
_ONE = (
    "- number: 1\n  on: 2026-02-01\n  copies: 500\n  note: Approved.\n  pages: 32\n  width: 210\n  height: 297\n"
    f'  binding: saddle-stitched\n  spine: 0\n  checksum: "{hashlib.sha256(_APPROVED).hexdigest()}"\n'
)


class StoredFileIsTheOneThatWasApproved(Rule):
    """The press PDF of a printing is, to the last byte, the file that was approved.

    Somebody looked at that file and answered for it. A file that has been exchanged since was looked at by nobody.

    To put it right, restore the file from the history of the repository; where the new one is meant, approve it as a
    new printing.
    """

    kind = Edition
    good = [Good(files={_REGISTER: _ONE, _FILE: _APPROVED})]
    bad = [
        Bad(
            files={_REGISTER: _ONE, _FILE: "%PDF-1.6 as it is now"},
            path=_REGISTER,
            line=10,
            says="printings/1.pdf is not the file that was approved",
        )
    ]

    def check(self, edition: Edition, library: Library) -> Iterator[RuleHit]:
        for printing in library.printings.get(edition.folder, ()):
            path = f"{edition.folder}/{printing.file}"
            if library.tree.sizes.get(path, 0) > MOST_BYTES:
                most = f"{MOST_BYTES // 2**20} MiB"
                yield printing.at("checksum"), f"{printing.file} has more than {most}, and cannot be compared"
            elif library.is_read(path) and library.checksum(path) != printing.checksum:
                said = f"{printing.file} is not the file that was approved on {day(printing.on)}"
                yield printing.at("checksum"), said
