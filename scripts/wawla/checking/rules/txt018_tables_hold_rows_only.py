import re
from collections.abc import Iterator

from wawla.checking.rule import Bad, Good, Library, Rule, RuleHit
from wawla.model import Entry
from wawla.model.body import Span

_HEADING = re.compile(r"[ \t>]*+#{1,6}+[ \t]*+([^|\n]*)")
_STROKE = re.compile(r"\\.|(\|)")


class TablesHoldRowsOnly(Rule):
    """A table holds rows and nothing else, and no row has more cells than the header.

    Every line down to the next empty one becomes a row of the table, a heading or a sentence as well. What stands
    in a cell for which the table has no column is not shown at all.

    To put it right, leave an empty line under the table. In a cell, write `\\|` for a stroke, and `%7C` in an address.
    """

    good = [
        Good(body="| Term | Schools |\n| --- | --- |\n| Autumn | 8 |\n\n## Next\n"),
        Good(body="| Sign | Said |\n| --- | --- |\n| `a|b` | a \\| b |\n| ragged |\n"),
        Good(body="Term | Schools\n--- | ---\nAutumn | 8\n"),
    ]
    bad = [
        Bad(body="| A | B |\n| --- | --- |\n| 1 | 2 |\n## Next\n", line=4, says="the heading 'Next' becomes a row"),
        Bad(body="| A | B |\n| --- | --- |\n| 1 | 2 |\nA sentence.\n", line=4, says="'A sentence.' becomes a row"),
        Bad(body="| A | B |\n| --- | --- |\n| 1 | 2 | 3 |\n", line=3, says="the row has 3 cells, the table 2 columns"),
        Bad(
            body="| A | B |\n| --- | --- |\n| [Bar](https://example.org/?a=1|2) | x |\n",
            line=3,
            says="the row has 3 cells, the table 2 columns",
        ),
    ]

    def check(self, entry: Entry, library: Library) -> Iterator[RuleHit]:
        body = entry.body
        for table in body.tables:
            for row in table.rows[2:]:
                prose = body.prose[row.start : row.end]
                cells = _cells(prose)
                if heading := _HEADING.match(row.text):
                    said = f"the heading '{heading[1].strip()[:60]}' becomes a row of the table above it"
                    yield body.place_of(row), said, "leave an empty line above it"
                elif cells == 1 and "|" not in prose and table.columns > 1:
                    said = f"'{row.text.strip()[:60]}' becomes a row of the table above it"
                    yield body.place_of(row), said, "leave an empty line above it"
                elif cells > table.columns:
                    message = (
                        f"the row has {cells} cells, the table {table.columns} columns; what is beyond is not shown"
                    )
                    yield body.place_of(_without_indent(row)), message


def _cells(row: str) -> int:
    strokes = [stroke.start() for stroke in _STROKE.finditer(row) if stroke[1]]
    ends = row.rstrip()
    borders = row.lstrip(" \t>").startswith("|") + bool(strokes and strokes[-1] == len(ends) - 1 and len(strokes) > 1)
    return len(strokes) + 1 - borders


def _without_indent(row: Span) -> Span:
    return Span(row.text, row.start + len(row.text) - len(row.text.lstrip()), row.end)
