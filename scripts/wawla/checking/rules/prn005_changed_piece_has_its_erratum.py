from collections.abc import Iterator

from wawla.checking.rule import Bad, Good, Library, Rule, RuleHit
from wawla.model import Edition, Erratum, PrintedPiece, Printing
from wawla.model.wording import ordinal
from wawla.reading.print_digest import print_digest

_REGISTER = {
    "series/example/first/printings.yml": "- number: 1\n  on: 2026-02-01\n  copies: 500\n  note: Approved.\n"
    "  pages: 32\n  width: 210\n  height: 297\n  binding: saddle-stitched\n  spine: 0\n"
    f'  checksum: "{"0" * 64}"\n  pieces:\n  - {{piece: tools/sheet, page: 24, text: "0f0f0f0f0f0f"}}\n'
}
_SHEET = (
    "---\ntitle: A sheet\nsummary: What it says.\nkind: prompts\npurpose: To talk.\ncompiled_by: editors\n"
    "sources: [source-1]\nthemes: [enquiry]\npractice: 2003\npublished: 2005\n---\n\nTalk for twelve minutes.\n"
)
_NOW, _BEFORE = "e753dbac733f", "0123456789ab"
"""The digest of this sheet, and one that it had before."""
_FILES = {**_REGISTER, "tools/sheet/index.md": _SHEET, "series/example/first/printings/1.pdf": "%PDF-1.6"}
_ERRATUM = "- printing: 1\n  piece: tools/sheet\n  page: 24\n  correction: For ten read twelve.\n  text: "


class ChangedPieceHasItsErratum(Rule):
    """Where a piece has changed since it was printed, its edition says under `errata:` what a printed copy has wrong.

    Readers with a printed copy cannot see that the site says something else; the page of the edition tells them. An
    erratum names the digest of the text that it speaks of, so that nobody forgets it when the text changes again.

    To put it right, add an erratum with the digest that is named here, or read again whether the one that is there
    still holds, and give it this digest.
    """

    kind = Edition
    severity = "warning"
    good = [
        Good(f'errata:\n{_ERRATUM}"{_NOW}"\n', files=_FILES),
        Good(files={path: text for path, text in _FILES.items() if path != "tools/sheet/index.md"}),
    ]
    bad = [
        Bad(files=_FILES, says="'A sheet' has other words than in the first printing, where it begins on page 24"),
        Bad(
            f'errata:\n{_ERRATUM}"{_BEFORE}"\n',
            files=_FILES,
            line=6,
            says="'A sheet' has changed again since this erratum was written",
        ),
        Bad(
            f'errata:\n{_ERRATUM}"{_NOW}"\n{_ERRATUM}"{_BEFORE}"\n',
            files=_FILES,
            line=11,
            says="'A sheet' has changed again since this erratum was written",
        ),
        Bad(
            f'errata:\n{_ERRATUM}"{_BEFORE}"\n',
            files={**_FILES, **{path: text.replace("0f0f0f0f0f0f", _NOW) for path, text in _REGISTER.items()}},
            line=6,
            says="'A sheet' has the words that were printed, so nothing is to be corrected",
        ),
    ]

    def check(self, edition: Edition, library: Library) -> Iterator[RuleHit]:
        latest = library.current_printing(edition)
        if latest is None:
            return
        for printed in latest.pieces:
            if printed.piece in library.pieces:
                yield from _of_piece(printed, latest, edition, library)


def _of_piece(printed: PrintedPiece, latest: Printing, edition: Edition, library: Library) -> Iterator[RuleHit]:
    piece = library.pieces[printed.piece]
    now = print_digest(piece, library)
    errata = [each for each in edition.errata if (each.printing, each.piece) == (latest.number, printed.piece)]
    for erratum in errata:
        if now == printed.text:
            said = f"'{piece.title}' has the words that were printed, so nothing is to be corrected"
            yield erratum.at("text"), said, "remove the erratum"
        elif erratum.text != now:
            said = f"'{piece.title}' has changed again since this erratum was written"
            yield erratum.at("text"), said, f'read whether it still holds, and then write: text: "{now}"'
    if now != printed.text and not errata:
        said = f"'{piece.title}' has other words than in the {ordinal(latest.number)} printing, where it begins on page"
        yield edition.at("errata"), f"{said} {printed.page}", f"add under `errata:` {_entry(printed, latest, now)}"


def _entry(printed: PrintedPiece, latest: Printing, now: str) -> str:
    """What an editor can paste, but for the correction itself."""
    wanted = f"«{Erratum.model_fields['correction'].description}»"
    where = f"printing: {latest.number}, piece: {printed.piece}, page: {printed.page}"
    return f'- {{{where}, correction: "{wanted}", text: "{now}"}}'
