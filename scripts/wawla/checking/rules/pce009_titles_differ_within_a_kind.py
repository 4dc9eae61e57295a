from collections.abc import Iterator

from wawla.checking.rule import Bad, Good, Library, Rule, RuleHit
from wawla.model import Piece, Tool

_ANOTHER = {
    "accounts_of_practice/another/index.md": "---\ntitle: Enquiry groups\nsummary: What it says.\nnetwork: example\n"
    "setting: A town\ncompiled_by: editors\nsources: [source-1]\nthemes: [enquiry]\npractice: 2003\n---\n"
}


class TitlesDifferWithinAKind(Rule):
    """No two pieces of the same kind have the same title.

    In a list or among search results, a reader cannot tell them apart.

    To put it right, add to one title what is particular to it, such as the place or the question.
    """

    kind = Library
    severity = "warning"
    good = [Good("title: Enquiry groups\n", files=_ANOTHER, of=Tool)]
    bad = [Bad("title: Enquiry Groups\n", files=_ANOTHER, says="another account has this title")]

    def check(self, library: Library, _: Library) -> Iterator[RuleHit]:
        first: dict[tuple[str, str], Piece] = {}
        for piece in library.pieces.values():
            other = first.setdefault((piece.kind, piece.title.casefold()), piece)
            if other is not piece:
                yield piece.at("title"), f"another {piece.word} has this title: {other.folder}"
