from collections.abc import Iterator

from wawla.checking.rule import Bad, Good, Library, Rule, RuleHit
from wawla.model import EDITION_LISTS, Edition
from wawla.model.wording import listed
from wawla.reading.paths import model_of

_FIELDS = [f"`{each.field}:`" for each in sorted(EDITION_LISTS.values(), key=lambda each: each.in_edition)]
_ALONE = "accounts_of_practice/alone/index.md"
_ACCOUNT = (
    "---\ntitle: An account alone\nsummary: What it says.\nnetwork: example\nsetting: A town\ncompiled_by: editors\n"
    "sources: [source-1]\nthemes: [enquiry]\npractice: 2003\npublished: 2005\n---\n"
)


class PieceIsInAnEdition(Rule):
    """At least one edition lists each piece.

    Most readers come to a piece by way of an edition. A piece that none lists is hardly ever found.

    To put it right, add the name of the piece's folder to the index.md of an edition in series/,
    under {fields}. A piece with `draft: true` may wait.
    """

    kind = Library
    severity = "warning"
    facts = {"fields": listed(_FIELDS, "or")}
    good = [Good()]
    bad = [Bad(files={_ALONE: _ACCOUNT}, path=_ALONE, line=2, says="no edition lists this account")]

    def check(self, library: Library, _: Library) -> Iterator[RuleHit]:
        if any(
            model_of(path) is Edition for path in library.unreadable_paths
        ):  # it may list whatever seems to be missing
            return
        for piece in library.pieces.values():
            if not piece.draft and not library.editions_of(piece):
                yield piece.place, f"no edition lists this {piece.word}"
