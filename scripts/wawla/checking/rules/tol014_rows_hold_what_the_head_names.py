import re
from collections.abc import Iterator
from itertools import islice, pairwise

from wawla.checking.rule import Bad, Good, Library, Rule, RuleHit
from wawla.model import Entry, Tool
from wawla.reading.csv_table import CsvTable, TableCell
from wawla.reading.figures import figure_of, is_figure
from wawla.reading.tables import tables_beside

_PATH = "tools/example/data.csv"
_DATA_SET = "kind: data-set\ndata: data.csv\n"
_MOST = 20
_TOTAL = re.compile(r"(?:grand |sub-?)?totals?|sums?|averages?|means?", re.I)
_REMARK = re.compile(r"(?:sources?|notes?|nb|key|remarks?)\b ?[:.]", re.I)
_COUNTED = re.compile(r"Unnamed: \d+|Column ?\d+|Spalte ?\d+", re.I)
_YEAR = re.compile(r"(?:1[89]|20)\d\d")


class RowsHoldWhatTheHeadNames(Rule):
    """The first row names the columns, and each other row holds one thing that was counted: no total and no remark.

    A total under the rows is counted once more by whoever adds them up or draws them. A remark in the place of a figure
    stands in the chart as a gap. Without names nobody knows what the figures are.

    To put it right, write names above the columns, leave totals out, and put remarks into the text of the page.
    """

    severity = "warning"
    needs = {"TOL005"}
    good = [
        Good(_DATA_SET, files={_PATH: text}, of=Tool)
        for text in (
            "school,2003,2004,note\nMoor,6,7,Total of both\nAll,6,7,\n",
            "class,1,2,3\nA,4,5,6\n",
            "source,figure\nReport: 2004,6\n",
        )
    ]
    bad = [
        Bad(_DATA_SET, files={_PATH: text}, of=Tool, path=_PATH, line=line, says=says)
        for text, line, says in (
            ("school,pupils\nMoor,60\nHill,52\nTotal,112\n", 4, "'Total' is no row like the others"),
            ("school,pupils\nMoor,60\nSource: counted at the gate,\n", 3, "'Source: counted at the gate' is a remark"),
            ("Schools,2004,6,All\nPupils,2005,152,spring\n", 1, "'6' is a figure, where the name of a column stands"),
            ("Unnamed: 0,school,pupils\n0,Moor,60\n", 1, "'Unnamed: 0' is a name that a program made"),
            ('"school,pupils"\n"Moor,60"\n', 1, "is one cell"),
        )
    ]

    def check(self, entry: Entry, library: Library) -> Iterator[RuleHit]:
        for path in tables_beside(entry, library):
            hits = (*_in_the_head(library.table(path)), *_in_the_rows(library.table(path)))
            yield from (
                (cell.place(path), f"'{cell.text[:40]}' {said}", remedy) for cell, said, remedy in islice(hits, _MOST)
            )


def _in_the_head(table: CsvTable) -> Iterator[tuple[TableCell, str, str]]:
    names = table.names
    if len(names) == 1 and names[0].text.count(",") and all("," in row[0].text for row in table.rows):
        yield names[0], "is one cell", "take out the quotation marks that stand round whole rows"
    for name in names:
        if _COUNTED.fullmatch(name.text):
            yield name, "is a name that a program made", "name the column, or take it out"
    figures = [(name, figure_of(name.text)) for name in names]
    values = [figure.value for _, figure in figures if figure]
    counts_up = len(values) > 1 and all(one < other for one, other in pairwise(values))
    for name, figure in figures:
        if figure and not counts_up and not _YEAR.fullmatch(name.text):
            yield name, "is a figure, where the name of a column stands", "write a row of names above it"
            return


def _in_the_rows(table: CsvTable) -> Iterator[tuple[TableCell, str, str]]:
    for row in table.rows:
        first, others = row[0], [cell.text for cell in row[1:] if cell.text]
        if others and _TOTAL.fullmatch(first.text) and any(map(is_figure, others)):
            yield (
                first,
                "is no row like the others",
                "leave it out: readers can add up, and a chart would count it twice",
            )
        elif not others and len(row) > 1 and _REMARK.match(first.text):
            yield first, "is a remark, and no row", "write it into the text of the page"
