from collections.abc import Iterator

from wawla.checking.rule import Bad, Drawn, Good, Library, Rule, RuleHit
from wawla.model import Edition, Entry, Piece
from wawla.model.findings import Place
from wawla.reading.paths import MARKDOWN  # FIL007 speaks of these

_ALLOWED = (".png", ".jpg", ".jpeg", ".webp", ".csv")
_PLAN = "accounts_of_practice/example/plan.docx"


class FolderHoldsPicturesAndTables(Rule):
    """The folder of a piece or an edition holds its index.md, pictures (PNG, JPEG, WebP), tables (CSV), and no more.

    Other files cannot be reviewed line by line, may carry personal data or programs, and do not open everywhere.

    To put it right, write what the file says into the text, save a table as CSV, and remove the file.
    """

    kind = Entry
    good = [Good(files={"accounts_of_practice/example/river.JPG": Drawn(format="JPEG")})]
    bad = [Bad(files={_PLAN: "A plan"}, path=_PLAN, says="plan.docx is neither a picture (PNG, JPEG, WebP) nor")]

    def check(self, entry: Entry, library: Library) -> Iterator[RuleHit]:
        if not isinstance(entry, Piece | Edition):
            return
        for path in entry.sibling_files:
            if not path.lower().endswith(_ALLOWED + MARKDOWN):
                yield Place(path), f"{path.rpartition('/')[2]} is neither a picture (PNG, JPEG, WebP) nor a table (CSV)"
