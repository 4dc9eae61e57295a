from collections.abc import Iterator

from wawla.checking.rule import Bad, Good, Library, Rule, RuleHit
from wawla.model import Entry
from wawla.model.body import Span
from wawla.model.body.block_signs import cells_in


class TablesHoldRowsOnly(Rule):
    """A table holds rows and nothing else, and no row has more cells than the header.

    Every line of words down to the next empty one becomes a row of the table. What stands in a cell for which the
    table has no column is not shown at all.

    To put it right, leave an empty line under the table. In a cell, write `\\|` for a stroke.
    """

    good = [
        Good(body="| Term | Schools |\n| --- | --- |\n| Autumn | 8 |\n\n## Next\n"),
        Good(body="| Sign | Said |\n| --- | --- |\n| `a|b` | a \\| b |\n| ragged |\n"),
        Good(body="| A | B |\n| --- | --- |\n| [Bar](https://example.org/?a=1|2) | x |\n## Next\n\nText.\n"),
        Good(body="Term | Schools\n--- | ---\nAutumn | 8\n"),
    ]
    bad = [
        Bad(body="| A | B |\n| --- | --- |\n| 1 | 2 |\nA sentence.\n", line=4, says="'A sentence.' becomes a row"),
        Bad(body="| A | B |\n| --- | --- |\n| 1 | 2 | 3 |\n", line=3, says="the row has 3 cells, the table 2 columns"),
        Bad(body="| A | B |\n| --- | --- |\n| 1 | Coats and\nthe bus |\n", line=4, says="is the rest of a cell"),
    ]

    def check(self, entry: Entry, library: Library) -> Iterator[RuleHit]:
        body = entry.body
        for table in body.tables:
            closed = table.rows[0].text.lstrip(" \t>").startswith("|")
            for row in table.rows[2:]:
                prose = body.prose[row.start : row.end]
                cells = cells_in(prose)
                if cells == 1 and "|" not in prose and table.columns > 1:
                    said = f"'{row.text.strip()[:60]}' becomes a row of the table above it"
                    yield body.place_of(row), said, "leave an empty line above it"
                elif closed and not prose.lstrip(" \t>").startswith("|"):
                    said = f"'{row.text.strip()[:60]}' is the rest of a cell, and becomes a row"
                    yield body.place_of(_without_indent(row)), said, "write the whole row in one line"
                elif cells > table.columns:
                    message = (
                        f"the row has {cells} cells, the table {table.columns} columns; what is beyond is not shown"
                    )
                    remedy = "add a column to the header, take out a stroke, or write `\\|` for a stroke within a cell"
                    yield body.place_of(_without_indent(row)), message, remedy


def _without_indent(row: Span) -> Span:
    return Span(row.text, row.start + len(row.text) - len(row.text.lstrip()), row.end)
