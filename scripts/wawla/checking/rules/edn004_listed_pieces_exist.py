from collections.abc import Iterator

from wawla.checking.rule import Bad, Good, Library, Rule, RuleHit
from wawla.model import EDITION_LISTS, Edition
from wawla.model.findings import did_you_mean


class ListedPiecesExist(Rule):
    """Every piece that an edition lists exists.

    A reader who follows the contents should never meet an empty place.

    To put it right, correct the name of the folder, add the piece, or remove it from the list.
    """

    kind = Edition
    good = [Good("tools: [example]\n")]
    bad = [
        Bad("tools: [exmaple]\n", says="edition lists the tool 'exmaple', which does not exist"),
        Bad("accounts:\n- example\n- waco\n", line=3, says="edition lists the account 'waco', which does not exist"),
    ]

    def check(self, edition: Edition, library: Library) -> Iterator[RuleHit]:
        for listed in library.edition_items(edition):
            if not library.is_there(f"{listed.folder}/index.md"):
                word = EDITION_LISTS[listed.field].model.word
                said = f"edition lists the {word} '{listed.slug}', which does not exist"
                near = did_you_mean(listed.slug, _beside(listed.folder, library))
                hint = f"{near}or remove it" if near else f"add {listed.folder}/index.md, or remove it"
                yield edition.at(listed.field, listed.index), said, f"{hint} from `{listed.field}:`"


def _beside(folder: str, library: Library) -> Iterator[str]:
    parent = folder.rpartition("/")[0] + "/"
    return (other.removeprefix(parent) for other in library.pieces if other.startswith(parent))
