from collections.abc import Iterator

from wawla.checking.rule import Bad, Good, Library, Rule, RuleHit
from wawla.model import Piece


class AuthorIsAPersonOrABody(Rule):
    """An author has a `name:` or is a `body:`, and not both.

    A person is cited by the family name, a body as it stands. One author cannot be cited in both ways.

    To put it right, take one of the two out; or make two authors of them, each with a role.
    """

    kind = Piece
    good = [
        Good("authors: [{role: Head, name: Anna Writer}, {role: University, body: University of Leeds}]\n"),
        Good("authors: [{role: Head}]\n"),
    ]
    bad = [
        Bad(
            "authors:\n- role: Head\n  name: Anna Writer\n  body: University of Leeds\n",
            line=4,
            says="an author is 'Anna Writer' or 'University of Leeds', not both",
        )
    ]

    def check(self, piece: Piece, library: Library) -> Iterator[RuleHit]:
        for author in piece.authors:
            if author.name and author.body:
                yield author.at("body"), f"an author is '{author.name[:60]}' or '{author.body[:60]}', not both"
