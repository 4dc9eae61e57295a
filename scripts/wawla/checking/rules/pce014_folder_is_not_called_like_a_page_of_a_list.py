import re
from collections.abc import Iterator

from wawla.checking.rule import Bad, Good, Library, Rule, RuleHit
from wawla.model import Piece
from wawla.model.findings import Place

_PATH = "tools/page-2/index.md"
_TOOL = (
    "---\ntitle: A page\nsummary: What it says.\nkind: prompts\nminutes: 5\ngroup: four\npurpose: To talk.\n"
    "compiled_by: editors\nsources: [source-1]\nthemes: [enquiry]\nwritten: 2005\n---\n\nTalk.\n"
)


class FolderIsNotCalledLikeAPageOfAList(Rule):
    """The folder of a piece is not called page-2, page-3 and so on.

    So are the further pages of the list in which the piece stands: they would have one address, and the site could not
    be built.

    To put it right, give the folder a name that says what the piece is about.
    """

    kind = Piece
    skippable = False
    good = [Good(files={_PATH.replace("page-2", "second-page"): _TOOL})]
    bad = [Bad(files={_PATH: _TOOL}, path=_PATH, says="page-2 is the name of a further page of a list")]

    def check(self, piece: Piece, library: Library) -> Iterator[RuleHit]:
        if re.fullmatch(r"page-\d+", piece.slug):
            yield Place(piece.path), f"{piece.slug} is the name of a further page of a list"
