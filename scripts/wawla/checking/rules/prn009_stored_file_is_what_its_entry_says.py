import hashlib
from collections.abc import Iterator

from wawla.checking.rule import Bad, Good, Library, Rule, RuleHit
from wawla.model import Edition
from wawla.reading.press_pdf import PrintingFacts, differences

_REGISTER, _FILE = "series/example/first/printings.yml", "series/example/first/printings/1.pdf"
_PDF = (
    "%PDF-1.6\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Count 1/Kids[3 0 R]>>endobj\n"
    "3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595.28 841.89]>>endobj\n"
    "4 0 obj<</Title(A first edition)/Keywords(EX/First)>>endobj\ntrailer<</Root 1 0 R/Info 4 0 R>>\n%%EOF\n"
)


def _files(pdf: str = _PDF, **changed: object) -> dict[str, str]:
    """A printing with this file; `changed` replaces values of its entry."""
    fields = {
        "number": 1,
        "on": "2026-02-01",
        "copies": 500,
        "note": "Approved.",
        "pages": 1,
        "width": 210,
        "height": 297,
    }
    fields |= {"binding": "saddle-stitched", "spine": 0, "checksum": f'"{hashlib.sha256(pdf.encode()).hexdigest()}"'}
    lines = [f"{name}: {value}" for name, value in (fields | changed).items()]
    return {_FILE: pdf, _REGISTER: "- " + "\n  ".join(lines) + "\n"}


class StoredFileIsWhatItsEntrySays(Rule):
    """The press PDF of a printing has the pages and the trim that its entry names, and is of the edition it lies under.

    The entry is what copies are ordered and printed by. The file says by itself how many pages it has, how they are
    cut, and which reference it is ordered by; one that was made before it did so says its title.

    To put it right, restore the file and its entry from the history of the repository; where the new file is meant,
    approve it as a new printing.
    """

    kind = Edition
    needs = {"PRN002"}
    skippable = False
    good = [
        Good(files=_files()),
        Good("title: Another title\n", files=_files()),
        Good(files=_files(_PDF.replace("/Keywords(EX/First)", ""))),
    ]
    bad = [
        Bad(files=_files(pages=32), path=_REGISTER, line=5, says="printings/1.pdf has 1 page, and its entry says 32"),
        Bad(files=_files(width=148, height=210), path=_REGISTER, line=6, says="is cut to 210 by 297 mm"),
        Bad(
            files=_files(_PDF.replace("EX/First", "EX/Second")),
            path=_REGISTER,
            line=10,
            says="is of 'EX/Second', and not of 'EX/First'",
        ),
        Bad(
            files=_files(_PDF.replace("/Keywords(EX/First)", "").replace("A first", "A second")),
            path=_REGISTER,
            line=10,
            says="has the title 'A second edition', and not 'A first edition'",
        ),
        Bad(files=_files("no PDF"), path=_REGISTER, line=10, says="is damaged, or is no PDF"),
    ]

    def check(self, edition: Edition, library: Library) -> Iterator[RuleHit]:
        for printing in library.printings.get(edition.folder, ()):
            if pdf := library.press_pdfs.get(f"{edition.folder}/{printing.file}"):
                said = PrintingFacts(printing.pages, printing.width, printing.height, edition.title, edition.reference)
                for field, difference in differences(pdf, said):
                    yield printing.at(field), f"{printing.file} {difference}"
