import re
from collections.abc import Iterator
from itertools import pairwise

from wawla.checking.rule import Bad, Good, Library, Rule, RuleHit
from wawla.model import Entry
from wawla.model.body import Body, Span

_LINE_UNDER_HEADER = re.compile(r"[ \t]*+\|(?:[ \t]*+:?-++:?[ \t]*+\|)++[ \t]*+")
_ROW = re.compile(r"\n([ \t]*+\|(?:[^|\n]*+\|)++[ \t]*+)$", re.M)
_STROKE = re.compile(r"(?<!\\)\|")


class TablesHaveAHeaderRow(Rule):
    """A table begins with a header row and a line of hyphens under it, and every column has a header.

    A screen reader reads the header with each cell; without one a table is a string of loose words. A table that
    lacks the line of hyphens is not shown as a table at all.

    To put it right, begin the table with a row of headers and a line such as `| --- | --- |`. Only the first header
    may be empty.
    """

    good = [
        Good(body="Text.\n\n| Term | Schools |\n| --- | ---: |\n| Autumn | 8 |\n"),
        Good(body="Text.\n| Term | Schools |\n| --- | --- |\n| Autumn | 8 |\n## Next\n|  | Schools |\n|:--|:-:|\n"),
    ]
    bad = [
        Bad(body="Text.\n\n| Autumn | 8 |\n| Spring | 9 |\n", line=3, says="the table has no header row"),
        Bad(body="| Term |  |\n| --- | --- |\n| Autumn | 8 |\n", line=1, says="column 2 of the table has no header"),
        Bad(body="| Term | Schools |\n| --- |\n| Autumn | 8 |\n", line=2, says="not as many cells as the header"),
    ]

    def check(self, entry: Entry, library: Library) -> Iterator[RuleHit]:
        body = entry.body
        for table in body.tables:
            for column, start, end in _headers(table.rows[0]):
                if column > 1 and not body.text[start:end].strip():
                    yield body.place(start, end), f"column {column} of the table has no header"
        for rows in _unmade(body):
            if len(rows) < 2 or not _LINE_UNDER_HEADER.fullmatch(rows[1].text):
                yield body.place_of(rows[0]), "the table has no header row with a line of hyphens under it"
            else:
                message = "the line of hyphens has not as many cells as the header, and no table is shown"
                yield body.place_of(rows[1]), message, "write `---` between two strokes for every column"


def _unmade(body: Body) -> list[list[Span]]:
    """Lines between strokes that became no table, each group of lines that follow each other."""
    if "|" not in body.prose:
        return []
    made = {row.start for table in body.tables for row in table.rows}
    groups: list[list[Span]] = []
    for found in _ROW.finditer(f"\n{body.prose}"):
        line = Span(found[1], found.start(), found.end() - 1)
        if line.start not in made:
            if not groups or groups[-1][-1].end + 1 != line.start:
                groups.append([])
            groups[-1].append(line)
    return groups


def _headers(row: Span) -> Iterator[tuple[int, int, int]]:
    strokes = [row.start + stroke.start() for stroke in _STROKE.finditer(row.text)]
    for column, (left, right) in enumerate(pairwise(strokes), 1):
        yield column, left + 1, right
