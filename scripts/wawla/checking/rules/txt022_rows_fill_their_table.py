from collections.abc import Iterator

from wawla.checking.rule import Bad, Good, Library, Rule, RuleHit
from wawla.model import Entry
from wawla.model.body.block_signs import cells_in


class RowsFillTheirTable(Rule):
    """Every row of a table has a cell for each column, if only an empty one.

    A row with fewer is filled up from the right. Where a cell in the middle was forgotten, figures stand under the
    wrong heads, and nobody sees that they do.

    To put it right, add the cell that is missing, between two strokes: `| 2004 | | 8 |`.
    """

    severity = "warning"
    good = [Good(body="| Year | Town | Schools |\n| --- | --- | --- |\n| 2004 | | 8 |\n")]
    bad = [
        Bad(
            body="| Year | Town | Schools |\n| --- | --- | --- |\n| 2004 | 8 |\n",
            line=3,
            says="the row has 2 cells, the table 3 columns",
        )
    ]

    def check(self, entry: Entry, library: Library) -> Iterator[RuleHit]:
        for table in entry.body.tables:
            for row in table.rows[2:]:
                cells = cells_in(entry.body.prose[row.start : row.end])
                if 1 < cells < table.columns:
                    yield entry.body.place_of(row), f"the row has {cells} cells, the table {table.columns} columns"
