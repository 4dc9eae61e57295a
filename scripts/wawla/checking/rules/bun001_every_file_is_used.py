from collections.abc import Iterator

from wawla.checking.rule import Bad, Drawn, Good, Library, Rule, RuleHit
from wawla.model import Edition, Entry, Piece, Tool
from wawla.model.findings import Place
from wawla.reading.linking import resolve

_RIVER = "accounts_of_practice/example/river.png"
_OLD = "series/example/first/old.csv"
_PICTURE = "pictures:\n- {file: river.png, alt: A river in flood., credit: The school, shows_people: false}\n"


class EveryFileIsUsed(Rule):
    """Every file in the folder of a piece or an edition is used: as a picture, as data, or by a link in the text.

    A file that nothing uses is often a picture whose consent nobody has asked for, or a forgotten version.

    To put it right, link to it or describe it under `pictures:`; or remove it.
    """

    kind = Entry
    severity = "warning"
    needs = {"BUN002"}
    good = [
        Good(_PICTURE, files={_RIVER: Drawn()}),
        Good(body="The [figures](figures.csv).\n", files={"accounts_of_practice/example/figures.csv": "year\n2005\n"}),
        Good("kind: data-set\ndata: data.csv\n", files={"tools/example/data.csv": "year\n2005\n"}, of=Tool),
    ]
    bad = [
        Bad(files={_RIVER: Drawn()}, path=_RIVER, says="nothing uses river.png"),
        Bad(files={_OLD: "year\n2005\n"}, path=_OLD, says="nothing uses old.csv"),
    ]

    def check(self, entry: Entry, library: Library) -> Iterator[RuleHit]:
        if not isinstance(entry, Piece | Edition) or not entry.sibling_files:
            return
        pictures = entry.pictures if isinstance(entry, Piece) else ()
        data = [entry.data] if isinstance(entry, Tool) else []
        used = {f"{entry.folder}/{name}" for name in (*(picture.file for picture in pictures), *data)}
        used |= {resolve(entry.path, link.target.text).path or "" for link in entry.body.links}
        for path in entry.sibling_files:
            if path not in used and not path.endswith(".md"):
                yield Place(path), f"nothing uses {path.rpartition('/')[2]}"
