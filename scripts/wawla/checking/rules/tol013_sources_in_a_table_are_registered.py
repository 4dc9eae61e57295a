import re
from collections.abc import Iterator

from wawla.checking.rule import Bad, Good, Library, Rule, RuleHit
from wawla.model import Edition, Piece, Tool
from wawla.model.findings import did_you_mean_key
from wawla.reading.paths import SOURCES
from wawla.reading.tables import source_columns, sources_in, tables_beside

_PATH = "tools/example/data.csv"
_DATA_SET = "kind: data-set\ndata: data.csv\n"
_KEY = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)+")


class SourcesInATableAreRegistered(Rule):
    """A key of a source in a table is one of the register of sources.

    A column that is called "source" may name its sources by their keys. Readers are shown the titles; a key that the
    register lacks they would see as it is, and could make nothing of it.

    To put it right, use a key of series/sources.yml, add the source there, or say in words where the row comes from.
    """

    kind = Piece, Edition
    severity = "warning"
    needs = {"TOL005"}
    good = [
        Good(
            _DATA_SET,
            of=Tool,
            files={_PATH: "figure,value,source\nSchools,6,source-1\nPupils,152,A letter of the school\n"},
        ),
        Good(_DATA_SET, of=Tool, files={_PATH: "figure,value,note\nSchools,6,whole-school\n"}),
    ]
    bad = [
        Bad(
            _DATA_SET,
            of=Tool,
            files={_PATH: "figure,value,source\nSchools,6,source-1\nPupils,152,sorce-1\n"},
            path=_PATH,
            line=3,
            says="'sorce-1' looks like the key of a source, and no source has it",
        ),
    ]

    def check(self, entry: Piece | Edition, library: Library) -> Iterator[RuleHit]:
        titles = {key: known.title for key, known in library.sources.items()}
        for path in tables_beside(entry, library):
            table = library.table(path)
            for cell in (cell for number in source_columns(table) for cell in table.column(number)):
                for key in sources_in(cell.text):
                    if _KEY.fullmatch(key) and key not in titles:
                        said = f"'{key}' looks like the key of a source, and no source has it"
                        hint = did_you_mean_key(key, titles) + f"The sources are listed in {SOURCES}"
                        yield cell.place(path), said, hint
