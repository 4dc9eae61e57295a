import re
from collections.abc import Iterator

from wawla.checking.rule import Bad, Good, Library, Rule, RuleHit
from wawla.model import Piece

_TWO = re.compile(r"\S+ [^,]*\S (?:and|&) \S+ \S.*")
_ONE_BODY = re.compile(r"\b(?:of|for|the)\b", re.I)


class EachAuthorHasALine(Rule):
    """Each author stands in a line of the list, with a role.

    Two people in one `name:` are cited as if they were a body, under one name that is nobody's.

    To put it right, give each of them a line of the list; or, where it is one body with "and" in its name, write
    `body:` in place of `name:`.
    """

    kind = Piece
    severity = "warning"
    good = [
        Good("authors: [{role: Head, name: Anna Writer}, {role: Teacher, name: Ben Reader}]\n"),
        Good("authors: [{role: University, body: Teacher Training and Research}]\n"),
        Good("authors: [{role: Ministry, name: Department for Education and Skills}]\n"),
        Good("authors: [{role: Shop, name: Marks and Spencer}]\n"),
    ]
    bad = [
        Bad(
            "authors:\n- role: Heads\n  name: Anna Writer and Ben Reader\n",
            line=3,
            says="'Anna Writer and Ben Reader' looks like two authors",
        )
    ]

    def check(self, piece: Piece, library: Library) -> Iterator[RuleHit]:
        for author in piece.authors:
            if author.name and _TWO.fullmatch(author.name) and not _ONE_BODY.search(author.name):
                yield author.at("name"), f"'{author.name[:60]}' looks like two authors"
